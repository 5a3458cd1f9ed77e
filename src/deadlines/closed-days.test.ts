import { describe, expect, it } from 'vitest'
import type { PlainDate } from '#foundation'
import { closedDays } from './closed-days.ts'

const day = (text: string): PlainDate => text as PlainDate

describe('closedDays', () => {
  it('names the holidays of a month and the calendars that close on them', () => {
    const november = closedDays(day('2026-11-01'), day('2026-11-30'))
    expect(november.map(({ on, name }) => [on, name])).toEqual([
      ['2026-11-08', 'Diwali'],
      ['2026-11-11', 'Veterans Day'],
      ['2026-11-26', 'Thanksgiving Day'],
      ['2026-11-27', 'Day after Thanksgiving'],
    ])
    expect(november[2]?.calendars).toEqual(['calhr', 'gov-6700'])
    // The Friday is closed for business days, open for working days (Gomez, 2018).
    expect(november[3]?.calendars).toEqual(['calhr'])
  })

  it('does not name Saturdays and Sundays, nor holidays of another State', () => {
    expect(closedDays(day('2026-02-07'), day('2026-02-08'))).toEqual([])
    const lincoln = closedDays(day('2026-02-12'), day('2026-02-12'), 'NY')
    expect(lincoln.map(({ calendars }) => calendars)).toEqual([['ny-gcl-24']])
  })
})
