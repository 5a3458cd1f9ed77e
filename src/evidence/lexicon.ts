import { readFileSync } from 'node:fs'
import type { BodyRegion } from '#intake'
import type { FactKind } from './fact.ts'

/** The one file of this room that reads `rules/lexicon/`: vocabulary is data, not code. */
const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../rules/lexicon/${name}.json`, import.meta.url), 'utf8'))

export type Concept = {
  readonly concept: string
  readonly kind: FactKind
  /** How a sentence names it. */
  readonly says: string
  /** Words and phrases, in the syntax that `concepts.json` states. */
  readonly terms: readonly string[]
  /** Wider concepts it belongs to. */
  readonly isA?: readonly string[]
  /** Words before the name that give it another meaning: `pulmonary stenosis`. */
  readonly notAfter?: readonly string[]
  /** The region that the concept itself implies, as a straight leg raise implies the low back. */
  readonly region?: BodyRegion
  /** Read by a grammar of its own. */
  readonly grammar?:
    | 'named-test'
    | 'motor-deficit'
    | 'sensory-deficit'
    | 'reflex-deficit'
    | 'range-of-motion'
}

type ConceptFile = {
  readonly families: Readonly<Record<string, readonly string[]>>
  readonly concepts: readonly Concept[]
}

export type BodyTerms = {
  readonly terms: readonly string[]
  readonly levels: readonly string[]
  readonly region: BodyRegion
}

type RegionFile = {
  readonly regions: readonly { readonly region: BodyRegion; readonly patterns: readonly string[] }[]
  readonly muscles: readonly BodyTerms[]
  readonly reflexes: readonly BodyTerms[]
}

type SectionFile = {
  readonly sections: readonly { readonly section: string; readonly headings: readonly string[] }[]
}

/** A frame and a sentence of its own that it must catch, with the phrase between « and ». */
export type CueFrame = readonly [frame: string, example: string]

type CueFile = {
  readonly macros: Readonly<Record<string, string>>
  readonly stops: readonly string[]
  readonly pseudo: readonly string[]
  readonly frames: Readonly<Record<CueClass, readonly CueFrame[]>>
  readonly temporality: {
    readonly hypothetical: readonly string[]
    readonly 'hypothetical-stops': readonly string[]
    readonly historical: readonly string[]
    readonly 'historical-stops': readonly string[]
    readonly current: readonly string[]
  }
  readonly experiencer: {
    readonly other: readonly string[]
    readonly 'other-stops': readonly string[]
  }
}

export type CueClass =
  | 'box-absent'
  | 'box-present'
  | 'box-empty'
  | 'not-documented'
  | 'tried-failed'
  | 'tried-helped'
  | 'declined'
  | 'pending'
  | 'done'
  | 'planned'
  | 'not-wanted'
  | 'absent'
  | 'possible'

const conceptFile = read('concepts') as ConceptFile

export const concepts: readonly Concept[] = conceptFile.concepts
export const families: Readonly<Record<string, readonly string[]>> = conceptFile.families
export const regionFile: RegionFile = read('regions') as RegionFile
export const sectionFile: SectionFile = read('sections') as SectionFile
export const cueFile: CueFile = read('assertion-cues') as CueFile

const byName: ReadonlyMap<string, Concept> = new Map(
  concepts.map((entry) => [entry.concept, entry]),
)

/** The lexicon's entry of a concept, or undefined for a family or an unknown name. */
export function conceptOf(name: string): Concept | undefined {
  return byName.get(name)
}

/** Whether the lexicon knows the name, as a concept or as a family of concepts. */
export function isConcept(name: string): boolean {
  return byName.has(name) || Object.hasOwn(families, name)
}

const parentsOf = (name: string): readonly string[] => byName.get(name)?.isA ?? families[name] ?? []

/** The concept and all wider ones it belongs to: a statement about them speaks of it too. */
export function widerConcepts(name: string): ReadonlySet<string> {
  const found = new Set([name])
  for (const one of found) for (const parent of parentsOf(one)) found.add(parent)
  return found
}

/** The concept and all narrower ones: a statement about one of them speaks of the concept. */
export function narrowerConcepts(name: string): ReadonlySet<string> {
  return new Set([
    name,
    ...concepts.filter((entry) => widerConcepts(entry.concept).has(name)).map((e) => e.concept),
    ...Object.keys(families).filter((family) => widerConcepts(family).has(name)),
  ])
}

/** All words and phrases by which the record could speak of the concept. */
export function termsOf(name: string): readonly string[] {
  const names = narrowerConcepts(name)
  return concepts.filter((entry) => names.has(entry.concept)).flatMap((entry) => entry.terms)
}
