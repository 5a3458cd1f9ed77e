import { describe, expect, it } from 'vitest'
import { type Instant, type PlainDate, valueOf } from '#foundation'
import { computeDeadline } from './compute-deadline.ts'
import type { ClockStart, Deadline, DeadlineRequest } from './deadline.ts'
import { parsePacificInstant } from './pacific-time.ts'

const day = (text: string): PlainDate => text as PlainDate
const at = (text: string): Instant => {
  const instant = parsePacificInstant(text)
  if (!instant) throw new Error(`no instant ${text}`)
  return instant
}
const deadline = (
  clock: string,
  start: ClockStart,
  more: Partial<DeadlineRequest> = {},
): Deadline => valueOf(computeDeadline({ clock, start, ...more }))
const due = (clock: string, start: ClockStart, more: Partial<DeadlineRequest> = {}): string => {
  const found = deadline(clock, start, more).due
  return 'on' in found ? found.on : found.at
}
const codes = (request: DeadlineRequest): readonly string[] => {
  const result = computeDeadline(request)
  return result.ok ? [] : result.refusals.map((refusal) => refusal.code)
}

describe('the nine test vectors of the handbook (law 2.3)', () => {
  it('1: general application, utilization review served by mail in California', () => {
    expect(due('F1', { on: day('2026-10-26') })).toBe('2026-11-25')
    expect(due('F1', { on: day('2026-10-26'), service: 'mail', place: 'CA' })).toBe('2026-11-30')
  })

  it('2: personal service ending on Thanksgiving, and the calendars that conflict', () => {
    const start = { on: day('2026-10-27'), service: 'personal' } as const
    const found = deadline('F1', start)
    expect(found.due).toEqual({ on: '2026-11-27' })
    expect(found.alternatives?.map((other) => other.due)).toContainEqual({ on: '2026-11-30' })
    expect(due('F1', start, { calendar: 'ccp-135' })).toBe('2026-11-30')
  })

  it('3: formulary dispute, by mail', () => {
    expect(due('F2', { on: day('2026-11-23') })).toBe('2026-12-03')
    expect(due('F2', { on: day('2026-11-23'), service: 'mail', place: 'CA' })).toBe('2026-12-08')
  })

  it('4: five working days of utilization review count the Friday after Thanksgiving', () => {
    expect(due('UR-prospective', { on: day('2026-11-24') })).toBe('2026-12-02')
  })

  it('5: a fax one minute after the cut-off counts as received on the next business day', () => {
    expect(due('UR-prospective', { at: at('2026-11-20T17:31') })).toBe('2026-12-01')
    expect(due('UR-prospective', { at: at('2026-11-20T17:30') })).toBe('2026-11-30')
  })

  it('6: the assignment notice goes out one business day after the finding', () => {
    expect(due('A1', { on: day('2026-11-20') })).toBe('2026-11-23')
  })

  it('7: records are due by the way the notice was sent; a duty shows the earliest day', () => {
    expect(due('R1', { on: day('2026-11-23') })).toBe('2026-12-08')
    const electronic = deadline('R2', { on: day('2026-11-23') })
    expect(electronic.due).toEqual({ on: '2026-12-05' })
    expect(electronic.alternatives?.map((other) => other.due)).toEqual([
      { on: '2026-12-03' },
      { on: '2026-12-07' },
    ])
  })

  it('8: regular, formulary and expedited determinations', () => {
    const start = { on: day('2026-12-08') }
    expect(due('D1', start)).toBe('2027-01-07')
    expect(due('D2', start)).toBe('2026-12-15')
    expect(due('D3', start)).toBe('2026-12-11')
  })

  it('9: authorize, pay and appeal after a determination', () => {
    const start = { on: day('2026-12-18') }
    expect(due('I1', start)).toBe('2026-12-28')
    expect(due('I2', start)).toBe('2027-01-07')
    expect(due('P1', start)).toBe('2027-01-19')
    expect(due('P1', { ...start, service: 'mail', place: 'CA' })).toBe('2027-01-22')
  })
})

