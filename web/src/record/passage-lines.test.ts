import { expect, it } from 'vitest'
import { linesOf } from './passage-lines.ts'

const word = (x: number, y: number, width = 30, height = 10) => ({ box: { x, y, width, height } })

it('marks the words of a line together', () => {
  expect(linesOf([word(0, 0), word(34, 0), word(68, 1, 20)])).toEqual([
    { x: 0, y: 0, width: 88, height: 11 },
  ])
})

it('marks a passage over two lines as two', () => {
  expect(linesOf([word(400, 0), word(60, 14), word(94, 14)])).toEqual([
    { x: 400, y: 0, width: 30, height: 10 },
    { x: 60, y: 14, width: 64, height: 10 },
  ])
})

it('does not mark the room between two columns', () => {
  expect(linesOf([word(0, 0), word(200, 0)])).toHaveLength(2)
})

it('marks nothing where the page has no words of the passage', () => {
  expect(linesOf([])).toEqual([])
})
