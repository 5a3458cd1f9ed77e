import type { CaseStore, DueClock } from '#case'
import type { Queries } from './database.ts'
import { statement } from './statement.ts'

/**
 * Takes clocks that have run out, the longest overdue first. Nobody else is given them until the
 * lease ends; an event that ends the clock takes it off the table for good.
 */
export function claimDueClocks(
  queries: Queries,
  request: Parameters<CaseStore['claimDueClocks']>[0],
): Promise<readonly DueClock[]> {
  return queries.query(claim, [request.now, request.limit, request.leaseSeconds])
}

const claim = statement<DueClock>(
  'claim-due-clocks',
  `with due as materialized (
    select case_id, clock from case_clocks
    where not ran_out and due_at < $1::timestamptz and (leased_until is null or leased_until <= $1::timestamptz)
    order by due_at limit $2::int
    for update skip locked
  ), claimed as (
    update case_clocks as c
    set leased_until = $1::timestamptz + make_interval(secs => $3::double precision)
    from due where c.case_id = due.case_id and c.clock = due.clock
    returning c.case_id, c.clock, c.due, c.due_at
  )
  select case_id as "caseId", clock, due from claimed order by due_at, case_id, clock`,
)
