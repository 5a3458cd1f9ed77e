import { describe, expect, it } from 'vitest'
import { type CaseCommand, owedRecords } from '#case'
import { at, clocksFor, commands, person } from '../support/builders.ts'
import { after, stateIn } from '../support/given.ts'

const assigned = stateIn('records-open')
const starter = { type: 'RequestRecords', at: at('2026-12-10') } as const
const ask: CaseCommand = {
  ...starter,
  by: person('case-manager'),
  from: 'requesting-physician',
  what: 'the operative report of 2025',
  certificates: clocksFor(starter, assigned),
}

describe('what the parties owe', () => {
  it('is nothing before the review is assigned', () => {
    expect(owedRecords(stateIn('eligible'))).toEqual([])
  })

  it('is a duty of the claims administrator and a right of the others after the assignment', () => {
    const owed = owedRecords(assigned)
    expect(owed.map(({ party, clock }) => [party, clock?.nature, clock?.status])).toEqual([
      ['claims-administrator', 'duty', 'running'],
      ['employee', 'right', 'running'],
      ['requesting-physician', 'right', 'running'],
    ])
    expect(owed[0]?.what.join()).toContain('utilization review decision')
  })

  it('has a line of its own for every request since, with the day it was made', () => {
    expect(owedRecords(after(assigned, ask)).at(-1)).toMatchObject({
      party: 'requesting-physician',
      what: ['the operative report of 2025'],
      requestedOn: '2026-12-10',
      clock: { status: 'running', due: { on: '2026-12-17' } },
    })
  })

  it('shows the clock of requests at the last one, for which it runs', () => {
    const again = { ...ask, what: 'the films' } as CaseCommand
    const requests = owedRecords(after(assigned, ask, again)).slice(-2)
    expect(requests.map(({ what, clock }) => [what[0], clock?.status ?? null])).toEqual([
      ['the operative report of 2025', null],
      ['the films', 'running'],
    ])
  })

  it('stops the time of a request when the party that was asked has sent a file', () => {
    const file = {
      ...commands.receiveRecord(2),
      at: at('2026-12-14'),
      from: 'requesting-physician',
    } as CaseCommand
    const request = owedRecords(after(assigned, ask, file)).at(-1)
    expect(request?.clock?.status).toBe('stopped')
  })
})
