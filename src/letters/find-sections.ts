import type { LetterFormat } from './read-letter-types.ts'

/** The parts of a letter, as slices of its text; null where a heading was not found. */
export type LetterSections = {
  readonly format: LetterFormat
  /** Above the first heading: the header table. */
  readonly header: string
  /** Between the first heading and the summary: how it was made, credentials. */
  readonly howMade: string | null
  readonly summary: string | null
  readonly issues: string | null
}

const howMade = heading('HOW\\s+THE\\s+IMR\\s+FINAL\\s+DETERMINATION\\s+WAS\\s+MADE')
const documents = heading('DOCUMENTS\\s+REVIEWED(?!\\s+FOR)')
const summary = heading('CLINICAL\\s+CASE\\s+SUMMARY')
const issuesF1 = heading('IMR\\s+ISSUES?,\\s+DECISIONS?,?\\s+AND\\s+RATIONALES?')
const issuesF2 = heading('IMR\\s+DECISIONS?(?:\\(S\\))?\\s+AND\\s+RATIONALES?(?:\\(S\\))?')
const serviceProof = /(?:^|[\n\f])PROOF OF SERVICE(?=[\n\f])/

/** A heading stands alone in its line; only where lines were lost it is looked for anywhere. */
type Heading = { readonly alone: RegExp; readonly anywhere: RegExp }

function heading(words: string): Heading {
  return {
    alone: new RegExp(`(?<=^|[\\n\\f])${words}\\s*?:?(?=[\\n\\f]|$)`),
    anywhere: new RegExp(words),
  }
}

function findHeading({ alone, anywhere }: Heading, text: string): RegExpExecArray | null {
  return alone.exec(text) ?? anywhere.exec(text)
}

/**
 * Finds the layout family and its sections by their headings (handbook, letters.md 2), or null for
 * a text that has too few of them to be a determination.
 */
export function findSections(text: string): LetterSections | null {
  const made = findHeading(howMade, text)
  const from = made ? made.index + made[0].length : 0
  const rest = text.slice(from)
  const told = findHeading(summary, rest)
  const first = findHeading(issuesF1, rest)
  const second = first ? null : findHeading(issuesF2, rest)
  const decided = first ?? second
  if (!decided && !/Decision\s+rationale\s*:/i.test(text)) return null
  const documentsAt = second ? findHeading(documents, rest) : null
  const summaryStart = told ? told.index + told[0].length : null
  const issuesStart = decided ? decided.index + decided[0].length : null
  const madeEnd = Math.min(documentsAt?.index ?? rest.length, told?.index ?? decided?.index ?? 0)
  const summaryText =
    summaryStart === null
      ? null
      : rest.slice(summaryStart, Math.max(summaryStart, decided?.index ?? rest.length))
  const issues = issuesStart === null ? (decided ? null : rest) : rest.slice(issuesStart)
  const service = issues === null ? null : serviceProof.exec(issues)
  const howMadeText = made ? rest.slice(0, madeEnd) : null
  return {
    format: second ? 'F2' : familyOf(howMadeText ?? '', rest),
    header: headerOf(text.slice(0, made?.index ?? told?.index ?? decided?.index ?? 0)),
    howMade: howMadeText,
    summary: summaryText,
    issues: issues !== null && service ? issues.slice(0, service.index) : issues,
  }
}

/** Where a cover and a list of documents stand before it, the header begins at its case number. */
function headerOf(zone: string): string {
  const last = zone.lastIndexOf('Case Number:')
  return zone.length > 1500 && last > 0 && /Date\s+Assigned/.test(zone.slice(last))
    ? zone.slice(last)
    : zone
}

/**
 * F1a has its credentials inside the paragraph; F1b-early has the block and still cites ACOEM
 * chapters by page; F1b cites chapters by year and section.
 */
function familyOf(paragraph: string, rest: string): LetterFormat {
  if (!/State\(?s?\)?\s+of\s+Licensure|following\s+credentials/i.test(paragraph)) {
    return /Board[- ]Certified|licensed\s+to\s+practice|disputed\s+items\/services/i.test(paragraph)
      ? 'F1a'
      : familyByCitations(rest)
  }
  return familyByCitations(rest)
}

function familyByCitations(rest: string): LetterFormat {
  const early =
    rest.includes('Page(s)') ||
    /\bMTUS\s+(?:ACOEM|Chronic\s+Pain\s+(?:Medical\s+)?Treatment\s+Guidelines)\b/.test(rest)
  return early && !late.test(rest) ? 'F1b-early' : 'F1b'
}

const late =
  /Section\(s\)\s*:|\b(?:Complaints|Treatment|Approaches|Conditions|Disorders)\s+(?:19|20)\d{2}\b/
