import type { PartialDate } from '#foundation'
import type { Fact } from './fact.ts'

/** What the record dates to one day, month or year. */
export type TimelineEntry = { readonly date: PartialDate; readonly facts: readonly Fact[] }

export type Timeline = {
  readonly entries: readonly TimelineEntry[]
  /** Facts for which neither the text nor the note has a date. */
  readonly undated: readonly Fact[]
}

/**
 * The facts in the order of their events. A month stands before its days and a year before its
 * months: an imprecise date is not made precise. Only what concerns the employee and was said to
 * be so; what is only hypothetical is no event.
 */
export function buildTimeline(facts: readonly Fact[]): Timeline {
  const events = facts.filter(
    ({ experiencer, temporality }) => experiencer === 'patient' && temporality !== 'hypothetical',
  )
  const groups = new Map<string, { readonly date: PartialDate; readonly facts: Fact[] }>()
  for (const fact of events) {
    if (!fact.date) continue
    const group = groups.get(fact.date.value)
    if (group) group.facts.push(fact)
    else groups.set(fact.date.value, { date: fact.date, facts: [fact] })
  }
  return {
    entries: [...groups.values()].toSorted((a, b) => (a.date.value < b.date.value ? -1 : 1)),
    undated: events.filter(({ date }) => date === undefined),
  }
}
