import { describe, expect, it } from 'vitest'
import { type CaseState, evolve, noticesDue } from '#case'
import { artifact, day } from '../support/builders.ts'
import { stateIn } from '../support/given.ts'

describe('the notices that a case asks for', () => {
  it('are none while the records are not overdue', () => {
    expect(noticesDue(stateIn('records-open'))).toEqual([])
    expect(noticesDue(stateIn('in-review'))).toEqual([])
  })

  it('are that the records are late, until it was sent', () => {
    const overdue = stateIn('records-overdue')
    expect(noticesDue(overdue)).toEqual(['late-records'])
    expect(noticesDue(sent(overdue, 'late-records', '2026-12-20'))).toEqual([])
  })

  it('are that of implementation while an overturned treatment is not authorized', () => {
    const served = stateIn('served')
    expect(served.outcome).not.toBe('uphold')
    expect(noticesDue(served)).toEqual(['implementation'])
    const reminded = sent(served, 'implementation', '2026-12-19')
    expect(noticesDue(reminded)).toEqual([])
    const ranOut = then(reminded, {
      type: 'ClockRanOut',
      clock: 'I1',
      ranOutOn: day('2026-12-29'),
    })
    expect(noticesDue(ranOut)).toEqual(['implementation'])
    expect(noticesDue(sent(ranOut, 'implementation', '2026-12-29'))).toEqual([])
  })

  it('are none while an appeal is open or after what was overturned was carried out', () => {
    expect(noticesDue(stateIn('appealed'))).toEqual([])
    expect(noticesDue(stateIn('implemented'))).toEqual([])
  })
})

type Event = Parameters<typeof evolve>[1]

function then(state: CaseState, event: Event): CaseState {
  return evolve(state, event, state.version + 1)
}

function sent(state: CaseState, template: string, on: string): CaseState {
  return then(state, {
    type: 'NoticeSent',
    template,
    notice: artifact('assignment-notice'),
    recipients: [
      { role: 'claims-administrator', name: 'Fairhaven', address: 'Sacramento', method: 'mail' },
    ],
    sentOn: day(on),
  })
}
