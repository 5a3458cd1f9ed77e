import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AnswerOf, CallOf, Operation } from '#api'
import { call } from './client.ts'
import { announce } from './ui/announce.tsx'

/** Answers that no act changes: pages of received files, and who is signed in. */
const keptAnswers: ReadonlySet<unknown> = new Set(['getPageText', 'getPageImage', 'getSession'])

/** Reads an operation's answer; kept fresh whenever an act succeeds. */
export function useRead<O extends Operation>(
  operation: O,
  request: CallOf<O>,
  options: {
    readonly enabled?: boolean
    readonly keep?: boolean
    /** What was shown stays until the next answer is there. */
    readonly hold?: boolean
    /** Asked for anew whenever it is opened: looks, which are no acts, change it. */
    readonly anew?: boolean
    /** After how many milliseconds it is asked for again; false: not by itself. */
    readonly again?: (answer: AnswerOf<O>) => number | false
  } = {},
) {
  return useQuery<AnswerOf<O>>({
    queryKey: options.anew ? [operation.id, request, 'anew'] : [operation.id, request],
    queryFn: () => call(operation, request),
    enabled: options.enabled ?? true,
    ...(options.hold ? { placeholderData: keepPreviousData } : {}),
    refetchInterval: ({ state: { data } }) =>
      data === undefined ? false : (options.again?.(data) ?? false),
    // Pages of a received file never change.
    ...(options.keep ? { staleTime: Number.POSITIVE_INFINITY } : {}),
    ...(options.anew ? { gcTime: 0 } : {}),
  })
}

/** An act on the server; when it is done, it is said aloud and all that was read is read again. */
export function useAct<O extends Operation>(operation: O, done: string) {
  const queries = useQueryClient()
  return useMutation<AnswerOf<O>, Error, CallOf<O>>({
    mutationFn: (request) => call(operation, request),
    onSuccess: async () => {
      announce(done)
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => !keptAnswers.has(queryKey[0]),
      })
    },
  })
}
