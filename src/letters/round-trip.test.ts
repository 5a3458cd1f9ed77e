import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outcomeOf } from '#case'
import type { Determination, Issue } from '#determination'
import { isNonEmpty, type PlainDate, plainDateOf, valueOf } from '#foundation'
import { parseGuideline } from '#guidelines'
import { compareDeterminations, readLetterText, renderDeterminationText } from './index.ts'
import { readHeading } from './read-heading.ts'
import { normaliseSpecialty } from './read-reviewer.ts'

/** Printable words: single spaces, no line ends, something in them. */
const words = (maximum: number) =>
  fc
    .array(
      fc.oneof(
        fc.stringMatching(/^[A-Za-z0-9,;.:()"'/#%&-]{1,12}$/),
        fc.constantFrom(
          'Upheld',
          'Overturned',
          'is:',
          'rationale:',
          'guideline',
          'MTUS',
          'not',
          '“quoted”',
          'L4-L5',
          'Łukasz',
          'Nguyễn',
          '山田太郎',
          'Ольга',
          'محمد',
          'José',
          '10/204',
          'e.g.',
          '12/01/2016',
        ),
      ),
      { minLength: 1, maxLength: maximum },
    )
    .map((list) => list.join(' '))
const sentence = (maximum: number) => words(maximum).map((text) => `The record says ${text}.`)
const day = fc
  .tuple(
    fc.integer({ min: 2010, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, date]) => plainDateOf(year, month, date) as PlainDate)
const maybeDay = fc.option(day, { freq: 8 })

const guideline = fc
  .oneof(
    fc.constantFrom(
      'The Claims Administrator did not cite any medical evidence for its decision.',
      'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.',
      'Decision based on MTUS Shoulder Complaints 2004, Section(s): Initial Care, and Postsurgical Treatment 2009, Section(s): Knee, Forearm, Wrist, & Hand. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Shoulder.',
      'Decision based on MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 289-90, 303.',
    ),
    sentence(12),
  )
  .map(parseGuideline)

const treatment = fc.oneof(
  fc.constantFrom(
    'MRI of the left knee without contrast',
    'Associated surgical service: cold therapy unit, 7 days',
    'Retrospective TENS unit, left hip (DOS 12/29/16)',
    'Physical therapy 12 visits was the original request. Physical therapy 6 visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, physical therapy 6 visits is',
    'Day treatment was the original request. The Claims Administrator authorized an evaluation only, leaving the original request IMR eligible. The original request, day treatment is',
  ),
  // A heading that itself holds a label of the letter ("guideline :") cannot be told from one.
  words(14)
    .filter((text) => !/(?:guideline|rationale)\W*:/.test(text))
    .map((text) => `Therapy ${text} visits`),
)

const issue: fc.Arbitrary<Issue> = fc
  .record({
    treatment,
    decision: fc.constantFrom('upheld' as const, 'overturned' as const),
    claimsAdministratorGuideline: guideline,
    reviewOrganizationGuideline: guideline,
    rationale: fc.oneof(
      { weight: 9, arbitrary: sentence(60) },
      { weight: 1, arbitrary: sentence(800) },
    ),
  })
  .map((known) => ({ ...known, ...readHeading(known.treatment, '', []) }))

const specialty = fc.constantFrom(
  'Family Practice',
  'Preventive Medicine',
  'Public Health & General Preventive Medicine',
  'Endocrinology, Diabetes and Metabolism',
  'Physical Medicine & Rehabilitation',
  'Chiropractor',
)

const determination: fc.Arbitrary<Determination> = fc
  .record({
    caseNumber: fc.option(fc.stringMatching(/^CM\d{2}-\d{7}$/), { freq: 8 }),
    priority: fc.option(fc.constantFrom('standard' as const, 'expedited' as const), { freq: 8 }),
    dateAssigned: maybeDay,
    dateOfInjury: maybeDay,
    decisionDate: maybeDay,
    urDenialDate: maybeDay,
    applicationReceived: maybeDay,
    licensure: fc.uniqueArray(
      fc.constantFrom('California', 'New York', 'Texas', 'West Virginia', 'Virginia'),
      { minLength: 1 },
    ),
    specialties: fc.uniqueArray(specialty, { minLength: 1, maxLength: 4 }),
    caseSummary: sentence(120),
    issues: fc.array(issue, { minLength: 1, maxLength: 21 }),
  })
  .map(({ licensure, specialties, issues, ...rest }) => {
    if (!isNonEmpty(issues)) throw new Error('at least one issue is generated')
    const boards = specialties.flatMap((name) => normaliseSpecialty(name) ?? [])
    return {
      ...rest,
      reviewer: { licensure, specialties, boards: [...new Set(boards)] },
      issues,
      outcome: outcomeOf(issues),
    }
  })

const organization = fc.constantFrom(
  'OpenIMR',
  'MAXIMUS',
  'St. Mary’s Review, Inc.',
  'Expert Reviewer',
)

/** Breaks lines at spaces after 90 characters and pages after 46 lines, as a printer would. */
function setInPages(text: string): string {
  const lines = text.split('\n').flatMap((paragraph) => {
    const wrapped: string[] = []
    let line = ''
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + word.length > 90) {
        wrapped.push(line)
        line = word
      } else line = line === '' ? word : `${line} ${word}`
    }
    return [...wrapped, line]
  })
  let pages = ''
  for (const [index, line] of lines.entries())
    pages += `${index % 46 === 0 && index > 0 ? '\f' : ''}${line}\n`
  return pages
}

describe('a letter is the determination, and the determination is the letter', () => {
  it('reads every field of 1,000 generated determinations from their text', () => {
    fc.assert(
      fc.property(determination, organization, (known, name) => {
        const read = valueOf(readLetterText(renderDeterminationText(known, name), { file: 'x' }))
        expect(compareDeterminations(known, read)).toEqual([])
      }),
      { numRuns: Number(process.env['OPENIMR_RUNS'] ?? 1000) },
    )
  }, 60_000)

  it('reads them set in lines and pages; a heading that may be another is marked', () => {
    const plain = determination.filter(({ issues }) =>
      issues.every(
        (known) =>
          !/[.?!:]["”’')\]]*(?: |$)|guideline|rationale/.test(known.treatment) || known.partial,
      ),
    )
    fc.assert(
      fc.property(plain, organization, (known, name) => {
        const read = valueOf(
          readLetterText(setInPages(renderDeterminationText(known, name)), { file: 'x' }),
        )
        const marked = new Set(
          read.findings.flatMap(({ code, where }) =>
            code === 'title-boundary-inferred' ? [where] : [],
          ),
        )
        const differences = compareDeterminations(known, read).filter(({ field }) => {
          const index = Number(/^issues\[(\d+)\]/.exec(field)?.[1] ?? -1)
          return (
            !marked.has(`issues[${index}].treatment`) &&
            !marked.has(`issues[${index + 1}].treatment`)
          )
        })
        expect(differences).toEqual([])
      }),
      { numRuns: 300 },
    )
  }, 60_000)
})

describe('comparing determinations', () => {
  it('names the one field that differs, and takes "not said" for "no"', () => {
    const [known] = fc.sample(determination, 1)
    if (!known) throw new Error('no sample')
    const [first, ...rest] = known.issues
    const other = {
      ...known,
      priority: null,
      issues: [{ ...first, rationale: 'Other.', partial: first.partial ?? null }, ...rest],
    } as Determination
    const fields = compareDeterminations({ ...known, priority: 'standard' }, other).map(
      ({ field }) => field,
    )
    expect(fields).toEqual(['priority', 'issues[0].rationale'])
  })
})
