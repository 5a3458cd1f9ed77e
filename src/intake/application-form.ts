import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { ok, parseAmericanDate, type Result, refuse, refused } from '#foundation'
import { intakeRefusals } from './refusals.ts'

// The file of this room that reads the words of our own application form under rules/forms.

export type FormLanguage = 'en' | 'es'
type Words = Readonly<Record<FormLanguage, string>>

/** One field of the form; its name is the path of what it says in the application. */
export type FormField = {
  readonly name: string
  readonly kind: 'text' | 'long' | 'date' | 'tick' | 'choice'
  readonly label: Words
  /** Of twelve columns. */
  readonly width: number
  readonly choices?: readonly { readonly value: string; readonly words: Words }[] | undefined
}

/** Our own application form (8 CCR 9792.10.2), as data. */
export type ApplicationForm = {
  readonly id: string
  readonly version: number
  readonly title: Words
  readonly authority: string
  readonly verified: boolean
  readonly source: { readonly title: string; readonly readOn: string }
  readonly lead: Words
  readonly sections: readonly { readonly title: Words; readonly fields: readonly FormField[] }[]
}

const words = z.strictObject({ en: z.string().min(1), es: z.string().min(1) })
const file: z.ZodType<ApplicationForm> = z.strictObject({
  id: z.string(),
  version: z.int().positive(),
  title: words,
  authority: z.string(),
  verified: z.boolean(),
  source: z.strictObject({ title: z.string(), readOn: z.string() }),
  lead: words,
  sections: z.array(
    z.strictObject({
      title: words,
      fields: z.array(
        z.strictObject({
          name: z.string().regex(/^[\w.]+$/),
          kind: z.enum(['text', 'long', 'date', 'tick', 'choice']),
          label: words,
          width: z.int().min(1).max(12),
          choices: z.array(z.strictObject({ value: z.string(), words })).optional(),
        }),
      ),
    }),
  ),
})

export const applicationForm: ApplicationForm = file.parse(
  JSON.parse(readFileSync(new URL('../../rules/forms/application.json', import.meta.url), 'utf8')),
)

/** The field by which a filled form is known to be ours, and what it says. */
export const formMark: { readonly name: string; readonly value: string } = {
  name: 'openimr.form',
  value: `${applicationForm.id} ${applicationForm.version}`,
}

/**
 * What a filled form says, by path, as the form in the browser takes it: days as YYYY-MM-DD, a
 * ticked box as "yes", regions of the body in one value with commas; empty fields are left out.
 * Refusals: `not-our-form` where it is another one, `form-field-not-readable` for a choice that the
 * form does not offer.
 */
export function readFormFields(
  written: Readonly<Record<string, string>>,
): Result<Readonly<Record<string, string>>> {
  if (written[formMark.name] !== formMark.value) {
    return refused(
      refuse(
        intakeRefusals,
        'not-our-form',
        written[formMark.name] === undefined
          ? 'the file has no fields of our application form'
          : `the form is "${written[formMark.name]}", this is read: "${formMark.value}"`,
        'body',
      ),
    )
  }
  const values: Record<string, string> = {}
  const refusals = []
  for (const field of applicationForm.sections.flatMap(({ fields }) => fields)) {
    const said = (written[field.name] ?? '').trim()
    if (said === '') continue
    const value = valueOf(field, said)
    if (value === null) {
      refusals.push(
        refuse(
          intakeRefusals,
          'form-field-not-readable',
          `${field.label.en}: "${said.slice(0, 80)}" is not one of its choices`,
          `application.${field.name}`,
        ),
      )
    } else if (value !== '') {
      const list = /^(.*\.bodyRegions)\.\d+$/.exec(field.name)?.[1]
      const name = list ?? field.name
      const before = list === undefined ? undefined : values[name]
      if (before?.split(',').includes(value)) continue
      values[name] = before === undefined ? value : `${before},${value}`
    }
  }
  const [first, ...rest] = refusals
  return first ? { ok: false, refusals: [first, ...rest] } : ok(values)
}

/**
 * The application, as `parseApplication` takes it, of the values by path. A party, a review or a
 * treatment of which nothing is said is left out; what is left out of one is refused there.
 */
export function inputOfForm(values: Readonly<Record<string, string>>): Record<string, unknown> {
  const input: Record<string, unknown> = {
    program: 'CA-WC',
    priority: 'standard',
    expeditedCertified: false,
    disputedTreatments: [],
  }
  const kinds = new Map(
    applicationForm.sections.flatMap(({ fields }) => fields.map(({ name, kind }) => [name, kind])),
  )
  for (const [path, value] of Object.entries(values)) {
    if (path === 'noUtilizationReview') continue
    const typed = path.endsWith('.bodyRegions')
      ? value.split(',')
      : kinds.get(path) === 'tick'
        ? value === 'yes'
        : value
    put(input, path.split('.'), typed)
  }
  return completed(input, values['noUtilizationReview'] === 'yes')
}

/** What a form need not say because an empty box says it. */
function completed(input: Record<string, unknown>, noReview: boolean): Record<string, unknown> {
  const review = input['utilizationReview']
  const treatments = input['disputedTreatments']
  return {
    ...input,
    utilizationReview:
      noReview || !isObject(review)
        ? null
        : {
            conditional: false,
            formServed: false,
            formularyDispute: false,
            reasons: '',
            outcome: 'denied',
            ...review,
            served: { place: 'CA', method: 'mail', ...asObject(review['served']) },
          },
    disputedTreatments: (Array.isArray(treatments) ? treatments : [])
      // The number in the form, so that "goes with" still names it when rows between are empty.
      .map((treatment: unknown, at) =>
        isObject(treatment) ? { id: `t${at + 1}`, ...treatment } : null,
      )
      .filter((treatment) => treatment !== null)
      .map((treatment) => ({ bodyRegions: [], claimsAdministratorGuideline: '', ...treatment })),
  }
}

function valueOf(field: FormField, said: string): string | null {
  switch (field.kind) {
    case 'text':
    case 'long':
      return said
    case 'date':
      // What is no day stays as it was written, and is refused as such at its field.
      return parseAmericanDate(said) ?? said
    case 'tick':
      return said === 'yes' ? 'yes' : ''
    case 'choice':
      return (
        field.choices?.find(
          ({ value, words: choice }) => value === said || choice.en === said || choice.es === said,
        )?.value ?? null
      )
  }
}

/** Puts a value at its path; a number in the path is a place in a list. */
function put(into: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name, next, ...rest] = path
  if (name === undefined) return
  if (next === undefined) {
    into[name] = value
    return
  }
  if (/^\d+$/.test(next)) {
    const list: unknown[] = Array.isArray(into[name]) ? into[name] : []
    const at = Number(next)
    const member = asObject(list[at])
    if (rest.length > 0) put(member, rest, value)
    list[at] = rest.length > 0 ? member : value
    into[name] = list
    return
  }
  const member = asObject(into[name])
  put(member, [next, ...rest], value)
  into[name] = member
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function asObject(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {}
}
