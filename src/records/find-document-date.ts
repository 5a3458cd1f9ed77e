import type { PlainDate } from '#foundation'
import type { DocumentKind } from './document.ts'
import { dateLabels } from './document-lexicon.ts'
import { findDates } from './find-dates.ts'

const labelled = (label: string) => new RegExp(`${label}\\s*[:#.-]{0,2}\\s*(?:on\\s+)?$`, 'i')
const service = labelled(dateLabels.service)
const decision = labelled(dateLabels.decision)
const report = labelled(dateLabels.report)
// "The MRI dated 02/03/2018 showed" is about another document.
const inSentence = /[a-z][^\n:]{0,40}\bdated?\s*$/
const never = labelled(dateLabels.never)
// "Office visit note, date of service 10/03/2016" is about another document.
const ofAnother = new RegExp(
  `\\b(?:notes?|reports?|records?|study|studies|evaluations?),\\s+${dateLabels.service}\\s*[:#.-]{0,2}\\s*$`,
  'i',
)
// A label that begins its line or follows a gap; in a sentence it speaks of something else.
const isField = new RegExp(`(?:^|\\n|\\s{2,})${dateLabels.service}\\s*[:#.-]{0,2}\\s*$`, 'i')

/** The days that a document says of itself. */
export type DocumentDates = {
  /** The day it goes by: of the service or study where it says so, else of the report. */
  readonly date: PlainDate | null
  readonly service: PlainDate | null
  readonly report: PlainDate | null
}

/**
 * The days of a document: of the service or study where a label says it; of the decision, report,
 * letter or signature; else the first day that stands alone in its head. Never of birth, injury,
 * receipt, an earlier study or the next appointment. Null where the document does not say.
 */
export function findDocumentDates(kind: DocumentKind, lines: readonly string[]): DocumentDates {
  const text = lines.join('\n')
  const head = lines.slice(0, 16).join('\n').length
  // Forms of the State have the day of the examination beside the signature.
  const end = text.length - lines.slice(-8).join('\n').length
  const found: Record<
    'service' | 'decision' | 'report' | 'signed' | 'alone' | 'later',
    PlainDate | null
  > = {
    service: null,
    decision: null,
    report: null,
    signed: null,
    alone: null,
    later: null,
  }
  for (const { span, date } of findDates(text)) {
    if (date.precision !== 'day') continue
    // A label stands on the line of its date or on the one before, never across both.
    const lead = text.slice(Math.max(0, span.start - 48), span.start)
    if (never.test(lead) || ofAnother.test(lead)) continue
    // Far below, a labelled day is that of an earlier visit which the text recounts.
    if (service.test(lead)) {
      if (span.start < 2 * head || (span.start >= end && isField.test(lead))) {
        found.service ??= date.value
      } else found.later ??= date.value
    } else if (decision.test(lead)) found.decision ??= date.value
    else if (report.test(lead) && !inSentence.test(lead)) {
      if (span.start < head) found.report ??= date.value
      else found.signed = date.value
    } else if (/(?:signed|authenticated|dictated)\b.{0,40}$/i.test(lead)) found.signed = date.value
    else if (span.start < head && standsAlone(text, span)) found.alone ??= date.value
  }
  const { service: served, decision: decided, report: reported, signed, alone, later } = found
  if (kind === 'utilization-review-decision') {
    const day = decided ?? reported ?? alone ?? signed
    return { date: day, service: null, report: day }
  }
  if (kind === 'request-for-authorization') {
    const day = reported ?? signed ?? alone
    return { date: day ?? served, service: null, report: day ?? served }
  }
  if (kind === 'correspondence' || kind === 'legal' || kind === 'cover-sheet') {
    const day = reported ?? alone ?? signed
    return { date: day, service: null, report: day }
  }
  // The report of a QME is a letter: its day stands alone above the address.
  const written = reported ?? (kind === 'medical-legal-report' ? alone : null) ?? signed
  return {
    date: served ?? reported ?? alone ?? signed ?? later,
    service: served ?? (written === null && alone === null ? later : null),
    report: written,
  }
}

/**
 * Every day that a document bears as its own: beside a label of service, decision, report or
 * signature. An imaging report has the day of the study and the day of the report.
 */
export function findOwnDates(lines: readonly string[]): ReadonlySet<PlainDate> {
  const text = lines.join('\n')
  const own = new Set<PlainDate>()
  for (const { span, date } of findDates(text)) {
    if (date.precision !== 'day') continue
    const lead = text.slice(Math.max(0, span.start - 48), span.start)
    if (never.test(lead) || ofAnother.test(lead)) continue
    const labelledReport = report.test(lead) && !inSentence.test(lead)
    if (service.test(lead) || decision.test(lead) || labelledReport) own.add(date.value)
    else if (/(?:signed|authenticated|dictated)\b.{0,40}$/i.test(lead)) own.add(date.value)
  }
  return own
}

/** A date in a line of its own or at the end of a short one, as letters and heads have it. */
function standsAlone(
  text: string,
  span: { readonly start: number; readonly end: number },
): boolean {
  const from = text.lastIndexOf('\n', span.start - 1) + 1
  const to = text.indexOf('\n', span.end)
  const before = text.slice(from, span.start).trim()
  const after = text.slice(span.end, to < 0 ? text.length : to).trim()
  return after.length < 12 && before.length < 60 && !new RegExp(dateLabels.never, 'i').test(before)
}
