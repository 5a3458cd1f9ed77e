import { expect } from 'vitest'
import {
  type CaseCommand,
  type CaseEvent,
  type CaseState,
  type CaseStatus,
  decide,
  evolve,
} from '#case'
import { caseIn } from './builders.ts'

/** Given a case, when a command comes, then these events, or these refusals and nothing else. */
export function given(state: CaseState): {
  when(command: CaseCommand): {
    /** The events, in order. */
    readonly events: readonly CaseEvent[]
    readonly types: readonly string[]
    readonly refusals: readonly string[]
    /** After the events; the same object where the command was refused. */
    readonly state: CaseState
  }
} {
  return {
    when(command) {
      const result = decide(command, state)
      const events = result.ok ? result.value : []
      return {
        events,
        types: events.map((event) => event.type),
        refusals: result.ok ? [] : result.refusals.map((refusal) => refusal.code),
        state: events.reduce((now, event) => evolve(now, event, now.version + 1), state),
      }
    },
  }
}

/** The case of the builders, taken to a status. */
export function stateIn(status: CaseStatus): CaseState {
  return caseIn(status).state
}

/** Decides commands one after the other; a refusal fails the test. */
export function after(state: CaseState, ...list: readonly CaseCommand[]): CaseState {
  return list.reduce((now, command) => {
    const outcome = given(now).when(command)
    expect(outcome.refusals).toEqual([])
    return outcome.state
  }, state)
}
