import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { csrfHeader, type Operation, operations } from '#api'
import type { CaseRow } from '#case'
import {
  isNonEmpty,
  type NonEmpty,
  ok,
  type Refusal,
  type Result,
  refuse,
  refused,
} from '#foundation'
import type { Act } from '#proceedings'
import { announcedSha256Of } from './content-digest.ts'
import type { FileAnswer, Handlers, SessionControl } from './handler.ts'
import { openedPage } from './opened-page.ts'
import { permitCase, permitRole } from './policy.ts'
import { actorOf, type Principal } from './principal.ts'
import { problemOf, statusOf } from './problem.ts'
import { serverRefusals } from './refusals.ts'
import { mayNameReviewer, withoutReviewerIdentity } from './reviewer-identity.ts'
import type { Services } from './services.ts'

/** A handler as the registry calls it: its types were checked where it was written. */
type AnyHandler = (call: unknown, services: Services) => Promise<Result<unknown>>

/** Who calls, and the session behind the call. */
export type Caller = {
  readonly principal: Principal
  readonly session: SessionControl
  /** Whether the secret behind the call's token is that of the session. */
  readonly csrfBelongs: boolean
}

/**
 * Makes a route of every operation. For each call, in this order: the role, the path, the case,
 * the query and body; then the handler; then the answer through its schema. Nothing else decides
 * who may call what.
 */
export function registerOperations(
  app: FastifyInstance,
  handlers: Handlers,
  services: Services,
  callerOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Caller>,
): void {
  for (const operation of Object.values<Operation>(operations)) {
    const handler = (handlers as unknown as Record<string, AnyHandler>)[operation.id]
    if (!handler) throw new TypeError(`the operation ${operation.id} has no handler`)
    app.route({
      method: operation.method,
      url: operation.path.replace(/\{(\w+)\}/g, ':$1'),
      config: {
        operationId: operation.id,
        ...(operation.id === 'signIn' || operation.id === 'changePassword'
          ? { rateLimit: { max: services.settings.signInsPerMinute, timeWindow: '1 minute' } }
          : {}),
      },
      handler: async (request, reply) => {
        const caller = await callerOf(request, reply)
        const answer = await answerTo(operation, handler, services, request, caller)
        if (!answer.ok) return sendRefusals(reply, answer.refusals)
        await recordLook(operation, request, caller.principal, services)
        return operation.answers === undefined
          ? reply
              .header('cache-control', 'no-store')
              .send(await outward(operation, answer.value, services))
          : sendFile(reply, operation.answers, answer.value as FileAnswer)
      },
    })
  }
}

/** Refusals as problem+json. */
export function sendRefusals(reply: FastifyReply, refusals: NonEmpty<Refusal>): FastifyReply {
  return reply
    .code(statusOf(refusals[0]))
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(problemOf(refusals, reply.request.id))
}

async function answerTo(
  operation: Operation,
  handler: AnyHandler,
  services: Services,
  request: FastifyRequest,
  caller: Caller,
): Promise<Result<unknown>> {
  const { principal, session } = caller
  if (operation.method !== 'GET' && !caller.csrfBelongs) {
    return refused(
      refuse(serverRefusals, 'request-forged', 'the token is not of this session', csrfHeader),
    )
  }
  const scope = permitRole(operation, principal)
  if (!scope.ok) return scope
  const params = read(operation.params, request.params, 'params')
  if (!params.ok) return params
  const row = await caseOf(operation, params.value, scope.value, principal, services)
  if (!row.ok) return row
  const query = read(operation.query, request.query, 'query')
  if (!query.ok) return query
  const stream = request.body instanceof Readable ? request.body : null
  if ((operation.takes !== undefined) !== (stream !== null)) {
    return refused(
      refuse(
        serverRefusals,
        'request-not-as-described',
        `the body is not of type ${operation.takes ?? 'application/json'}`,
        'body',
      ),
    )
  }
  const body = stream === null ? read(operation.body, request.body ?? {}, 'body') : ok({})
  if (!body.ok) return body
  return handler(
    {
      params: params.value,
      query: query.value,
      body: body.value,
      principal,
      scope: scope.value,
      row: row.value,
      act: (): Act => ({ by: actorOf(principal), at: services.now() }),
      stream,
      knows: (etag: string): boolean =>
        (request.headers['if-none-match'] ?? '').split(/,\s*/).includes(etag),
      announcedSha256: announcedSha256Of(request.headers['content-digest']),
      session,
    },
    services,
  )
}

