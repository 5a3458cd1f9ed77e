import { describe, expect, it } from 'vitest'
import type { RationaleSource } from '#case'
import { findAbsenceClaims } from './absence-claims.ts'
import { checkSources } from './check-sources.ts'

const page = 'Exam of 6/1: motor 5/5. MRI of the lumbar spine on 5/2 was normal.'
const quote = 'MRI of the lumbar spine on 5/2 was normal'
const start = page.indexOf(quote)

const record = (changes: Partial<Extract<RationaleSource, { kind: 'record' }>> = {}) =>
  ({
    kind: 'record',
    says: 'a normal MRI',
    documentId: 'd1',
    sha256: 'a',
    page: 4,
    start,
    end: start + quote.length,
    quote,
    ...changes,
  }) as const

const absence: RationaleSource = {
  kind: 'absence',
  says: 'no documentation of physical therapy',
  searched: { terms: ['physical therapy', 'PT'], pages: 60, documents: ['d1'] },
}

function codes(rationale: string, sources: readonly RationaleSource[], found: boolean = false) {
  return checkSources({
    rationale,
    sources,
    pageText: (sha256, number) => (sha256 === 'a' && number === 4 ? page : null),
    search: () => (found ? [{ documentId: 'd1', page: 9, quote: '12 visits of PT' }] : []),
  }).map(({ code }) => code)
}

describe('checking the sources of a rationale', () => {
  it('accepts a quote that is on its page to the letter', () => {
    expect(codes('The MRI was normal.', [record()])).toEqual([])
  })

  it.each([
    ['one letter other', { quote: quote.replace('normal', 'Normal') }],
    ['another place', { start: 0, end: quote.length }],
    ['nothing quoted', { quote: '', start: 0, end: 0 }],
  ])('refuses a quote with %s', (_what, changes) => {
    expect(codes('The MRI was normal.', [record(changes)])).toEqual(['quote-differs-from-page'])
  })

  it('refuses a page that the record does not have', () => {
    expect(codes('', [record({ page: 5 })])).toEqual(['page-not-in-record'])
    expect(codes('', [record({ sha256: 'b' })])).toEqual(['page-not-in-record'])
  })

  it('accepts an absence that was searched and is not found again', () => {
    expect(codes('There is no documentation of physical therapy.', [absence])).toEqual([])
  })

  it('refuses an absence when the search, made again, finds it', () => {
    expect(codes('There is no documentation of physical therapy.', [absence], true)).toEqual([
      'absence-contradicted',
    ])
  })

  it('refuses an absence for which nothing was searched', () => {
    const empty = { ...absence, searched: { terms: [], pages: 0, documents: [] } }
    expect(codes('', [empty])).toEqual(['absence-not-searched'])
  })

  it('refuses a sentence that claims an absence without a source for it', () => {
    const rationale = 'There is a lack of documentation of any red flag.'
    expect(codes(rationale, [])).toEqual(['absence-claim-without-source'])
    expect(codes(rationale, [absence])).toEqual(['absence-claim-without-source'])
  })
})

describe('finding claims of absence', () => {
  it.each([
    'No progressive deficit is documented.',
    'There is no documentation of radicular complaints.',
    'There was a lack of documentation indicating neurological deficits of the lumbar spine.',
    'The submitted medical records do not contain sufficient neurologic testing.',
    'A recent X-ray report is not specified in the records provided.',
    'The provider failed to document functional improvement.',
  ])('sees "%s"', (sentence) => {
    expect(findAbsenceClaims(`First. ${sentence} Last.`).map(({ text }) => text)).toEqual([
      sentence,
    ])
  })

  it.each([
    'The MTUS states lumbar x-rays should not be recommended in the absence of red flags.',
    'ODG notes that repeat MRI is not routinely recommended without documentation of change.',
    'Per the guideline "there is no evidence that traction helps patients with low back pain".',
    'The motor exam was normal.',
  ])('leaves alone "%s"', (sentence) => {
    expect(findAbsenceClaims(sentence)).toEqual([])
  })

  it('gives the place in the text, also behind quotation marks', () => {
    const text =
      'It says "wait for six weeks or more". There is no evidence of trauma in the record.'
    const [claim] = findAbsenceClaims(text)
    expect(claim && text.slice(claim.span.start, claim.span.end)).toBe(claim?.text)
  })
})
