import { PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Determination } from '#determination'
import { plainDateOf, valueOf } from '#foundation'
import type { Notice, ServedLetter } from '#letters'
import { checkPdfConformance } from './pdf-conformance.ts'
import { makePdfReader } from './pdf-reader.ts'
import { makeLetterPrinter } from './typst-printer.ts'

const printer = makeLetterPrinter({ organizationName: 'Juniper Independent Review' })
const reader = makePdfReader()
afterAll(() => Promise.all([reader.close(), printer.close()]))

const cite = (text: string) => ({ text, cited: true, citations: [] })
const determination: Determination = {
  caseNumber: 'CM26-0000117',
  priority: 'standard',
  dateAssigned: plainDateOf(2026, 10, 5),
  dateOfInjury: plainDateOf(2026, 6, 11),
  decisionDate: plainDateOf(2026, 11, 3),
  urDenialDate: plainDateOf(2026, 9, 14),
  applicationReceived: plainDateOf(2026, 9, 28),
  reviewer: { licensure: ['California'], specialties: ['Orthopedic Surgery'] },
  caseSummary: 'The injured worker is a 46-year-old male with low back pain.',
  issues: [
    {
      treatment: 'MRI of the lumbar spine',
      decision: 'upheld',
      claimsAdministratorGuideline: cite('Decision based on MTUS Low Back Complaints 2004.'),
      reviewOrganizationGuideline: cite('Decision based on MTUS Low Back Complaints 2004.'),
      rationale: 'No red flag is documented. The request is not medically necessary.',
    },
  ],
  outcome: 'uphold',
}
const served: ServedLetter = {
  determination,
  organization: {
    name: 'Juniper Independent Review',
    address: ['P.O. Box 10417', 'Sacramento, CA 95826'],
    phone: '(555) 010-0142',
    medicalDirector: 'Rosalind Achterberg, MD',
  },
  servedOn: plainDateOf(2026, 11, 4) ?? fail(),
  employee: { name: 'Quentin Vexley', address: ['1180 Alder Court', 'Fresno, CA 93704'] },
  employerName: 'Valle Verde Packing Co-op',
  claimNumber: 'WC-2026-004417',
  requestingPhysicianName: 'Tamara Ilyina, MD',
  claimsAdministratorName: 'Harborline Claims Services',
  documentsReviewed: [
    {
      documentId: 'd1',
      title: 'Utilization review decision',
      kind: 'utilization-review-decision',
      pages: { first: 1, last: 6 },
      fileName: 'file-1.pdf',
    },
  ],
  whatHappensNext: [
    { party: 'Injured worker', what: 'May appeal.', by: 'December 9, 2026', authority: 'LC' },
  ],
  recipients: [
    { role: 'employee', name: 'Quentin Vexley', method: 'mail', address: '1180 Alder Court' },
  ],
}
const notice: Notice = {
  title: 'Deadline Certificate',
  date: 'November 4, 2026',
  blocks: [
    { kind: 'heading', text: 'HOW IT WAS COUNTED' },
    { kind: 'paragraph', text: 'Thirty days, not counting the first.' },
    { kind: 'list', items: ['one', 'two'] },
    { kind: 'table', header: ['Step', 'To'], rows: [['30 days', '2026-12-04']] },
  ],
}
const names = ['Vexley', 'Achterberg', 'Ilyina', 'Harborline', 'WC-2026-004417']

function fail(): never {
  throw new TypeError('no such day')
}

async function textOf(pdf: Uint8Array): Promise<string> {
  return valueOf(await reader.read(pdf))
    .pages.map((page) => page.text)
    .join('\n')
}

describe('every document we print', () => {
  let printed: readonly (readonly [string, Uint8Array])[] = []
  beforeAll(async () => {
    printed = [
      ['served letter', await printer.printServedLetter(served)],
      ['public letter', await printer.printPublicLetter(determination)],
      ['notice', await printer.printNotice(notice)],
    ]
  })
  it('keeps our PDF/UA-1 rules and names nobody in its metadata', async () => {
    for (const [kind, pdf] of printed) {
      expect([kind, await checkPdfConformance(pdf, names)]).toEqual([kind, []])
    }
  })
  it('is the same to the byte when printed again, also by another printer', async () => {
    const other = makeLetterPrinter({ organizationName: 'Juniper Independent Review' })
    const again = [
      await other.printServedLetter(served),
      await printer.printPublicLetter(determination),
      await other.printNotice(notice),
    ]
    await other.close()
    for (const [index, pdf] of again.entries()) {
      expect(Buffer.compare(pdf, printed[index]?.[1] ?? Buffer.alloc(0))).toBe(0)
    }
  })
})

describe('the public letter', () => {
  it('has no name of a party and no address, in text or metadata', async () => {
    const text = await textOf(await printer.printPublicLetter(determination))
    for (const name of [...names, 'Alder Court', 'Fresno', 'Valle Verde']) {
      expect(text).not.toContain(name)
    }
  })
})

describe('the served letter', () => {
  it('says the outcome, the appeal, the director, the records list and the proof of service', async () => {
    const text = (await textOf(await printer.printServedLetter(served))).replace(/\s+/g, ' ')
    for (const words of [
      'Final Determination: Uphold',
      'December 9, 2026',
      'binding on all parties',
      '4610.6(h)',
      'Rosalind Achterberg, MD',
      'DOCUMENTS REVIEWED',
      'Utilization review decision',
      'PROOF OF SERVICE',
      'RESUMEN EN ESPAÑOL',
    ]) {
      expect(text).toContain(words)
    }
  })
})

describe('strange input', () => {
  it('prints a name in a script without a font as code points instead of failing', async () => {
    const letter = { ...served, employee: { name: '王小明', address: ['שדרות 5'] } }
    const pdf = await printer.printServedLetter(letter)
    expect(await checkPdfConformance(pdf)).toEqual([])
    expect(await textOf(pdf)).toContain('[U+738B][U+5C0F][U+660E]')
  })
  it('prints characters that are markup to the typesetter as they are', async () => {
    const [issue] = determination.issues
    const hostile = '#import "x.typ" *bold* $x$ <label> @ref \\ // /* #panic() `raw` [U] {x}'
    const text = await textOf(
      await printer.printPublicLetter({
        ...determination,
        issues: [{ ...issue, rationale: hostile }],
      }),
    )
    expect(text.replace(/\s+/g, ' ')).toContain(hostile)
  })
  it('prints a determination of which nothing in the header is known', async () => {
    const bare: Determination = {
      ...determination,
      caseNumber: null,
      priority: null,
      dateAssigned: null,
      dateOfInjury: null,
      decisionDate: null,
      urDenialDate: null,
      applicationReceived: null,
      reviewer: { licensure: [], specialties: [] },
      caseSummary: '',
    }
    expect(await checkPdfConformance(await printer.printPublicLetter(bare))).toEqual([])
  })
})

describe('the list of rules', () => {
  it('finds an author, a missing tag tree, language and title', async () => {
    const document = await PDFDocument.create()
    document.addPage()
    document.setAuthor('Vexley')
    const info = document.context.lookup(document.context.trailerInfo.Info)
    if (info instanceof PDFDict) info.set(PDFName.of('Owner'), PDFString.of('Harborline'))
    const rules = (await checkPdfConformance(await document.save(), names)).map(({ rule }) => rule)
    expect(new Set(rules)).toEqual(
      new Set([
        'tagged',
        'structure-tree',
        'language',
        'title',
        'display-title',
        'pdfua-identifier',
        'no-person-in-metadata',
      ]),
    )
  })
})