/** Who looked at which case and document; acts stand in the ledger anyway. */
async function recordLook(
  operation: Operation,
  request: FastifyRequest,
  principal: Principal,
  services: Services,
): Promise<void> {
  const { caseId, documentId } = request.params as {
    readonly caseId?: string
    readonly documentId?: string
  }
  if (operation.method !== 'GET' || caseId === undefined || principal.role === 'public') return
  await services.accesses.record({
    at: services.now(),
    userId: principal.userId,
    caseId,
    documentId: documentId ?? null,
    page: openedPage(operation, request.params, request.query),
    action: operation.id,
  })
}

async function caseOf(
  operation: Operation,
  params: unknown,
  scope: 'any' | 'own' | 'none',
  principal: Principal,
  services: Services,
): Promise<Result<CaseRow | null>> {
  if (!operation.path.includes('{caseId}')) return ok(null)
  const { caseId } = params as { readonly caseId: string }
  return permitCase(scope, principal, caseId, await services.proceedings.cases.row(caseId))
}

/** The part of the request by its schema; every place that is not as described is a refusal. */
function read(schema: z.ZodType, value: unknown, part: string): Result<unknown> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const refusals = parsed.error.issues.map((issue) =>
    refuse(
      serverRefusals,
      isDay(issue) ? 'day-not-readable' : 'request-not-as-described',
      issue.message,
      [part, ...issue.path.map(String)].join('.'),
    ),
  )
  return isNonEmpty(refusals) ? { ok: false, refusals } : ok(value)
}

function isDay(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'invalid_format' && issue.format === 'date'
}

/** What leaves: the fields of the schema, without the reviewer's identity unless that is the point. */
async function outward(operation: Operation, value: unknown, services: Services): Promise<unknown> {
  const answer: unknown = operation.answer.parse(value)
  if (mayNameReviewer(operation)) return answer
  const reviewers = await services.proceedings.reviewers.list()
  return withoutReviewerIdentity(answer, new Set(reviewers.map((each) => each.reviewerId)))
}

function sendFile(reply: FastifyReply, type: string, file: FileAnswer): FastifyReply {
  if ('unchanged' in file) return reply.code(304).headers(keepFor(file.unchanged)).send()
  const { content, fileName, foreign, etag } = file
  const download = foreign === true || type === 'application/zip' || type === 'text/csv'
  const disposition = download ? 'attachment' : 'inline'
  reply
    .type(foreign === true ? 'application/octet-stream' : type)
    .headers(etag === undefined ? { 'cache-control': 'no-store' } : keepFor(etag))
    .header('content-disposition', `${disposition}; filename="${asciiName(fileName)}"`)
  if (content instanceof Uint8Array) {
    return reply.send(Buffer.from(content.buffer, content.byteOffset, content.byteLength))
  }
  if ('parts' in content) {
    const parts = Readable.from(content.parts, { objectMode: false })
    return reply.header('content-length', content.bytes).send(parts)
  }
  const stream = createReadStream(content.path)
  stream.once('close', () => void content.release())
  return reply.header('content-length', content.bytes).send(stream)
}

/** The browser of the same session may keep it; nothing between may. */
function keepFor(etag: string): Record<string, string> {
  return { etag, 'cache-control': 'private, max-age=43200, immutable', vary: 'cookie' }
}

function asciiName(name: string): string {
  return name.replace(/[^\w.-]+/g, '-')
}
