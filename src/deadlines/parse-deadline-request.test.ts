import { describe, expect, it } from 'vitest'
import { parseDeadlineRequest } from './parse-deadline-request.ts'

const refusals = (input: unknown): readonly string[] => {
  const result = parseDeadlineRequest(input)
  return result.ok ? [] : result.refusals.map((one) => `${one.code} ${one.where ?? ''}`.trim())
}

describe('parseDeadlineRequest', () => {
  it('reads a line of the command, its id beside it', () => {
    expect(
      parseDeadlineRequest({
        id: 'a',
        clock: 'F1',
        start: { on: '2026-10-26', service: 'mail', place: 'CA' },
      }),
    ).toEqual({
      ok: true,
      value: { clock: 'F1', start: { on: '2026-10-26', service: 'mail', place: 'CA' } },
    })
  })

  it('takes an instant without a zone as Pacific time', () => {
    const read = parseDeadlineRequest({ clock: 'R3', start: { at: '2026-11-20T17:31' } })
    expect(read.ok && read.value.start).toEqual({ at: '2026-11-21T01:31:00.000Z' })
  })

  it('refuses an hour that Pacific time does not have, or has twice', () => {
    const start = (at: string): unknown => ({ clock: 'R3', start: { at } })
    expect(refusals(start('2026-03-08T02:30'))).toEqual(['instant-does-not-exist start.at'])
    expect(refusals(start('2026-11-01T01:30'))).toEqual(['instant-does-not-exist start.at'])
    expect(refusals(start('2026-11-01T01:30:00-08:00'))).toEqual([])
  })

  it('refuses days and zones that do not exist', () => {
    expect(refusals({ clock: 'F1', start: { on: '2026-02-30' } })).toEqual([
      'date-does-not-exist start.on',
    ])
    for (const at of [
      '2026-02-30T10:00:00Z',
      '2026-02-03T25:00:00Z',
      '2026-02-03T10:00:00+25:00',
      7,
    ]) {
      expect(refusals({ clock: 'F1', start: { at } })).toEqual(['instant-does-not-exist start.at'])
    }
  })

  it('names every wrong field at once', () => {
    expect(
      refusals({
        clock: 'F1',
        rules: 'CA-WC-1999',
        colour: 'red',
        start: { on: '2026-10-26', at: '2026-10-26T10:00Z', service: 'pigeon', by: 'me' },
      }),
    ).toEqual([
      'unknown-field colour',
      'rules-not-known rules',
      'unknown-field start.by',
      'deadline-request-not-readable start.service',
      'start-missing start',
    ])
    expect(refusals('F1')).toEqual(['deadline-request-not-readable'])
    expect(refusals({})).toEqual(['deadline-request-not-readable clock', 'start-missing start'])
  })
})
