import type { AnswerOf, operations } from '#api'

type Case = AnswerOf<typeof operations.getCase>
export type CaseStatus = Case['status']
export type Outcome = NonNullable<Case['outcome']>
export type PartyRole = Case['files'][number]['from']
export type Tone = 'plain' | 'brand' | 'good' | 'warn' | 'bad' | 'unknown'

/** Status of a case as people say it, and how it is marked. */
export const statusWords: Readonly<
  Record<CaseStatus, { readonly label: string; readonly tone: Tone }>
> = {
  none: { label: 'Not begun', tone: 'plain' },
  received: { label: 'Received', tone: 'brand' },
  'awaiting-information': { label: 'Waiting for information', tone: 'warn' },
  ineligible: { label: 'Not eligible', tone: 'plain' },
  deferred: { label: 'Deferred', tone: 'plain' },
  duplicate: { label: 'Duplicate', tone: 'plain' },
  eligible: { label: 'Eligible', tone: 'brand' },
  'records-open': { label: 'Collecting records', tone: 'brand' },
  'records-overdue': { label: 'Records overdue', tone: 'bad' },
  'records-complete': { label: 'Records complete', tone: 'brand' },
  'reviewer-selected': { label: 'Reviewer chosen', tone: 'brand' },
  'in-review': { label: 'In review', tone: 'brand' },
  quality: { label: 'Quality read', tone: 'brand' },
  'quality-passed': { label: 'Ready to sign', tone: 'brand' },
  issued: { label: 'Issued, to be served', tone: 'warn' },
  served: { label: 'Served', tone: 'good' },
  implemented: { label: 'Implemented', tone: 'good' },
  appealed: { label: 'Appealed', tone: 'warn' },
  affirmed: { label: 'Affirmed', tone: 'good' },
  remanded: { label: 'Sent back for a new review', tone: 'warn' },
  terminated: { label: 'Ended without determination', tone: 'plain' },
}

/** Which statuses belong to one stretch of the way; the filter of the case list. */
export const stages: readonly {
  readonly label: string
  readonly statuses: readonly CaseStatus[]
}[] = [
  { label: 'Intake', statuses: ['received', 'awaiting-information', 'eligible', 'deferred'] },
  { label: 'Records', statuses: ['records-open', 'records-overdue', 'records-complete'] },
  { label: 'Review', statuses: ['reviewer-selected', 'in-review', 'remanded'] },
  { label: 'Quality and signature', statuses: ['quality', 'quality-passed'] },
  { label: 'Decided', statuses: ['issued', 'served', 'implemented', 'appealed', 'affirmed'] },
  { label: 'Closed without decision', statuses: ['ineligible', 'duplicate', 'terminated'] },
]

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  uphold: 'Upheld',
  overturn: 'Overturned',
  'partially-overturn': 'Partly overturned',
}

export const partyWords: Readonly<Record<PartyRole, string>> = {
  employee: 'Injured worker',
  representative: 'Representative',
  'requesting-physician': 'Requesting physician',
  'claims-administrator': 'Claims administrator',
  employer: 'Employer',
  'administrative-director': 'Administrative director',
}

export const roleWords: Readonly<Record<string, string>> = {
  administrator: 'Administrator',
  'case-manager': 'Case manager',
  reviewer: 'Expert reviewer',
  quality: 'Quality reader',
  'claims-administrator': 'Claims administrator',
  employee: 'Injured worker',
  system: 'OpenIMR',
}

/** Short names of clocks for the list; the case page shows the whole title with its rule. */
const clockNames: Readonly<Record<string, string>> = {
  F1: 'File the application',
  E1: 'Answer the Director',
  E3: 'Petition',
  A1: 'Send the assignment notice',
  R1: 'Records, notice by mail',
  R2: 'Records, electronic notice',
  R3: 'Records, expedited',
  R3b: 'Records by the statute',
  F2: 'File the application, formulary',
  F4: 'Ask for the deferred review',
  R6: 'Send what was asked for besides',
  'R6-expedited': 'Send what was asked for besides',
  R4: 'Documents of the parties',
  'R4-expedited': 'Documents of the parties',
  D1: 'Decide',
  D2: 'Decide, formulary',
  D3: 'Decide, expedited',
  I1: 'Authorize what was overturned',
  I2: 'Pay what was overturned',
  P1: 'Appeal',
  P2: 'Pay the fee',
}

/** Clocks after which somebody may no longer do something: nobody is late when they end. */
const rights: ReadonlySet<string> = new Set(['F1', 'E3', 'R4', 'R4-expedited', 'P1'])

export function isRight(clock: string): boolean {
  return rights.has(clock)
}

export function clockName(clock: string): string {
  return clockNames[clock] ?? `Clock ${clock}`
}

/** `imaging-study` → "imaging study". */
export function plain(id: string): string {
  return id.replaceAll('-', ' ')
}

/** `imaging-study` → "Imaging study". */
export function plainTitle(id: string): string {
  const words = plain(id)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
