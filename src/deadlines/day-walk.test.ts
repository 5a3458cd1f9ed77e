import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type PlainDate, valueOf } from '#foundation'
import { computeDeadline } from './compute-deadline.ts'
import type { ClockStart, RuleSetId } from './deadline.ts'
import { allCalendars, findCalendar } from './rules.ts'

/** Random inputs per test; `OPENIMR_RUNS=1000000` for the long run. */
const runs = Number(process.env['OPENIMR_RUNS'] ?? 3000)

const places = ['CA', 'US', 'abroad'] as const
const methods = ['personal', 'mail', 'electronic', 'fax'] as const
const sets: readonly RuleSetId[] = ['CA-WC-2018', 'CA-WC-2026']

/**
 * The second implementation, on purpose a stranger to the first: it walks day by day on JavaScript
 * dates at noon, knows holidays by the words of the law and not from the table, and has the lengths
 * of the clocks written out.
 */
const lengths: Readonly<Record<string, readonly [number, 'calendar' | 'open', 'right' | 'duty']>> =
  {
    F1: [30, 'calendar', 'right'],
    F2: [10, 'calendar', 'right'],
    F4: [30, 'calendar', 'right'],
    E1: [5, 'open', 'duty'],
    E3: [30, 'calendar', 'right'],
    A1: [1, 'open', 'duty'],
    R1: [15, 'calendar', 'duty'],
    R2: [12, 'calendar', 'duty'],
    R3b: [10, 'calendar', 'duty'],
    D1: [30, 'calendar', 'duty'],
    D2: [5, 'open', 'duty'],
    D3: [3, 'calendar', 'duty'],
    I1: [5, 'open', 'duty'],
    I2: [20, 'calendar', 'duty'],
    P1: [30, 'calendar', 'right'],
    'UR-prospective': [5, 'open', 'duty'],
    'UR-cap': [14, 'calendar', 'duty'],
    'UR-retrospective': [30, 'calendar', 'duty'],
  }
const byOffice = new Set(['E1', 'A1'])
const extended = new Set(['F1', 'F2', 'P1', 'E3'])

const moonDays = new Set(
  `2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03
  2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08 2026-11-08 2027-10-29 2028-10-17
  2029-11-05 2030-10-26 2031-11-14 2032-11-02 2033-10-22 2034-11-10 2035-10-30`.split(/\s+/),
)

function closed(date: Date, law: 'gov-6700' | 'calhr' | 'ccp-135'): boolean {
  const weekday = date.getUTCDay()
  if (weekday === 0 || weekday === 6) return true
  if (isHoliday(date, law)) return true
  const yesterday = new Date(date.getTime() - 86_400_000)
  const tomorrow = new Date(date.getTime() + 86_400_000)
  if (weekday === 1 && isHoliday(yesterday, law) && movesFromSunday(yesterday, law)) return true
  if (weekday !== 5 || !isHoliday(tomorrow, law)) return false
  const words = tomorrow.toISOString().slice(5, 10)
  if (law === 'ccp-135') return /^(01-01|02-12|03-31|06-19|07-04|11-11|12-25)$/.test(words)
  return words === '11-11'
}

function movesFromSunday(sunday: Date, law: string): boolean {
  const words = sunday.toISOString().slice(5, 10)
  if (words === '06-19') return law === 'ccp-135'
  return /^(01-01|02-12|03-31|07-04|09-09|11-11|12-25)$/.test(words)
}

function isHoliday(date: Date, law: 'gov-6700' | 'calhr' | 'ccp-135'): boolean {
  const year = date.getUTCFullYear()
  const month = date.getUTCMonth() + 1
  const number = date.getUTCDate()
  const weekday = date.getUTCDay()
  const words = date.toISOString().slice(5, 10)
  const nth = Math.ceil(number / 7)
  const lastOfKind = new Date(Date.UTC(year, month - 1, number + 7)).getUTCMonth() + 1 !== month
  if (['01-01', '03-31', '07-04', '11-11', '12-25'].includes(words)) return true
  if (month === 1 && weekday === 1 && nth === 3) return true
  if (month === 2 && weekday === 1 && nth === 3) return true
  if (month === 5 && weekday === 1 && lastOfKind) return true
  if (month === 9 && weekday === 1 && nth === 1) return true
  if (month === 11 && weekday === 4 && nth === 4) return true
  const fourthThursday = new Date(Date.UTC(year, month - 1, number - 1))
  const dayAfter =
    month === 11 &&
    fourthThursday.getUTCDay() === 4 &&
    Math.ceil(fourthThursday.getUTCDate() / 7) === 4
  if (law !== 'gov-6700' && dayAfter) return true
  if (law === 'calhr') return false
  if (words === '02-12') return true
  if (words === '06-19' && year >= 2023) return true
  const nativeAmerican = month === 9 && weekday === 5 && nth === 4
  const columbus = month === 10 && weekday === 1 && nth === 2
  if (law === 'ccp-135') return (nativeAmerican && year >= 2022) || (columbus && year <= 2021)
  return (
    words === '09-09' ||
    (words === '04-24' && year >= 2023) ||
    (nativeAmerican && year >= 2015) ||
    columbus ||
    moonDays.has(date.toISOString().slice(0, 10))
  )
}

