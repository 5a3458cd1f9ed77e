import { describe, expect, it } from 'vitest'
import { composeAssignmentNotice, foldEvents, initialState, outcomeOf, verifyChain } from '#case'
import { anApplication, caseIn, day, recorded } from '../support/builders.ts'

describe('the fold over the events', () => {
  it('is the state that the commands led to', () => {
    for (const status of ['received', 'in-review', 'served', 'remanded'] as const) {
      const built = caseIn(status)
      expect(foldEvents(recorded(built))).toEqual(built.state)
    }
    expect(foldEvents([])).toBe(initialState)
  })

  it('survives the way through JSON', () => {
    const built = caseIn('affirmed')
    expect(foldEvents(JSON.parse(JSON.stringify(recorded(built))))).toEqual(built.state)
  })
})

describe('the chain', () => {
  const events = recorded(caseIn('served'))
  const changed = (index: number, change: object): readonly (typeof events)[number][] =>
    events.map((event, at) => (at === index ? { ...event, ...change } : event))

  it('holds as written', () => {
    expect(verifyChain(events)).toEqual({ ok: true })
    expect(verifyChain([])).toEqual({ ok: true })
  })

  it('names the first event that was changed, moved, left out or attributed to another', () => {
    const versionOf = (list: readonly (typeof events)[number][]): number => {
      const verdict = verifyChain(list)
      return verdict.ok ? 0 : verdict.version
    }
    expect(versionOf(changed(4, { at: '2020-01-01T00:00:00.000Z' }))).toBe(5)
    expect(versionOf(changed(4, { by: { kind: 'system', name: 'somebody' } }))).toBe(5)
    expect(versionOf(changed(4, { hash: '0'.repeat(64) }))).toBe(5)
    expect(versionOf(events.toSpliced(6, 1))).toBe(7)
    expect(versionOf(events.slice(1))).toBe(1)
    expect(
      versionOf([...events.slice(0, 3), ...recorded(caseIn('served'), 'case-2').slice(3)]),
    ).toBe(4)
  })
})

describe('the outcome', () => {
  it('is derived from the issues', () => {
    const upheld = { decision: 'upheld' } as const
    const overturned = { decision: 'overturned' } as const
    expect(outcomeOf([])).toBeNull()
    expect(outcomeOf([upheld, upheld])).toBe('uphold')
    expect(outcomeOf([overturned])).toBe('overturn')
    expect(outcomeOf([upheld, overturned])).toBe('partially-overturn')
  })
})

describe('the assignment notice', () => {
  it('says to each party what to send, by which day, and how it was counted', () => {
    const built = caseIn('records-open')
    const notice = composeAssignmentNotice(
      anApplication(),
      'CM26-0000001',
      day('2026-11-23'),
      'mail',
      built.state.clocks.map(({ deadline }) => deadline),
    )
    expect(notice.owed.map(({ party, clock, by }) => [party, clock, by])).toEqual([
      ['claims-administrator', 'R1', 'Tuesday, December 8, 2026'],
      ['employee', 'R4', 'Tuesday, December 8, 2026'],
      ['requesting-physician', 'R4', 'Tuesday, December 8, 2026'],
    ])
    expect(notice.owed[0]?.counting).toContain('15 calendar days')
    expect(notice.owed[0]?.consequence).toContain('$500')
    expect(notice.disputedTreatments).toHaveLength(3)
  })
})
