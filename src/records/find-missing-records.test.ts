import { describe, expect, it } from 'vitest'
import { citationHolds } from '#foundation'
import { findMissingRecords } from './find-missing-records.ts'
import { identifyDocuments } from './identify-documents.ts'
import type { FileReading } from './page.ts'

function record(...pages: readonly string[]) {
  const reading: FileReading = {
    sha256: 'a'.repeat(64),
    engine: 'test',
    remarks: [],
    pages: pages.map((text, index) => ({
      page: index + 1,
      width: 612,
      height: 792,
      text,
      words: [],
      source: 'layer',
    })),
  }
  const documents = identifyDocuments(reading, { fileId: 'f', fileName: 'f.pdf' })
  return { reading, missing: findMissingRecords(new Map([['f', reading]]), documents) }
}

const decision = `NOTICE OF UTILIZATION REVIEW DECISION
Injured worker: Teodora Sandmark
Date of decision: 12/05/2016
Records reviewed
1. Request for authorization, 11/28/2016
2. Progress report, 11/21/2016, Dr. Mockridge
3. MRI of the lumbar spine, 08/29/2016
Reviewing physician: Lionel Ashgrove, MD`
const mri = `DIAGNOSTIC IMAGING REPORT
Patient: Teodora Sandmark
Exam: MRI lumbar spine without contrast
Exam date: 08/29/2016
Interpreting radiologist: Sabine Thornquist, MD`
const note = (words: string) =>
  `PROGRESS REPORT\nPatient: Teodora Sandmark\nDate of exam: 11/21/2016\n${words}\nElectronically signed by: Orrin Mockridge, MD`

describe('findMissingRecords', () => {
  it('names what a decision lists and the file does not hold, with the place', () => {
    const { reading, missing } = record(decision, mri)
    expect(missing.map(({ kind, what, date, author }) => [kind, what, date.value, author])).toEqual(
      [
        ['progress-report', 'Progress report', '2016-11-21', 'Dr. Mockridge'],
        ['request-for-authorization', 'Request for authorization', '2016-11-28', undefined],
      ],
    )
    for (const { mentions } of missing) {
      for (const mention of mentions) {
        expect(mention.documentId).toBe('f-p1')
        expect(citationHolds(mention, reading.pages[mention.page - 1]?.text ?? '')).toBe(true)
      }
    }
  })

  it('asks for nothing that is there', () => {
    const rfa = `REQUEST FOR AUTHORIZATION\nEmployee: Teodora Sandmark\nClaim number: 1
Requesting physician: Orrin Mockridge, MD\nDiagnosis: sprain\nDate of request: 11/28/2016`
    expect(record(decision, mri, note('No change.'), rfa).missing).toEqual([])
  })

  it.each([
    [
      'the MRI of the cervical spine dated 6-11-2015 showed',
      'MRI of the cervical spine',
      '2015-06-11',
    ],
    ['as per the QME dated 8/24/15', 'QME', '2015-08-24'],
    ['EMG/NCV of 03/2015 was normal', 'EMG/NCV', '2015-03'],
    ['the 11/02/2016 progress note says', 'progress note', '2016-11-02'],
    ['X-rays of the knee on 10/01/2016 were normal', 'X-rays of the knee', '2016-10-01'],
    ['the operative report from 05/05/2015', 'operative report', '2015-05-05'],
    ['She was seen by Dr. Chen on 03/02/2016.', 'report', '2016-03-02'],
    ['The QME, in a report dated 08/24/2015, found', 'QME, in a report', '2015-08-24'],
    ['Office visit note, date of service 10/03/2016', 'Office visit note', '2016-10-03'],
    ['4. 10/01/2016: Lumbar MRI report', 'MRI report', '2016-10-01'],
    ['Op note dated 05/05/2015', 'Op note', '2015-05-05'],
    ["Dr. Chen's report of 03/02/2016", 'report', '2016-03-02'],
  ])('finds in "%s" that a document is missing', (words, what, date) => {
    const { missing } = record(note(words))
    expect(missing.map((one) => [one.what, one.date.value])).toEqual([[what, date]])
  })

  it.each([
    ['MRI of the lumbar spine was requested on 11/01/2016.'],
    ['We request authorization for an MRI on 12/12/2016.'],
    ['The consultation is scheduled for 12/30/2016.'],
    ['Injured on 03/14/2016. Motor 4/5, pain 7/10.'],
    ['Physical therapy, twelve visits, finished on 06/17/2016.'],
    ['Naproxen since 08/05/2016.'],
    ['No MRI as of 11/01/2016.'],
    ['10/01/2016 MRI requested.'],
    ['Progress report 11/21/2016 - page 2'],
  ])('asks for nothing because of "%s"', (words) => {
    expect(record(note(words)).missing).toEqual([])
  })

  it('takes each of several dates, and the documents of a time together', () => {
    const words = `PR-2s dated 1/5/16, 2/8/16 and 03/07/2016 were sent.
PT notes 3/1-4/15/2016
Chiropractic notes from 05/02/2016 through 06/10/2016`
    const { missing } = record(note(words))
    expect(missing.map(({ date, through }) => [date.value, through?.value])).toEqual([
      ['2016-01-05', undefined],
      ['2016-02-08', undefined],
      ['2016-03-01', '2016-04-15'],
      ['2016-03-07', undefined],
      ['2016-05-02', '2016-06-10'],
    ])
    const session = `PHYSICAL THERAPY DAILY NOTE\nPatient: Teodora Sandmark\nDate of service: 03/20/2016
Therapeutic exercise\nTreating therapist: Wren Calloway, PT`
    expect(record(note('PT notes 3/1-4/15/2016'), session).missing.map(({ what }) => what)).toEqual(
      [],
    )
  })

  it('keeps the id of a document when others are found, and where more pages mention it', () => {
    const once = record(note('QME report dated 8/24/2015.')).missing
    const more = record(
      note('QME report dated 8/24/2015. MRI dated 7/1/2015.'),
      note('QME report dated 8/24/2015.').replace('11/21/2016', '11/28/2016'),
    ).missing
    expect(more.map(({ missingId }) => missingId)).toContain(once[0]?.missingId)
    expect(new Set(more.map(({ missingId }) => missingId)).size).toBe(2)
  })

  it('tells two studies of one day apart by their region', () => {
    const { missing } = record(mri, note('MRI of the cervical spine dated 08/29/2016 is reported.'))
    expect(missing.map(({ what }) => what)).toEqual(['MRI of the cervical spine'])
    expect(record(mri, note('MRI of the low back dated 08/29/2016 is reported.')).missing).toEqual(
      [],
    )
  })

  it('collects all mentions of one document', () => {
    const words = 'The QME report dated 8/24/15 was read. The QME report of 08/24/2015 says so.'
    const { missing } = record(note(words), note(words).replace('11/21/2016', '11/28/2016'))
    expect(missing.map(({ mentions }) => mentions.length)).toEqual([4])
  })
})
