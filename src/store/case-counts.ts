import type { CaseCounts, CaseFilter, CaseStore, Counted } from '#case'
import { Asking, conditionsOf, type Dimension, spanConditions, where } from './case-conditions.ts'
import type { Queries } from './database.ts'

type Spans = Parameters<CaseStore['count']>[1]
type Column = Exclude<Dimension, 'category'>
type Group = { readonly column: string; readonly value: string | null; readonly count: number }

const columns: Readonly<Record<Column, string>> = {
  status: 'status',
  priority: 'priority',
  program: 'program',
  office: 'office',
  caseManager: 'case_manager',
}
const dimensions = Object.keys(columns) as readonly Column[]

/**
 * How many cases each value of each filter would leave, the other filters being as they are. What
 * is not filtered by is counted in one walk; what is filtered by needs a walk of its own.
 */
export async function countCases(
  queries: Queries,
  filter: CaseFilter,
  spans: Spans,
): Promise<CaseCounts> {
  const free = dimensions.filter((dimension) => filter[dimension] === undefined)
  const bound = dimensions.filter((dimension) => filter[dimension] !== undefined)
  const [together, apart, category, clock, due] = await Promise.all([
    countColumns(queries, filter, free, null),
    Promise.all(bound.map((dimension) => countColumns(queries, filter, [dimension], dimension))),
    countCategories(queries, filter),
    countClocks(queries, filter),
    countSpans(queries, filter, spans),
  ])
  const groups = [...together, ...apart.flat()]
  const of = <Value extends string | null>(dimension: Column): readonly Counted<Value>[] =>
    groups
      .filter(({ column }) => column === dimension)
      .map(({ value, count }) => ({ value: value as Value, count }))
      .toSorted(byValue)
  return {
    status: of('status'),
    priority: of('priority'),
    program: of('program'),
    office: of('office'),
    caseManager: of('caseManager'),
    category,
    clock,
    due,
  }
}

/** In order of the values, none last. */
export function byValue(first: Counted<string | null>, second: Counted<string | null>): number {
  const [one, other] = [first.value, second.value]
  if (one === other) return 0
  return one === null || (other !== null && one > other) ? 1 : -1
}

async function countColumns(
  queries: Queries,
  filter: CaseFilter,
  counted: readonly Column[],
  without: Column | null,
): Promise<readonly Group[]> {
  if (counted.length === 0) return []
  const asking = new Asking()
  const names = counted.map((dimension) => `q.${columns[dimension]}`)
  const which = counted.map(
    (dimension) => `when grouping(q.${columns[dimension]}) = 0 then '${dimension}'`,
  )
  const value = counted.map(
    (dimension) => `when grouping(q.${columns[dimension]}) = 0 then q.${columns[dimension]}`,
  )
  return queries.query(
    asking.statement<Group>(
      `select case ${which.join(' ')} end as column, case ${value.join(' ')} end as value,
         count(*)::int as count
       from case_queue q ${where(conditionsOf(asking, filter, without))}
       group by grouping sets (${names.map((name) => `(${name})`).join(', ')})`,
    ),
    asking.values,
  )
}

async function countCategories(
  queries: Queries,
  filter: CaseFilter,
): Promise<readonly Counted<string>[]> {
  const asking = new Asking()
  const found = await queries.query(
    asking.statement<Counted<string>>(
      `select category as value, sum(count)::int as count from (
         select q.categories, count(*) from case_queue q
         ${where(conditionsOf(asking, filter, 'category'))} group by q.categories
       ) as sets, unnest(categories) as category group by category`,
    ),
    asking.values,
  )
  return found.toSorted(byValue)
}

/** A case has a clock of one kind once, so its clocks may be counted in its place. */
async function countClocks(
  queries: Queries,
  filter: CaseFilter,
): Promise<readonly Counted<string>[]> {
  const asking = new Asking()
  const { clock: _, ...span } = filter.due ?? {}
  const ofClock = spanConditions(asking, span)
  const found = await queries.query(
    asking.statement<Counted<string>>(
      `select c.clock as value, count(*)::int as count from case_clocks c
       ${where([...ofClock, ...inQueue(conditionsOf(asking, filter, 'due'))])}
       group by c.clock`,
    ),
    asking.values,
  )
  return found.toSorted(byValue)
}

async function countSpans(
  queries: Queries,
  filter: CaseFilter,
  spans: Spans,
): Promise<readonly number[]> {
  if (spans.length === 0) return []
  const asking = new Asking()
  const { clock } = filter.due ?? {}
  const holds = spans.map((span) => spanConditions(asking, span).join(' and ') || 'true')
  const conditions = [
    ...spanConditions(asking, clock === undefined ? {} : { clock }),
    `(${holds.map((hold) => `(${hold})`).join(' or ')})`,
    ...inQueue(conditionsOf(asking, filter, 'due')),
  ]
  const [found] = await queries.query(
    asking.statement<{ readonly counts: readonly number[] }>(
      `select array[${holds.map((_, index) => `count(*) filter (where s${index})::int`).join(', ')}]
         as counts
       from (
         select ${holds.map((hold, index) => `bool_or(${hold}) as s${index}`).join(', ')}
         from case_clocks c ${where(conditions)} group by c.case_id
       ) as cases`,
    ),
    asking.values,
  )
  return found?.counts ?? spans.map(() => 0)
}

/** The queue is asked only where something is asked of it. */
export function inQueue(conditions: readonly string[]): readonly string[] {
  return conditions.length === 0
    ? []
    : [`c.case_id in (select q.case_id from case_queue q ${where(conditions)})`]
}
