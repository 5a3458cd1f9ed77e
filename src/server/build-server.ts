import { randomUUID } from 'node:crypto'
import type { Writable } from 'node:stream'
import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { csrfHeader } from '#api'
import type { ReadingQueue } from '#case'
import type { Instant } from '#foundation'
import { refuse } from '#foundation'
import { type Deps, isStorageFull, storageFull } from '#proceedings'
import type { AccessLog, UserStore, ViewStore } from '#store'
import { cookieNames, makeCallerOf } from './caller.ts'
import type { Handlers } from './handler.ts'
import { handlers as allHandlers } from './handlers.ts'
import { openApiDocument } from './open-api.ts'
import { makePagePictures } from './page-pictures.ts'
import { hashOfNobody } from './passwords.ts'
import { problemOfFault } from './problem.ts'
import { serverRefusals } from './refusals.ts'
import { registerOperations, sendRefusals } from './register-operations.ts'
import { serveWeb } from './serve-web.ts'
import { defaultSettings, type Services, type Settings } from './services.ts'
import { makeUploadSpool } from './upload-spool.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    operationId?: string
  }
}

export type ServerDeps = {
  readonly proceedings: Deps
  readonly users: UserStore
  /** Views of the queue that people keep. */
  readonly views: ViewStore
  /** Who looked at which case. */
  readonly accesses: AccessLog
  /** The files that wait to be read. */
  readonly reading: ReadingQueue
  /** Where files lie on their way in; on the disk of the blobs they need not be copied. */
  readonly uploadFolder: string
  now(): Instant
  readonly settings?: Partial<Settings>
  /** Folder of the built web application; absent: the API only. */
  readonly webFolder?: string
  /** Where the log goes, one JSON line per call; absent: nowhere. */
  readonly log?: Writable
  /** For tests of the gate alone. */
  readonly handlers?: Handlers
}

/**
 * The HTTP server: routes from `operations`, policy at one place, refusals as problem+json.
 * Listens when the caller says so; `close()` lets running calls end.
 */
export async function buildServer(deps: ServerDeps): Promise<FastifyInstance> {
  const settings: Settings = { ...defaultSettings, ...deps.settings }
  const services: Services = {
    proceedings: deps.proceedings,
    users: deps.users,
    views: deps.views,
    accesses: deps.accesses,
    uploads: makeUploadSpool(deps.uploadFolder, settings.uploadLimitBytes),
    uploadFolder: deps.uploadFolder,
    reading: deps.reading,
    pictures: makePagePictures(settings.pictureBytes),
    settings,
    now: () => deps.now(),
  }
  await hashOfNobody()
  const app = Fastify({
    // Only the line written below: operation, status, time, request. No address, path or name.
    logger: deps.log === undefined ? false : { level: 'info', base: null, stream: deps.log },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestTimeout: 15 * 60_000,
    connectionTimeout: 0,
    bodyLimit: 2 * 1024 * 1024,
    trustProxy: settings.trustProxy,
    forceCloseConnections: 'idle',
  })
  app.setErrorHandler((fault: unknown, request, reply) => {
    const refusal = refusalOf(fault)
    if (refusal !== null) return sendRefusals(reply, [refusal])
    request.log.error({ operation: operationOf(request), ...saidOf(fault) })
    return reply.code(500).type('application/problem+json').send(problemOfFault(request.id))
  })
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info({
      operation: operationOf(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
    done()
  })
  app.addHook('preClose', (done) => {
    setTimeout(() => app.server.closeAllConnections(), settings.shutdownSeconds * 1000).unref()
    done()
  })
  // Uploads stay streams; the handler takes them to disk chunk by chunk.
  app.addContentTypeParser(['application/octet-stream', 'application/pdf'], (_, payload, done) => {
    done(null, payload)
  })
  sweepUploads(app, services)

  await app.register(helmet, {
    hsts: settings.secure,
    crossOriginEmbedderPolicy: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        workerSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'blob:', 'data:'],
        fontSrc: ["'self'", 'blob:', 'data:'],
        connectSrc: ["'self'", 'blob:'],
        frameSrc: ["'self'", 'blob:'],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'self'"],
      },
    },
  })
  await app.register(rateLimit, {
    max: settings.callsPerMinute,
    timeWindow: '1 minute',
    allowList: (request) => !request.url.startsWith('/api/'),
    errorResponseBuilder: () => new TooManyCallsError(),
  })
  await app.register(cookie)
  await app.register(csrf, {
    sessionPlugin: '@fastify/cookie',
    cookieKey: cookieNames(settings.secure).csrf,
    cookieOpts: { path: '/', httpOnly: true, sameSite: 'strict', secure: settings.secure },
    getToken: (request) => {
      const token = request.headers[csrfHeader]
      return typeof token === 'string' ? token : ''
    },
  })
  app.addHook('onRequest', (request, reply, done) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) done()
    else app.csrfProtection(request, reply, done)
  })

  const description = openApiDocument(settings.version)
  app.get('/api/openapi.json', (_, reply) => reply.send(description))
  registerOperations(app, deps.handlers ?? allHandlers, services, makeCallerOf(services))
  await serveWeb(app, deps.webFolder)
  return app
}

/** Uploads that nobody went on with are removed: at the start, and every hour. */
function sweepUploads(app: FastifyInstance, services: Services): void {
  const { uploads, settings } = services
  const sweep = (): void => {
    const since = Date.parse(services.now()) - settings.uploadKeptDays * 86_400_000
    uploads.sweep(new Date(since)).catch((fault: unknown) => app.log.error(saidOf(fault)))
  }
  const timer = setInterval(sweep, 3_600_000)
  timer.unref()
  app.addHook('onClose', (_, done) => {
    clearInterval(timer)
    done()
  })
  app.addHook('onReady', (done) => {
    sweep()
    done()
  })
}

class TooManyCallsError extends Error {}

/** What Fastify or a plugin refused before any handler, in our words; null for a real fault. */
function refusalOf(fault: unknown): ReturnType<typeof refuse> | null {
  if (fault instanceof TooManyCallsError) {
    return refuse(serverRefusals, 'too-many-calls', 'there were too many calls in a minute')
  }
  // Also a look at a case is written down first.
  if (isStorageFull(fault)) return storageFull()
  const { code, statusCode } = fault as { readonly code?: string; readonly statusCode?: number }
  if (code?.startsWith('FST_CSRF_')) {
    return refuse(
      serverRefusals,
      'request-forged',
      'the token of the session is missing or another',
      csrfHeader,
    )
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return refuse(
      serverRefusals,
      'request-not-as-described',
      code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE'
        ? 'the content type is not the one of the operation'
        : code === 'FST_ERR_CTP_BODY_TOO_LARGE'
          ? 'the body is larger than 2 MB'
          : 'the body cannot be read',
      'body',
    )
  }
  return null
}

function operationOf(request: FastifyRequest): string | null {
  return request.routeOptions.config?.operationId ?? null
}

/** Of a fault: what kind and where in the code, never its words, which might name people. */
function saidOf(fault: unknown): { readonly fault: string; readonly where: readonly string[] } {
  if (!(fault instanceof Error)) return { fault: typeof fault, where: [] }
  const where = (fault.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
  return { fault: fault.name, where }
}
