import { categoryRules } from './letter-rules.ts'
import { makePhraseFinder } from './phrase-finder.ts'

/** Category and subcategory of the State's public decision search. */
export type TreatmentCategory = { readonly category: string; readonly subcategory: string }

/**
 * The State's category of a disputed treatment from its heading, or null where no word of ours
 * stands in it. The narrowest rule decides; of several drugs the one that is named first. Data:
 * `rules/lexicon/treatment-categories.json`.
 */
export function categorise(treatment: string): TreatmentCategory | null {
  let best = -1
  findWords(treatment.toLowerCase().replaceAll('’', "'"), ({ value }) => {
    if (best < 0 || (value < best && !(isDrug(value) && isDrug(best)))) best = value
  })
  const found = categoryRules.rules[best]
  return found ? { category: found.category, subcategory: found.subcategory } : null
}

const findWords = makePhraseFinder(
  categoryRules.rules.flatMap((rule, value) =>
    rule.words.map((word) => ({
      words: word.replaceAll('*', ''),
      stem: word.endsWith('*'),
      value,
    })),
  ),
)

function isDrug(rule: number): boolean {
  return categoryRules.rules[rule]?.category === 'Pharmaceuticals'
}
