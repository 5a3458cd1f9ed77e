import { readdirSync, readFileSync } from 'node:fs'
import { findMentions, widerConcepts } from '#evidence'
import { valueOf } from '#foundation'
import type { DisputedTreatment } from '#intake'
import { loadPack } from './load-pack.ts'
import type { Pack } from './pack.ts'

/** The one file of this room that reads `rules/criteria/`. */
const folder = new URL('../../rules/criteria/', import.meta.url)

/** Every pack that ships, in the order of their ids. A pack that does not load is a fault. */
export const packs: readonly Pack[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .toSorted()
  .map((name) => valueOf(loadPack(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))))

/**
 * The pack that applies to a treatment on the governing date (`YYYY-MM-DD`, the day of the
 * utilization review decision), or null where none does: then the reviewer works without criteria.
 * A treatment of two regions gets the pack of the first; `packsFor` gives all.
 */
export function packFor(treatment: DisputedTreatment, governingDate: string): Pack | null {
  return packsFor(treatment, governingDate)[0] ?? null
}

/** All packs in force that apply, in the order of the treatment's regions. */
export function packsFor(treatment: DisputedTreatment, governingDate: string): readonly Pack[] {
  const associated = treatment.associatedWith !== undefined
  const named = findMentions(treatment.treatment).flatMap(({ concept }) => [
    ...widerConcepts(concept.concept),
  ])
  return packs
    .filter(({ content: { appliesTo, effective } }) => {
      if (governingDate < effective.from) return false
      if (effective.to !== null && governingDate > effective.to) return false
      if (appliesTo.associated !== associated) return false
      const { regions } = appliesTo
      if (regions && !treatment.bodyRegions.some((region) => regions.includes(region))) return false
      return (
        appliesTo.concepts.includes('any') ||
        appliesTo.concepts.some((concept) => named.includes(concept))
      )
    })
    .map((pack) => ({ ...pack, governingDate }))
    .toSorted((a, b) => rankOf(a, treatment) - rankOf(b, treatment))
}

function rankOf({ content }: Pack, treatment: DisputedTreatment): number {
  const rank = treatment.bodyRegions.findIndex((region) =>
    content.appliesTo.regions?.includes(region),
  )
  return rank < 0 ? treatment.bodyRegions.length : rank
}
