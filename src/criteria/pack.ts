import type { Assertion } from '#evidence'

/** A condition of a guideline: a tree of branches and leaves. */
export type Criterion =
  | (CriterionBase & { readonly kind: 'all' | 'any'; readonly of: readonly Criterion[] })
  | (CriterionBase & {
      readonly kind: 'atLeast'
      readonly n: number
      readonly of: readonly Criterion[]
    })
  | (CriterionBase & { readonly kind: 'not'; readonly of: Criterion })
  | Leaf

export type Leaf = FactLeaf | ComparisonLeaf | EventLeaf | JudgmentLeaf

type CriterionBase = {
  readonly id: string
  readonly statement: string
  /** Pages or section where it differs from the pack's. */
  readonly citation?: string | undefined
}

type QuestionOfFact = CriterionBase & {
  readonly concept: string
  /** Assertions that meet the criterion; `present` unless the pack says otherwise. */
  readonly meets: readonly Assertion[]
  /** Assertions that fail it, `absent` by default. All others leave it undocumented. */
  readonly fails: readonly Assertion[]
  /** `treatment`: only facts of the region in dispute. A fact of unknown region never counts. */
  readonly scope: 'treatment' | 'any'
  /** Also the side, or the level, in dispute. */
  readonly bind: readonly ('side' | 'level')[]
  readonly temporality: readonly ('current' | 'historical')[]
  /** Findings change: of facts more than 30 days apart the latest govern. */
  readonly changesOverTime: boolean
  /** What the guideline makes of silence; shown as a step of its own. */
  readonly ifUndocumented: 'unmet' | 'unknown' | 'ask'
}

export type FactLeaf = QuestionOfFact & { readonly kind: 'fact' }

/** An event at a time: in days before the governing date. An imprecise date is an interval. */
export type EventLeaf = QuestionOfFact & {
  readonly kind: 'existsEvent'
  readonly window: {
    readonly withinDays?: number | undefined
    readonly atLeastDays?: number | undefined
  }
}

export type ComparisonLeaf = QuestionOfFact & {
  readonly kind: 'cmp'
  readonly unit: string
  readonly op: '>=' | '<=' | '>' | '<' | '='
  readonly quantity: number
  /** Of several documented numbers: the latest, the greatest, or all together. */
  readonly aggregate: 'latest' | 'max' | 'sum'
}

/** A question that only the reviewer can answer (`unequivocal`, `significant change`). */
export type JudgmentLeaf = CriterionBase & {
  readonly kind: 'judgment'
  readonly question: string
  /** Concepts whose facts stand beside the question. */
  readonly shows: readonly string[]
}

/** A case that the pack brings along and that must come out as it says before approval. */
export type PackCase = {
  readonly name: string
  readonly governingDate?: string | undefined
  readonly treatment: {
    readonly treatment: string
    readonly bodyRegions: readonly string[]
    readonly side?: 'left' | 'right' | 'bilateral' | undefined
    readonly levels?: readonly string[] | undefined
    readonly associatedWith?: string | undefined
  }
  readonly facts: readonly {
    readonly concept: string
    readonly assertion: Assertion
    readonly region?: string | undefined
    readonly side?: 'left' | 'right' | 'bilateral' | undefined
    readonly levels?: readonly string[] | undefined
    readonly value?: string | undefined
    readonly unit?: string | undefined
    readonly date?: string | undefined
    readonly temporality?: 'current' | 'historical' | 'hypothetical' | undefined
    readonly experiencer?: 'patient' | 'other' | undefined
  }[]
  readonly answers: Readonly<Record<string, 'met' | 'not-met'>>
  readonly expect: 'met' | 'not-met' | 'not-documented' | 'conflicting'
  /** Results of single criteria, by id. */
  readonly leaves: Readonly<
    Record<string, 'met' | 'not-met' | 'not-documented' | 'conflicting' | 'judgment'>
  >
}

export type PackContent = {
  readonly id: string
  readonly title: string
  readonly guideline: {
    readonly name: string
    readonly edition: string
    readonly chapter: string
    readonly section?: string | undefined
    readonly pages?: string | undefined
    readonly licenseClass: 'paraphrase-of-proprietary' | 'public-domain' | 'regulation'
  }
  readonly authority: string
  readonly source: string
  readonly verified: boolean
  readonly effective: { readonly from: string; readonly to: string | null }
  readonly supersedes: string | null
  readonly authoredBy: string
  readonly approvedBy: string | null
  readonly appliesTo: {
    readonly concepts: readonly string[]
    readonly regions?: readonly string[] | undefined
    readonly associated: boolean
  }
  readonly root: Criterion
  readonly cases: readonly PackCase[]
}

/** A pack as loaded: its content, the hash of its JSON, and the date it was chosen for. */
export type Pack = {
  readonly content: PackContent
  readonly sha256: string
  /** Set by `packFor`; an assessment needs it. */
  readonly governingDate?: string
}

/** The leaves of a criterion, in order. */
export function leavesOf(root: Criterion): readonly Leaf[] {
  switch (root.kind) {
    case 'all':
    case 'any':
    case 'atLeast':
      return root.of.flatMap(leavesOf)
    case 'not':
      return leavesOf(root.of)
    default:
      return [root]
  }
}

/** All criteria of a tree, the root first. */
export function criteriaOf(root: Criterion): readonly Criterion[] {
  switch (root.kind) {
    case 'all':
    case 'any':
    case 'atLeast':
      return [root, ...root.of.flatMap(criteriaOf)]
    case 'not':
      return [root, ...criteriaOf(root.of)]
    default:
      return [root]
  }
}
