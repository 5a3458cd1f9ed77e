import type { CaseFilter, DueSpan } from '#case'
import { searchTerms } from './search-text.ts'
import { type Statement, statement } from './statement.ts'

/** The filters that are columns of `case_queue`, and by which cases are counted. */
export type Dimension = 'status' | 'priority' | 'program' | 'office' | 'caseManager' | 'category'

/** A statement that grows: each value takes the next number. */
export class Asking {
  readonly values: unknown[] = []

  /** `$1`, `$2` … */
  value(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }

  /**
   * Unnamed, so that it is planned for its own values: how many cases a word or a company has
   * decides which way is short.
   */
  statement<Row>(text: string): Statement<Row> {
    return statement<Row>('', text)
  }
}

/** What must hold of a line `q` of the queue, in SQL; but for one dimension, where it is counted. */
export function conditionsOf(
  asking: Asking,
  filter: CaseFilter,
  without: Dimension | 'due' | null = null,
): readonly string[] {
  const conditions: string[] = []
  const equal = (column: string, value: string | boolean | null | undefined): void => {
    if (value === undefined) return
    conditions.push(value === null ? `q.${column} is null` : `q.${column} = ${asking.value(value)}`)
  }
  if (filter.status && without !== 'status') {
    conditions.push(`q.status = any(${asking.value(filter.status)}::text[])`)
  }
  if (without !== 'priority') equal('priority', filter.priority)
  if (without !== 'program') equal('program', filter.program)
  if (without !== 'office') equal('office', filter.office)
  if (without !== 'caseManager') equal('case_manager', filter.caseManager)
  if (filter.category !== undefined && without !== 'category') {
    conditions.push(`q.categories @> array[${asking.value(filter.category)}::text]`)
  }
  equal('reviewer_id', filter.reviewerId)
  equal('claims_administrator', filter.claimsAdministrator)
  if (filter.published !== undefined) {
    conditions.push(filter.published ? 'q.published' : 'not q.published')
  }
  if (filter.caseIds) conditions.push(`q.case_id = any(${asking.value(filter.caseIds)}::text[])`)
  const terms = filter.text === undefined ? [] : searchTerms(filter.text)
  if (terms.length > 0) {
    conditions.push(
      `q.case_id in (select w.case_id from case_words w
        where w.words @@ ${asking.value(terms.map(asPrefix).join(' & '))}::tsquery)`,
    )
  }
  if (filter.due && without !== 'due') {
    const ofClock = spanConditions(asking, filter.due)
    if (ofClock.length > 0) {
      conditions.push(
        `q.case_id in (select c.case_id from case_clocks c where ${ofClock.join(' and ')})`,
      )
    }
  }
  return conditions
}

/** What must hold of one open clock `c`, in SQL. */
export function spanConditions(asking: Asking, span: DueSpan): readonly string[] {
  const { clock, from, to, overdueAt } = span
  return [
    ...(clock === undefined ? [] : [`c.clock = ${asking.value(clock)}`]),
    ...(from === undefined ? [] : [`c.due_on >= ${asking.value(from)}::date`]),
    ...(to === undefined ? [] : [`c.due_on <= ${asking.value(to)}::date`]),
    ...(overdueAt === undefined ? [] : [overdue(asking.value(overdueAt))]),
  ]
}

/** A duty whose time is over, whether a sweeper has said so or not. */
export function overdue(now: string): string {
  return `(c.nature = 'duty' and c.due_at <= ${now}::timestamptz)`
}

export function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`
}

/** A term as PostgreSQL's searches write "a word that begins so". */
function asPrefix(term: string): string {
  return `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}':*`
}
