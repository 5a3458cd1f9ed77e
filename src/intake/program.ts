import { readFileSync } from 'node:fs'
import { z } from 'zod'

// The one file of this room that reads the programs under rules/.

/** Programs whose rules are here; the first is meant where nothing is said. */
export type ProgramId = 'CA-WC' | 'CA-DMHC' | 'NY-DFS'

/** What a review is about, where a program tells kinds apart. */
export type ReviewType =
  | 'medical-necessity'
  | 'experimental'
  | 'emergency'
  | 'out-of-network'
  | 'formulary'
  | 'step-therapy'

/** Why an application may come without the plan's internal appeal. */
export type AppealExcuse = 'urgent' | 'experimental' | 'no-timely-answer' | 'plan-agrees'

type Marked = { readonly authority: string; readonly verified: boolean }

/** What the same engine does otherwise in another program (handbook, law 8). */
export type Program = {
  readonly id: ProgramId
  readonly title: string
  readonly version: number
  readonly authority: string
  readonly verified: boolean
  readonly source: { readonly title: string; readonly readOn: string }
  readonly reviewTypes: readonly ReviewType[]
  readonly whoMayFile: readonly string[]
  readonly internalAppeal: Marked & {
    readonly needed: boolean
    readonly excusedBy: readonly AppealExcuse[]
  }
  /** Fields of an application that the program does not have; letters leave them out. */
  readonly fieldsNotUsed: readonly string[]
  readonly reviewers: readonly (Marked & {
    readonly reviewType: ReviewType
    readonly number: number
  })[]
  /** What an even split of the reviewers means. */
  readonly tie: Marked & { readonly decision: 'upheld' | 'overturned' }
  readonly decisionClocks: {
    readonly standard: string
    readonly expedited: string
    readonly formulary?: string | undefined
    readonly expeditedExperimental?: string | undefined
  }
  readonly license: Marked & { readonly text: string }
  readonly standard: Marked & {
    /** Whether a lower rank counts only where every higher one is silent. */
    readonly inOrder: boolean
    readonly ladder: readonly { readonly rank: string; readonly source: string }[]
  }
  readonly outcome: {
    readonly issue: Readonly<Record<'upheld' | 'overturned', string>>
    readonly case: Readonly<Record<'uphold' | 'overturn' | 'partially-overturn', string>>
  }
  readonly sections: readonly string[]
  readonly recipients: readonly string[]
  readonly appeal: Marked & { readonly route: string; readonly clock: string | null }
  readonly feePayer: Marked & { readonly who: string }
}

const marked = { authority: z.string(), verified: z.boolean() } as const
const reviewTypes: z.ZodType<ReviewType> = z.enum([
  'medical-necessity',
  'experimental',
  'emergency',
  'out-of-network',
  'formulary',
  'step-therapy',
])

const programFile: z.ZodType<Program> = z.strictObject({
  id: z.enum(['CA-WC', 'CA-DMHC', 'NY-DFS']),
  title: z.string(),
  version: z.int().positive(),
  ...marked,
  source: z.strictObject({ title: z.string(), readOn: z.string() }),
  reviewTypes: z.array(reviewTypes).min(1),
  whoMayFile: z.array(z.string()),
  internalAppeal: z.strictObject({
    ...marked,
    needed: z.boolean(),
    excusedBy: z.array(z.enum(['urgent', 'experimental', 'no-timely-answer', 'plan-agrees'])),
  }),
  fieldsNotUsed: z.array(z.string()),
  reviewers: z.array(
    z.strictObject({ ...marked, reviewType: reviewTypes, number: z.int().positive() }),
  ),
  tie: z.strictObject({ ...marked, decision: z.enum(['upheld', 'overturned']) }),
  decisionClocks: z.strictObject({
    standard: z.string(),
    expedited: z.string(),
    formulary: z.string().optional(),
    expeditedExperimental: z.string().optional(),
  }),
  license: z.strictObject({ ...marked, text: z.string() }),
  standard: z.strictObject({
    ...marked,
    inOrder: z.boolean(),
    ladder: z.array(z.strictObject({ rank: z.string(), source: z.string() })).min(1),
  }),
  outcome: z.strictObject({
    issue: z.strictObject({ upheld: z.string(), overturned: z.string() }),
    case: z.strictObject({
      uphold: z.string(),
      overturn: z.string(),
      'partially-overturn': z.string(),
    }),
  }),
  sections: z.array(z.string()).min(1),
  recipients: z.array(z.string()).min(1),
  appeal: z.strictObject({ ...marked, route: z.string(), clock: z.string().nullable() }),
  feePayer: z.strictObject({ ...marked, who: z.string() }),
})

/** Every program, the one meant by default first. */
export const programs: readonly Program[] = (['CA-WC', 'CA-DMHC', 'NY-DFS'] as const).map((id) =>
  programFile.parse(
    JSON.parse(readFileSync(new URL(`../../rules/programs/${id}.json`, import.meta.url), 'utf8')),
  ),
)

/** The rules of a program. */
export function programOf(id: ProgramId): Program {
  const found = programs.find((program) => program.id === id)
  if (!found) throw new Error(`no program ${id}`)
  return found
}

/** How many reviewers decide a review of the type. */
export function reviewersNeeded(
  program: Program,
  reviewType: ReviewType = 'medical-necessity',
): number {
  return program.reviewers.find((line) => line.reviewType === reviewType)?.number ?? 1
}

/**
 * What several reviewers decide together: the majority; an even split by the program's rule (in
 * workers' compensation the treatment is provided, Labor Code 4610.6(e)). Null without votes.
 */
export function panelDecision(
  program: Program,
  votes: readonly ('upheld' | 'overturned')[],
): 'upheld' | 'overturned' | null {
  const overturned = votes.filter((vote) => vote === 'overturned').length
  const upheld = votes.length - overturned
  if (votes.length === 0) return null
  if (overturned === upheld) return program.tie.decision
  return overturned > upheld ? 'overturned' : 'upheld'
}

/** The mandatory sections that a determination of the program lacks. */
export function missingSections(program: Program, present: readonly string[]): readonly string[] {
  return program.sections.filter((section) => !present.includes(section))
}
