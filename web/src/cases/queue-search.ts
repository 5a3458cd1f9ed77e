import type { AnswerOf, CallOf } from '#api'
import type { operations } from '~/client.ts'

export type SavedView = AnswerOf<typeof operations.listSavedViews>['views'][number]
export type Filters = SavedView['search']
type Query = NonNullable<CallOf<typeof operations.countCases>['query']>
export type Due = NonNullable<Filters['due']>

/** The filters of the queue as the address says them, and where in it one is. */
export type QueueSearch = Filters & {
  readonly from?: number
  /** Everything, although a view of the user's own opens first. */
  readonly all?: true
}

const words = [
  'status',
  'text',
  'priority',
  'program',
  'category',
  'office',
  'caseManager',
  'clock',
  'day',
] as const

export const dueWords: Readonly<Record<Due, string>> = {
  overdue: 'Overdue',
  today: 'Ends today',
  '7-days': 'Within 7 days',
  '14-days': 'Within 14 days',
  '30-days': 'Within 30 days',
}

/** What an address asks for; what it does not know is left out. */
export function readQueueSearch(search: Readonly<Record<string, unknown>>): QueueSearch {
  const due = Object.keys(dueWords).find((each): each is Due => each === search['due'])
  const from = search['from']
  return {
    ...readFilters(search),
    ...(due === undefined ? {} : { due }),
    ...(typeof from === 'number' && from > 0 ? { from: Math.trunc(from) } : {}),
    ...(search['all'] === true ? { all: true } : {}),
  }
}

function readFilters(search: Readonly<Record<string, unknown>>): Filters {
  const given = words.flatMap((name) => {
    const value = search[name]
    // An address that reads like a number is one to the router.
    return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : []
  })
  return Object.fromEntries(given) as Filters
}

/** The filters alone. */
export function filtersOf(search: QueueSearch): Filters {
  const { from: _, all: __, ...filters } = search
  return filters
}

/** The same filters as the server's operations take them. */
export function queryOf(search: QueueSearch): Query {
  return filtersOf(search) as Query
}

export function isFiltered(search: QueueSearch): boolean {
  return Object.keys(filtersOf(search)).length > 0
}

export function sameFilters(first: Filters, second: Filters): boolean {
  return asText(first) === asText(second)
}

function asText(filters: Filters): string {
  return JSON.stringify(Object.entries(filters).toSorted(([one], [two]) => (one < two ? -1 : 1)))
}

/** The filters with one of them changed; an absent value takes it away. */
export function withFilter<Name extends keyof Filters>(
  search: QueueSearch,
  name: Name,
  value: Filters[Name] | undefined,
): QueueSearch {
  const { [name]: _, ...others } = filtersOf(search)
  return value === undefined
    ? (others as QueueSearch)
    : ({ ...others, [name]: value } as QueueSearch)
}
