import { z } from 'zod'
import type { PenaltyFindingKind } from './event.ts'
import { readRulesFolder } from './read-rules.ts'

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)

/** What one day, or one breach, costs. `at-most`: a person sets the amount below the limit. */
export type PenaltyAmount =
  | { readonly kind: 'per-day'; readonly dollars: number; readonly atMost: number }
  | { readonly kind: 'at-most-per-day'; readonly dollars: number }

export type PenaltyRule = {
  readonly id: string
  readonly title: string
  /** What in the case is looked at: a clock of a duty, the form, records found late, the copy (R7). */
  readonly of: 'clock' | 'form-not-served' | 'found-records' | 'copy-to-parties'
  readonly clocks?: readonly string[] | undefined
  readonly amount: PenaltyAmount
  readonly authority: string
  readonly verified: boolean
  readonly source: string
}

export type PenaltyRules = {
  readonly id: string
  readonly title: string
  readonly version: number
  readonly program: string
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  readonly source: { readonly title: string; readonly readOn: string }
  readonly notes: readonly string[]
  readonly lines: readonly PenaltyRule[]
  /** Breaches that no case shows by itself: a person must have found them. */
  readonly findings: readonly {
    readonly id: string
    readonly title: string
    readonly dollars: number
    readonly authority: string
    readonly verified: boolean
    readonly source: string
  }[]
  readonly mitigation: readonly {
    readonly id: string
    readonly title: string
    readonly percent: number
    readonly authority: string
    readonly verified: boolean
    readonly source: string
  }[]
}

const penaltyFile: z.ZodType<PenaltyRules> = z.strictObject({
  id: z.string(),
  title: z.string(),
  version: z.int().positive(),
  program: z.string(),
  effectiveFrom: day,
  effectiveTo: day.nullable(),
  source: z.strictObject({ title: z.string(), readOn: day }),
  notes: z.array(z.string()),
  lines: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      of: z.enum(['clock', 'form-not-served', 'found-records', 'copy-to-parties']),
      clocks: z.array(z.string()).optional(),
      amount: z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('per-day'),
          dollars: z.number().positive(),
          atMost: z.number().positive(),
        }),
        z.strictObject({ kind: z.literal('at-most-per-day'), dollars: z.number().positive() }),
      ]),
      authority: z.string(),
      verified: z.boolean(),
      source: z.string(),
    }),
  ),
  findings: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      dollars: z.number().positive(),
      authority: z.string(),
      verified: z.boolean(),
      source: z.string(),
    }),
  ),
  mitigation: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      percent: z.number().min(0).max(100),
      authority: z.string(),
      verified: z.boolean(),
      source: z.string(),
    }),
  ),
})

export type FeePeriod = {
  readonly from: string
  readonly to: string | null
  readonly verified: boolean
  readonly source: string
  /** A line without degree or number of reviewers holds for every one. */
  readonly determined: readonly {
    readonly review: 'standard' | 'expedited' | 'pharmacy-only'
    readonly degree?: 'md-do' | 'other' | undefined
    readonly reviewers?: number | undefined
    readonly dollars: number
  }[]
  readonly terminatedBeforeReviewer: number | null
  readonly terminatedAfterReviewer: 'full' | 'unknown'
  readonly note: string
}

export type FeeRules = {
  readonly id: string
  readonly title: string
  readonly version: number
  readonly program: string
  readonly authority: string
  readonly source: { readonly title: string; readonly readOn: string }
  readonly payer: string
  readonly governedBy: {
    readonly event: 'assignment'
    readonly verified: boolean
    readonly note: string
  }
  /** Specialties that only reviewers other than MD and DO have. */
  readonly otherDegrees: readonly string[]
  readonly periods: readonly FeePeriod[]
}

const feeFile: z.ZodType<FeeRules> = z.strictObject({
  id: z.string(),
  title: z.string(),
  version: z.int().positive(),
  program: z.string(),
  authority: z.string(),
  source: z.strictObject({ title: z.string(), readOn: day }),
  payer: z.string(),
  governedBy: z.strictObject({
    event: z.literal('assignment'),
    verified: z.boolean(),
    note: z.string(),
  }),
  otherDegrees: z.array(z.string()),
  periods: z.array(
    z.strictObject({
      from: day,
      to: day.nullable(),
      verified: z.boolean(),
      source: z.string(),
      determined: z.array(
        z.strictObject({
          review: z.enum(['standard', 'expedited', 'pharmacy-only']),
          degree: z.enum(['md-do', 'other']).optional(),
          reviewers: z.int().positive().optional(),
          dollars: z.number().nonnegative(),
        }),
      ),
      terminatedBeforeReviewer: z.number().nonnegative().nullable(),
      terminatedAfterReviewer: z.enum(['full', 'unknown']),
      note: z.string(),
    }),
  ),
})

const penalties = readRulesFolder('penalties').map((file) => penaltyFile.parse(file))
const fees = readRulesFolder('fees').map((file) => feeFile.parse(file))

/** The penalties in force in a program on a day; null where none are known. */
export function penaltyRulesFor(on: string, program: string): PenaltyRules | null {
  return (
    penalties.find(
      (rules) =>
        rules.program === program &&
        rules.effectiveFrom <= on &&
        (rules.effectiveTo === null || on <= rules.effectiveTo),
    ) ?? null
  )
}

/** The fee schedule of a program; null where none is known. */
export function feeRulesFor(program: string): FeeRules | null {
  return fees.find((rules) => rules.program === program) ?? null
}

/** What a finding or a ground of mitigation is called, in whatever rules have it; else its id. */
export function penaltyFindingTitle(kind: PenaltyFindingKind, id: string): string {
  const titles = penalties.flatMap(({ findings, mitigation }) =>
    (kind === 'breach' ? findings : mitigation).filter((one) => one.id === id),
  )
  return titles.at(-1)?.title ?? id
}
