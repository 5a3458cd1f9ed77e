import { foldEvents, type PageTextsPart, type ReadingQueue, type WaitingFile } from '#case'
import {
  type Instant,
  isNonEmpty,
  ok,
  type Refusal,
  type Result,
  refuse,
  refused,
} from '#foundation'
import type { ArtifactReference } from '#integrity'
import type { FileContent, FileReading, PageText } from '#records'
import { type Acted, appendDecided, type CommandBody, loadCase } from './act-on.ts'
import { putJson, withFile } from './artifacts.ts'
import type { Deps } from './deps.ts'
import { receivedFiles } from './read-record.ts'
import { proceedingsRefusals } from './refusals.ts'
import { isStorageFull } from './storage-full.ts'

/** What became of a file that waited. */
export type ReadingOutcome =
  /** Its pages are in the record. */
  | 'read'
  /** It cannot be read, and the case says why. */
  | 'given-up'
  /** It waits again: a fault, a full disk, or the reader was told to stop. */
  | 'released'
  /** Somebody else has it meanwhile, or nobody needs it read any more. */
  | 'left'

export type ReadingTerms = {
  now(): Instant
  /** So long after its last sign of life a reader's file is given to another one. */
  readonly leaseSeconds: number
  /** Tells the reader to give the file back. */
  readonly signal?: AbortSignal
  /** Told of a fault of ours, before the file is given back. */
  onFault?(fault: unknown): void
}

/** So many readers may die over a file, or meet a fault; then a person has to look at it. */
export const readingAttempts = 3

/**
 * Reads the pages of a file that waited, and says so in its case. Twenty pages at a time are kept
 * as they are read: whoever takes the file up again after a kill goes on behind them. A refusal of
 * the engine ends the reading (`RecordNotRead`); so does the third attempt that meets a fault. A
 * full disk is nobody's fault: the file waits until there is room.
 */
export async function readWaitingFile(
  deps: Deps,
  queue: ReadingQueue,
  waiting: WaitingFile,
  terms: ReadingTerms,
): Promise<ReadingOutcome> {
  const { caseId, documentId, attempt } = waiting
  const mine = { caseId, documentId, attempt }
  const lost = new AbortController()
  const stop = terms.signal ? AbortSignal.any([terms.signal, lost.signal]) : lost.signal
  let said: Said = { stage: 'preparing', pagesDone: pagesIn(waiting.parts), pages: null }
  const report = async (more: Partial<Said>, part?: PageTextsPart): Promise<void> => {
    said = { ...said, ...more }
    const { leaseSeconds } = terms
    const kept = await queue.report({
      ...mine,
      ...said,
      now: terms.now(),
      leaseSeconds,
      ...(part ? { part } : {}),
    })
    if (!kept) lost.abort()
  }
  const release = async (seconds: number, blameless: boolean): Promise<ReadingOutcome> => {
    const notBefore = new Date(Date.parse(terms.now()) + seconds * 1000).toISOString() as Instant
    await queue.release({ ...mine, notBefore, ...(blameless ? { blameless } : {}) })
    return 'released'
  }
  const end = async (command: CommandBody): Promise<ReadingOutcome> => {
    const acted = await say(deps, terms.now(), caseId, command)
    if (!acted.ok) return 'left'
    return command.type === 'RecordReading' ? 'read' : 'given-up'
  }

  if (attempt > readingAttempts) return end(giveUp(documentId, [interrupted()]))
  // A page that takes long is no reason to take the file away: the engine has bounds of its own.
  const alive = setInterval(
    () => {
      report({}).catch(() => undefined)
    },
    (terms.leaseSeconds / 3) * 1000,
  )
  try {
    const read = await readPages(deps, caseId, documentId, waiting.parts, { report, signal: stop })
    if (lost.signal.aborted) return 'left'
    if (stop.aborted) return release(0, true)
    return read.ok ? end(read.value) : end(giveUp(documentId, read.refusals))
  } catch (fault) {
    if (lost.signal.aborted) return 'left'
    if (stop.aborted) return release(0, true)
    terms.onFault?.(fault)
    if (isStorageFull(fault)) return release(waitForRoomSeconds, true)
    if (attempt >= readingAttempts) return end(giveUp(documentId, [interrupted()]))
    return release(30 * attempt ** 2, false)
  } finally {
    clearInterval(alive)
  }
}

/**
 * Reads a received file in this process, without a queue: for runs that keep nothing waiting.
 * What cannot be read is said in the case, as a worker would.
 */
