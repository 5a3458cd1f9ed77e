import { describe, expect, it } from 'vitest'
import { documentsOfFile, type FileOfRecord } from './documents-of-file.ts'
import { identifyDocuments } from './identify-documents.ts'
import { makeOtherwise } from './made-otherwise.test-support.ts'
import { makeFile } from './made-records.test-support.ts'
import type { FileReading } from './page.ts'
import { buildLedger, listDocuments } from './records-ledger.ts'
import { readingOf, spoilPages } from './spoil-pages.test-support.ts'

const about = { fileId: 'file-1', fileName: 'records.pdf' }

function reading(...pages: readonly string[]): FileReading {
  return {
    sha256: 'a'.repeat(64),
    engine: 'test',
    remarks: [],
    pages: pages.map((text, index) => ({
      page: index + 1,
      width: 612,
      height: 792,
      text,
      words: [],
      source: text === '' ? 'none' : 'layer',
    })),
  }
}

const fileOf = (fileId: string, made: FileReading): FileOfRecord => ({
  fileId,
  fileName: `${fileId}.pdf`,
  sha256: made.sha256,
  reading: made,
  pages: made.pages.length,
})

const progress = `Valley Lantern Occupational Clinic
PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2)
Patient: Teodora Sandmark
Date of birth: 06/11/1969
Date of injury: 03/14/2016
Date of exam: 04/18/2016
Subjective complaints
The patient reports aching low back pain, 6/10. Motor strength is 5/5.
Page 1 of 2`
const progressEnd = `Page 2 of 2
REQUEST FOR AUTHORIZATION
Twelve visits of physical therapy. MRI dated 02/03/2016 was reviewed.
Electronically signed by: Orrin Mockridge, MD, Physical Medicine and Rehabilitation`
const imaging = `NORTHGATE IMAGING
DIAGNOSTIC IMAGING REPORT
Patient: Teodora Sandmark DOB: 06/11/1969
Exam: MRI LUMBAR SPINE WITHOUT CONTRAST
Exam date: 08/29/2016
Comparison: 05/01/2015
Impression: No disc herniation.
Interpreting radiologist: Sabine Thornquist, M.D.`

