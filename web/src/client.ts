import { config } from 'zod'
import { type AnswerOf, type CallOf, makeClient, type Operation, operations } from '#api'
import type { NonEmpty, Refusal } from '#foundation'

// The server's content security policy forbids code made at run time.
config({ jitless: true })

let csrfToken: string | null = null

/** Keeps the token that calls which change something must carry. */
export function keepToken(token: string): void {
  csrfToken = token
}

/** The token kept; null before the session was read. */
export function keptToken(): string | null {
  return csrfToken
}

const client = makeClient((input, init) => fetch(input, init), { csrfToken: () => csrfToken })

/** What the server refused, thrown so that queries and mutations show it. */
export class RefusedError extends Error {
  readonly refusals: NonEmpty<Refusal>
  constructor(refusals: NonEmpty<Refusal>) {
    super(refusals[0].because)
    this.name = 'RefusedError'
    this.refusals = refusals
  }
}

/** Whether the server refused with this code. */
export function refusedWith(error: Error | null, code: string): boolean {
  return error instanceof RefusedError && error.refusals.some((refusal) => refusal.code === code)
}

/** Calls an operation and gives its answer. @throws RefusedError, or a fault of server or network */
export async function call<O extends Operation>(
  operation: O,
  request: CallOf<O>,
): Promise<AnswerOf<O>> {
  const answer = await client.call(operation, request)
  if (!answer.ok) throw new RefusedError(answer.refusals)
  return answer.value
}

export { operations }
