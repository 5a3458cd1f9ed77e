import type { CaseQuery, CaseRow } from '#case'
import { Asking, conditionsOf, where } from './case-conditions.ts'
import type { Queries } from './database.ts'

/** More lines than this are never answered at once. */
const mostRows = 500
/** Further than this nobody counts for a page; `count` does, when it is asked for. */
export const mostCounted = 10_000

/** Limit and offset as whole numbers within the caps. */
export function listLimit(query: Pick<CaseQuery, 'limit' | 'offset'>): {
  readonly limit: number
  readonly offset: number
} {
  const whole = (value: number, most: number): number =>
    Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), 0), most) : 0
  return { limit: whole(query.limit, mostRows), offset: whole(query.offset, 10_000_000) }
}

/** How many of the cases found are said, and whether there are more. */
export function saidTotal(
  counted: number,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): { readonly total: number; readonly more: boolean } {
  const most = Math.max(mostCounted, offset + limit)
  return { total: Math.min(counted, most), more: counted > most }
}

/** The lines that a query asks for, and how many there are, counted no further than is said. */
export async function listCases(
  queries: Queries,
  query: CaseQuery,
): Promise<{ readonly rows: readonly CaseRow[]; readonly total: number; readonly more: boolean }> {
  const page = listLimit(query)
  const [rows, counted] = await Promise.all([
    page.limit === 0 ? [] : rowsOf(queries, query, page),
    countUpTo(queries, query, Math.max(mostCounted, page.offset + page.limit) + 1),
  ])
  return { rows, ...saidTotal(counted, page) }
}

/** The narrow lines are walked in order; only those of the page are looked up in full. */
async function rowsOf(
  queries: Queries,
  query: CaseQuery,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly CaseRow[]> {
  const asking = new Asking()
  const found = await queries.query(
    asking.statement<{ readonly row: CaseRow }>(
      `select c.row from (
         select q.case_id, q.next_due_at, q.case_number from case_queue q
         ${where(conditionsOf(asking, query))}
         order by q.next_due_at, q.case_number
         limit ${asking.value(limit)} offset ${asking.value(offset)}
       ) as page join cases c using (case_id)
       order by page.next_due_at, page.case_number`,
    ),
    asking.values,
  )
  return found.map(({ row }) => row)
}

async function countUpTo(queries: Queries, query: CaseQuery, most: number): Promise<number> {
  const asking = new Asking()
  const [answer] = await queries.query(
    asking.statement<{ readonly total: number }>(
      `select count(*)::int as total from (
         select from case_queue q ${where(conditionsOf(asking, query))}
         limit ${asking.value(most)}) as found`,
    ),
    asking.values,
  )
  return answer?.total ?? 0
}
