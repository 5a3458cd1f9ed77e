import type { PlainDate } from '#foundation'
import type { DocumentKind } from './document.ts'
import { dateLabels, kindLexicons } from './document-lexicon.ts'
import { findDates } from './find-dates.ts'
import type { PageText } from './page.ts'
import { repairMisread } from './repair-misread.ts'

/** What a page shows of the document it belongs to. */
export type PageFeatures = {
  readonly page: PageText
  /** Lines without what fax machines and file stamps print on top and below. */
  readonly lines: readonly string[]
  /** `empty`: a sheet that says so or holds nothing; `unread`: a picture that nobody read. */
  readonly state: 'text' | 'empty' | 'unread'
  readonly title: PageTitle | null
  readonly numbering: { readonly number: number; readonly of: number | null } | null
  readonly continued: boolean
  /** A day beside a label of service, decision or report, near the top. */
  readonly headDate: PlainDate | null
  /** How many of name, birth, injury, claim, employer stand labelled near the top. */
  readonly headLabels: number
  readonly salutation: boolean
  /** A signature among the last lines that are not footers. */
  readonly signed: boolean
}

export type PageTitle = { readonly kind: DocumentKind; readonly line: string; readonly at: number }

const headLines = 12

export function featuresOf(page: PageText): PageFeatures {
  const lines = withoutStamps(page.text.split('\n').map((line) => repairMisread(line.trim())))
  const letters = lines.join('').replaceAll(/[^\p{L}\p{N}]/gu, '').length
  const state =
    page.source === 'none'
      ? 'unread'
      : letters < 12 || (letters < 120 && isDeclaredBlank(lines))
        ? 'empty'
        : 'text'
  const head = lines.slice(0, headLines)
  return {
    page,
    lines,
    state,
    title: state === 'text' ? titleOf(head, page.text) : null,
    numbering: numberingOf(lines),
    continued: head.slice(0, 5).some((line) => /\bcont(?:inued|'?d|\.)(?:\W|$)/i.test(line)),
    headDate: headDateOf(head),
    headLabels: countLabels(head),
    salutation: head.some((line) => /^(?:dear\b|to whom it may concern)/i.test(line)),
    signed: lines.slice(-10).some((line) => signature.test(line)),
  }
}

const signature =
  /\b(?:electronically|digitally) (?:signed|authenticated)|^(?:sincerely|very truly yours|respectfully|yours truly)\b|\bsignature\s*:|^signed\b|\b(?:MD|M\.D\.|DO|D\.O\.|DC|DPM|PA-C|NP|DPT|LAc)\.?$/i

const isDeclaredBlank = (lines: readonly string[]) =>
  lines.some((line) => /\b(?:intentionally (?:left )?blank|blank page|page is blank)\b/i.test(line))

/**
 * The line of a fax machine (time, number, "p. 3/12") or a Bates or receipt stamp belongs to the
 * transmission, not to the document: its dates and page counts must not be taken for the document's.
 */
function withoutStamps(lines: readonly string[]): string[] {
  const filled = lines.filter((line) => line !== '')
  return filled.filter((line, index) => {
    const atEdge = index < 3 || index >= filled.length - 3
    return !(atEdge && isStamp(line))
  })
}

export function isStamp(line: string): boolean {
  const fax = /\b(?:fax|from|to|tel|rcvd|received|sent)\b\s*[:.]?/i.test(line)
  const time = /\b\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\b/i.test(line)
  const counter = /\b(?:p(?:age|g)?\.?\s*)?0*\d{1,4}\s*(?:\/|of)\s*0*\d{1,4}\b/i.test(line)
  const phone = /\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}/.test(line)
  if (/^[A-Z]{2,8}[-_ ]?0\d{4,}$/.test(line)) return true
  if (/^received\b.{0,40}\d{4}$/i.test(line) && line.length < 60) return true
  return line.length < 120 && Number(fax) + Number(time) + Number(counter) + Number(phone) >= 3
}

function titleOf(head: readonly string[], text: string): PageTitle | null {
  let best: { readonly title: PageTitle; readonly score: number } | null = null
  for (const [at, line] of head.entries()) {
    const plain = line
      .replace(/^(?:(?:re|subject|subj)\s*:\s*)?[\W_]*/i, '')
      .replaceAll(/\s+/g, ' ')
      .replace(/\((?:invented|sample)\)/i, '')
      .trim()
    if (plain.length < 3 || plain.length > 110 || plain.split(' ').length > 14) continue
    for (const entry of kindLexicons) {
      const score = scoreTitle(plain, entry, text) - 0.04 * at
      if (score > 0.5 && (!best || score > best.score)) {
        best = { title: { kind: entry.kind, line: plain, at }, score }
      }
    }
  }
  return best?.title ?? null
}

function scoreTitle(line: string, entry: (typeof kindLexicons)[number], text: string): number {
  const inCapitals = line === line.toUpperCase() && /[A-Z]{3}/.test(line)
  const match = entry.titles?.exec(line) ?? (inCapitals ? entry.capitals?.exec(line) : null)
  if (!match) return 0
  // A sentence that happens to begin with the words is no title.
  if (
    /[.;,]$/.test(line) ||
    /\b(?:was|were|is|are|has|have|shows?|showed|will|dated)\b/i.test(line)
  ) {
    return 0
  }
  const strict = new RegExp(`^(?:${entry.titles?.source.slice(4, -1) ?? '$^'})`, 'i')
  const named = strict.exec(line.replace(/[\s:,-]*\d.*$/, ''))?.[0].length ?? match[0].length
  const share = Math.min(1, Math.max(named, match[0].length) / line.length)
  if (share < 0.5) return 0
  if (entry.needs.length > 0 && entry.needs.filter((need) => need.test(text)).length < 2) return 0
  // A label with its value ("Progress report: see below") is weaker than a line of its own.
  const labelled = /:\s*\S/.test(line) ? 0.3 : 0
  return share + (inCapitals ? 0.3 : 0) - labelled
}

function numberingOf(lines: readonly string[]): PageFeatures['numbering'] {
  const edges = [...lines.slice(-4).toReversed(), ...lines.slice(0, 8)]
  for (const line of edges) {
    const full = /\bpage\s*:?\s*#?(\d{1,4})\s*(?:of|\/)\s*(\d{1,4})\b/i.exec(line)
    if (full) return { number: Number(full[1]), of: Number(full[2]) }
  }
  for (const line of edges) {
    const bare = /^(\d{1,4})\s*(?:of|\/)\s*(\d{1,4})$/i.exec(line)
    if (bare && Number(bare[1]) <= Number(bare[2])) {
      return { number: Number(bare[1]), of: Number(bare[2]) }
    }
    const single =
      /(?:^|[-\u2013|,;] ?|\s{2,})(?:page|pg\.?)\s*:?\s*#?(\d{1,4})\s*[-\u2013]?$/i.exec(line)
    if (single) return { number: Number(single[1]), of: null }
    const dashed = /^[-\u2013]\s*(\d{1,3})\s*[-\u2013]$/.exec(line)
    if (dashed) return { number: Number(dashed[1]), of: null }
  }
  return null
}

const headLabel = new RegExp(
  `(?:${dateLabels.service}|${dateLabels.decision}|${dateLabels.report})\\s*[:#.-]?\\s*$`,
  'i',
)
const neverLabel = new RegExp(`${dateLabels.never}\\s*[:#.-]?\\s*$`, 'i')

function headDateOf(head: readonly string[]): PlainDate | null {
  const text = head.join('\n')
  for (const { span, date } of findDates(text)) {
    if (date.precision !== 'day') continue
    const lead = text.slice(Math.max(0, span.start - 40), span.start)
    if (headLabel.test(lead) && !neverLabel.test(lead)) return date.value
  }
  return null
}

const personLabels = [
  /\b(?:patient|employee|applicant|injured worker|claimant|name)\b\s*(?:name)?\s*:/i,
  /\b(?:dob|d\.o\.b\.|date of birth|birth ?date)\b/i,
  /\b(?:doi|d\.o\.i\.|date of injury|date of loss|injury date)\b/i,
  /\b(?:claim|file|case|mrn|chart|account|accession|specimen)\s*(?:number|no\.?|#|id)?\s*[:#]/i,
  /\bemployer\s*:/i,
  /^(?:to|attn|attention)\s*:/im,
  /^from\s*:/im,
  /\bpages\b[^:\n]{0,30}:\s*\d/i,
  /\b(?:date of (?:service|exam|visit|examination|evaluation|surgery|procedure)|dos|(?:exam|study|visit|encounter) date)\b/i,
]

function countLabels(head: readonly string[]): number {
  const text = head.join('\n')
  return personLabels.filter((label) => label.test(text)).length
}
