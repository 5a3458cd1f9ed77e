import { daysBetween, type PlainDate } from '#foundation'
import {
  dayIn,
  dayInText,
  type Found,
  findLabelled,
  foundLine,
  isHeading,
  linesOf,
  type PageLine,
  sectionAfter,
} from './page-words.ts'
import { requestRules } from './utilization-review-rules.ts'

export type RequestKind = 'new' | 'resubmission' | 'expedited' | 'confirmation'

/** One line of the table of requests. */
export type RequestedTreatment = {
  readonly diagnosis: string
  readonly icd10: string
  readonly treatment: string
  readonly procedureCode?: string
  readonly other?: string
  readonly page: number
}

/** What was read in a request for authorization (DWC Form RFA); what was not found is missing. */
export type RequestForAuthorizationReading = {
  readonly kinds: readonly RequestKind[]
  /** By the ids of `rules/utilization-review/request-for-authorization.json`. */
  readonly fields: Readonly<Record<string, Found>>
  readonly signedOn: Found<PlainDate> | null
  readonly treatments: readonly RequestedTreatment[]
  readonly checklist: readonly {
    readonly item: string
    readonly title: string
    readonly result: 'present' | 'missing' | 'doubtful' | 'not-needed'
    readonly because: string
    readonly authority: string
    readonly verified: boolean
    readonly page?: number
  }[]
}

/**
 * Reads a request for authorization (8 CCR 9785.5; handbook, law 3.4) and compares it with what
 * makes it complete. `submittedOn` decides which rules apply; `documentedOn` is the day of the
 * report that came with it, for the thirty days of the 2026 rules.
 */
export function readRequestForAuthorization(
  pages: readonly string[],
  about: { readonly submittedOn: PlainDate; readonly documentedOn?: PlainDate },
): RequestForAuthorizationReading {
  const lines = linesOf(pages)
  const headings = Object.values(requestRules.headings).flat()
  const fields: Record<string, Found> = {}
  for (const field of requestRules.fields) {
    const own =
      field.section === undefined || field.section === 'end'
        ? lines
        : sectionAfter(
            lines,
            requestRules.headings[field.section] ?? [],
            headings.filter(
              (heading) => !(requestRules.headings[field.section ?? ''] ?? []).includes(heading),
            ),
          )
    const found =
      field.section === 'end' ? lastLabelled(own, field.labels) : findLabelled(own, field.labels)
    if (found) fields[field.id] = found
  }
  const treatments = treatmentsIn(lines)
  const kinds = kindsIn(lines)
  const signature = signatureIn(lines)
  const checks: Readonly<Record<string, Check>> = {
    kind:
      kinds.length > 0
        ? { result: 'present', because: kinds.join(', ') }
        : { result: 'missing', because: 'no box is ticked' },
    treatments: treatments[0]
      ? { result: 'present', because: `${treatments.length} named`, page: treatments[0].page }
      : { result: 'missing', because: 'no line with diagnosis, ICD code and treatment was found' },
    signature: signature
      ? {
          result: 'present',
          because: `page ${signature.page}: ${signature.value}`,
          page: signature.page,
        }
      : { result: 'missing', because: 'no signature was found' },
    'documentation-age': documentationAge(about),
  }
  return {
    kinds,
    fields,
    signedOn: dayIn(fields['signedOn'] ?? null),
    treatments,
    checklist: [
      ...requestRules.fields
        .filter((field) => field.neededWhere === 'always')
        .map((field) => {
          const found = fields[field.id]
          return {
            item: field.id,
            title: field.title,
            authority: field.authority,
            verified: field.verified,
            ...(found
              ? ({
                  result: 'present',
                  because: `page ${found.page}: ${found.value}`,
                  page: found.page,
                } as const)
              : ({ result: 'missing', because: 'it was not found' } as const)),
          }
        }),
      ...requestRules.checks.map((check) => ({
        item: check.id,
        title: check.title,
        authority: check.authority,
        verified: check.verified,
        ...(about.submittedOn < check.from
          ? ({ result: 'not-needed', because: `a rule from ${check.from}` } as const)
          : (checks[check.id] ?? ({ result: 'missing', because: 'not looked at' } as const))),
      })),
    ],
  }
}

