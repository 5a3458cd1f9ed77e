import type { PlainDate } from '#foundation'
import type { UtilizationReviewDecision } from './application.ts'
import { hoursPerWeek } from './hours-available.ts'
import {
  dayIn,
  dayInText,
  type Found,
  findLabelled,
  findWords,
  foundLine,
  isHeading,
  labelledValue,
  linesOf,
  type PageLine,
  sectionAfter,
} from './page-words.ts'
import type { DecisionField, DecisionPlace } from './test-eligibility.ts'
import { decisionRules, labelsOf } from './utilization-review-rules.ts'

type Outcome = UtilizationReviewDecision['outcome']

/** One request of the decision, as the letter has it. */
export type DecidedRequest = {
  readonly treatment: Found
  readonly outcome: Found<Outcome> | null
  readonly approved: Found | null
  readonly guideline: Found | null
  readonly reasons: Found | null
}

/** What was read in a utilization review decision; what was not found is null. */
export type UtilizationReviewReading = {
  readonly fields: {
    readonly organization: Found | null
    readonly decidedOn: Found<PlainDate> | null
    readonly requestReceivedOn: Found<PlainDate> | null
    readonly servedOn: Found<PlainDate> | null
    readonly servedBy: Found<'personal' | 'mail' | 'electronic' | 'fax'> | null
    readonly outcome: Found<Outcome> | null
    readonly employee: Found | null
    readonly claimNumber: Found | null
    readonly dateOfInjury: Found<PlainDate> | null
    readonly employer: Found | null
    readonly requestingPhysician: Found | null
    readonly claimsAdministrator: Found | null
    readonly reviewerName: Found | null
    readonly reviewerSpecialty: Found | null
    readonly reviewerLicense: Found | null
    readonly reviewerPhone: Found | null
    readonly reviewerHours: Found | null
    /** The letter says that information asked for had not come. */
    readonly informationMissing: Found | null
    /** The letter says that the dispute is about the drug formulary. */
    readonly formularyDispute: Found | null
    readonly formServed: Found | null
  }
  readonly requests: readonly DecidedRequest[]
  readonly recordsReviewed: readonly Found[]
  readonly checklist: readonly DecisionCheck[]
}

export type DecisionCheck = {
  /** Id of the item in `rules/utilization-review/decision.json`. */
  readonly item: string
  readonly title: string
  /** `doubtful`: it is there and says something else than it must. */
  readonly result: 'present' | 'missing' | 'doubtful' | 'not-needed'
  readonly because: string
  readonly authority: string
  readonly verified: boolean
  /** Where it stands; none where it is missing. */
  readonly page?: number
}

/**
 * Reads a utilization review decision and compares it with what it must contain (handbook, law 3.5).
 * `pages` are the texts of its pages in order. Nothing is guessed: what is not found is null, and
 * its item is missing. A person checks the reading against the page before it is used.
 */
export function readUtilizationReviewDecision(pages: readonly string[]): UtilizationReviewReading {
  const lines = linesOf(pages)
  const requests = requestsIn(lines)
  const fields = fieldsIn(pages, lines, requests)
  const recordsReviewed = recordsIn(lines)
  return {
    fields,
    requests,
    recordsReviewed,
    checklist: checklistOf(pages, { fields, requests, recordsReviewed }),
  }
}

/**
 * The part of the application that the reading fills in, with the fields that a person must still
 * supply (place of service, and whatever the letter does not say).
 */
