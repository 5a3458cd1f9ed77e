import { z } from 'zod'
import {
  isNonEmpty,
  ok,
  type PlainDate,
  parsePlainDate,
  type Result,
  refuse,
  refused,
} from '#foundation'
import { reviewersRefusals } from './refusals.ts'
import type { Reviewer } from './reviewer.ts'

const day = z.string().transform((text, context): PlainDate => {
  const date = parsePlainDate(text)
  if (date) return date
  context.addIssue({ code: 'custom', message: `"${text}" is not a day (YYYY-MM-DD)` })
  return z.NEVER
})

const words = z.string().trim().min(1)

const disclosure = z.strictObject({
  kind: z.enum(['professional', 'familial', 'financial']),
  party: words,
  npi: z.exactOptional(z.string().regex(/^\d{10}$/, 'an NPI has ten digits')),
  nature: words,
  from: z.exactOptional(day),
  until: z.exactOptional(day),
  incomeShare: z.exactOptional(z.number().min(0).max(100)),
})

const reviewerShape = z.strictObject({
  reviewerId: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'small letters, digits and hyphens'),
  name: z.strictObject({ first: words, last: words }),
  licences: z.tuple(
    [z.strictObject({ state: words, number: words, expiresOn: day, restricted: z.boolean() })],
    z.strictObject({ state: words, number: words, expiresOn: day, restricted: z.boolean() }),
  ),
  certifications: z.tuple(
    [z.strictObject({ board: words, specialty: words, currentUntil: day.nullable() })],
    z.strictObject({ board: words, specialty: words, currentUntil: day.nullable() }),
  ),
  practisingSince: day,
  practiceHoursPerWeek: z.number().min(0).max(168),
  qualifiedMedicalEvaluator: z.boolean(),
  disciplined: z.boolean(),
  openCases: z.int().min(0),
  capacity: z.int().min(0),
  acceptsExpedited: z.boolean(),
  disclosures: z.array(disclosure),
})

/**
 * An entry of the register of reviewers. Refusals: `reviewer-unreadable` with the field, one for
 * each thing wrong (unknown fields too); `reviewer-id-names-reviewer`: ids go into events and
 * bundles, names must not.
 */
export function parseReviewer(value: unknown): Result<Reviewer> {
  const parsed = reviewerShape.safeParse(value)
  if (!parsed.success) {
    const refusals = parsed.error.issues.map(({ path, message }) =>
      refuse(
        reviewersRefusals,
        'reviewer-unreadable',
        message,
        ['reviewer', ...path.map(String)].join('.'),
      ),
    )
    if (isNonEmpty(refusals)) return { ok: false, refusals }
    throw new TypeError('a failed parse without an issue')
  }
  const reviewer: Reviewer = parsed.data
  const last = reviewer.name.last.toLowerCase().replace(/[^a-z]/g, '')
  if (last.length > 2 && reviewer.reviewerId.replace(/[^a-z]/g, '').includes(last)) {
    return refused(
      refuse(
        reviewersRefusals,
        'reviewer-id-names-reviewer',
        'the id holds the last name',
        'reviewer.reviewerId',
      ),
    )
  }
  return ok(reviewer)
}
