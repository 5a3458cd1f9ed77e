import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { ProgramId } from './program.ts'

// The one file of this room that reads the dated rules of eligibility under rules/.

/** One row of the eligibility table as the rules state it. */
export type EligibilityRule = {
  readonly row: number
  /** Which test answers the row, where the number does not say it (programs other than CA-WC). */
  readonly finding?: string | undefined
  readonly test: string
  /** What follows where the test hits. */
  readonly effect: string
  readonly authority: string
  readonly verified: boolean
  readonly source: string
  readonly cure: string
  /** What the row says besides from a day on: a text that changed and was not read. */
  readonly later?: { readonly from: string; readonly says: string } | undefined
}

export type EligibilityRules = {
  readonly id: string
  readonly title: string
  readonly version: number
  readonly authority: string
  readonly source: { readonly title: string; readonly readOn: string }
  /** Last day on which a missing decision was asked for by letter instead of refused. */
  readonly reminderLettersUntil: string
  /** For how many months a review stands against the same request (Labor Code 4610(k)). */
  readonly repeatMonths: number
  readonly rows: readonly EligibilityRule[]
}

const rulesFile: z.ZodType<EligibilityRules> = z.strictObject({
  id: z.string(),
  title: z.string(),
  version: z.int().positive(),
  authority: z.string(),
  source: z.strictObject({ title: z.string(), readOn: z.string() }),
  reminderLettersUntil: z.string(),
  repeatMonths: z.int().positive(),
  rows: z.array(
    z.strictObject({
      row: z.int().positive(),
      finding: z.string().optional(),
      test: z.string(),
      effect: z.string(),
      authority: z.string(),
      verified: z.boolean(),
      source: z.string(),
      cure: z.string(),
      later: z.strictObject({ from: z.string(), says: z.string() }).optional(),
    }),
  ),
})

const tables: ReadonlyMap<ProgramId, EligibilityRules> = new Map(
  (['CA-WC', 'CA-DMHC', 'NY-DFS'] as const).map((id) => [
    id,
    rulesFile.parse(
      JSON.parse(
        readFileSync(new URL(`../../rules/eligibility/${id}.json`, import.meta.url), 'utf8'),
      ),
    ),
  ]),
)

/** The eligibility table of a program, in its order. */
export function eligibilityRulesOf(program: ProgramId): EligibilityRules {
  const rules = tables.get(program)
  if (!rules) throw new Error(`no eligibility table for ${program}`)
  return rules
}

/** The eligibility table of workers' compensation in California. */
export const eligibilityRules: EligibilityRules = eligibilityRulesOf('CA-WC')
