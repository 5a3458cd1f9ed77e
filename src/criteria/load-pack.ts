import { z } from 'zod'
import { isConcept } from '#evidence'
import {
  isNonEmpty,
  ok,
  parsePlainDate,
  type Refusal,
  type Result,
  refuse,
  refused,
} from '#foundation'
import { sha256OfJson } from '#integrity'
import { type Criterion, criteriaOf, leavesOf, type Pack, type PackContent } from './pack.ts'
import { criteriaRefusals } from './refusals.ts'

/**
 * Reads a pack from JSON and proves it usable: its shape, its dates, ids used once, and concepts
 * that the lexicon knows (a criterion about an unknown concept could never be documented).
 * Refusals: `pack-not-valid`, `pack-dates-contradict`, `pack-concept-unknown`.
 */
export function loadPack(json: unknown): Result<Pack> {
  const parsed = packSchema.safeParse(json)
  if (!parsed.success) {
    const refusals = parsed.error.issues.map((issue) =>
      refuse(criteriaRefusals, 'pack-not-valid', issue.message, issue.path.join('.')),
    )
    return isNonEmpty(refusals)
      ? { ok: false, refusals }
      : refused(refuse(criteriaRefusals, 'pack-not-valid', 'the pack is not valid'))
  }
  const content = parsed.data
  const refusals: Refusal[] = []
  const { from, to } = content.effective
  if (!parsePlainDate(from) || (to !== null && (!parsePlainDate(to) || to < from))) {
    refusals.push(
      refuse(
        criteriaRefusals,
        'pack-dates-contradict',
        `in force from ${from} to ${to}`,
        'effective',
      ),
    )
  }
  const ids = criteriaOf(content.root).map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) {
    refusals.push(
      refuse(criteriaRefusals, 'pack-not-valid', `two criteria have the id ${twice}`, 'root'),
    )
  }
  for (const leaf of leavesOf(content.root)) {
    const named = leaf.kind === 'judgment' ? leaf.shows : [leaf.concept]
    for (const concept of named) {
      if (!isConcept(concept)) {
        refusals.push(
          refuse(
            criteriaRefusals,
            'pack-concept-unknown',
            `${leaf.id} asks about ${concept}`,
            leaf.id,
          ),
        )
      }
    }
  }
  return isNonEmpty(refusals)
    ? { ok: false, refusals }
    : ok({ content, sha256: sha256OfJson(json) })
}

const assertion = z.enum([
  'present',
  'absent',
  'not-documented',
  'tried-failed',
  'tried-helped',
  'planned',
  'pending',
  'declined',
  'possible',
])

const base = {
  id: z.string().regex(/^[a-z0-9-]+$/),
  statement: z.string().min(8),
  /** Pages or section where it differs from the pack's. */
  citation: z.string().optional(),
}

const questionOfFact = {
  ...base,
  concept: z.string(),
  /** Assertions that meet the criterion. */
  meets: z.array(assertion).min(1).default(['present']),
  /** Assertions that fail it. All others leave it undocumented. */
  fails: z.array(assertion).default(['absent']),
  /** `treatment`: only facts of the region in dispute. A fact of unknown region never counts. */
  scope: z.enum(['treatment', 'any']).default('treatment'),
  /** Also the side, or the level, in dispute. */
  bind: z.array(z.enum(['side', 'level'])).default([]),
  temporality: z.array(z.enum(['current', 'historical'])).default(['current', 'historical']),
  /** Findings change: of facts more than 30 days apart the latest govern. */
  changesOverTime: z.boolean().default(false),
  ifUndocumented: z.enum(['unmet', 'unknown', 'ask']).default('unmet'),
}

const window = z.strictObject({
  /** The event lies at most so many days before the governing date. */
  withinDays: z.int().positive().optional(),
  /** The event lies at least so many days before the governing date. */
  atLeastDays: z.int().positive().optional(),
})

const factLeaf = z.strictObject({ kind: z.literal('fact'), ...questionOfFact })
const eventLeaf = z.strictObject({ kind: z.literal('existsEvent'), ...questionOfFact, window })
const comparisonLeaf = z.strictObject({
  kind: z.literal('cmp'),
  ...questionOfFact,
  meets: z.array(assertion).min(1).default(['present', 'tried-failed', 'tried-helped']),
  unit: z.string(),
  op: z.enum(['>=', '<=', '>', '<', '=']),
  quantity: z.number(),
  /** Of several documented numbers: the latest, the greatest, or all together. */
  aggregate: z.enum(['latest', 'max', 'sum']),
})
const judgmentLeaf = z.strictObject({
  kind: z.literal('judgment'),
  ...base,
  question: z.string().min(8),
  /** Facts to show beside the question. */
  shows: z.array(z.string()).default([]),
})

const criterion: z.ZodType<Criterion> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['all', 'any']), ...base, of: z.array(criterion).min(1) }),
    z.strictObject({
      kind: z.literal('atLeast'),
      ...base,
      n: z.int().positive(),
      of: z.array(criterion).min(1),
    }),
    z.strictObject({ kind: z.literal('not'), ...base, of: criterion }),
    factLeaf,
    eventLeaf,
    comparisonLeaf,
    judgmentLeaf,
  ]),
)

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const packCase = z.strictObject({
  name: z.string(),
  governingDate: day.optional(),
  treatment: z.strictObject({
    treatment: z.string(),
    bodyRegions: z.array(z.string()),
    side: z.enum(['left', 'right', 'bilateral']).optional(),
    levels: z.array(z.string()).optional(),
    associatedWith: z.string().optional(),
  }),
  facts: z.array(
    z.strictObject({
      concept: z.string(),
      assertion,
      region: z.string().optional(),
      side: z.enum(['left', 'right', 'bilateral']).optional(),
      levels: z.array(z.string()).optional(),
      value: z.string().optional(),
      unit: z.string().optional(),
      date: z.string().optional(),
      temporality: z.enum(['current', 'historical', 'hypothetical']).optional(),
      experiencer: z.enum(['patient', 'other']).optional(),
    }),
  ),
  answers: z.record(z.string(), z.enum(['met', 'not-met'])).default({}),
  expect: z.enum(['met', 'not-met', 'not-documented', 'conflicting']),
  /** Results of single criteria, by id. */
  leaves: z
    .record(z.string(), z.enum(['met', 'not-met', 'not-documented', 'conflicting', 'judgment']))
    .default({}),
})

const packSchema: z.ZodType<PackContent> = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  guideline: z.strictObject({
    name: z.string(),
    edition: z.string(),
    chapter: z.string(),
    section: z.string().optional(),
    pages: z.string().optional(),
    licenseClass: z.enum(['paraphrase-of-proprietary', 'public-domain', 'regulation']),
  }),
  authority: z.string(),
  source: z.string(),
  verified: z.boolean(),
  effective: z.strictObject({ from: day, to: day.nullable() }),
  supersedes: z.string().nullable().default(null),
  authoredBy: z.string(),
  /** The clinician who approved it; null: a draft, shown as such. */
  approvedBy: z.string().nullable(),
  appliesTo: z.strictObject({
    /** Concepts of the lexicon, one of which the treatment's words must name. */
    concepts: z.array(z.string()).min(1),
    regions: z.array(z.string()).optional(),
    /** For services that go with a surgery. */
    associated: z.boolean().default(false),
  }),
  root: criterion,
  cases: z.array(packCase).min(3),
})
