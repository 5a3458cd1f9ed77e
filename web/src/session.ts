import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AnswerOf, OperationId } from '#api'
import { call, keepToken, operations } from './client.ts'
import { announce } from './ui/announce.tsx'

export type Session = AnswerOf<typeof operations.getSession>

const sessionKey = ['getSession']

/** Who is signed in; null for the public. */
export function useSession() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: async (): Promise<Session> => {
      const session = await call(operations.getSession, {})
      keepToken(session.csrfToken)
      return session
    },
    staleTime: 60_000,
  })
}

/** Whether the signed-in role may call the operation on some case. */
export function useMay(): (operation: OperationId) => boolean {
  const { data } = useSession()
  return (operation) => data?.mayCall.includes(operation) ?? false
}

export function useSignIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { readonly userName: string; readonly password: string }) =>
      call(operations.signIn, { body }),
    onSuccess: (session) => {
      keepToken(session.csrfToken)
      // The session is changed, not removed: the frame of the page listens to it.
      queries.setQueryData(sessionKey, session)
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
    },
  })
}

/** A new password; the server begins the session anew, so its token is another one. */
export function useChangePassword() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { readonly password: string; readonly newPassword: string }) =>
      call(operations.changePassword, { body }),
    onSuccess: (session) => {
      keepToken(session.csrfToken)
      queries.setQueryData(sessionKey, session)
      announce('Your password was changed.')
    },
  })
}

export function useSignOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call(operations.signOut, {}),
    onSuccess: () => {
      queries.clear()
      window.location.assign('/')
    },
  })
}
