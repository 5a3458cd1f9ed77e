import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { explainRefusal, type Instant } from '#foundation'
import {
  buildServer,
  defaultSettings,
  parseTrustedProxies,
  startDropWatch,
  startSweeper,
} from '#server'
import { makeAccessLog, makeUserStore, makeViewStore } from '#store'
import { buildWeb } from './build-web.ts'
import type { Command } from './io.ts'
import { loadExamples } from './load-examples.ts'
import { openDesk } from './open-desk.ts'
import { startWorkers } from './start-workers.ts'

const help = `openimr serve [--examples]: the server with the web application

Environment, all optional:
  PORT, HOST           where it listens (4610 on 127.0.0.1)
  DATABASE_URL         a PostgreSQL of yours; without it an embedded one in OPENIMR_HOME
  OPENIMR_HOME         folder for data (~/.openimr)
  BLOB_FOLDER          folder for files (OPENIMR_HOME/blobs)
  BLOB_URL             an S3-compatible service instead: s3://bucket/prefix?endpoint=…&region=…,
                       credentials as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY
  BLOB_CACHE_BYTES     room for local copies of its files (20 GiB)
  OPENIMR_HTTPS        1 where a proxy in front speaks https: cookies become secure
  OPENIMR_TRUST_PROXY  addresses of proxies in front, whose x-forwarded-for counts (none)
  OPENIMR_WORKERS      processes that read files (1); 0 where "openimr work" runs elsewhere
  OPENIMR_UPLOAD_LIMIT bytes of the largest file that is taken (4 GiB)
  OPENIMR_DROP         folder that is watched for files (docs/how-to/send-files-by-folder.md)
  OPENIMR_LOG          file for the log; without it nothing is logged
  OPENIMR_ORGANIZATION, OPENIMR_ADDRESS (lines by ";"), OPENIMR_PHONE, OPENIMR_DIRECTOR
--examples loads the example cases once and makes one sign-in per role.

Example:
  npm start`

/** `openimr serve`: runs until it is told to stop; ends calls that run, then closes the store. */
export const serve: Command = async (args, io) => {
  if (args.includes('--help')) {
    io.out(help)
    return 0
  }
  if (args.some((arg) => arg !== '--examples')) {
    io.err(help)
    return 2
  }
  const environment = process.env
  const port = Number(environment['PORT'] ?? 4610)
  const host = environment['HOST'] ?? '127.0.0.1'
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    io.err(`PORT is "${environment['PORT']}" and must be a number from 0 to 65535.`)
    return 2
  }
  const trustProxy = parseTrustedProxies(environment['OPENIMR_TRUST_PROXY'])
  if (!trustProxy.ok) {
    for (const refusal of trustProxy.refusals) io.err(explainRefusal(refusal))
    return 2
  }
  const workerCount = wholeNumber(environment['OPENIMR_WORKERS'] ?? '1', 64)
  const uploadLimitBytes = wholeNumber(
    environment['OPENIMR_UPLOAD_LIMIT'] ?? String(defaultSettings.uploadLimitBytes),
    Number.MAX_SAFE_INTEGER,
  )
  if (workerCount === null || uploadLimitBytes === null) {
    io.err('OPENIMR_WORKERS and OPENIMR_UPLOAD_LIMIT must be whole numbers.')
    return 2
  }
  const webFolder = await buildWeb(io)
  io.err('Opening the database …')
  const desk = await openDesk(environment, io)
  if (!desk.ok) {
    for (const refusal of desk.refusals) io.err(explainRefusal(refusal))
    return 2
  }
  const { home, database, proceedings, reviewers, queue } = desk.value
  const users = makeUserStore(database)
  try {
    const now = (): Instant => new Date().toISOString() as Instant
    const signIns = args.includes('--examples')
      ? await loadExamples({ proceedings, reviewers, users, home, folder: examplesFolder() }, io)
      : []
    const logFile = environment['OPENIMR_LOG']
    const server = await buildServer({
      proceedings,
      users,
      views: makeViewStore(database),
      accesses: makeAccessLog(database),
      now,
      webFolder,
      reading: queue,
      uploadFolder: join(home, 'uploads'),
      settings: {
        secure: environment['OPENIMR_HTTPS'] === '1',
        trustProxy: trustProxy.value,
        uploadLimitBytes,
      },
      ...(logFile ? { log: createWriteStream(logFile, { flags: 'a', mode: 0o600 }) } : {}),
    })
    const address = await server.listen({ port, host }).catch((fault: unknown) => {
      throw fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE'
        ? new PortTakenError(host, port)
        : fault
    })
    const sweeper = startSweeper({
      proceedings,
      now,
      onFault: () => io.err('The sweeper met a fault and will try again.'),
    })
    const workers = startWorkers(workerCount, () =>
      io.err('A worker ended unexpectedly; another one is started.'),
    )
    const dropFolder = environment['OPENIMR_DROP']
    const drop = dropFolder
      ? startDropWatch({
          folder: dropFolder,
          proceedings,
          now,
          onFault: () => io.err('The drop folder could not be read and is tried again.'),
        })
      : null
    // Clocks that ran out while nobody was there are found before the address is told.
    await sweeper.sweep()

    io.out('')
    io.out(`OpenIMR is at ${address}`)
    io.out(`Database: PostgreSQL ${database.engine.version}, ${database.engine.kind}`)
    if (signIns.length > 0) {
      io.out('Sign-ins for the examples:')
      for (const { userName, password, says } of signIns) {
        io.out(`  ${userName.padEnd(28)} ${password}   ${says}`)
      }
    }
    io.out('Stop with Ctrl-C.')

    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    })
    io.err('Stopping …')
    await Promise.all([sweeper.stop(), drop?.stop()])
    await Promise.all([workers.stop(), server.close()])
    return 0
  } finally {
    await desk.value.close()
  }
}

function wholeNumber(text: string, most: number): number | null {
  const number = Number(text)
  return /^\d+$/.test(text) && number <= most ? number : null
}

/** Somebody listens there already. */
class PortTakenError extends Error {
  constructor(host: string, port: number) {
    super(
      `Port ${port} of ${host} is in use: is OpenIMR running already? Stop it, or set PORT to another number.`,
    )
    this.name = 'PortTakenError'
  }
}

function examplesFolder(): string {
  return fileURLToPath(new URL('../../examples/', import.meta.url))
}
