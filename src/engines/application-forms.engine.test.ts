import { PDFDocument } from 'pdf-lib'
import { afterAll, describe, expect, it } from 'vitest'
import { valueOf } from '#foundation'
import { applicationForm, inputOfForm, parseApplication, readFormFields } from '#intake'
import { makeApplicationForms } from './application-forms.ts'

const forms = makeApplicationForms()
afterAll(() => forms.close())

const text: Readonly<Record<string, string>> = {
  'employee.name.first': 'José',
  'employee.name.last': 'Inventado',
  'employee.dateOfBirth': '02/14/1979',
  'employee.address.street': '1 Invented Way',
  'employee.address.city': 'Fresno',
  'employee.address.state': 'CA',
  'employee.address.zip': '93701',
  claimNumber: 'SYN-0001',
  dateOfInjury: '3/2/2026',
  'primaryDiagnosis.description': 'Lumbar sprain',
  'employer.name': 'Fictional Freight (invented)',
  'claimsAdministrator.company': 'Sample Claims Services (invented)',
  'claimsAdministrator.contact': 'Otto Nobody',
  'claimsAdministrator.address.street': 'P.O. Box 1',
  'claimsAdministrator.address.city': 'Sacramento',
  'claimsAdministrator.address.state': 'CA',
  'claimsAdministrator.address.zip': '95813',
  'requestingPhysician.name.first': 'Petra',
  'requestingPhysician.name.last': 'Pretend',
  'requestingPhysician.address.street': '2 Invented Way',
  'requestingPhysician.address.city': 'Fresno',
  'requestingPhysician.address.state': 'CA',
  'requestingPhysician.address.zip': '93701',
  'utilizationReview.organization': 'Example Utilization Review (invented)',
  'utilizationReview.requestReceivedOn': '10/20/2026',
  'utilizationReview.decidedOn': '2026-10-26',
  'utilizationReview.servedOn': '10/26/2026',
  'utilizationReview.reasons': 'Not shown to be necessary.',
  'disputedTreatments.0.treatment': 'MRI of the lumbar spine',
  'disputedTreatments.0.claimsAdministratorGuideline': 'MTUS Low Back Complaints 2004',
  'disputedTreatments.2.treatment': 'Knee brace',
  'signature.name': 'José Inventado',
  'signature.signedOn': '11/09/2026',
}

/** A form as somebody fills it in with a PDF viewer. */
async function filled(language: 'en' | 'es', choices: Readonly<Record<string, string>>) {
  const document = await PDFDocument.load(await forms.blank(language))
  const form = document.getForm()
  for (const [name, value] of Object.entries(text)) form.getTextField(name).setText(value)
  for (const [name, value] of Object.entries(choices)) form.getDropdown(name).select(value)
  form.getCheckBox('utilizationReview.formServed').check()
  return document.save()
}

describe('the application form as a PDF', () => {
  it.each([
    [
      'en',
      {
        first: 'lumbar spine',
        side: 'left',
        knee: 'knee',
        review: 'regular',
        by: 'injured worker',
      },
    ],
    [
      'es',
      {
        first: 'columna lumbar',
        side: 'izquierdo',
        knee: 'rodilla',
        review: 'regular',
        by: 'trabajador lesionado',
      },
    ],
  ] as const)(
    'in %s is filled in and becomes the application that it says',
    async (language, words) => {
      const content = await filled(language, {
        'disputedTreatments.0.bodyRegions.0': words.first,
        'disputedTreatments.2.bodyRegions.0': words.knee,
        'disputedTreatments.2.side': words.side,
        priority: words.review,
        'signature.by': words.by,
      })
      const values = valueOf(readFormFields(valueOf(await forms.readFields(content))))
      const application = valueOf(
        parseApplication({ ...inputOfForm(values), receivedOn: '2026-11-12' }),
      )
      expect(application.employee).toMatchObject({
        name: { first: 'José', last: 'Inventado' },
        dateOfBirth: '1979-02-14',
      })
      expect(application.utilizationReview).toMatchObject({
        decidedOn: '2026-10-26',
        formServed: true,
        conditional: false,
        served: { method: 'mail', place: 'CA' },
      })
      expect(application.disputedTreatments).toEqual([
        expect.objectContaining({ id: 't1', bodyRegions: ['lumbar spine'] }),
        expect.objectContaining({ id: 't2', bodyRegions: ['knee'], side: 'left' }),
      ])
      expect(application).not.toHaveProperty('representative')
    },
  )

  it('has every field once, named and described for a screen reader', async () => {
    const document = await PDFDocument.load(await forms.blank('en'))
    const names = document
      .getForm()
      .getFields()
      .map((field) => field.getName())
    const wanted = applicationForm.sections.flatMap(({ fields }) => fields.map(({ name }) => name))
    expect(names.toSorted()).toEqual([...wanted, 'openimr.form'].toSorted())
    expect(document.getTitle()).toBe('Application for Independent Medical Review')
  })

  it('is the same file each time', async () => {
    const again = makeApplicationForms()
    expect(await again.blank('es')).toEqual(await forms.blank('es'))
    await again.close()
  })

  it('is refused where it is no PDF, damaged, without fields or another form', async () => {
    const codeOf = async (content: Uint8Array): Promise<string> => {
      const fields = await forms.readFields(content)
      if (!fields.ok) return fields.refusals[0].code
      const values = readFormFields(fields.value)
      return values.ok ? 'read' : values.refusals[0].code
    }
    expect(await codeOf(new TextEncoder().encode('no PDF at all'))).toBe('not-a-pdf')
    expect(await codeOf(new TextEncoder().encode('%PDF-1.7\nbroken'))).toBe('pdf-damaged')
    const plain = await PDFDocument.create()
    plain.addPage()
    expect(await codeOf(await plain.save())).toBe('pdf-has-no-fields')
    const other = await PDFDocument.create()
    other.getForm().createTextField('name').addToPage(other.addPage())
    expect(await codeOf(await other.save())).toBe('not-our-form')
    const version = await PDFDocument.load(await forms.blank('en'))
    version.getForm().getTextField('openimr.form').setText('application 99')
    expect(await codeOf(await version.save())).toBe('not-our-form')
  })
})
