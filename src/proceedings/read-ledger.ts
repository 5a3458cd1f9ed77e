import { type CaseState, foldEvents, type ListedDocument, type RecordedEvent } from '#case'
import type { Assessment } from '#criteria'
import { canonicalJson, type Instant, ok, type RecordCitation, type Result } from '#foundation'
import {
  findLedgerDefect,
  type LedgerLine,
  ledgerInTurns,
  listDocuments,
  type RecordDocument,
} from '#records'
import { loadEvents } from './act-on.ts'
import type { Deps } from './deps.ts'
import { readAssessments, readFacts } from './prepare-review.ts'
import { type ReceivedFile, receivedFiles } from './read-record.ts'
import { type PreparedRecord, recordOfCase } from './record-of-case.ts'
import { takingTurns } from './taking-turns.ts'

/** Where a page of the record is used. */
export type PageCitation =
  /** A statement found on the page that the reviewer confirmed. */
  | { readonly in: 'fact'; readonly factId: string; readonly says: string }
  /** A statement of the reasons of a decision. */
  | { readonly in: 'rationale'; readonly treatmentId: string; readonly says: string }
  /** What a criterion of the guideline was found on. */
  | {
      readonly in: 'criterion'
      readonly treatmentId: string
      readonly criterionId: string
      readonly says: string
    }

/** A page with all that is known of it but who looked at it. */
export type LivePage = LedgerLine & {
  /** `none`: a picture that nobody could read. */
  readonly source: 'layer' | 'ocr' | 'none'
  /** Read from a picture, and not well: somebody should compare the two. */
  readonly poorlyRead: boolean
  readonly cited: readonly PageCitation[]
}

/** The ledger of a case as it stands now, before the record is complete too. */
export type LiveLedger = {
  readonly files: readonly (ReceivedFile & {
    readonly receivedAt: Instant
    readonly reading: 'waiting' | 'read' | 'failed'
  })[]
  readonly documents: readonly RecordDocument[]
  readonly lines: readonly LivePage[]
  readonly pages: number
  readonly duplicates: number
  readonly unreadable: readonly { readonly fileId: string; readonly page: number }[]
  /** The letter's list as it would be made of these lines. */
  readonly listed: readonly ListedDocument[]
  /** Whether the list that the case has is this one; null before it has any. */
  readonly listIsCurrent: boolean | null
}

/** Below this share a page that was read from its picture has about every tenth word wrong. */
const poorBelow = 0.8

/**
 * Every page of the record in one line: document, duplicate, how it was read, where it is cited.
 * Made of the files as they are now; the list of the letter is made of the same lines.
 */
export async function readLedger(deps: Deps, caseId: string): Promise<Result<LiveLedger>> {
  const loaded = await loadEvents(deps, caseId)
  if (!loaded.ok) return loaded
  const state = foldEvents(loaded.value)
  const record = await recordOfCase(deps, loaded.value)
  const ledger = await takingTurns(ledgerInTurns(record.known, record.documents))
  const listed = listDocuments(ledger)
  const cited = await citationsOf(deps, caseId, state)
  if (!cited.ok) return cited
  return ok({
    ...ledger,
    files: filesOf(loaded.value, record),
    documents: record.documents,
    lines: ledger.lines.map((line) => livePage(line, record, cited.value)),
    listed,
    listIsCurrent:
      state.listedDocuments.length === 0
        ? null
        : findLedgerDefect(ledger, state.listedDocuments, filesIn(record)) === null,
  })
}

const filesIn = ({ known }: PreparedRecord) =>
  known.map(({ fileId, reading, pages }) => ({ fileId, pages: reading?.pages.length ?? pages }))

function filesOf(
  events: readonly RecordedEvent[],
  { waiting }: PreparedRecord,
): LiveLedger['files'] {
  const receivedAt = new Map(
    events.flatMap(({ at, event }) =>
      event.type === 'RecordReceived' ? [[event.documentId, at] as const] : [],
    ),
  )
  return receivedFiles(events).flatMap((file) => {
    const { documentId } = file.received
    const at = receivedAt.get(documentId)
    const waits = waiting.some(({ received }) => received.documentId === documentId)
    const reading = waits ? 'waiting' : file.parts.length > 0 ? 'read' : 'failed'
    return at === undefined ? [] : [{ ...file, receivedAt: at, reading }]
  })
}

function livePage(
  line: LedgerLine,
  record: PreparedRecord,
  cited: ReadonlyMap<string, readonly PageCitation[]>,
): LivePage {
  const file = record.known.find(({ fileId }) => fileId === line.fileId)
  const source = file?.reading?.pages[line.page - 1]?.source ?? 'none'
  return {
    ...line,
    source,
    poorlyRead: line.confidence !== undefined && line.confidence < poorBelow,
    cited: cited.get(`${file?.sha256} ${line.page}`) ?? [],
  }
}

/** What cites each page; by the file's hash, for ids of documents change when they are corrected. */
async function citationsOf(
  deps: Deps,
  caseId: string,
  state: CaseState,
): Promise<Result<ReadonlyMap<string, readonly PageCitation[]>>> {
  const cited = new Map<string, PageCitation[]>()
  const cite = (place: Pick<RecordCitation, 'sha256' | 'page'>, citation: PageCitation): void => {
    const key = `${place.sha256} ${place.page}`
    const known = cited.get(key) ?? []
    if (known.some((each) => canonicalJson(each) === canonicalJson(citation))) return
    cited.set(key, [...known, citation])
  }
  const confirmed = new Set(state.factsConfirmed)
  // Those of a large record weigh ten megabytes: looked through only where one may be cited.
  const facts = confirmed.size > 0 ? await readFacts(deps, caseId) : ok([])
  if (!facts.ok) return facts
  for (const { factId, citation } of facts.value) {
    if (confirmed.has(factId)) cite(citation, { in: 'fact', factId, says: citation.quote })
  }
  for (const { treatmentId, sources } of state.issues) {
    for (const source of sources) {
      if (source.kind === 'record')
        cite(source, { in: 'rationale', treatmentId, says: source.says })
    }
  }
  const assessments = await readAssessments(deps, caseId)
  if (!assessments.ok) return assessments
  for (const { treatmentId, root } of assessments.value) {
    for (const { criterionId, statement, evidence } of leavesOf(root)) {
      for (const place of evidence) {
        cite(place, { in: 'criterion', treatmentId, criterionId, says: statement })
      }
    }
  }
  return ok(cited)
}

function leavesOf(assessment: Assessment): readonly {
  readonly criterionId: string
  readonly statement: string
  readonly evidence: readonly RecordCitation[]
}[] {
  if (assessment.children.length > 0) return assessment.children.flatMap(leavesOf)
  const { criterionId, statement } = assessment
  return [{ criterionId, statement, evidence: 'evidence' in assessment ? assessment.evidence : [] }]
}
