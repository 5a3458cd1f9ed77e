import { atAStretch, type InTurns } from '#foundation'
import { type DocumentKind, documentIdOf, type RecordDocument } from './document.ts'
import { formOf, keepCapitals, kindLexicons } from './document-lexicon.ts'
import { authorInTurns } from './find-author.ts'
import { findDocumentDates } from './find-document-date.ts'
import type { FileReading } from './page.ts'
import { featuresOf, type PageFeatures } from './page-features.ts'
import { type PageRun, splitPages } from './split-pages.ts'

/**
 * The documents in a received file, in the order of their pages: kind, title, author, dates and
 * page range as far as the pages say them. Every page is in exactly one document; pages that
 * nobody can read form documents of kind `unidentified`. A proposal: a person corrects it.
 * Authority: 8 CCR 9792.10.6(d) (list of the documents reviewed).
 */
export function identifyDocuments(
  reading: FileReading,
  about: { readonly fileId: string; readonly fileName: string },
): readonly RecordDocument[] {
  return atAStretch(identifyInTurns(reading, about))
}

/** `identifyDocuments`, page by page and document by document. */
export function* identifyInTurns(
  reading: FileReading,
  about: { readonly fileId: string; readonly fileName: string },
): InTurns<readonly RecordDocument[]> {
  const features: PageFeatures[] = []
  for (const page of reading.pages) {
    features.push(featuresOf(page))
    yield
  }
  const documents: RecordDocument[] = []
  const runs = splitPages(features)
  yield
  for (const run of runs) {
    documents.push(yield* documentOf(run, reading, about))
    yield
  }
  return documents
}

function* documentOf(
  { pages: run, sureness }: PageRun,
  reading: FileReading,
  about: { readonly fileId: string },
): InTurns<RecordDocument> {
  const { kind, sure } = yield* kindOf(run)
  yield
  const lines = run.flatMap((page) => page.lines)
  const author = kind === 'blank' ? null : yield* authorInTurns(lines)
  yield
  const { date, service, report } = findDocumentDates(kind, lines)
  yield
  const first = run[0]?.page.page ?? 1
  const title = titleOf(kind, run)
  const form = formOf(kind, title, run[0]?.lines ?? [])
  return {
    documentId: documentIdOf(about.fileId, first),
    fileId: about.fileId,
    sha256: reading.sha256,
    kind,
    ...(form ? { form } : {}),
    title,
    ...(author ? { author: author.name } : {}),
    ...(author?.specialty ? { specialty: author.specialty } : {}),
    ...(date ? { date } : {}),
    ...(service ? { dateOfService: service } : {}),
    ...(report ? { dateOfReport: report } : {}),
    pages: { first, last: run.at(-1)?.page.page ?? first },
    confidence: Math.round(100 * sureness * sure) / 100,
  }
}

type KindFound = { readonly kind: DocumentKind; readonly sure: number }

function* kindOf(run: readonly PageFeatures[]): InTurns<KindFound> {
  if (run.every(({ state }) => state === 'empty')) return { kind: 'blank', sure: 0.95 }
  // A picture without words may be anything.
  if (run.every(({ state }) => state !== 'text')) return { kind: 'unidentified', sure: 0.3 }
  const title = run[0]?.title
  if (title) return { kind: title.kind, sure: title.at < 6 ? 0.98 : 0.9 }
  return yield* kindByWords(run.flatMap(({ lines }) => lines).join('\n'))
}

/** Without a title, the kind whose customary words are there in the greatest share. */
function* kindByWords(text: string): InTurns<KindFound> {
  let best: { readonly kind: DocumentKind; readonly score: number } = {
    kind: 'unidentified',
    score: 0,
  }
  for (const entry of kindLexicons) {
    yield
    const hits = entry.words.filter((word) => word.test(text)).length
    const score = hits + hits / entry.words.length
    if (hits >= entry.wordsNeeded && score > best.score) best = { kind: entry.kind, score }
  }
  return {
    kind: best.kind,
    sure: best.kind === 'unidentified' ? 0.4 : Math.min(0.85, 0.5 + best.score / 16),
  }
}

function titleOf(kind: DocumentKind, run: readonly PageFeatures[]): string {
  if (kind === 'blank') return 'Blank page'
  if (kind === 'unidentified' && run.every(({ state }) => state !== 'text')) {
    return run.length === 1 ? 'Page without readable text' : 'Pages without readable text'
  }
  const line = run[0]?.title?.line
  const named = line ? sentenceCase(line.replace(/[\s:-]+$/, '')) : nameOf(kind)
  const study = kind === 'imaging-report' ? studyOf(run[0]?.lines ?? []) : null
  return study && !named.toLowerCase().includes(study.toLowerCase()) ? `${named}: ${study}` : named
}

const nameOf = (kind: DocumentKind) =>
  kindLexicons.find((entry) => entry.kind === kind)?.title ?? 'Document of unknown kind'

/** "Exam: MRI lumbar spine without contrast": which study an imaging report is of. */
function studyOf(lines: readonly string[]): string | null {
  for (const line of lines.slice(0, 24)) {
    const match = /^(?:exam(?:ination)?|study|procedure|test)s?\s*:\s*(.{3,80})$/i.exec(line)
    if (match?.[1] && !/\d{1,2}\/\d{1,2}\/\d{2}/.test(match[1])) {
      return sentenceCase(match[1].replace(/[\s.]+$/, ''))
    }
  }
  return null
}

/** A title set in capitals in ordinary letters; abbreviations of the field keep theirs. */
function sentenceCase(line: string): string {
  if (line !== line.toUpperCase()) return line
  const words = line.split(/(\s+|[(),:])/).map((word) => {
    const kept = keepCapitals.get(word.toUpperCase())
    return kept ?? (/\d/.test(word) ? word : word.toLowerCase())
  })
  const text = words.join('')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
