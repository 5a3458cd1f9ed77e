import type { z } from 'zod'
import type { Refusal, Result } from '#foundation'
import { problemShape } from './common-shapes.ts'
import type { Operation } from './operation.ts'

/** The header that carries the token against forged requests. */
export const csrfHeader = 'x-csrf-token'

/** What a call sends, by the operation's own schemas; a part without required members may be left out. */
export type CallOf<O extends Operation> = Part<'params', z.input<O['params']>> &
  Part<'query', z.input<O['query']>> &
  Part<'body', O['takes'] extends string ? Blob | Uint8Array<ArrayBuffer> : z.input<O['body']>>

type Part<Name extends string, Value> = [Value] extends [Record<string, never>]
  ? { readonly [key in Name]?: Value }
  : Partial<Value> extends Value
    ? { readonly [key in Name]?: Value }
    : { readonly [key in Name]: Value }

/** What a call answers: data by the schema, or bytes. */
export type AnswerOf<O extends Operation> = O['answers'] extends string
  ? Blob
  : z.output<O['answer']>

/** The same for any operation, once its own types have done their work. */
type Parts = { readonly params?: object; readonly query?: object; readonly body?: unknown }

export type Client = {
  /**
   * Calls an operation. What the server refuses comes back as refusals (status 4xx); a server or
   * network that does not work is a fault and throws.
   */
  call<O extends Operation>(operation: O, call: CallOf<O>): Promise<Result<AnswerOf<O>>>
}

/** The address of an operation with its parameters filled in: for links, images and PDF viewers. */
export function addressOf<O extends Operation>(
  operation: O,
  call: Pick<CallOf<O>, ('params' | 'query') & keyof CallOf<O>>,
): string {
  const { params, query } = call as Parts
  return fillPath(operation.path, params) + queryText(query)
}

/**
 * A client of the API. `csrfToken` gives the token of the session (`getSession` and `signIn` answer
 * it); calls that change something carry it.
 */
export function makeClient(
  fetch: typeof globalThis.fetch,
  session: { readonly csrfToken: () => string | null },
): Client {
  return {
    async call(operation, call) {
      const { params, query, body } = call as Parts
      const url = fillPath(operation.path, params) + queryText(query)
      const response = await fetch(url, {
        method: operation.method,
        credentials: 'same-origin',
        ...sentBy(operation, body, session.csrfToken()),
      })
      if (!response.ok) return { ok: false, refusals: await refusalsOf(response, operation.id) }
      const value: unknown =
        operation.answers === undefined ? await response.json() : await response.blob()
      // The server sends nothing but what the operation's answer schema lets through.
      return { ok: true, value: value as AnswerOf<typeof operation> }
    },
  }
}

/** A server that does not work: no refusal, a fault. */
export class ServerFaultError extends Error {
  readonly status: number
  constructor(operationId: string, status: number) {
    super(`${operationId}: the server answered ${status}`)
    this.name = 'ServerFaultError'
    this.status = status
  }
}

function sentBy(
  operation: Operation,
  body: unknown,
  token: string | null,
): { readonly headers: Record<string, string>; readonly body?: BodyInit } {
  if (operation.method === 'GET') return { headers: {} }
  const csrf: Record<string, string> = token === null ? {} : { [csrfHeader]: token }
  if (operation.takes !== undefined) {
    return { headers: { ...csrf, 'content-type': operation.takes }, body: body as BodyInit }
  }
  return {
    headers: { ...csrf, 'content-type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  }
}

async function refusalsOf(
  response: Response,
  operationId: string,
): Promise<readonly [Refusal, ...Refusal[]]> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json')
  if (!isProblem) throw new ServerFaultError(operationId, response.status)
  const problem = problemShape.parse(await response.json())
  const [first, ...rest] = problem.refusals.map((refusal) => ({
    kind: 'refusal' as const,
    ...refusal,
  }))
  if (!first) throw new ServerFaultError(operationId, response.status)
  return [first, ...rest]
}

function fillPath(path: string, params: object | undefined): string {
  const values = new Map(Object.entries(params ?? {}))
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value: unknown = values.get(name)
    if (typeof value !== 'string' && typeof value !== 'number')
      throw new TypeError(`the path ${path} needs ${name}`)
    return encodeURIComponent(String(value))
  })
}

function queryText(query: object | undefined): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) search.set(name, String(value))
  }
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}
