import { z } from 'zod'
import { outcomeOf } from '#case'
import type { Determination, Issue } from '#determination'
import { isNonEmpty, ok, parsePlainDate, type Result, refuse, refused } from '#foundation'
import { parseGuideline } from '#guidelines'
import { cliRefusals } from './refusals.ts'

const date = z
  .string()
  .transform((text, context) => {
    const parsed = parsePlainDate(text)
    if (parsed === null) context.addIssue({ code: 'custom', message: `"${text}" is not a day` })
    return parsed
  })
  .nullish()
const guideline = z
  .union([z.string(), z.object({ text: z.string() }).transform(({ text }) => text)])
  .default('')
  .transform(parseGuideline)
const names = z.array(z.string()).default([])
const optional = {
  partial: z
    .object({ requested: z.string(), authorized: z.string(), remainder: z.string() })
    .nullish(),
  associatedSurgicalService: z.boolean().nullish(),
  retrospective: z.boolean().nullish(),
  datesOfService: names,
  category: z.string().nullish(),
  subcategory: z.string().nullish(),
  bodyRegions: names,
}
const issue = z
  .object({
    treatment: z.string(),
    decision: z.enum(['upheld', 'overturned']),
    ...optional,
    claimsAdministratorGuideline: guideline,
    reviewOrganizationGuideline: guideline,
    rationale: z.string().default(''),
  })
  .transform(
    ({ partial, associatedSurgicalService, retrospective, ...rest }): Issue => ({
      ...rest,
      partial: partial ?? null,
      associatedSurgicalService: associatedSurgicalService ?? false,
      retrospective: retrospective ?? false,
      category: rest.category ?? null,
      subcategory: rest.subcategory ?? null,
    }),
  )
const draft = z.object({
  caseNumber: z.string().nullish(),
  priority: z.enum(['standard', 'expedited']).nullish(),
  dateAssigned: date,
  dateOfInjury: date,
  decisionDate: date,
  urDenialDate: date,
  applicationReceived: date,
  reviewer: z
    .object({ licensure: names, specialties: names })
    .default({ licensure: [], specialties: [] }),
  caseSummary: z.string().default(''),
  issues: z.array(issue),
})

/**
 * A determination that is still a draft, from its JSON (determination.schema.json, or what holds
 * one under `determination`). What a draft does not have yet is null or empty, for the lint to
 * name; the outcome is derived. Refuses `not-a-draft-determination` with the field that is wrong.
 */
export function parseDraft(text: string, file: string): Result<Determination> {
  const refuseDraft = (because: string) =>
    refused(refuse(cliRefusals, 'not-a-draft-determination', because, file))
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return refuseDraft('the file is not JSON')
  }
  const held =
    typeof json === 'object' && json !== null && 'determination' in json ? json.determination : json
  const parsed = draft.safeParse(held)
  if (!parsed.success) {
    const [wrong] = parsed.error.issues
    return refuseDraft(`${wrong?.path.join('.') || 'the whole'}: ${wrong?.message ?? 'unreadable'}`)
  }
  const { issues, ...rest } = parsed.data
  if (!isNonEmpty(issues)) return refuseDraft('issues: it decides no treatment')
  return ok({
    ...rest,
    caseNumber: rest.caseNumber ?? null,
    priority: rest.priority ?? null,
    dateAssigned: rest.dateAssigned ?? null,
    dateOfInjury: rest.dateOfInjury ?? null,
    decisionDate: rest.decisionDate ?? null,
    urDenialDate: rest.urDenialDate ?? null,
    applicationReceived: rest.applicationReceived ?? null,
    issues,
    outcome: outcomeOf(issues),
  })
}
