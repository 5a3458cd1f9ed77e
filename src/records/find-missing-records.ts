import {
  atAStretch,
  type InTurns,
  type NonEmpty,
  type PartialDate,
  type PlainDate,
  type RecordCitation,
} from '#foundation'
import { sha256Of } from '#integrity'
import type { DocumentKind, RecordDocument } from './document.ts'
import { regionsNamed } from './document-mentions.ts'
import { findOwnDates } from './find-document-date.ts'
import { findMentions, type Mention } from './find-mentions.ts'
import type { FileReading } from './page.ts'

/** A document that the record speaks of with a date. */
export type MentionedRecord = {
  /** The same for the same kind and day, whatever else is found. */
  readonly missingId: string
  /** `unidentified` where the text only says "report". */
  readonly kind: DocumentKind
  /** In the words of the text: "MRI of the lumbar spine". */
  readonly what: string
  readonly date: PartialDate
  /** Last day, where the text speaks of documents of a time. */
  readonly through?: PartialDate
  readonly author?: string
  /** Every place that speaks of it. */
  readonly mentions: NonEmpty<RecordCitation>
  /** The document of the record that it is; null where there is none. */
  readonly foundIn: string | null
}

/** A document that the record speaks of and that is not in it. */
export type MissingRecord = MentionedRecord & { readonly foundIn: null }

/**
 * The documents that the record mentions with a date and that are not among its documents, with
 * the pages that mention each; a proposal for a request to the parties.
 * Authority: 8 CCR 9792.10.5(a)(1), (d).
 */
export function findMissingRecords(
  readings: ReadonlyMap<string, FileReading>,
  documents: readonly RecordDocument[],
): readonly MissingRecord[] {
  return findMentionedRecords(readings, documents).filter(
    (record): record is MissingRecord => record.foundIn === null,
  )
}

/**
 * The documents that the record mentions with a date, each with every place and with the document
 * that it is. A mentioned document is there when one of a fitting kind bears that date as its own;
 * documents of a time are there when one of them is. Pages that cannot be read answer nothing: look
 * at them before asking.
 */
export function findMentionedRecords(
  readings: ReadonlyMap<string, FileReading>,
  documents: readonly RecordDocument[],
): readonly MentionedRecord[] {
  return atAStretch(mentionedInTurns(readings, documents))
}

/** `findMentionedRecords`, page by page. */
export function* mentionedInTurns(
  readings: ReadonlyMap<string, FileReading>,
  documents: readonly RecordDocument[],
): InTurns<readonly MentionedRecord[]> {
  const present: Present[] = []
  for (const document of documents) {
    present.push(presentOf(document, readings.get(document.fileId)))
    yield
  }
  const mentioned = new Map<string, readonly MentionGroup[]>()
  for (const document of documents) {
    const reading = readings.get(document.fileId)
    if (!reading || document.kind === 'cover-sheet') continue
    for (const page of pagesOf(document, reading)) {
      yield
      for (const mention of findMentions(page.text, document.date)) {
        const citation: RecordCitation = {
          documentId: document.documentId,
          sha256: document.sha256,
          page: page.page,
          span: mention.span,
          quote: page.text.slice(mention.span.start, mention.span.end),
        }
        const key = keyOf(mention)
        const regions = mention.lexicon.study ? regionsNamed(mention.what) : []
        mentioned.set(key, together(mentioned.get(key) ?? [], { mention, regions, citation }))
      }
    }
  }
  return [...mentioned]
    .flatMap(([key, groups]) =>
      groups.map((group) =>
        // Studies of several regions on one day are several documents.
        recordOf(groups.length > 1 ? `${key} ${group.regions.join()}` : key, group, present),
      ),
    )
    .toSorted((first, second) => (first.date.value < second.date.value ? -1 : 1))
}

const keyOf = ({ lexicon, date, through }: Mention) =>
  [lexicon.kind, date.value, ...(through ? [through.value] : [])].join(' ')