type Check = {
  readonly result: 'present' | 'missing' | 'doubtful'
  readonly because: string
  readonly page?: number
}

function documentationAge(about: {
  readonly submittedOn: PlainDate
  readonly documentedOn?: PlainDate
}): Check {
  const limit = requestRules.checks.find(({ id }) => id === 'documentation-age')?.days ?? 30
  if (about.documentedOn === undefined) {
    return { result: 'missing', because: 'no documentation with a date is known' }
  }
  const days = daysBetween(about.documentedOn, about.submittedOn)
  const because = `issued ${about.documentedOn}, ${days} days before it was submitted`
  return days >= 0 && days <= limit
    ? { result: 'present', because }
    : { result: 'doubtful', because }
}

/** Boxes that are ticked: `[x]`, `☒`, `☑`. */
function kindsIn(lines: readonly PageLine[]): readonly RequestKind[] {
  const ticked = lines.flatMap(({ text }) =>
    [...text.matchAll(/(?:\[\s*[xX✓]\s*\]|[☒☑])\s*([^[\]☐☒☑]+)/g)].map((match) =>
      (match[1] ?? '').toLowerCase(),
    ),
  )
  const kinds: readonly (readonly [RegExp, RequestKind])[] = [
    [/^new request/, 'new'],
    [/^resubmission/, 'resubmission'],
    [/^expedited/, 'expedited'],
    [/(?:written )?confirmation/, 'confirmation'],
  ]
  return kinds
    .filter(([pattern]) => ticked.some((words) => pattern.test(words)))
    .map(([, kind]) => kind)
}

function lastLabelled(lines: readonly PageLine[], labels: readonly string[]): Found | null {
  const after = lines.findLastIndex(({ text }) =>
    /^(?:requesting )?physician signature/i.test(text),
  )
  return after < 0 ? null : findLabelled(lines.slice(after), labels)
}

function signatureIn(lines: readonly PageLine[]): Found | null {
  const line = lines.find(({ text }) => /^(?:requesting )?physician signature/i.test(text))
  if (!line) return null
  const value = line.text.replace(/^[^:]*:?\s*/, '').replace(/^signed:?\s*/i, '')
  return /\w{2}/.test(value) ? { ...foundLine(line), value } : null
}

const row = /^(?<diagnosis>.+?)\s+(?<icd>[A-TV-Z]\d[\dA-Z](?:\.[\dA-Z]{1,4})?)\s+(?<rest>.+)$/

/** The table of requests: a line each, from its heading to the signature. */
function treatmentsIn(lines: readonly PageLine[]): readonly RequestedTreatment[] {
  const from = lines.findIndex((line) => isHeading(line, requestRules.headings['treatment'] ?? []))
  const own = from < 0 ? lines : lines.slice(from + 1)
  const to = own.findIndex(({ text }) => /^(?:requesting )?physician signature/i.test(text))
  const found: RequestedTreatment[] = []
  for (const line of to < 0 ? own : own.slice(0, to)) {
    const match = row.exec(line.text)?.groups
    if (match?.['diagnosis'] && match['icd'] && match['rest']) {
      const code = /\b(?:\d{5}|[A-V]\d{4})\b/.exec(match['rest'])?.[0]
      const quantity = /\s(\d+(?:\s*[x×]\s*\d+)?(?:\s*=\s*\d+\s*\w+)?)$/.exec(
        code ? match['rest'].replace(code, '') : match['rest'],
      )?.[1]
      const treatment = match['rest']
        .replace(code ?? '', '')
        .replace(quantity ? new RegExp(`\\s${escaped(quantity)}$`) : '', '')
        .replaceAll(/\s+/g, ' ')
        .trim()
      found.push({
        diagnosis: match['diagnosis'].trim(),
        icd10: match['icd'],
        treatment,
        ...(code === undefined ? {} : { procedureCode: code }),
        ...(quantity === undefined ? {} : { other: quantity }),
        page: line.page,
      })
      continue
    }
    // What runs over into the next line of the cell belongs to the diagnosis.
    const last = found.at(-1)
    if (last && !/:/.test(line.text) && dayInText(line.text) === null && line.text.length < 40) {
      found[found.length - 1] = { ...last, diagnosis: `${last.diagnosis} ${line.text}` }
    }
  }
  return found
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