export function prefillUtilizationReview(reading: UtilizationReviewReading): {
  readonly known: Partial<UtilizationReviewDecision>
  readonly missing: readonly (keyof UtilizationReviewDecision)[]
} {
  const { fields, requests } = reading
  const outcome = fields.outcome?.value
  const reasons = requests.flatMap(({ reasons: said }) => (said ? [said.value] : []))
  const known: Partial<UtilizationReviewDecision> = {
    ...(fields.organization ? { organization: fields.organization.value } : {}),
    ...(fields.reviewerName ? { reviewerName: fields.reviewerName.value } : {}),
    ...(fields.requestReceivedOn ? { requestReceivedOn: fields.requestReceivedOn.value } : {}),
    ...(fields.decidedOn ? { decidedOn: fields.decidedOn.value } : {}),
    ...(fields.servedOn ? { servedOn: fields.servedOn.value } : {}),
    ...(outcome ? { outcome } : {}),
    conditional: fields.informationMissing !== null,
    formServed: fields.formServed !== null,
    formularyDispute: fields.formularyDispute !== null,
    ...(reasons.length > 0 ? { reasons: reasons.join('\n') } : {}),
  }
  const needed = [
    'organization',
    'requestReceivedOn',
    'decidedOn',
    'servedOn',
    'served',
    'outcome',
    'reasons',
  ] as const
  return { known, missing: needed.filter((field) => known[field] === undefined) }
}

/**
 * Where the letter says what the eligibility table asks for, in the document named. Empty where no
 * day of decision was read: then it is no such letter.
 */
export function decisionPlacesIn(
  reading: UtilizationReviewReading,
  document: string,
  documentId?: string,
): Partial<Record<DecisionField, DecisionPlace>> {
  const places: Partial<Record<DecisionField, DecisionPlace>> = {}
  if (!reading.fields.decidedOn) return places
  for (const field of lookedUp) {
    const found = reading.fields[field]
    if (!found) continue
    places[field] = {
      document,
      ...(documentId === undefined ? {} : { documentId }),
      page: found.page,
      says: oneLine(found.value),
    }
  }
  return places
}

const lookedUp: readonly DecisionField[] = [
  'decidedOn',
  'servedOn',
  'requestReceivedOn',
  'outcome',
  'informationMissing',
  'formServed',
  'formularyDispute',
]

function oneLine(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim()
  return line.length > 120 ? `${line.slice(0, 119)}…` : line
}

type Body = Pick<UtilizationReviewReading, 'fields' | 'requests' | 'recordsReviewed'>

function fieldsIn(
  pages: readonly string[],
  lines: readonly PageLine[],
  requests: readonly DecidedRequest[],
): UtilizationReviewReading['fields'] {
  const label = (name: string): Found | null => findLabelled(lines, labelsOf(name))
  const service = findWords(pages, servicePattern)
  const servedOn = service ? dayIn(service) : null
  return {
    organization: organizationIn(lines),
    decidedOn: dayIn(label('decidedOn')),
    requestReceivedOn: dayIn(label('requestReceivedOn')) ?? receivedInText(pages),
    servedOn,
    servedBy: service ? methodIn(service) : null,
    outcome: outcomeOfCase(lines, requests),
    employee: label('employee'),
    claimNumber: label('claimNumber'),
    dateOfInjury: dayIn(label('dateOfInjury')),
    employer: label('employer'),
    requestingPhysician: label('requestingPhysician'),
    claimsAdministrator: administratorIn(lines),
    ...reviewerIn(pages, lines),
    informationMissing: findWords(
      pages,
      /(?:information (?:was|had been|has been) (?:requested|asked for)[^.]*(?:not (?:been )?received|has not come)|conditional(?:ly)? (?:non-?certif\w+|denied)|denied? (?:solely |only )?(?:because|due to|for) (?:the )?(?:lack of|missing) (?:requested )?information)[^.]*\./i,
    ),
    formularyDispute: findWords(
      pages,
      /(?:drug|MTUS) formulary[^.]*(?:dispute|10 (?:calendar )?days|non-?exempt|unlisted)|within 10 (?:calendar )?days[^.]*formulary/i,
    ),
    formServed: findWords(
      pages,
      /(?:(?:enclosed|attached|accompanying)[^.]{0,60}application|application form[^.]{0,80}(?:enclosed|attached|filled in|completed)|form,? DWC IMR)[^.]*/i,
    ),
  }
}

