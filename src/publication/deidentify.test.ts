import { describe, expect, it } from 'vitest'
import { deidentify } from './deidentify.ts'
import { identifiersOf } from './known-identifier.ts'
import { buildApplication } from './test-builders.ts'

const known = identifiersOf(buildApplication())
const strike = (text: string, identifiers = known): string =>
  deidentify(text, identifiers, 'ca-dwc').text

describe('names of the case, in every form', () => {
  it.each([
    'Robert Quillfeather',
    'ROBERT ANSELM QUILLFEATHER',
    'Quillfeather, Robert A.',
    'Mr. Quillfeather',
    'R. Quillfeather',
    'R.A. Quillfeather',
    'quillfeather',
    'Bob',
    'Quill-\nfeather',
    'Quil1feather',
    'Quíllfeather',
  ])('strikes out %s', (name) => {
    const text = strike(`On exam ${name} was in no distress.`)
    expect(text).toMatch(/^On exam (?:Mr\. )?\[EMPLOYEE\] was in no distress\.$/)
  })
  it('strikes out both halves of a double name, and possessives', () => {
    expect(strike('Dr. Moss’s note and Ilyina’s report')).toBe(
      'Dr. [REQUESTING PHYSICIAN]’s note and [REQUESTING PHYSICIAN]’s report',
    )
  })
  it('strikes out a company without its legal form, by its first word, and by its initials', () => {
    expect(strike('Harborline denied it; Harborline Claims Services wrote. HCS agreed.')).toBe(
      '[CLAIMS ADMINISTRATOR] denied it; [CLAIMS ADMINISTRATOR] wrote. [CLAIMS ADMINISTRATOR] agreed.',
    )
  })
  it('strikes out numbers with other separators, and the date of birth in words', () => {
    expect(strike('Claim WC 2026 004417, born February 3, 1980, tel. 555.010.4417')).toBe(
      'Claim [CLAIM NUMBER], born [DATE OF BIRTH], tel. [EMPLOYEE PHONE]',
    )
  })
  it('strikes out a street in its short form', () => {
    expect(strike('He lives at 1180 Alder Ct., Fresno')).toBe(
      'He lives at [EMPLOYEE ADDRESS], [EMPLOYEE ADDRESS]',
    )
  })
})

describe('a name that is also a word', () => {
  const walker = [{ type: 'employee', value: 'Grace Walker' }]
  it('leaves the walking aid and takes the person', () => {
    expect(strike('Mrs. Walker uses a walker with grace.', walker)).toBe(
      'Mrs. [EMPLOYEE] uses a walker with grace.',
    )
  })
  it('does not take the article for Ms. An', () => {
    const an = [{ type: 'employee', value: 'Thuy An' }]
    expect(strike('An MRI was done. Ms. An agreed. Thuy An left.', an)).toBe(
      'An MRI was done. Ms. [EMPLOYEE] agreed. [EMPLOYEE] left.',
    )
  })
})

describe('what nobody told us', () => {
  it('strikes out titled names, degrees, telephones, mail and file numbers by their look', () => {
    expect(
      strike('Seen by Dr. Ezra Pumblechook; report of Anna Karst, M.D.; call (555) 010-9999', []),
    ).toBe('Seen by Dr. [NAME]; report of [NAME], M.D.; call [PHONE]')
    expect(strike('write to a.b@clinic.example; ADJ9912345; MRN: 00412345', [])).toBe(
      'write to [EMAIL]; [ADJ-NUMBER]; MRN: [NUMBER]',
    )
  })
  it('leaves eponyms, drugs, dates, ages, doses and section numbers alone', () => {
    const text =
      'Spurling and Lasègue signs are negative; Norco 10/325 mg #90, pain 4-5/10, 06-11-2026, a ' +
      '46-year-old male. MTUS Low Back Complaints 2004, Section(s): Special Studies, p. 303-305. ' +
      '8 CCR 9792.20(e). L4-5 and L5-S1; DASH 52.3; CPT 72148; ICD-10 M54.5.'
    expect(deidentify(text, known, 'ca-dwc')).toEqual({ text, spans: [], residue: [] })
  })
})

describe('what is left for a person to look at', () => {
  it.each([
    ['a misspelling', 'Mr Smith said. Quillfeathr agreed.'],
    ['letters spaced out', 'signed Q u i l l f e a t h e r'],
    ['a name inside a file name', 'scanQuillfeatherMRI.pdf'],
  ])('reports %s of a known name', (_, text) => {
    expect(deidentify(text, known, 'ca-dwc').residue).toHaveLength(1)
  })
})

describe('spans', () => {
  it('stand in the text as it was given, accents and all', () => {
    const text = 'Señor Muñoz visited Ćirić Quillfeather.'
    const { spans } = deidentify(text, known, 'ca-dwc')
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['Quillfeather'])
  })
})

describe('the safe-harbor profile', () => {
  it('takes dates and high ages, which California publishes', () => {
    const text = 'A 91-year-old injured on 06/11/2026, seen July 20, 2026.'
    expect(deidentify(text, [], 'safe-harbor').text).toBe(
      'A [AGE 90+]-year-old injured on [DATE 2026], seen [DATE 2026].',
    )
    expect(deidentify(text, [], 'ca-dwc').text).toBe(text)
  })
})