describe('identifyDocuments', () => {
  it('gives each document its kind, title, author, date and pages', () => {
    expect(identifyDocuments(reading(progress, progressEnd, imaging), about)).toEqual([
      {
        documentId: 'file-1-p1',
        fileId: 'file-1',
        sha256: 'a'.repeat(64),
        kind: 'progress-report',
        form: 'pr-2',
        title: "Primary treating physician's progress report (PR-2)",
        author: 'Orrin Mockridge, MD',
        specialty: 'Physical Medicine and Rehabilitation',
        date: '2016-04-18',
        dateOfService: '2016-04-18',
        pages: { first: 1, last: 2 },
        confidence: expect.closeTo(0.95, 1) as number,
      },
      {
        documentId: 'file-1-p3',
        fileId: 'file-1',
        sha256: 'a'.repeat(64),
        kind: 'imaging-report',
        title: 'Diagnostic imaging report: MRI lumbar spine without contrast',
        author: 'Sabine Thornquist, M.D.',
        date: '2016-08-29',
        dateOfService: '2016-08-29',
        pages: { first: 3, last: 3 },
        confidence: expect.closeTo(0.95, 1) as number,
      },
    ])
  })

  it('takes the day of the examination beside the signature of a form, and both days', () => {
    const form = `PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2)
Patient: Teodora Sandmark   Date of Injury: 03/14/2016
${'The patient reports aching low back pain.\n'.repeat(24)}Date of exam: 04/18/2016
Signature: Orrin Mockridge, M.D.
Executed at: Fresno   Date: 04/20/2016`
    expect(identifyDocuments(reading(form), about)).toMatchObject([
      { form: 'pr-2', date: '2016-04-18', dateOfService: '2016-04-18', dateOfReport: '2016-04-20' },
    ])
  })

  it('tells the report of a QME from that of an AME', () => {
    const report = (title: string) =>
      `${title}\nApplicant: Teodora Sandmark\nDate of report: 05/02/2016\nApportionment is deferred.`
    const forms = ['QUALIFIED MEDICAL EVALUATION', 'AGREED MEDICAL EXAMINATION', 'PANEL QME REPORT']
    expect(forms.map((title) => identifyDocuments(reading(report(title)), about)[0]?.form)).toEqual(
      ['qme-report', 'ame-report', 'qme-report'],
    )
  })

  it('is less sure of a page without a title than of one that says what it is', () => {
    const [said] = identifyDocuments(reading(imaging), about)
    const [unsaid] = identifyDocuments(reading('Some words that nobody can place, no more.'), about)
    expect(said?.confidence).toBeGreaterThan(unsaid?.confidence ?? 1)
  })

  it('does not take the line of a fax machine for a page count or a date', () => {
    const fax = (page: string, at: number) =>
      `12/28/2016 10:1${at} FROM: 559 555 0117 TO: 9165550142 P. 00${at}/9\n${page}`
    const documents = identifyDocuments(
      reading(fax(progress, 1), fax(progressEnd, 2), fax(imaging, 3)),
      about,
    )
    expect(documents.map(({ date, pages }) => [date, pages.first, pages.last])).toEqual([
      ['2016-04-18', 1, 2],
      ['2016-08-29', 3, 3],
    ])
  })

  it('separates daily notes of the same clinic by their day of service', () => {
    const note = (day: string) =>
      `Juniper Court\nPHYSICAL THERAPY DAILY NOTE\nPatient: Teodora Sandmark\nDate of service: ${day}\n` +
      'Therapeutic exercise, 15 minutes.\nTreating therapist: Wren Calloway, PT'
    const documents = identifyDocuments(reading(note('04/25/2016'), note('04/28/2016')), about)
    expect(documents.map(({ kind, date, author }) => [kind, date, author])).toEqual([
      ['therapy-notes', '2016-04-25', 'Wren Calloway, PT'],
      ['therapy-notes', '2016-04-28', 'Wren Calloway, PT'],
    ])
  })

  it('names pages that nobody could read, and blank sheets, as what they are', () => {
    const made = reading(imaging, '', '', 'This page intentionally left blank', imaging)
    const documents = identifyDocuments(made, about)
    expect(
      documents.map(({ kind, title, pages }) => [kind, title, pages.first, pages.last]),
    ).toEqual([
      ['imaging-report', 'Diagnostic imaging report: MRI lumbar spine without contrast', 1, 1],
      ['unidentified', 'Pages without readable text', 2, 3],
      ['blank', 'Blank page', 4, 4],
      ['imaging-report', 'Diagnostic imaging report: MRI lumbar spine without contrast', 5, 5],
    ])
    const ledger = buildLedger([fileOf('file-1', made)], documents)
    expect(listDocuments(ledger).map(({ kind }) => kind)).toEqual([
      'imaging-report',
      'unidentified',
      'imaging-report',
    ])
  })

  it('keeps an unread page within the page count of its document', () => {
    const page = (number: number) => `${imaging}\nPage ${number} of 3`
    const documents = identifyDocuments(reading(page(1), '', page(3)), about)
    expect(documents.map(({ pages }) => pages)).toEqual([{ first: 1, last: 3 }])
  })

  it('never dates a document by birth, injury, comparison or the next appointment', () => {
    const undated = `PROGRESS NOTE\nPatient: A. Worker\nDOB: 06/11/1969\nDate of injury: 03/14/2016
Comparison: 05/01/2015\nThe MRI dated 02/03/2016 showed a protrusion.\nNext appointment: 01/05/2017`
    expect(identifyDocuments(reading(undated), about)[0]?.date).toBeUndefined()
  })
})

