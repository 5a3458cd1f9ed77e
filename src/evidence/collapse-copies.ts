import type { InTurns } from '#foundation'
import type { Fact } from './fact.ts'

/** A turn of some milliseconds. */
const factsATurn = 200

/**
 * Notes copied forward say the same sentence again and again. Of equal statements in equal
 * sentences the first and the last stay, by date, then by order; the others are left out.
 */
export function* collapseInTurns(facts: readonly Fact[]): InTurns<readonly Fact[]> {
  const groups = new Map<string, Fact[]>()
  for (const [index, fact] of facts.entries()) {
    if (index % factsATurn === 0) yield
    const key = JSON.stringify([
      fact.concept,
      fact.region,
      fact.side,
      fact.levels,
      fact.value,
      fact.unit,
      fact.assertion,
      fact.citation.quote.toLowerCase().replace(/\s+/g, ' '),
    ])
    const group = groups.get(key)
    if (group) group.push(fact)
    else groups.set(key, [fact])
  }
  const kept = new Set<Fact>()
  yield
  for (const group of groups.values()) {
    const ordered = group.toSorted((a, b) =>
      (a.date?.value ?? '').localeCompare(b.date?.value ?? ''),
    )
    for (const fact of [ordered[0], ordered.at(-1)]) if (fact) kept.add(fact)
  }
  return facts.filter((fact) => kept.has(fact))
}