/** Mentions of one document; the mention is the first that names its region. */
type MentionGroup = {
  readonly mention: Mention
  readonly regions: readonly string[]
  readonly citations: NonEmpty<RecordCitation>
}

/** Mentions that name no region speak of the study whose region others name. */
function together(
  groups: readonly MentionGroup[],
  {
    mention,
    regions,
    citation,
  }: {
    readonly mention: Mention
    readonly regions: readonly string[]
    readonly citation: RecordCitation
  },
): readonly MentionGroup[] {
  const known = groups.find(
    (group) =>
      regions.length === 0 ||
      group.regions.length === 0 ||
      regions.some((region) => group.regions.includes(region)),
  )
  if (!known) return [...groups, { mention, regions, citations: [citation] }]
  const merged: MentionGroup = {
    ...(known.regions.length === 0 && regions.length > 0 ? { mention, regions } : known),
    citations: [...known.citations, citation],
  }
  return groups.map((group) => (group === known ? merged : group))
}

type Present = {
  readonly document: RecordDocument
  readonly ownDates: ReadonlySet<string>
  /** Of the study that the document reports. */
  readonly regions: readonly string[]
}

/** The document that is what was mentioned; null where there is none. */
function findPresent(mention: Mention, present: readonly Present[]): string | null {
  const { date, through, lexicon } = mention
  const asked = lexicon.study ? regionsNamed(mention.what) : []
  const found = present.find(({ document, ownDates, regions }) => {
    if (!lexicon.answeredBy.has(document.kind)) return false
    const other = asked.length > 0 && regions.length > 0
    if (other && !asked.some((region) => regions.includes(region))) return false
    const own = document.date ? [document.date, ...ownDates] : [...ownDates]
    if (through) return own.some((day) => date.value <= day && day <= `${through.value}~`)
    if (date.precision !== 'day') return document.date?.startsWith(date.value) ?? false
    return own.includes(date.value as PlainDate)
  })
  return found?.document.documentId ?? null
}

function presentOf(document: RecordDocument, reading: FileReading | undefined): Present {
  return {
    document,
    ownDates: ownDatesOf(document, reading),
    regions: regionsOf(document, reading),
  }
}

/** The pages of a document; those of a file are counted from 1 without gaps. */
const pagesOf = ({ pages }: RecordDocument, reading: FileReading) =>
  reading.pages.slice(pages.first - 1, pages.last)

/** The days that a document bears as its own: of the study, of the report, of the signature. */
function ownDatesOf(document: RecordDocument, reading: FileReading | undefined) {
  const own = new Set<string>()
  for (const day of [document.dateOfService, document.dateOfReport]) if (day) own.add(day)
  const pages = reading ? pagesOf(document, reading) : []
  const ends = pages.length > 1 ? [pages[0], pages.at(-1)] : pages
  const lines = ends.flatMap((page) => {
    const all = page?.text.split('\n') ?? []
    return all.length > 24 ? [...all.slice(0, 14), ...all.slice(-8)] : all
  })
  for (const day of findOwnDates(lines)) own.add(day)
  return own
}

/** The regions in the title of a study's report; where it has none, those near its top. */
function regionsOf(document: RecordDocument, reading: FileReading | undefined): readonly string[] {
  const titled = regionsNamed(document.title)
  if (titled.length > 0) return titled
  const first = reading ? (pagesOf(document, reading)[0]?.text ?? '') : ''
  return regionsNamed(first.slice(0, 1500))
}

function recordOf(
  key: string,
  { mention, citations }: MentionGroup,
  present: readonly Present[],
): MentionedRecord {
  const { lexicon, what, date, through, author } = mention
  return {
    missingId: `m-${sha256Of(key).slice(0, 12)}`,
    kind: lexicon.kind,
    what,
    date,
    ...(through ? { through } : {}),
    ...(author === undefined ? {} : { author }),
    mentions: citations,
    foundIn: findPresent(mention, present),
  }
}
