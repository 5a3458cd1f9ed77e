import { readFileSync } from 'node:fs'
import { z } from 'zod'

// The one file of this room that reads the dated rules of utilization review under rules/.

type Marked = {
  readonly id: string
  readonly title: string
  readonly authority: string
  readonly verified: boolean
  readonly source: string
}

type Words = Readonly<Record<string, readonly string[]>>

export type DecisionRules = {
  readonly authority: string
  readonly reviewerHoursPerWeek: number
  readonly reviewerDay: { readonly from: string; readonly to: string }
  readonly items: readonly (Marked & {
    readonly neededWhere: 'always' | 'modified' | 'information-missing'
  })[]
  /** Ways in which a letter labels each field. */
  readonly labels: Words
  readonly headings: Words
}

export type RequestRules = {
  readonly authority: string
  readonly headings: Words
  readonly fields: readonly (Marked & {
    readonly labels: readonly string[]
    readonly section?: string | undefined
    readonly neededWhere: 'always' | 'never'
  })[]
  /** In force from a day; `days` is the age that documentation may have. */
  readonly checks: readonly (Marked & {
    readonly from: string
    readonly days?: number | undefined
  })[]
}

const words: z.ZodType<string[]> = z.array(z.string().min(1))
const marked = {
  id: z.string(),
  title: z.string(),
  authority: z.string(),
  verified: z.boolean(),
  source: z.string(),
} as const
const head = {
  id: z.string(),
  title: z.string(),
  version: z.int().positive(),
  authority: z.string(),
  source: z.strictObject({ title: z.string(), readOn: z.string() }),
} as const

function readDecisionRules(): DecisionRules {
  return z
    .strictObject({
      ...head,
      reviewerHoursPerWeek: z.number().positive(),
      reviewerDay: z.strictObject({ from: z.string(), to: z.string() }),
      items: z.array(
        z.strictObject({
          ...marked,
          neededWhere: z.enum(['always', 'modified', 'information-missing']),
        }),
      ),
      labels: z.record(z.string(), words),
      headings: z.record(z.string(), words),
    })
    .parse(read('decision'))
}

function readRequestRules(): RequestRules {
  return z
    .strictObject({
      ...head,
      headings: z.record(z.string(), words),
      fields: z.array(
        z.strictObject({
          ...marked,
          labels: words,
          section: z.string().optional(),
          neededWhere: z.enum(['always', 'never']),
        }),
      ),
      checks: z.array(z.strictObject({ ...marked, from: z.string(), days: z.int().optional() })),
    })
    .parse(read('request-for-authorization'))
}

/** What a decision that denies or modifies must contain (handbook, law 3.5), and how it is said. */
export const decisionRules: DecisionRules = readDecisionRules()
/** What a request for authorization says (handbook, law 3.4; 8 CCR 9785.5), and how it is said. */
export const requestRules: RequestRules = readRequestRules()

/** The ways in which a thing is labelled; empty where the rules name none. */
export function labelsOf(name: string): readonly string[] {
  return decisionRules.labels[name] ?? []
}

function read(name: string): unknown {
  const place = new URL(`../../rules/utilization-review/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(place, 'utf8'))
}