const servicePattern =
  /\b(?:on (?:(?:\d{1,2}\/\d{1,2}\/\d{2,4})|(?:[A-Z][a-z]+ \d{1,2}, \d{4}))[^.]{0,200}?(?:placed in the (?:United States|U\.?S\.?) mail|deposited in the[^.]{0,20}mail|served|mailed|faxed|sent|delivered)[^.]*|(?:served|mailed|faxed|e-?mailed|personally delivered)[^.]{0,60} on (?:(?:\d{1,2}\/\d{1,2}\/\d{2,4})|(?:[A-Z][a-z]+ \d{1,2}, \d{4}))[^.]*)/i

function methodIn(service: Found): Found<'personal' | 'mail' | 'electronic' | 'fax'> | null {
  const words = service.value.toLowerCase()
  const method = /personal(?:ly)? (?:deliver|serv)|by hand/.test(words)
    ? 'personal'
    : /\bfax|facsimile/.test(words)
      ? 'fax'
      : /e-?mail|electronic|portal/.test(words)
        ? 'electronic'
        : /\bmail/.test(words)
          ? 'mail'
          : null
  return method ? { ...service, value: method } : null
}

function receivedInText(pages: readonly string[]): Found<PlainDate> | null {
  return dayIn(
    findWords(
      pages,
      /request for authorization[^.]{0,80}(?:was |were )?received[^.]{0,20} on ((?:\d{1,2}\/\d{1,2}\/\d{2,4})|(?:[A-Z][a-z]+ \d{1,2}, \d{4}))/i,
    ),
  )
}

/** The letterhead: the first line, where it is no label and no title. */
function organizationIn(lines: readonly PageLine[]): Found | null {
  const first = lines[0]
  return first && !/:|^(?:notice|utilization review decision|date)\b/i.test(first.text)
    ? foundLine(first)
    : null
}

function administratorIn(lines: readonly PageLine[]): Found | null {
  const labelled = findLabelled(
    lines,
    labelsOf('claimsAdministrator').filter((label) => label !== 'For'),
  )
  if (labelled) return labelled
  const line = lines.slice(0, 6).find(({ text }) => text.startsWith('For '))
  if (!line) return null
  const value = line.text.slice(4).split(', ')[0] ?? ''
  return { value, page: line.page, start: line.start + 4, end: line.start + 4 + value.length }
}

/** Words for each outcome; a modification is looked for before the denial that it contains. */
function outcomeIn(found: Found | null): Found<Outcome> | null {
  if (!found) return null
  const words = found.value.toLowerCase()
  const outcome: Outcome | null = /modif|partial/.test(words)
    ? 'modified'
    : /non-?\s?certif|not certif|denied|denial|not (?:medically )?necessary|not authorized/.test(
          words,
        )
      ? 'denied'
      : /delay|defer/.test(words)
        ? 'delayed'
        : /certif|approv|authoriz/.test(words)
          ? 'approved'
          : null
  return outcome ? { ...found, value: outcome } : null
}

/** What the letter says of the whole, else what follows from its requests. */
function outcomeOfCase(
  lines: readonly PageLine[],
  requests: readonly DecidedRequest[],
): Found<Outcome> | null {
  const before = lines.slice(0, lines.findIndex((line) => isRequest(line)) + 1 || lines.length)
  const said = outcomeIn(findLabelled(before, labelsOf('outcome')))
  if (said) return said
  const outcomes = requests.flatMap(({ outcome }) => (outcome ? [outcome] : []))
  const [first] = outcomes
  if (!first) return null
  return outcomes.every(({ value }) => value === first.value)
    ? first
    : { ...first, value: 'modified' }
}

function isRequest(line: PageLine): boolean {
  const numbered = line.text.replace(/^\d{1,2}[.)]\s+/, '')
  const value = labelledValue({ ...line, text: numbered }, labelsOf('treatment'))
  return value !== null && value.value !== '' && dayInText(value.value) === null
}

