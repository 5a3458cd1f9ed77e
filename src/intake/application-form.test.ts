import { describe, expect, it } from 'vitest'
import { valueOf } from '#foundation'
import { applicationForm, formMark, inputOfForm, readFormFields } from './application-form.ts'

const ours = { [formMark.name]: formMark.value }

describe('a filled application form', () => {
  it('gives days, ticks and regions as the application has them, and nothing for empty fields', () => {
    const values = valueOf(
      readFormFields({
        ...ours,
        'employee.dateOfBirth': ' 2/14/1979 ',
        'employee.name.middle': '  ',
        'disputedTreatments.0.bodyRegions.0': 'rodilla',
        'disputedTreatments.0.bodyRegions.1': 'hip',
        expeditedCertified: 'yes',
      }),
    )
    expect(values).toEqual({
      'employee.dateOfBirth': '1979-02-14',
      'disputedTreatments.0.bodyRegions': 'knee,hip',
      expeditedCertified: 'yes',
    })
    expect(inputOfForm(values)).toMatchObject({
      employee: { dateOfBirth: '1979-02-14' },
      expeditedCertified: true,
      utilizationReview: null,
      disputedTreatments: [{ bodyRegions: ['knee', 'hip'] }],
    })
  })

  it('leaves a day that does not exist as it was written, to be refused at its field', () => {
    const values = valueOf(readFormFields({ ...ours, dateOfInjury: '13/45/2026' }))
    expect(values['dateOfInjury']).toBe('13/45/2026')
  })

  it('closes up treatments where a row between them is empty', () => {
    const input = inputOfForm({ 'disputedTreatments.3.treatment': 'Knee brace' })
    expect(input['disputedTreatments']).toEqual([
      { id: 't4', treatment: 'Knee brace', bodyRegions: [], claimsAdministratorGuideline: '' },
    ])
  })

  it('keeps what goes with what, although a row between them is empty', () => {
    const { disputedTreatments } = inputOfForm({
      'disputedTreatments.1.treatment': 'Arthroscopy',
      'disputedTreatments.3.treatment': 'Knee brace',
      'disputedTreatments.3.associatedWith': 't2',
    })
    expect(disputedTreatments).toMatchObject([
      { id: 't2', treatment: 'Arthroscopy' },
      { id: 't4', associatedWith: 't2' },
    ])
  })

  it('says so when the decision is not at hand', () => {
    const input = inputOfForm({
      noUtilizationReview: 'yes',
      'utilizationReview.organization': 'Somebody',
    })
    expect(input['utilizationReview']).toBeNull()
  })

  it('is refused with a choice that a field does not offer, or when it is another form', () => {
    const wrong = readFormFields({ ...ours, priority: 'very urgent' })
    expect(wrong.ok ? [] : wrong.refusals).toMatchObject([
      { code: 'form-field-not-readable', where: 'application.priority' },
    ])
    const other = readFormFields({ name: 'A' })
    expect(other.ok ? '' : other.refusals[0].code).toBe('not-our-form')
  })

  it('has each field once, with words in both languages', () => {
    const fields = applicationForm.sections.flatMap((section) => section.fields)
    expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length)
    expect(fields.every(({ label }) => label.en !== '' && label.es !== '')).toBe(true)
  })
})
