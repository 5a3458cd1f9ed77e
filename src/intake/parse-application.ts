import { z } from 'zod'
import {
  isNonEmpty,
  ok,
  type PlainDate,
  parsePlainDate,
  type Refusal,
  type Result,
  refuse,
  refused,
} from '#foundation'
import type { Application } from './application.ts'
import type { DisputedTreatment } from './disputed-treatment.ts'
import { type IntakeRefusalCode, intakeRefusals } from './refusals.ts'

/**
 * The application for Independent Medical Review (DWC Form IMR, 8 CCR 9792.10.2) out of anything.
 * Every wrong field is refused at once, by its path. Treatments get the ids `t1`, `t2`, … in their
 * order; `associatedWith` may name the id of the list or the one that the sender gave.
 * An unsigned form or a missing utilization review decision is no refusal here: the application is
 * taken in, and the eligibility table says what follows.
 */
export function parseApplication(input: unknown, where = 'application'): Result<Application> {
  const read = readForm(input)
  if (!read.success) {
    const refusals = read.error.issues.flatMap((issue) => refusalsOf(issue, input, where))
    return isNonEmpty(refusals)
      ? { ok: false, refusals }
      : refused(refuse(intakeRefusals, 'application-not-readable', 'it cannot be read', where))
  }
  const form = read.data
  const treatments = numberTreatments(form.disputedTreatments, where)
  const refusals = [...contradictions(form, where), ...treatments.refusals]
  if (isNonEmpty(refusals)) return { ok: false, refusals }
  const { disputedTreatments: _, ...rest } = form
  const [first, ...others] = treatments.list
  if (!first) return refused(refuse(intakeRefusals, 'field-missing', 'no treatment', where))
  return ok({ ...rest, disputedTreatments: [first, ...others] })
}

const text = z.string().trim().min(1)

const day = z.string().transform((written, context): PlainDate => {
  const found = parsePlainDate(written)
  if (found) return found
  context.issues.push({
    code: 'custom',
    message: 'no such day',
    input: written,
    params: { day: written },
  })
  return z.NEVER
})

const address = z.strictObject({
  street: text,
  city: text,
  state: text,
  zip: text,
  country: text.exactOptional(),
})

const personName = z.strictObject({ first: text, middle: text.exactOptional(), last: text })

const regions = z.enum([
  'cervical spine',
  'thoracic spine',
  'lumbar spine',
  'shoulder',
  'elbow',
  'forearm',
  'wrist',
  'hand',
  'hip',
  'knee',
  'ankle',
  'foot',
  'head',
  'chest',
  'abdomen',
  'psyche',
  'other',
])

const treatmentSchema = z.strictObject({
  id: text.exactOptional(),
  treatment: text,
  category: text.exactOptional(),
  subcategory: text.exactOptional(),
  bodyRegions: z.array(regions),
  side: z.enum(['left', 'right', 'bilateral']).exactOptional(),
  levels: z.array(text).exactOptional(),
  partial: z.strictObject({ requested: text, authorized: text, remainder: text }).exactOptional(),
  associatedWith: text.exactOptional(),
  retrospective: z.boolean().default(false),
  datesOfService: z.array(day).exactOptional(),
  claimsAdministratorGuideline: z.string(),
})

type WrittenTreatment = z.output<typeof treatmentSchema>

