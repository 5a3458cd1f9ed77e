import type { CaseCounts, CaseFilter, CaseStore, Counted, DueDay, DueSpan } from '#case'
import { byValue } from './case-counts.ts'
import type { CaseProjection } from './case-row.ts'
import { searchTerms } from './search-text.ts'

type Clock = CaseProjection['clocks'][number]

/** Whether a case is meant by the filter: the contract of the database, said once more. */
export function matcherOf(filter: CaseFilter): (projection: CaseProjection) => boolean {
  const terms = filter.text === undefined ? [] : searchTerms(filter.text)
  const { due } = filter
  const allowed = <T>(values: readonly T[] | undefined, value: T): boolean =>
    values === undefined || values.includes(value)
  const same = (wanted: unknown, value: unknown): boolean =>
    wanted === undefined || wanted === value
  return ({ row, words, clocks }) =>
    allowed(filter.status, row.status) &&
    allowed(filter.caseIds, row.caseId) &&
    same(filter.priority, row.priority) &&
    same(filter.program, row.program) &&
    same(filter.office, row.office) &&
    same(filter.caseManager, row.caseManager) &&
    same(filter.reviewerId, row.reviewerId) &&
    same(filter.claimsAdministrator, row.claimsAdministrator) &&
    same(filter.published, row.publishedOn !== null) &&
    (filter.category === undefined || row.categories.includes(filter.category)) &&
    terms.every((term) => words.some((word) => word.startsWith(term))) &&
    (!due || Object.keys(due).length === 0 || clocks.some((clock) => isIn(due, clock)))
}

function isIn({ clock, from, to, overdueAt }: DueSpan, candidate: Clock): boolean {
  return (
    (clock === undefined || candidate.clock === clock) &&
    (from === undefined || candidate.dueOn >= from) &&
    (to === undefined || candidate.dueOn <= to) &&
    (overdueAt === undefined || (candidate.nature === 'duty' && candidate.dueAt <= overdueAt))
  )
}

export function countProjections(
  projections: readonly CaseProjection[],
  filter: CaseFilter,
  spans: Parameters<CaseStore['count']>[1],
): CaseCounts {
  const without = (key: keyof CaseFilter): readonly CaseProjection[] => {
    const { [key]: _, ...others } = filter
    return projections.filter(matcherOf(others))
  }
  const { clock, ...span } = filter.due ?? {}
  const ofKind = clock === undefined ? {} : { clock }
  return {
    status: tally(without('status').map(({ row }) => row.status)),
    priority: tally(without('priority').map(({ row }) => row.priority)),
    program: tally(without('program').map(({ row }) => row.program)),
    office: tally(without('office').map(({ row }) => row.office)),
    caseManager: tally(without('caseManager').map(({ row }) => row.caseManager)),
    category: tally(without('category').flatMap(({ row }) => row.categories)),
    clock: tally(
      without('due').flatMap(({ clocks }) =>
        clocks.filter((candidate) => isIn(span, candidate)).map((candidate) => candidate.clock),
      ),
    ),
    due: spans.map(
      (asked) =>
        without('due').filter(({ clocks }) =>
          clocks.some((candidate) => isIn({ ...asked, ...ofKind }, candidate)),
        ).length,
    ),
  }
}

function tally<Value extends string | null>(values: readonly Value[]): readonly Counted<Value>[] {
  return [...Map.groupBy(values, (value) => value)]
    .map(([value, same]) => ({ value, count: same.length }))
    .toSorted(byValue)
}

export function dueDaysOf(
  projections: readonly CaseProjection[],
  filter: Parameters<CaseStore['dueDays']>[0],
  { from, to, now }: Parameters<CaseStore['dueDays']>[1],
): readonly DueDay[] {
  const clocks = projections
    .filter(matcherOf(filter))
    .flatMap((projection) => projection.clocks)
    .filter((clock) => isIn({ from, to }, clock))
  const groups = Map.groupBy(clocks, ({ dueOn, clock, nature }) => `${dueOn} ${clock} ${nature}`)
  return [...groups]
    .toSorted(([first], [second]) => (first < second ? -1 : 1))
    .flatMap(([, [first, ...rest]]) =>
      first
        ? [
            {
              on: first.dueOn,
              clock: first.clock,
              nature: first.nature,
              count: rest.length + 1,
              overdue: [first, ...rest].filter((clock) => isIn({ overdueAt: now }, clock)).length,
            },
          ]
        : [],
    )
}
