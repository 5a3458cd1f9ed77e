import { describe, expect, it } from 'vitest'
import { readCalendarSearch } from './calendar-search.ts'
import { addMonths, weekOf, weeksOfMonth } from './weeks.ts'

describe('the weeks of a month', () => {
  it('begin on Sunday and have every day of the month once', () => {
    const november = weeksOfMonth('2026-11-29')
    expect(november).toHaveLength(5)
    expect(november[0]?.[0]).toBe('2026-11-01')
    expect(november.at(-1)?.at(-1)).toBe('2026-12-05')
    const february = weeksOfMonth('2026-02-01').flat()
    expect(february).toHaveLength(28)
    expect(weeksOfMonth('2026-08-15').flat()).toHaveLength(42)
  })

  it('go on over the ends of months and years', () => {
    expect(weekOf('2026-12-31')).toEqual(weekOf('2027-01-02'))
    expect(addMonths('2026-12-31', 1)).toBe('2027-01-01')
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-01')
  })
})

describe('the address of the calendar', () => {
  it('is read without what is no day', () => {
    expect(readCalendarSearch({ by: 'year', on: '2026-99-99', whose: 'mine' })).toEqual({
      whose: 'mine',
    })
    expect(readCalendarSearch({ by: 'week', on: '2026-11-29' })).toEqual({
      by: 'week',
      on: '2026-11-29',
    })
  })
})