const workersSchema = z.strictObject({
  // The other programs have a schema of their own; here they only stand in the message.
  program: z.enum(['CA-WC', 'CA-DMHC', 'NY-DFS']),
  receivedOn: day,
  priority: z.enum(['standard', 'expedited']),
  expeditedCertified: z.boolean().default(false),
  employee: z.strictObject({
    name: personName,
    dateOfBirth: day,
    address,
    phone: text.exactOptional(),
    email: text.exactOptional(),
  }),
  employer: z.strictObject({ name: text, address: address.exactOptional() }),
  claimsAdministrator: z.strictObject({
    company: text,
    contact: text,
    address,
    phone: text.exactOptional(),
    fax: text.exactOptional(),
    email: text.exactOptional(),
  }),
  requestingPhysician: z.strictObject({
    name: personName,
    practice: text.exactOptional(),
    specialty: text.exactOptional(),
    npi: text.exactOptional(),
    address,
    phone: text.exactOptional(),
    fax: text.exactOptional(),
  }),
  representative: z
    .strictObject({
      name: personName,
      firm: text.exactOptional(),
      capacity: z.enum(['attorney', 'other']),
      designatedOn: day,
      address,
      email: text.exactOptional(),
    })
    .exactOptional(),
  claimNumber: text,
  eamsNumber: text.exactOptional(),
  jurisdictionalClaimNumber: text.exactOptional(),
  dateOfInjury: day,
  primaryDiagnosis: z.strictObject({ description: text, icd10: text.exactOptional() }),
  signature: z
    .strictObject({ by: z.enum(['employee', 'representative']), name: text, signedOn: day })
    .nullable()
    .default(null),
  utilizationReview: z
    .strictObject({
      organization: text,
      reviewerName: text.exactOptional(),
      requestReceivedOn: day,
      decidedOn: day,
      servedOn: day,
      served: z.strictObject({
        method: z.enum(['personal', 'mail', 'electronic', 'fax']),
        place: z.enum(['CA', 'US', 'abroad']),
      }),
      outcome: z.enum(['denied', 'modified', 'delayed', 'approved']),
      conditional: z.boolean(),
      formServed: z.boolean(),
      formularyDispute: z.boolean(),
      reasons: z.string(),
    })
    .nullable()
    .default(null),
  liabilityDispute: z
    .strictObject({ reason: text, resolvedNoticeOn: day.exactOptional() })
    .nullable()
    .default(null),
  disputedTreatments: z.array(treatmentSchema).min(1),
})

/** The form of a health plan review: no employer, no injury, and what the plan's appeal came to. */
const planSchema = workersSchema.extend({
  program: z.enum(['CA-DMHC', 'NY-DFS']),
  employer: z.strictObject({ name: text, address: address.exactOptional() }).exactOptional(),
  dateOfInjury: day.exactOptional(),
  reviewType: z
    .enum([
      'medical-necessity',
      'experimental',
      'emergency',
      'out-of-network',
      'formulary',
      'step-therapy',
    ])
    .default('medical-necessity'),
  internalAppeal: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('decided'), decidedOn: day }),
      z.strictObject({
        kind: z.literal('excused'),
        because: z.enum(['urgent', 'experimental', 'no-timely-answer', 'plan-agrees']),
      }),
    ])
    .exactOptional(),
})

type Form = Omit<Application, 'disputedTreatments'> & {
  readonly disputedTreatments: readonly WrittenTreatment[]
}

/**
 * The form as its program has it. Fields that a program does not have are filled with what is
 * nearest: no employer, and the day of the plan's decision; `fieldsNotUsed` names them.
 */
function readForm(input: unknown): z.ZodSafeParseResult<Form> {
  const program = valueAt(input, ['program'])
  if (program !== 'CA-DMHC' && program !== 'NY-DFS') return workersSchema.safeParse(input)
  return planSchema
    .transform(
      ({ employer, dateOfInjury, ...form }): Form => ({
        ...form,
        employer: employer ?? { name: 'not applicable' },
        dateOfInjury: dateOfInjury ?? form.utilizationReview?.decidedOn ?? form.receivedOn,
      }),
    )
    .safeParse(input)
}

/** Pairs of dates that cannot stand in this order on any real form. */
function contradictions(form: Form, where: string): readonly Refusal[] {
  const review = form.utilizationReview
  const pairs: readonly (readonly [string, PlainDate, string, PlainDate])[] = [
    ['employee.dateOfBirth', form.employee.dateOfBirth, 'dateOfInjury', form.dateOfInjury],
    ['dateOfInjury', form.dateOfInjury, 'receivedOn', form.receivedOn],
    ...(review
      ? ([
          ['dateOfInjury', form.dateOfInjury, 'utilizationReview.decidedOn', review.decidedOn],
          [
            'utilizationReview.requestReceivedOn',
            review.requestReceivedOn,
            'utilizationReview.decidedOn',
            review.decidedOn,
          ],
          [
            'utilizationReview.decidedOn',
            review.decidedOn,
            'utilizationReview.servedOn',
            review.servedOn,
          ],
        ] as const)
      : []),
  ]
  return pairs
    .filter(([, earlier, , later]) => later < earlier)
    .map(([earlierField, earlier, laterField, later]) =>
      no(
        'dates-contradict',
        `${laterField} (${later}) is before ${earlierField} (${earlier})`,
        // The day of receipt is given by the act: the other one is the one to correct.
        `${where}.${laterField === 'receivedOn' ? earlierField : laterField}`,
      ),
    )
}

