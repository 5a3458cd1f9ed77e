import type { CaseStore, DueDay } from '#case'
import { Asking, conditionsOf, overdue, where } from './case-conditions.ts'
import { inQueue } from './case-counts.ts'
import type { Queries } from './database.ts'

/** What ends on which day: open clocks by day and kind. */
export function dueDays(
  queries: Queries,
  filter: Parameters<CaseStore['dueDays']>[0],
  { from, to, now }: Parameters<CaseStore['dueDays']>[1],
): Promise<readonly DueDay[]> {
  const asking = new Asking()
  const isOverdue = overdue(asking.value(now))
  const conditions = [
    `c.due_on between ${asking.value(from)}::date and ${asking.value(to)}::date`,
    ...inQueue(conditionsOf(asking, filter)),
  ]
  return queries.query(
    asking.statement<DueDay>(
      `select c.due_on::text as on, c.clock, c.nature, count(*)::int as count,
         count(*) filter (where ${isOverdue})::int as overdue
       from case_clocks c ${where(conditions)}
       group by c.due_on, c.clock, c.nature order by c.due_on, c.clock, c.nature`,
    ),
    asking.values,
  )
}