describe('on made bundles with known truth', () => {
  const measure = (hardships: Parameters<typeof makeFile>[3]) => {
    let hit = 0
    let wrong = 0
    let missed = 0
    let exact = 0
    let kinds = 0
    let dated = 0
    let datedRight = 0
    for (let seed = 1; seed <= 60; seed += 1) {
      const { reading: made, truth } = makeFile(seed, 12, {}, hardships)
      const found = identifyDocuments(made, about)
      const starts = new Set(truth.slice(1).map(({ first }) => first))
      for (const { pages } of found.slice(1)) {
        if (starts.delete(pages.first)) hit += 1
        else wrong += 1
      }
      missed += starts.size
      for (const one of truth) {
        const same = found.find(({ pages }) => pages.first === one.first && pages.last === one.last)
        if (!same) continue
        exact += 1
        if (same.kind === one.kind) kinds += 1
        if (one.date) dated += 1
        if (one.date && same.date === one.date) datedRight += 1
      }
    }
    return {
      f1: (2 * hit) / (2 * hit + wrong + missed),
      kinds: kinds / exact,
      dates: datedRight / dated,
    }
  }

  it('finds where documents begin, their kinds and dates in clean bundles', () => {
    const { f1, kinds, dates } = measure({})
    expect(f1).toBeGreaterThan(0.99)
    expect(kinds).toBeGreaterThan(0.97)
    expect(dates).toBeGreaterThan(0.97)
  })

  it('still does so where heads are missing, letters are wrong and titles mislead', () => {
    const { f1, kinds } = measure({ headless: 0.2, noise: 0.01, decoys: 0.2 })
    expect(f1).toBeGreaterThan(0.93)
    expect(kinds).toBeGreaterThan(0.88)
  })

  it.each([
    ['electronic', {}, 0.97, 0.96],
    ['forms', {}, 0.95, 0.95],
    ['legal', {}, 0.97, 0.93],
    ['electronic', { noise: 0.01, headless: 0.1, faxed: true, separated: 0.2 }, 0.93, 0.85],
    ['forms', { noise: 0.01, headless: 0.1, faxed: true, separated: 0.2 }, 0.88, 0.85],
    ['legal', { noise: 0.01, headless: 0.1, faxed: true, separated: 0.2 }, 0.88, 0.8],
  ] as const)(
    'does so in files of another maker too: %s, %j',
    (manner, damage, leastF1, leastKinds) => {
      let [hit, wrong, missed, kinds, all] = [0, 0, 0, 0, 0]
      for (let seed = 301; seed <= 325; seed += 1) {
        const made = spoilPages(makeOtherwise(seed, 12, manner), damage, seed)
        const found = identifyDocuments(readingOf(made), about)
        const starts = new Set(made.truth.slice(1).map(({ first }) => first))
        for (const { pages } of found.slice(1)) {
          if (starts.delete(pages.first)) hit += 1
          else wrong += 1
        }
        missed += starts.size
        for (const one of made.truth) {
          const same = found.find(
            ({ pages }) => pages.first <= one.first && one.first <= pages.last,
          )
          all += 1
          if (same?.kind === one.kind) kinds += 1
        }
      }
      expect((2 * hit) / (2 * hit + wrong + missed)).toBeGreaterThan(leastF1)
      expect(kinds / all).toBeGreaterThan(leastKinds)
    },
  )

  it('puts every page into exactly one document and one line of the ledger', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const { reading: made } = makeFile(seed, 15, {}, { headless: 0.3, noise: 0.02, decoys: 0.3 })
      const documents = identifyDocuments(made, about)
      const covered = documents.flatMap(({ pages }) =>
        Array.from({ length: pages.last - pages.first + 1 }, (_, index) => pages.first + index),
      )
      expect(covered).toEqual(made.pages.map(({ page }) => page))
      const ledger = buildLedger([fileOf('file-1', made)], documents)
      expect(ledger.lines.map(({ page }) => page)).toEqual(covered)
      for (const line of ledger.lines) {
        const own = documents.find(({ documentId }) => documentId === line.documentId)
        expect(own && own.pages.first <= line.page && line.page <= own.pages.last).toBe(true)
      }
    }
  })
})

describe('buildLedger', () => {
  it('knows a page sent twice, though the fax line differs, and lists what cannot be read', () => {
    const first = reading(progress, imaging)
    const second = reading(`12/28/2016 10:11 FROM: 559 555 0117 P. 001/2\n${imaging}`, '')
    const files = [fileOf('file-1', first), fileOf('file-2', second)]
    const documents = files.flatMap((file) => documentsOfFile(file, null))
    const ledger = buildLedger(files, documents)
    expect(ledger.lines.map(({ duplicateOf, readable }) => [duplicateOf, readable])).toEqual([
      [undefined, true],
      [undefined, true],
      [{ fileId: 'file-1', page: 2 }, true],
      [undefined, false],
    ])
    expect([ledger.pages, ledger.duplicates, ledger.unreadable]).toEqual([
      4,
      1,
      [{ fileId: 'file-2', page: 2 }],
    ])
  })
})
