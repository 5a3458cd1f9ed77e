import { describe, expect, it } from 'vitest'
import { type CaseCommand, type CaseState, initialState, openClocks } from '#case'
import { at, commands, person, system } from '../support/builders.ts'
import { after, given, stateIn } from '../support/given.ts'

describe('a case that is handed on within the organization', () => {
  const place = (change: {
    readonly office?: string | null
    readonly caseManager?: string | null
  }) =>
    ({
      type: 'PlaceCase',
      by: person('case-manager'),
      at: at('2026-12-10'),
      ...change,
    }) as const satisfies CaseCommand

  it('has one office and one case manager; what is not named stays', () => {
    const first = given(stateIn('records-open')).when(place({ office: ' North \n End ' }))
    expect(first.events).toEqual([{ type: 'CasePlaced', office: 'North End', caseManager: null }])
    const second = given(first.state).when(place({ caseManager: 'u7' }))
    expect(second.state).toMatchObject({ office: 'North End', caseManager: 'u7' })
    expect(second.state.status).toBe('records-open')
    const back = given(second.state).when(place({ office: null, caseManager: null }))
    expect(back.state).toMatchObject({ office: null, caseManager: null })
  })

  it('is not handed to where it is, nor to an office without a name', () => {
    expect(given(stateIn('served')).when(place({})).refusals).toEqual(['placed-already'])
    expect(given(stateIn('served')).when(place({ office: '  ' })).refusals).toEqual([
      'text-missing',
    ])
    expect(given(initialState).when(place({ office: 'North' })).refusals).toEqual([
      'no-application',
    ])
  })

  it('is handed on by case managers and administrators only', () => {
    const command = { ...place({ office: 'North' }), by: person('claims-administrator') }
    expect(given(stateIn('received')).when(command).refusals).toEqual(['role-may-not'])
  })
})

describe('a clock that ran out', () => {
  const runOut = (state: CaseState, clock: string, day: string): CaseState =>
    after(state, { type: 'RunOutClock', by: system, at: at(day), clock })
  const open = (state: CaseState): readonly string[] =>
    openClocks(state).map(({ clock, status }) => `${clock} ${status}`)

  it('stays open as overdue while its duty is owed, and no longer when it is a right', () => {
    const state = stateIn('records-open')
    const clocks = state.clocks.filter(({ status }) => status === 'running')
    const late = clocks.reduce((before, { clock }) => runOut(before, clock, '2027-03-01'), state)
    const duties = clocks.filter(({ deadline }) => deadline.nature === 'duty')
    expect(open(late)).toEqual(duties.map(({ clock }) => `${clock} ran-out`))
    expect(duties.length).toBeLessThan(clocks.length)
  })

  it('is closed by what its duty demanded, or by the end of the review', () => {
    const state = stateIn('in-review')
    const [running] = state.clocks.filter(({ status }) => status === 'running')
    const late = runOut(state, running?.clock ?? '', '2027-03-01')
    expect(open(late)).toEqual([`${running?.clock} ran-out`])
    expect(open({ ...late, issuedOn: late.assignedOn })).toEqual([])
    const ended = after(late, { ...commands.terminateReview(), at: at('2027-03-02') })
    expect(open(ended)).toEqual([])
  })
})
