import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AnswerOf } from '#api'
import { call, keepToken, operations } from './client.ts'

export type Session = AnswerOf<typeof operations.getSession>

/** Who is signed in; null for the public. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: async (): Promise<Session> => {
      const session = await call(operations.getSession, {})
      keepToken(session.csrfToken)
      return session
    },
  })
}

export function useSignIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { readonly userName: string; readonly password: string }) =>
      call(operations.signIn, { body }),
    onSuccess: (session) => {
      keepToken(session.csrfToken)
      queries.clear()
      queries.setQueryData(['session'], session)
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