/** Gives the treatments their ids and checks which goes with which. */
function numberTreatments(
  written: readonly WrittenTreatment[],
  where: string,
): { readonly list: readonly DisputedTreatment[]; readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = []
  const ids = new Map<string, string>()
  for (const [index, treatment] of written.entries()) {
    if (treatment.id !== undefined && !ids.has(treatment.id)) ids.set(treatment.id, idOf(index))
  }
  for (const index of written.keys()) ids.set(idOf(index), ids.get(idOf(index)) ?? idOf(index))
  const seen = new Map<string, number>()
  const parents = new Map<string, string>()
  const list = written.map((one, index): DisputedTreatment => {
    const { id: _given, associatedWith, ...treatment } = one
    const path = `${where}.disputedTreatments[${index}]`
    const key = `${plainWords(treatment.treatment)} ${treatment.side ?? ''} ${treatment.bodyRegions.toSorted().join(' ')} ${(treatment.levels ?? []).join(' ')} ${(treatment.datesOfService ?? []).join(' ')}`
    const before = seen.get(key)
    if (before !== undefined) {
      refusals.push(no('treatment-twice', `it is the same as ${idOf(before)}`, `${path}.treatment`))
    }
    seen.set(key, index)
    const parent = associatedWith === undefined ? undefined : ids.get(associatedWith)
    if (associatedWith !== undefined && parent === undefined) {
      refusals.push(
        no(
          'associated-treatment-unknown',
          `no treatment of the list is called "${associatedWith}"`,
          `${path}.associatedWith`,
        ),
      )
    }
    if (parent !== undefined) parents.set(idOf(index), parent)
    return {
      id: idOf(index),
      ...treatment,
      ...(parent === undefined ? {} : { associatedWith: parent }),
    }
  })
  for (const [child] of parents) {
    const passed = new Set<string>()
    for (let at: string | undefined = child; at !== undefined; at = parents.get(at)) {
      if (passed.has(at)) {
        refusals.push(
          no(
            'associated-treatment-circular',
            `${child} goes with itself, by way of others or not`,
            `${where}.disputedTreatments[${Number(child.slice(1)) - 1}].associatedWith`,
          ),
        )
        break
      }
      passed.add(at)
    }
  }
  return { list, refusals }
}

/** Words of a treatment or a name, so that case, spacing and punctuation make no difference. */
export function plainWords(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function idOf(index: number): string {
  return `t${index + 1}`
}

function refusalsOf(issue: z.core.$ZodIssue, input: unknown, where: string): readonly Refusal[] {
  const path = pathOf(where, issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      no('unknown-field', `"${key}" is not a field of the application`, `${path}.${key}`),
    )
  }
  const value = valueAt(input, issue.path)
  if (issue.path.length === 0) {
    return [no('application-not-readable', 'the application is not an object', path)]
  }
  if (value === undefined) {
    return [no('field-missing', `${path} is missing`, path)]
  }
  if (issue.code === 'custom') {
    return [no('date-does-not-exist', `there is no day ${JSON.stringify(value)}`, path)]
  }
  if (issue.code === 'too_small') {
    return [no('field-missing', `${path} is empty`, path)]
  }
  if (issue.code === 'invalid_value') {
    return [
      no(
        'field-not-readable',
        `${JSON.stringify(value)} is not one of: ${issue.values.map(String).join(', ')}`,
        path,
      ),
    ]
  }
  return [
    no(
      'field-not-readable',
      issue.code === 'invalid_type'
        ? `${path} must be a ${issue.expected}`
        : `${path} cannot be read: ${issue.message}`,
      path,
    ),
  ]
}

function pathOf(where: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (written, part) =>
      typeof part === 'number' ? `${written}[${part}]` : `${written}.${String(part)}`,
    where,
  )
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined,
    input,
  )
}

function no(code: IntakeRefusalCode, because: string, where: string): Refusal {
  return refuse(intakeRefusals, code, because, where)
}
