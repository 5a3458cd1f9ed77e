import type { CaseQuery, CaseRow } from '#case'
import type { Queries } from './database.ts'
import { searchTerms } from './search-text.ts'
import { type Statement, statement } from './statement.ts'

/** More lines than this are never answered at once. */
const mostRows = 500

/** Limit and offset as whole numbers within the caps. */
export function listLimit(query: Pick<CaseQuery, 'limit' | 'offset'>): {
  readonly limit: number
  readonly offset: number
} {
  const whole = (value: number, most: number): number =>
    Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), 0), most) : 0
  return { limit: whole(query.limit, mostRows), offset: whole(query.offset, 10_000_000) }
}

/** The lines that a query asks for, and how many there are in all. */
export async function listCases(
  queries: Queries,
  query: CaseQuery,
): Promise<{ readonly rows: readonly CaseRow[]; readonly total: number }> {
  const { limit, offset } = listLimit(query)
  const asked = conditionsOf(query)
  const values = asked.map((condition) => condition.value)
  const [rows, counted] = await Promise.all([
    limit === 0 ? [] : queries.query(rowsWhere(asked), [...values, limit, offset]),
    queries.query(countWhere(asked), values),
  ])
  return { rows: rows.map(({ row }) => row), total: counted[0]?.total ?? 0 }
}

type Condition = { readonly name: string; readonly sql: string; readonly value: unknown }

/** Only the conditions that are asked for: each combination is a prepared statement of its own. */
function conditionsOf(query: CaseQuery): readonly Condition[] {
  const { status, text, reviewerId, claimsAdministrator, caseIds, published } = query
  const terms = text === undefined ? [] : searchTerms(text)
  const conditions: readonly (Condition | null)[] = [
    status === undefined ? null : { name: 'status', sql: 'status = any($)', value: status },
    reviewerId === undefined
      ? null
      : { name: 'reviewer', sql: 'reviewer_id = $', value: reviewerId },
    claimsAdministrator === undefined
      ? null
      : { name: 'company', sql: 'claims_administrator = $', value: claimsAdministrator },
    caseIds === undefined ? null : { name: 'cases', sql: 'case_id = any($)', value: caseIds },
    published === undefined ? null : { name: 'published', sql: 'published = $', value: published },
    ...terms.map((term) => ({ name: 'term', sql: 'strpos(search_text, $) > 0', value: term })),
  ]
  return conditions.filter((condition) => condition !== null)
}

function rowsWhere(asked: readonly Condition[]): Statement<{ readonly row: CaseRow }> {
  return statement(
    nameOf('list-cases', asked),
    `select row from cases ${where(asked)} order by next_due_at, case_number
     limit $${asked.length + 1} offset $${asked.length + 2}`,
  )
}

function countWhere(asked: readonly Condition[]): Statement<{ readonly total: number }> {
  return statement(
    nameOf('count-cases', asked),
    `select count(*)::int as total from cases ${where(asked)}`,
  )
}

function nameOf(what: string, asked: readonly Condition[]): string {
  return [what, ...asked.map((condition) => condition.name)].join('-')
}

function where(asked: readonly Condition[]): string {
  const parts = asked.map(({ sql }, index) => sql.replace('$', `$${index + 1}`))
  return parts.length === 0 ? '' : `where ${parts.join(' and ')}`
}
