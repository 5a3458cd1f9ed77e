import {
  type CaseCommand,
  type CaseEvent,
  type CaseState,
  decide,
  evolve,
  foldEvents,
  type RecordedEvent,
} from '#case'
import { ok, type Refusal, type Result, refuse, refused } from '#foundation'
import type { Act, Deps } from './deps.ts'
import { proceedingsRefusals } from './refusals.ts'

/** A command without who and when, which the act supplies. */
export type CommandBody = CaseCommand extends infer Each
  ? Each extends CaseCommand
    ? Omit<Each, 'by' | 'at'>
    : never
  : never

/** What an acknowledged step answers: the case as it now is. */
export type Acted = {
  readonly caseId: string
  readonly version: number
  readonly state: CaseState
}

/** The case as its events tell it. Refusal: `case-unknown`. */
export async function loadCase(deps: Deps, caseId: string): Promise<Result<CaseState>> {
  const events = await loadEvents(deps, caseId)
  return events.ok ? ok(foldEvents(events.value)) : events
}

/** The events of a case, all as of one moment. Refusal: `case-unknown`. */
export async function loadEvents(
  deps: Deps,
  caseId: string,
): Promise<Result<readonly RecordedEvent[]>> {
  const events = await deps.cases.load(caseId)
  return events.length === 0 ? refused(unknownCase(caseId)) : ok(events)
}

/**
 * Takes one step: loads the case, makes the commands from what it is, lets the room `case` decide
 * each, and appends all events in one transaction. A refusal anywhere leaves the case as it was.
 */
export async function actOn(
  deps: Deps,
  act: Act,
  caseId: string,
  make: (state: CaseState) => Promise<Result<readonly CommandBody[]>>,
): Promise<Result<Acted>> {
  const loaded = await loadCase(deps, caseId)
  if (!loaded.ok) return loaded
  const state = loaded.value
  const commands = await make(state)
  if (!commands.ok) return commands
  return appendDecided(deps, act, caseId, state, commands.value)
}

/** Decides the commands one after the other on the growing state, and appends what they give. */
export async function appendDecided(
  deps: Deps,
  act: Act,
  caseId: string,
  state: CaseState,
  commands: readonly CommandBody[],
): Promise<Result<Acted>> {
  const decided = decideAll(act, state, commands)
  if (!decided.ok) return decided
  const appended = await deps.cases.append({
    caseId,
    expectedVersion: state.version,
    at: act.at,
    by: act.by,
    events: decided.value.events,
  })
  if (!appended.ok) return appended
  return ok({ caseId, version: appended.value.version, state: decided.value.state })
}

/** What the commands, decided in order, make of the case; nothing is written. */
export function decideAll(
  act: Act,
  state: CaseState,
  commands: readonly CommandBody[],
): Result<{ readonly events: readonly CaseEvent[]; readonly state: CaseState }> {
  const events: CaseEvent[] = []
  let now = state
  for (const body of commands) {
    const decided = decide({ ...body, ...act }, now)
    if (!decided.ok) return decided
    for (const event of decided.value) {
      now = evolve(now, event, now.version + 1)
      events.push(event)
    }
  }
  return ok({ events, state: now })
}

function unknownCase(caseId: string): Refusal {
  return refuse(proceedingsRefusals, 'case-unknown', `there is no case "${caseId}"`, 'caseId')
}
