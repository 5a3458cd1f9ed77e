import { describe, expect, it } from 'vitest'
import type { Due } from '#deadlines'
import { dueEnd } from './due-end.ts'

describe('the end of a due day', () => {
  it.each([
    ['2026-01-15', '2026-01-16T08:00:00.000Z', 'winter time'],
    ['2026-07-15', '2026-07-16T07:00:00.000Z', 'summer time'],
    ['2026-03-07', '2026-03-08T08:00:00.000Z', 'the night in which summer time begins'],
    ['2026-03-08', '2026-03-09T07:00:00.000Z', 'the day of 23 hours'],
    ['2026-11-01', '2026-11-02T08:00:00.000Z', 'the day of 25 hours'],
    ['2026-12-31', '2027-01-01T08:00:00.000Z', 'the last day of the year'],
  ])('%s ends at %s in California (%s)', (on, end) => {
    expect(dueEnd({ on } as Due)).toBe(end)
  })

  it('of an instant is the instant', () => {
    expect(dueEnd({ at: '2026-02-11T01:30:00Z' } as Due)).toBe('2026-02-11T01:30:00.000Z')
  })
})
