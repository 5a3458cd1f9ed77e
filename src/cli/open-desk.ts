import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadingQueue } from '#case'
import { makeApplicationForms, makeLetterPrinter, makePdfReader, makeRecordReader } from '#engines'
import { ok, type Result } from '#foundation'
import type { Deps } from '#proceedings'
import {
  type Database,
  homeFolder,
  makeCaseStore,
  makeReadingQueue,
  makeReviewerStore,
  makeWorkFiles,
  openArtifactStore,
  openDatabase,
  type ReviewerStore,
} from '#store'
import type { Io } from './io.ts'
import { organizationFrom } from './make-deps.ts'

/** The practice's cases, as the server and its workers have them. */
export type Desk = {
  readonly home: string
  readonly database: Database
  readonly proceedings: Deps
  readonly reviewers: ReviewerStore
  readonly queue: ReadingQueue
  close(): Promise<void>
}

/**
 * Opens what the environment names: database, files, engines (`openimr serve --help`).
 * Refusal: `blob-url-unreadable`.
 */
export async function openDesk(
  environment: Readonly<Record<string, string | undefined>>,
  io: Pick<Io, 'err'>,
): Promise<Result<Desk>> {
  const home = homeFolder()
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const artifacts = await openArtifactStore(home, environment)
  if (!artifacts.ok) return artifacts
  const url = environment['DATABASE_URL']
  const organization = organizationFrom(environment)
  const database = await openDatabase({ home, ...(url ? { url } : {}) })
  for (const warning of database.engine.warnings) io.err(`Warning: ${warning}`)
  const engines = {
    pdf: makePdfReader(),
    recordReader: makeRecordReader(),
    forms: makeApplicationForms(),
    printer: makeLetterPrinter({ organizationName: organization.name }),
  }
  const reviewers = makeReviewerStore(database)
  return ok({
    home,
    database,
    reviewers,
    queue: makeReadingQueue(database),
    proceedings: {
      ...engines,
      cases: makeCaseStore(database),
      artifacts: artifacts.value,
      reviewers,
      organization,
      newId: () => crypto.randomUUID(),
      workFiles: makeWorkFiles(join(home, 'work')),
    },
    close: async () => {
      await Promise.all(Object.values(engines).map((engine) => engine.close()))
      await database.close()
    },
  })
}