export async function readFileNow(
  deps: Deps,
  at: Instant,
  caseId: string,
  documentId: string,
): Promise<Result<Acted>> {
  const read = await readPages(deps, caseId, documentId, [], { report: async () => undefined })
  const said = await say(deps, at, caseId, read.ok ? read.value : giveUp(documentId, read.refusals))
  if (said.ok || said.refusals[0].code !== 'record-already-read') return said
  // A worker was faster.
  const state = await loadCase(deps, caseId)
  return state.ok ? ok({ caseId, version: state.value.version, state: state.value }) : state
}

type Said = {
  readonly stage: 'preparing' | 'reading'
  readonly pagesDone: number
  readonly pages: number | null
}

type Hearing = {
  report(said: Partial<Said>, part?: PageTextsPart): Promise<void>
  readonly signal?: AbortSignal
}

const waitForRoomSeconds = 60
const pagesInPart = 20

/** The command that says the reading; the pages before it are kept, in parts. */
async function readPages(
  deps: Deps,
  caseId: string,
  documentId: string,
  kept: readonly PageTextsPart[],
  hearing: Hearing,
): Promise<Result<CommandBody>> {
  const events = await deps.cases.load(caseId)
  const file = receivedFiles(events).find(({ received }) => received.documentId === documentId)
  if (!file) throw new TypeError('a file that waits has been received')
  const { sha256, mediaType } = file.received.file
  return withFile(deps, { sha256 }, (opened) =>
    deps.workFiles.withFolders(async (another) => {
      await hearing.report({ stage: 'preparing' })
      const folder = await another()
      const shown = await deps.recordReader.render(opened, { mediaType, folder })
      if (!shown.ok) return shown
      const rendition = shown.value === null ? null : await keepRendition(deps, shown.value)
      const parts = [...kept]
      let pages: PageText[] = []
      const keepPart = async (some: readonly PageText[], done: number): Promise<void> => {
        const part = await putPart(deps, sha256, some)
        parts.push(part)
        await hearing.report({ stage: 'reading', pagesDone: done }, part)
      }
      const read = await deps.recordReader.readPages(shown.value ?? opened, {
        from: pagesIn(kept) + 1,
        onPages: async (more, { of }) => {
          for (const page of more) {
            pages.push(page)
            if (pages.length < pagesInPart) continue
            await keepPart(pages, page.page)
            pages = []
          }
          const last = more.at(-1)
          if (last) await hearing.report({ stage: 'reading', pagesDone: last.page, pages: of })
        },
        ...(hearing.signal ? { signal: hearing.signal } : {}),
      })
      if (!read.ok) return read
      if (hearing.signal?.aborted) return refused(interrupted())
      if (pages.length > 0) await keepPart(pages, read.value.pages)
      const { engine, remarks, pages: count } = read.value
      return ok({
        type: 'RecordReading' as const,
        documentId,
        pages: count,
        pageTexts: parts,
        engine,
        remarks,
        ...(rendition ? { rendition } : {}),
      })
    }),
  )
}

async function putPart(
  deps: Deps,
  sha256: string,
  pages: readonly PageText[],
): Promise<PageTextsPart> {
  // Which engine it was is known at the end, and stands in the event.
  const reading: FileReading = { sha256, engine: 'named by RecordRead', pages, remarks: [] }
  return {
    first: pages[0]?.page ?? 0,
    last: pages.at(-1)?.page ?? 0,
    artifact: await putJson(deps.artifacts, 'page-texts', reading),
  }
}

function keepRendition(deps: Deps, content: FileContent): Promise<ArtifactReference> {
  return content instanceof Uint8Array
    ? deps.artifacts.put(content, 'rendition', 'application/pdf')
    : deps.artifacts.putFile(content.path, 'rendition', 'application/pdf')
}

function pagesIn(parts: readonly PageTextsPart[]): number {
  return parts.at(-1)?.last ?? 0
}

/** Someone else may act on the case at the same time, and more than once. */
const appendAttempts = 50

async function say(
  deps: Deps,
  at: Instant,
  caseId: string,
  command: CommandBody,
): Promise<Result<Acted>> {
  const act = { by: { kind: 'system', name: 'record-reader' }, at } as const
  for (let attempt = 1; ; attempt += 1) {
    const state = foldEvents(await deps.cases.load(caseId))
    const acted = await appendDecided(deps, act, caseId, state, [command])
    if (acted.ok || acted.refusals[0].code !== 'case-changed-meanwhile') return acted
    if (attempt === appendAttempts) return acted
  }
}

function giveUp(documentId: string, refusals: readonly Refusal[]): CommandBody {
  const first = isNonEmpty(refusals) ? refusals[0] : interrupted()
  return { type: 'GiveUpReading', documentId, code: first.code, because: first.because }
}

function interrupted(): Refusal {
  const because = `reading it was tried ${readingAttempts} times and never came to its end`
  return refuse(proceedingsRefusals, 'reading-interrupted', because)
}
