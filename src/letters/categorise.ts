import { categoryRules } from './letter-rules.ts'

/** Category and subcategory of the State's public decision search. */
export type TreatmentCategory = { readonly category: string; readonly subcategory: string }

/**
 * The State's category of a disputed treatment from its heading, or null where no word of ours
 * stands in it. The narrowest rule decides; where rules of one kind compete (several drugs, a
 * therapy and an evaluation), the word that stands first. Data: `rules/lexicon/treatment-categories.json`.
 */
export function categorise(treatment: string): TreatmentCategory | null {
  const words = wordsOf(treatment)
  let best = Number.POSITIVE_INFINITY
  let bestAt = 0
  for (let at = 0; at < words.length; at += 1) {
    let phrase = ''
    for (let length = 0; length < longest && at + length < words.length; length += 1) {
      phrase = length === 0 ? (words[at] ?? '') : `${phrase} ${words[at + length]}`
      const rule = ruleOf(phrase)
      if (rule === undefined) continue
      if (rule < best && !(sameKind(rule, best) && bestAt < at)) {
        best = rule
        bestAt = at
      }
    }
  }
  const found = categoryRules.rules[best]
  return found ? { category: found.category, subcategory: found.subcategory } : null
}

function wordsOf(treatment: string): readonly string[] {
  return (
    treatment
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[a-z0-9#][a-z0-9'/+&#-]*/g) ?? []
  ).map((word) => word.replace(/'s$|[-/]+$/g, ''))
}

const whole = new Map<string, number>()
const stems = new Map<string, number>()
let longest = 1
let shortestStem = Number.POSITIVE_INFINITY
for (const [index, rule] of categoryRules.rules.entries()) {
  for (const word of rule.words) {
    longest = Math.max(longest, word.split(' ').length)
    const stem = word.endsWith('*')
    const key = word.replaceAll('*', '')
    const table = stem ? stems : whole
    if (stem) shortestStem = Math.min(shortestStem, key.length)
    if (!table.has(key)) table.set(key, index)
  }
}

/** The first rule that knows the phrase: whole, or by the beginning of it. */
function ruleOf(phrase: string): number | undefined {
  let rule = whole.get(phrase)
  for (let length = phrase.length; length >= shortestStem; length -= 1) {
    const other = stems.get(phrase.slice(0, length))
    if (other !== undefined && (rule === undefined || other < rule)) rule = other
  }
  return rule
}

/** Two drugs, or a drug and a drug: the one that is named first is the treatment. */
function sameKind(first: number, second: number): boolean {
  const [a, b] = [categoryRules.rules[first], categoryRules.rules[second]]
  return (
    a !== undefined &&
    b !== undefined &&
    a.category === b.category &&
    a.category === 'Pharmaceuticals'
  )
}