/** The requests in order: from each label to the next one, or to the end of the list. */
function requestsIn(lines: readonly PageLine[]): readonly DecidedRequest[] {
  const starts = lines.flatMap((line, index) => (isRequest(line) ? [index] : []))
  const headings = Object.values(decisionRules.headings).flat()
  return starts.flatMap((start, position): readonly DecidedRequest[] => {
    const to = starts[position + 1] ?? lines.length
    const block = lines.slice(start, to)
    const end = block.findIndex((line, index) => index > 0 && isHeading(line, headings))
    const own = end < 0 ? block : block.slice(0, end)
    const [head, ...rest] = own
    if (!head) return []
    const skipped = /^\d{1,2}[.)]\s+/.exec(head.text)?.[0].length ?? 0
    const treatment = labelledValue(
      { ...head, text: head.text.slice(skipped), start: head.start + skipped },
      labelsOf('treatment'),
    )
    if (!treatment) return []
    return [
      {
        treatment,
        outcome: outcomeIn(findLabelled(rest, labelsOf('decision'))),
        approved: findLabelled(rest, labelsOf('approved')) ?? approvedInDecision(rest),
        guideline: guidelineIn(rest),
        reasons: reasonsIn(rest),
      },
    ]
  })
}

/** `Decision: Modified: six visits authorized` names the part that was approved. */
function approvedInDecision(lines: readonly PageLine[]): Found | null {
  const decision = findLabelled(lines, labelsOf('decision'))
  const said = /modif\w*\s*[:;,–-]\s*(.*(?:authoriz|certif|approv).*)$/i.exec(decision?.value ?? '')
  return decision && said?.[1] ? { ...decision, value: said[1] } : null
}

/** A guideline that is named; "none cited" names none. */
function guidelineIn(lines: readonly PageLine[]): Found | null {
  const found = findLabelled(lines, labelsOf('guideline'))
  return found && !/^(?:none|no guideline|not cited|n\/a)\b/i.test(found.value) ? found : null
}

/** What is labelled as reasons, else the sentences of the block that are no label. */
function reasonsIn(lines: readonly PageLine[]): Found | null {
  const known = ['decision', 'approved', 'guideline'].flatMap((name) => labelsOf(name))
  const at = lines.findIndex((line) => labelledValue(line, labelsOf('reasons')) !== null)
  const own = at < 0 ? lines : lines.slice(at)
  const sentences = own.filter((line) => labelledValue(line, known) === null)
  const [first] = sentences
  const last = sentences.findLast((line) => line.page === first?.page)
  if (!first || !last) return null
  const head = labelledValue(first, labelsOf('reasons'))
  const value = [head?.value ?? first.text, ...sentences.slice(1).map(({ text }) => text)]
    .filter((text) => text !== '')
    .join(' ')
  return value === ''
    ? null
    : { value, page: first.page, start: head?.start ?? first.start, end: last.end }
}

function recordsIn(lines: readonly PageLine[]): readonly Found[] {
  const { records, reviewer, end } = decisionRules.headings
  const section = sectionAfter(lines, records ?? [], [...(reviewer ?? []), ...(end ?? [])])
  return section.filter(({ text }) => /^(?:\d{1,3}[.)]|[-•*])\s/.test(text)).map(foundLine)
}

function reviewerIn(
  pages: readonly string[],
  lines: readonly PageLine[],
): Pick<
  UtilizationReviewReading['fields'],
  'reviewerName' | 'reviewerSpecialty' | 'reviewerLicense' | 'reviewerPhone' | 'reviewerHours'
