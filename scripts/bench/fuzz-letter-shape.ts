import { z } from 'zod'

// The contract of `openimr read` (contracts/determination.schema.json), written again by hand.
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullable()
const guideline = z.object({
  text: z.string(),
  cited: z.boolean(),
  citations: z.array(
    z.object({
      source: z.enum(['MTUS', 'ODG', 'other']),
      title: z.string().optional(),
      edition: z.string().nullish(),
      sections: z.array(z.string()).optional(),
      pages: z.array(z.string().regex(/^[\dA-Za-z.]+(?:-[\dA-Za-z.]+)?$/)).optional(),
    }),
  ),
})
const issue = z.object({
  treatment: z.string(),
  decision: z.enum(['upheld', 'overturned']),
  partial: z
    .object({ requested: z.string(), authorized: z.string(), remainder: z.string() })
    .nullish(),
  associatedSurgicalService: z.boolean().optional(),
  retrospective: z.boolean().optional(),
  datesOfService: z.array(z.string().regex(/^\d{4}-\d{2}-\d{2}$/)).optional(),
  category: z.string().nullish(),
  subcategory: z.string().nullish(),
  bodyRegions: z.array(z.string()).optional(),
  claimsAdministratorGuideline: guideline,
  reviewOrganizationGuideline: guideline,
  rationale: z.string(),
})
const reading = z.object({
  file: z.string(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  pages: z.number().int().min(1).optional(),
  format: z.enum(['F1a', 'F1b-early', 'F1b', 'F2', 'F3', 'F-N']),
  caseNumber: z
    .string()
    .regex(/^CM\d{2}-\d{7}$/)
    .nullable(),
  priority: z.enum(['standard', 'expedited']).nullable(),
  dateAssigned: date,
  dateOfInjury: date,
  decisionDate: date,
  urDenialDate: date,
  applicationReceived: date,
  reviewer: z.object({
    licensure: z.array(z.string()),
    specialties: z.array(z.string()),
    boards: z.array(z.string()).optional(),
  }),
  caseSummary: z.string(),
  issues: z.array(issue).min(1),
  outcome: z.enum(['uphold', 'overturn', 'partially-overturn']),
  findings: z.array(
    z.object({ code: z.string(), message: z.string(), where: z.string().optional() }),
  ),
  notFound: z.array(z.string()),
})
const finding = z.object({
  code: z.string().regex(/^[a-z][a-z-]*$/),
  severity: z.enum(['blocking', 'warning', 'note']),
  issue: z.number().int().min(1).optional(),
  part: z.string().optional(),
  message: z.string().min(1),
  span: z.object({ start: z.number().int().min(0), end: z.number().int() }).optional(),
  quote: z.string().optional(),
})

/**
 * What is wrong with a reading and its findings, or null: the shape of the contract, every null
 * header field listed as not found, the outcome that of the issues, and each quote the words at
 * its span.
 */
export function wrongIn(read: unknown, findings: unknown): string | null {
  const letter = reading.safeParse(read)
  if (!letter.success) return `reading: ${sayFirst(letter.error)}`
  const found = z.array(finding).safeParse(findings)
  if (!found.success) return `lint: ${sayFirst(found.error)}`
  return wrongField(letter.data) ?? wrongFinding(letter.data, found.data)
}

function sayFirst({ issues: [first] }: z.ZodError): string {
  return `${first?.path.join('.') ?? ''}: ${first?.message ?? ''}`
}

const headerFields = [
  'caseNumber',
  'priority',
  'dateAssigned',
  'dateOfInjury',
  'decisionDate',
  'urDenialDate',
  'applicationReceived',
] as const

function wrongField(letter: z.infer<typeof reading>): string | null {
  const silent = headerFields.find(
    (field) => (letter[field] === null) !== letter.notFound.includes(field),
  )
  if (silent !== undefined) return `reading: ${silent} and notFound disagree`
  const dates = headerFields.slice(2).map((field) => letter[field])
  if (
    dates.some((day) => day !== null && new Date(`${day}T00:00:00Z`).toString() === 'Invalid Date')
  )
    return 'reading: a date that does not exist'
  const overturned = letter.issues.filter(({ decision }) => decision === 'overturned').length
  const outcome =
    overturned === 0
      ? 'uphold'
      : overturned === letter.issues.length
        ? 'overturn'
        : 'partially-overturn'
  return outcome === letter.outcome ? null : 'reading: the outcome is not that of the issues'
}

function wrongFinding(
  letter: z.infer<typeof reading>,
  found: readonly z.infer<typeof finding>[],
): string | null {
  for (const { code, issue: number, part, span, quote } of found) {
    const about = number === undefined ? undefined : letter.issues[number - 1]
    if (number !== undefined && !about) return `lint: ${code} is about an issue that is not there`
    if (!span) continue
    const text = {
      'case-summary': letter.caseSummary,
      treatment: about?.treatment,
      'claims-administrator-guideline': about?.claimsAdministratorGuideline.text,
      'review-organization-guideline': about?.reviewOrganizationGuideline.text,
      rationale: about?.rationale,
    }[part ?? '']
    if (text === undefined) return `lint: ${code} has a span in no text`
    if (text.slice(span.start, span.end) !== quote) return `lint: ${code} quotes other words`
  }
  return null
}