function walk(
  clock: string,
  on: string,
  service: (typeof methods)[number] | undefined,
  place: (typeof places)[number],
): string {
  const [length, kind, nature] = lengths[clock] ?? [0, 'calendar', 'duty']
  const law = byOffice.has(clock) ? 'calhr' : 'gov-6700'
  let date = new Date(`${on}T12:00:00Z`)
  const step = (): void => {
    date = new Date(date.getTime() + 86_400_000)
  }
  for (let left = length; left > 0; ) {
    step()
    if (kind === 'calendar' || !closed(date, law)) left -= 1
  }
  if (extended.has(clock) && service && service !== 'personal') {
    for (let left = { CA: 5, US: 10, abroad: 20 }[place]; left > 0; left -= 1) step()
  }
  while (nature === 'right' && closed(date, law)) step()
  return date.toISOString().slice(0, 10)
}

const anyDay: fc.Arbitrary<PlainDate> = fc
  .integer({ min: 0, max: 6400 })
  .map((days) => addDays('2018-01-01' as PlainDate, days))

describe('a second implementation that walks day by day', () => {
  it('knows the same closed days from 2013 to 2035 as the tables', () => {
    for (const calendar of allCalendars()) {
      for (let on = '2013-01-02' as PlainDate; on < '2035-12-30'; on = addDays(on, 1)) {
        const walked = closed(
          new Date(`${on}T12:00:00Z`),
          calendar.id as 'gov-6700' | 'calhr' | 'ccp-135',
        )
        expect([calendar.id, on, calendar.closedBecause(on) !== null]).toEqual([
          calendar.id,
          on,
          walked,
        ])
      }
    }
  })

  it('agrees on every day-counting clock, any day, service and place', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(lengths)),
        anyDay,
        fc.option(fc.constantFrom(...methods), { nil: undefined }),
        fc.constantFrom(...places),
        fc.constantFrom(...sets),
        (clock, on, service, place, rules) => {
          const start: ClockStart = { on, place, ...(service ? { service } : {}) }
          const computed = valueOf(computeDeadline({ clock, start, rules })).due
          expect(computed).toEqual({ on: walk(clock, on, service, place) })
        },
      ),
      { numRuns: runs },
    )
  }, 600_000)
})

describe('properties of every deadline', () => {
  const dueOf = (clock: string, start: ClockStart, rules: RuleSetId = 'CA-WC-2026'): string => {
    const { due } = valueOf(computeDeadline({ clock, start, rules }))
    return 'on' in due ? due.on : due.at
  }

  it('a later start never gives an earlier end', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(lengths)),
        anyDay,
        fc.integer({ min: 1, max: 40 }),
        (clock, on, later) => {
          expect(dueOf(clock, { on }) <= dueOf(clock, { on: addDays(on, later) })).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('more days for service never give an earlier end', () => {
    fc.assert(
      fc.property(fc.constantFrom('F1', 'F2', 'P1'), anyDay, (clock, on) => {
        const ends = [
          dueOf(clock, { on, service: 'personal' }),
          ...places.map((place) => dueOf(clock, { on, service: 'mail', place })),
        ]
        expect(ends.toSorted()).toEqual(ends)
      }),
      { numRuns: 1000 },
    )
  })

  it('a right never ends on a closed day, a count of open days neither', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('F1', 'F2', 'F4', 'E3', 'P1', 'A1', 'E1', 'D2', 'I1'),
        anyDay,
        fc.constantFrom('gov-6700', 'calhr', 'ccp-135'),
        (clock, on, name) => {
          const { due } = valueOf(computeDeadline({ clock, start: { on }, calendar: name }))
          const calendar = valueOf(findCalendar(name))
          expect('on' in due && calendar.closedBecause(due.on)).toBeNull()
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('the steps join: each begins where the one before ended, the last at the end', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(lengths)),
        anyDay,
        fc.constantFrom(...methods),
        (clock, on, service) => {
          const found = valueOf(computeDeadline({ clock, start: { on, service } }))
          expect(found.steps[0]?.from).toBe(on)
          for (const [index, step] of found.steps.entries()) {
            const next = found.steps[index + 1]
            expect(step.to).toBe(next ? next.from : 'on' in found.due ? found.due.on : '')
          }
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('the calendar files', () => {
  it('carry a source, a day on which it was read and a mark for every holiday', () => {
    for (const { id } of allCalendars()) {
      const file = JSON.parse(
        readFileSync(new URL(`../../rules/calendars/${id}.json`, import.meta.url), 'utf8'),
      ) as {
        source: { title: string; readOn: string }
        rules: { authority: string; verified: boolean }[]
      }
      expect(file.source.title).not.toBe('')
      expect(file.source.readOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      for (const rule of file.rules) {
        expect(rule.authority).not.toBe('')
        expect(typeof rule.verified).toBe('boolean')
      }
    }
  })
})
