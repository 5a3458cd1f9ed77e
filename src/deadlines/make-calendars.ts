import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { computeHolidays, type HolidayRule } from './holidays.ts'

// Run by hand after a change of a calendar's rules: writes the days of every calendar under
// rules/calendars anew, for people to read. A test compares the two.
const folder = new URL('../../rules/calendars/', import.meta.url)
for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const place = new URL(file, folder)
  const calendar = JSON.parse(readFileSync(place, 'utf8')) as {
    readonly rules: readonly HolidayRule[]
    readonly firstYear: number
    readonly lastYear: number
  }
  const days = computeHolidays(calendar.rules, calendar.firstYear, calendar.lastYear)
  writeFileSync(place, `${JSON.stringify({ ...calendar, days }, null, 2)}\n`)
  process.stdout.write(`${file}: ${days.length} days\n`)
}