describe('hours', () => {
  it('run through the night in which the clocks go forward', () => {
    expect(due('UR-expedited', { at: at('2026-03-06T09:00') })).toBe(at('2026-03-09T10:00'))
  })

  it('run through the night in which the clocks go back', () => {
    expect(due('R3', { at: at('2026-10-31T12:00') })).toBe(at('2026-11-01T11:00'))
  })

  it('run through week-ends and holidays', () => {
    expect(due('R3', { at: at('2026-12-24T16:00') })).toBe(at('2026-12-25T16:00'))
  })

  it('are refused a day without its hour', () => {
    expect(codes({ clock: 'R3', start: { on: day('2026-12-24') } })).toEqual(['instant-needed'])
  })
})

describe('the day an instant falls on', () => {
  it('is the day in California, not in Greenwich', () => {
    expect(due('D1', { at: at('2026-12-08T23:30') })).toBe('2027-01-07')
    expect(due('D1', { at: '2026-12-09T07:30:00.000Z' as Instant })).toBe('2027-01-07')
  })

  it('keeps the cut-off at 17:30 of the local clock in summer and in winter', () => {
    expect(due('UR-prospective', { at: '2026-07-14T00:30:00.000Z' as Instant })).toBe('2026-07-20')
    expect(due('UR-prospective', { at: '2026-07-14T00:31:00.000Z' as Instant })).toBe('2026-07-21')
    expect(due('UR-prospective', { at: '2026-12-08T01:30:00.000Z' as Instant })).toBe('2026-12-14')
    expect(due('UR-prospective', { at: '2026-12-08T01:31:00.000Z' as Instant })).toBe('2026-12-15')
  })
})

describe('service', () => {
  it('adds ten days for the United States and twenty abroad', () => {
    expect(due('F1', { on: day('2026-06-01'), service: 'mail', place: 'US' })).toBe('2026-07-13')
    expect(due('F1', { on: day('2026-06-01'), service: 'fax', place: 'abroad' })).toBe('2026-07-21')
  })

  it('says so where no place was given and California was assumed', () => {
    const steps = deadline('F1', { on: day('2026-10-26'), service: 'electronic' }).steps
    expect(steps[1]?.rule).toContain('California is assumed')
  })

  it('shortens the time for documents of the employee when the notice went electronically', () => {
    expect(due('R4', { on: day('2026-11-23'), service: 'mail' })).toBe('2026-12-08')
    expect(due('R4', { on: day('2026-11-23'), service: 'electronic' })).toBe('2026-12-07')
    expect(codes({ clock: 'R4', start: { on: day('2026-11-23'), service: 'fax' } })).toEqual([
      'service-not-covered',
    ])
  })
})

describe('dated rules', () => {
  it('chooses the rule set in force on the day that starts the clock', () => {
    const rules = [
      '2014-02-11',
      '2014-02-12',
      '2017-12-31',
      '2018-01-01',
      '2026-03-31',
      '2026-04-01',
    ]
    expect(rules.map((on) => deadline('D1', { on: day(on) }).rules)).toEqual([
      'CA-WC-2013E',
      'CA-WC-2014',
      'CA-WC-2014',
      'CA-WC-2018',
      'CA-WC-2018',
      'CA-WC-2026',
    ])
  })

  it('knows no formulary clock before 2018', () => {
    expect(codes({ clock: 'F2', start: { on: day('2016-05-02') } })).toEqual(['clock-not-in-rules'])
  })

  it('gave fifteen business days to answer the Director in 2013', () => {
    expect(due('E1', { on: day('2013-06-03') })).toBe('2013-06-24')
    expect(due('E1', { on: day('2016-06-06') })).toBe('2016-06-13')
  })

  it('carries the mark of a rule that was not read in the controlling text', () => {
    expect(deadline('D3', { on: day('2026-12-08') }).verified).toBe(false)
    expect(deadline('D1', { on: day('2026-12-08') }).verified).toBe(true)
  })

  it('refuses days before the program existed and days beyond the calendars', () => {
    expect(codes({ clock: 'F1', start: { on: day('2012-12-31') } })).toEqual([
      'no-rules-on-that-day',
    ])
    expect(codes({ clock: 'F1', start: { on: day('2035-12-20') } })).toEqual([
      'day-outside-calendar',
    ])
  })

  it('refuses clocks and calendars that do not exist, by name', () => {
    expect(codes({ clock: 'Z9', start: { on: day('2026-11-23') } })).toEqual(['clock-not-known'])
    expect(codes({ clock: 'F1', start: { on: day('2026-11-23') }, calendar: 'moon' })).toEqual([
      'calendar-not-known',
    ])
  })
})