> {
  const { reviewer = [], end = [] } = decisionRules.headings
  const section = sectionAfter(lines, reviewer, end)
  const sentence = sentenceOf(section)
  const [page] = section.map(({ page: number }) => number)
  const inSentence = (pattern: RegExp): Found | null => {
    const match = sentence ? pattern.exec(sentence.text) : null
    const first = section[0]
    return match?.[1] && first && page !== undefined
      ? { value: match[1].trim(), page, start: first.start, end: first.end }
      : null
  }
  const own = section.length > 0 ? section : lines
  return {
    reviewerName:
      findLabelled(own, labelsOf('reviewerName')) ??
      inSentence(/^([^,]+,\s*(?:MD|DO|DC|PhD|PsyD|DPM|DDS|DMD|OD|L\.?Ac)\b\.?)/i),
    reviewerSpecialty:
      findLabelled(own, labelsOf('reviewerSpecialty')) ??
      inSentence(
        /,\s*(?:MD|DO|DC|PhD|PsyD|DPM|DDS|DMD|OD|L\.?Ac)\.?,\s*(?:board certified in )?([^,.]+?)(?:,|\.)/i,
      ),
    reviewerLicense:
      findLabelled(own, labelsOf('reviewerLicense')) ??
      inSentence(
        /([A-Z][a-z]+(?: [A-Z][a-z]+)? (?:medical )?licen[sc]e (?:no\.? |number |#)?[\w-]*\d[\w-]*)/,
      ),
    reviewerPhone:
      findLabelled(own, labelsOf('reviewerPhone')) ??
      inSentence(/(\(\d{3}\) ?\d{3}-\d{4}|\b\d{3}-\d{3}-\d{4}\b)/),
    reviewerHours:
      findLabelled(own, labelsOf('reviewerHours')) ??
      inSentence(
        /\b((?:Mon|Tues|Wednes|Thurs|Fri)[a-z]*day[^.]*?\d{1,2}(?::\d\d)? ?[ap]\.?m\.?[^.]*?\d{1,2}(?::\d\d)? ?[ap]\.?m\.?(?: Pacific(?: time)?)?)/i,
      ) ??
      findWords(
        section.length > 0 ? [] : pages,
        /\b((?:Mon|Tues|Wednes|Thurs|Fri)[a-z]*day[^;]*?\d{1,2}(?::\d\d)? ?[ap]\.?m\.?)/i,
      ),
  }
}

function sentenceOf(section: readonly PageLine[]): { readonly text: string } | null {
  return section.length === 0 ? null : { text: section.map(({ text }) => text).join(' ') }
}

function checklistOf(pages: readonly string[], body: Body): readonly DecisionCheck[] {
  return decisionRules.items.map((item): DecisionCheck => {
    const needed =
      item.neededWhere === 'always' ||
      (item.neededWhere === 'modified' && body.fields.outcome?.value === 'modified') ||
      (item.neededWhere === 'information-missing' && body.fields.informationMissing !== null)
    const head = {
      item: item.id,
      title: item.title,
      authority: item.authority,
      verified: item.verified,
    }
    if (!needed) {
      return { ...head, result: 'not-needed', because: 'does not apply to this decision' }
    }
    const finding = looks[item.id]?.(pages, body)
    if (!finding) throw new Error(`no look for item ${item.id} of the decision`)
    return { ...head, ...finding }
  })
}

type Finding = Pick<DecisionCheck, 'result' | 'because' | 'page'>

function present(found: Found<unknown> | null, what: string): Finding {
  return found
    ? { result: 'present', because: `page ${found.page}: ${String(found.value)}`, page: found.page }
    : { result: 'missing', because: `${what} was not found` }
}

/** All requests must have it; where some do, it is doubtful. */
function each(
  requests: readonly DecidedRequest[],
  of: (request: DecidedRequest) => Found<unknown> | null,
  what: string,
): Finding {
  const found = requests.flatMap((request) => of(request) ?? [])
  const [first] = found
  if (!first) return { result: 'missing', because: `${what} was not found` }
  return found.length === requests.length
    ? {
        result: 'present',
        because: `for ${requests.length} of ${requests.length} requests`,
        page: first.page,
      }
    : {
        result: 'doubtful',
        because: `for ${found.length} of ${requests.length} requests only`,
        page: first.page,
      }
}

const looks: Readonly<Record<string, (pages: readonly string[], body: Body) => Finding>> = {
  'request-received': (_, { fields }) => present(fields.requestReceivedOn, 'the day of receipt'),
  'decision-date': (_, { fields }) => {
    const { decidedOn, requestReceivedOn } = fields
    return decidedOn && requestReceivedOn && decidedOn.value < requestReceivedOn.value
      ? {
          result: 'doubtful',
          because: `decided on ${decidedOn.value}, before the request came on ${requestReceivedOn.value}`,
          page: decidedOn.page,
        }
      : present(decidedOn, 'the day of the decision')
  },
  'requested-course': (_, { requests }) => present(requests[0]?.treatment ?? null, 'a request'),
  'records-reviewed': (_, { recordsReviewed }) =>
    recordsReviewed[0]
      ? {
          result: 'present',
          because: `${recordsReviewed.length} listed`,
          page: recordsReviewed[0].page,
        }
      : { result: 'missing', because: 'a list of the records was not found' },
  'approved-part': (_, { requests }) =>
    each(
      requests.filter(({ outcome }) => outcome?.value === 'modified'),
      ({ approved }) => approved,
      'what was approved',
    ),
  'clinical-reasons': (_, { requests }) => each(requests, ({ reasons }) => reasons, 'reasons'),
  guideline: (_, { requests }) => each(requests, ({ guideline }) => guideline, 'a guideline'),
  'missing-information': (pages, { fields }) => {
    const { informationMissing } = fields
    const again = findWords(
      pages,
      /[^.]*\b(?:reconsider|upon receipt|when (?:it|they|the information))[^.]*\./i,
    )
    return informationMissing && dayInText(informationMissing.value) && again
      ? present(informationMissing, 'the missing information')
      : {
          result: 'doubtful',
          because:
            'what is missing, when it was asked for, or when the request is looked at again is not said',
          ...(informationMissing ? { page: informationMissing.page } : {}),
        }
  },
  'application-form': (_, { fields }) => present(fields.formServed, 'the application form'),
  envelope: (pages) =>
    present(findWords(pages, /[^.]*\benvelope\b[^.]*/i), 'an addressed envelope'),
  'time-to-file': (pages, { fields }) => {
    const found = findWords(
      pages,
      /within (\d{1,2}|thirty|ten) (?:\(\d+\) )?(?:calendar )?days (?:of|after|from)[^.]*/i,
    )
    if (!found) return { result: 'missing', because: 'the time to file is not said' }
    const days = /thirty/i.test(found.value)
      ? 30
      : /ten/i.test(found.value)
        ? 10
        : Number(found.value)
    const right = fields.formularyDispute ? 10 : 30
    return days === right
      ? { result: 'present', because: `page ${found.page}: ${days} days`, page: found.page }
      : {
          result: 'doubtful',
          because: `page ${found.page}: ${days} days, where ${right} apply`,
          page: found.page,
        }
  },
  'information-officer': (pages) =>
    present(findWords(pages, /Information (?:and|&) Assistance[^.]*/i), 'the officer'),
  'internal-appeal': (pages) => {
    const found = findWords(pages, /[^.]*\b(?:internal (?:utilization review )?appeal)[^.]*/i)
    const voluntary = findWords(pages, /\bvoluntary\b|\boptional\b|do(?:es)? not extend/i)
    return found && !voluntary
      ? { result: 'doubtful', because: 'not said to be voluntary', page: found.page }
      : present(found, 'the internal appeal')
  },
  'reviewer-name': (_, { fields }) => present(fields.reviewerName, 'the name'),
  'reviewer-specialty': (_, { fields }) => present(fields.reviewerSpecialty, 'the specialty'),
  'reviewer-license': (_, { fields }) => present(fields.reviewerLicense, 'the license'),
  'reviewer-phone': (_, { fields }) => present(fields.reviewerPhone, 'the telephone number'),
  'reviewer-hours': (_, { fields }) => {
    const { reviewerHours } = fields
    if (!reviewerHours) return { result: 'missing', because: 'no hours were found' }
    const hours = hoursPerWeek(reviewerHours.value, decisionRules.reviewerDay)
    const { page } = reviewerHours
    if (hours === null) {
      return { result: 'doubtful', because: `"${reviewerHours.value}" cannot be counted`, page }
    }
    return hours >= decisionRules.reviewerHoursPerWeek
      ? { result: 'present', because: `page ${page}: ${hours} hours a week`, page }
      : {
          result: 'doubtful',
          because: `${hours} hours a week between ${decisionRules.reviewerDay.from} and ${decisionRules.reviewerDay.to}, where ${decisionRules.reviewerHoursPerWeek} are needed`,
          page,
        }
  },
}
