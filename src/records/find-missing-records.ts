import type { NonEmpty, PartialDate, RecordCitation } from '#foundation'
import type { DocumentKind, RecordDocument } from './document.ts'
import { regionsNamed } from './document-mentions.ts'
import { findOwnDates } from './find-document-date.ts'
import { findMentions, type Mention } from './find-mentions.ts'
import type { FileReading } from './page.ts'

/** A document that the record speaks of and that is not in it. */
export type MissingRecord = {
  /** `unidentified` where the text only says "report". */
  readonly kind: DocumentKind
  /** In the words of the text: "MRI of the lumbar spine". */
  readonly what: string
  readonly date: PartialDate
  readonly author?: string
  /** Every place that speaks of it. */
  readonly mentions: NonEmpty<RecordCitation>
}

/**
 * The documents that the record mentions with a date and that are not among its documents, with
 * the pages that mention each; a proposal for a request to the parties. A mentioned document is
 * there when one of a fitting kind bears that date as its own.
 * Pages that cannot be read answer nothing: look at them before asking.
 * Authority: 8 CCR 9792.10.5(a)(1), (d).
 */
export function findMissingRecords(
  readings: ReadonlyMap<string, FileReading>,
  documents: readonly RecordDocument[],
): readonly MissingRecord[] {
  const present = documents.map((document) => ({
    document,
    ownDates: ownDatesOf(document, readings.get(document.fileId)),
    regions: regionsOf(document, readings.get(document.fileId)),
  }))
  const missing = new Map<string, { mention: Mention; citations: RecordCitation[] }>()
  for (const document of documents) {
    const reading = readings.get(document.fileId)
    if (!reading || document.kind === 'cover-sheet') continue
    for (const page of reading.pages) {
      if (page.page < document.pages.first || page.page > document.pages.last) continue
      for (const mention of findMentions(page.text, document.date)) {
        if (isPresent(mention, present)) continue
        const citation: RecordCitation = {
          documentId: document.documentId,
          sha256: document.sha256,
          page: page.page,
          span: mention.span,
          quote: page.text.slice(mention.span.start, mention.span.end),
        }
        const region = mention.lexicon.study ? regionsNamed(mention.what).join() : ''
        const key = `${mention.lexicon.kind} ${mention.date.value} ${region}`
        const known = missing.get(key)
        if (known) known.citations.push(citation)
        else missing.set(key, { mention, citations: [citation] })
      }
    }
  }
  return [...missing.values()]
    .map(({ mention, citations }) => recordOf(mention, citations))
    .toSorted((first, second) => (first.date.value < second.date.value ? -1 : 1))
}

type Present = {
  readonly document: RecordDocument
  readonly ownDates: ReadonlySet<string>
  /** Of the study that the document reports. */
  readonly regions: readonly string[]
}

function isPresent(mention: Mention, present: readonly Present[]): boolean {
  const { date, lexicon } = mention
  const asked = lexicon.study ? regionsNamed(mention.what) : []
  return present.some(({ document, ownDates, regions }) => {
    if (!lexicon.answeredBy.has(document.kind)) return false
    const other = asked.length > 0 && regions.length > 0
    if (other && !asked.some((region) => regions.includes(region))) return false
    if (date.precision !== 'day') return document.date?.startsWith(date.value) ?? false
    return document.date === date.value || ownDates.has(date.value)
  })
}

/** The days that a document bears as its own: of the study, of the report, of the signature. */
function ownDatesOf(document: RecordDocument, reading: FileReading | undefined) {
  const pages = (reading?.pages ?? []).filter(
    ({ page }) => page === document.pages.first || page === document.pages.last,
  )
  return findOwnDates(
    pages.flatMap(({ text }) => {
      const lines = text.split('\n')
      return lines.length > 24 ? [...lines.slice(0, 14), ...lines.slice(-8)] : lines
    }),
  )
}

/** The regions in the title of a study's report; where it has none, those near its top. */
function regionsOf(document: RecordDocument, reading: FileReading | undefined): readonly string[] {
  const titled = regionsNamed(document.title)
  if (titled.length > 0) return titled
  const first = reading?.pages.find(({ page }) => page === document.pages.first)?.text ?? ''
  return regionsNamed(first.slice(0, 1500))
}

function recordOf(mention: Mention, citations: readonly RecordCitation[]): MissingRecord {
  const [first, ...rest] = citations
  if (!first) throw new TypeError('a missing record is mentioned somewhere')
  return {
    kind: mention.lexicon.kind,
    what: mention.what,
    date: mention.date,
    ...(mention.author === undefined ? {} : { author: mention.author }),
    mentions: [first, ...rest],
  }
}
