import { z } from 'zod'
import { readRulesFile } from './read-rules.ts'

type AssignmentRules = {
  readonly authority: string
  readonly owed: readonly {
    readonly party: 'claims-administrator' | 'employee' | 'requesting-physician'
    /** The notice names the one of these clocks that runs. */
    readonly clocks: readonly string[]
    readonly authority: string
    readonly verified: boolean
    readonly consequence: string
    readonly items: readonly string[]
  }[]
  readonly notes: readonly string[]
}

const rulesFile: z.ZodType<AssignmentRules> = z.object({
  authority: z.string(),
  owed: z.array(
    z.strictObject({
      party: z.enum(['claims-administrator', 'employee', 'requesting-physician']),
      clocks: z.array(z.string()),
      authority: z.string(),
      verified: z.boolean(),
      consequence: z.string(),
      items: z.array(z.string()),
    }),
  ),
  notes: z.array(z.string()),
})

/** Who sends what after the notice (8 CCR 9792.10.5). */
export const assignmentRules: AssignmentRules = rulesFile.parse(
  readRulesFile('assignment/CA-WC.json'),
)
