import { expect, it } from 'vitest'
import { percentOf, scaleOf, stepFrom } from './zoom.ts'

const letter = { width: 612, height: 792 }

it('fits a page into the width of its place, whatever its height', () => {
  expect(scaleOf('width', letter, { width: 1224, height: 100 })).toBe(2)
})

it('fits a whole page by the side that is short of room', () => {
  expect(scaleOf('page', letter, { width: 1224, height: 396 })).toBe(0.5)
  expect(scaleOf('page', letter, { width: 306, height: 5000 })).toBe(0.5)
})

it('shows a page at 100 percent as large as it is on paper', () => {
  expect(scaleOf(100, letter, { width: 300, height: 300 }) * 72).toBe(96)
  expect(percentOf(scaleOf(125, letter, { width: 1, height: 1 }))).toBe(125)
})

it('shows a page at its size on paper while its place has no size yet', () => {
  expect(percentOf(scaleOf('width', letter, { width: 0, height: 0 }))).toBe(100)
})

it('steps from a fitted size to the next round one and stays at the ends', () => {
  expect(stepFrom(83, 1)).toBe(100)
  expect(stepFrom(83, -1)).toBe(75)
  expect(stepFrom(400, 1)).toBe(400)
  expect(stepFrom(50, -1)).toBe(50)
})
