import { expect, it } from 'vitest'
import type { PlainDate } from '#foundation'
import { editionInForce, mtusChapters } from './index.ts'

const on = (day: string) => day as PlainDate

it('gives the edition of the chronic pain chapter that the day of the decision asks for', () => {
  expect(editionInForce('Chronic Pain Medical Treatment', on('2016-07-27'))?.edition).toBe('2009')
  expect(editionInForce('Chronic Pain Treatment Guidelines', on('2016-07-28'))?.edition).toBe(
    '2016',
  )
  expect(editionInForce('Chronic Pain Medical Treatment', on('2017-12-01'))).toBeNull()
})

it('answers null for a chapter it does not know', () => {
  expect(editionInForce('Voice Disorders of Singers', on('2016-01-01'))).toBeNull()
})

it('has no chapter with two editions in force on one day', () => {
  for (const { title, editions } of mtusChapters) {
    for (const [index, edition] of editions.entries()) {
      const before = editions[index - 1]
      if (before) expect(before.until !== null && before.until < edition.from, title).toBe(true)
    }
  }
})
