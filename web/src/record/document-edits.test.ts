import { expect, it } from 'vitest'
import {
  change,
  documentAt,
  type EditedDocument,
  joinBefore,
  nextUncertain,
  split,
} from './document-edits.ts'

const report: EditedDocument = {
  kind: 'progress-report',
  title: 'Progress report',
  author: 'Rowan Ashby, MD',
  date: '2024-03-05',
  pages: { first: 1, last: 4 },
  confidence: 0.95,
  corrected: false,
}
const scan: EditedDocument = {
  kind: 'imaging-report',
  title: 'MRI of the lumbar spine',
  pages: { first: 5, last: 6 },
  confidence: 0.4,
  corrected: false,
}
const rest: EditedDocument = {
  kind: 'unidentified',
  title: 'Pages 7 to 9',
  pages: { first: 7, last: 9 },
  corrected: false,
}
const file = [report, scan, rest]

/** Every page in exactly one document, in order, as the case demands it. */
function pagesOf(documents: readonly EditedDocument[]): readonly number[] {
  return documents.flatMap(({ pages: { first, last } }) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  )
}

it('lets a document begin on a page in the middle of another', () => {
  const documents = split(file, 3)
  expect(documents.map(({ pages }) => [pages.first, pages.last])).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
    [7, 9],
  ])
  expect(documents[0]?.author).toBe('Rowan Ashby, MD')
  expect(documents[1]?.author).toBeUndefined()
  expect(documents[1]?.corrected).toBe(true)
})

it('does nothing where a document begins on the page already', () => {
  expect(split(file, 5)).toBe(file)
})

it('joins a document to the one before, which keeps its author and date', () => {
  const documents = joinBefore(file, 6)
  expect(documents).toHaveLength(2)
  expect(documents[0]).toMatchObject({
    author: 'Rowan Ashby, MD',
    date: '2024-03-05',
    pages: { first: 1, last: 6 },
    corrected: true,
  })
})

it('has nothing to join the first document to', () => {
  expect(joinBefore(file, 2)).toBe(file)
})

it('keeps every page once, whatever is split and joined', () => {
  const all = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  let documents: readonly EditedDocument[] = file
  for (const page of [3, 8, 9, 2, 6]) documents = split(documents, page)
  expect(pagesOf(documents)).toEqual(all)
  for (const page of [9, 5, 2, 3]) documents = joinBefore(documents, page)
  expect(pagesOf(documents)).toEqual(all)
})

it('says another kind of the document on the page and takes away an author that is wrong', () => {
  const documents = change(file, 2, { kind: 'consultation', author: undefined })
  expect(documents[0]).toMatchObject({ kind: 'consultation', corrected: true })
  expect(documents[0]).not.toHaveProperty('author')
  expect(documents[1]).toBe(scan)
})

it('leads from one uncertain document to the next and then around to the first', () => {
  expect(nextUncertain(file, 1)).toBe(5)
  expect(nextUncertain(file, 5)).toBe(7)
  expect(nextUncertain(file, 7)).toBe(5)
})

it('leads nowhere once a person has said what each uncertain document is', () => {
  const said = change(change(file, 5, {}), 7, { kind: 'legal' })
  expect(nextUncertain(said, 1)).toBeNull()
})

it('finds the document of a page, and none behind the last', () => {
  expect(documentAt(file, 6)).toBe(1)
  expect(documentAt(file, 10)).toBe(-1)
})
