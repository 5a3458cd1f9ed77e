import { expect, it } from 'vitest'
import { cutText } from './text-pieces.ts'

const text = 'No disc herniation was seen.'

it('leaves a page without marks in one piece', () => {
  expect(cutText(text, [], [])).toEqual([{ start: 0, text, mark: null, doubtful: null }])
})

it('marks the passage the reader was led to apart from the other places found', () => {
  const pieces = cutText(
    text,
    [
      { start: 3, end: 18, isCurrent: true },
      { start: 19, end: 22, isCurrent: false },
    ],
    [],
  )
  expect(pieces.map(({ text: words, mark }) => [words, mark])).toEqual([
    ['No ', null],
    ['disc herniation', 'current'],
    [' ', null],
    ['was', 'other'],
    [' seen.', null],
  ])
})

it('marks as doubtful what the reading is not sure of, also inside a marked passage', () => {
  const pieces = cutText(
    text,
    [{ start: 0, end: 18, isCurrent: true }],
    [
      { span: { start: 8, end: 18 }, confidence: 0.41 },
      { span: { start: 3, end: 7 }, confidence: 0.98 },
    ],
  )
  expect(pieces).toContainEqual({ start: 8, text: 'herniation', mark: 'current', doubtful: 0.41 })
  expect(pieces.filter(({ doubtful }) => doubtful !== null)).toHaveLength(1)
})

it('never loses a character, whatever is marked', () => {
  const pieces = cutText(text, [{ start: 20, end: 400, isCurrent: false }], [])
  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
})
