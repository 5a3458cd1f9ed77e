import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { computeHolidays, type HolidayRule } from './holidays.ts'

describe('computeHolidays', () => {
  it.each(['gov-6700', 'calhr', 'ccp-135'])('makes the days that %s lists', (id) => {
    const file = JSON.parse(
      readFileSync(new URL(`../../rules/calendars/${id}.json`, import.meta.url), 'utf8'),
    ) as {
      readonly rules: readonly HolidayRule[]
      readonly firstYear: number
      readonly lastYear: number
      readonly days: unknown
    }
    expect(computeHolidays(file.rules, file.firstYear, file.lastYear)).toEqual(file.days)
  })

  it('moves only November 11 from a Saturday to the Friday (Gov. Code 6701)', () => {
    const rule = (month: number, day: number, friday: boolean): HolidayRule => ({
      name: 'a day',
      authority: 'Government Code 6701',
      verified: true,
      kind: 'fixed',
      month,
      day,
      sundayMovesToMonday: true,
      saturdayMovesToFriday: friday,
    })
    expect(computeHolidays([rule(11, 11, true)], 2023, 2023).map(({ on }) => on)).toEqual([
      '2023-11-10',
      '2023-11-11',
    ])
    expect(computeHolidays([rule(7, 4, false)], 2026, 2026).map(({ on }) => on)).toEqual([
      '2026-07-04',
    ])
  })
})
