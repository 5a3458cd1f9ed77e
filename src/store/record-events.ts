import type { Actor, CaseEvent, RecordedEvent } from '#case'
import { canonicalJson, type Instant, type Refusal, refuse } from '#foundation'
import { linkHashOfText } from '#integrity'
import { storeRefusals } from './refusals.ts'

/** A request to append, as the port says it. */
export type AppendRequest = {
  readonly caseId: string
  readonly expectedVersion: number
  readonly at: Instant
  readonly by: Actor
  readonly events: readonly CaseEvent[]
}

/** An event with the one text that is stored and hashed: canonical JSON of all but the hashes. */
export type WrittenEvent = RecordedEvent & { readonly content: string }

/** Events as they will lie in the ledger, each chained to the one before. */
export function recordEvents(
  request: AppendRequest,
  previousHash: string,
): readonly WrittenEvent[] {
  const recorded: WrittenEvent[] = []
  let previous = previousHash
  for (const [index, event] of request.events.entries()) {
    const one = {
      caseId: request.caseId,
      version: request.expectedVersion + index + 1,
      at: request.at,
      by: request.by,
      event,
    }
    const content = canonicalJson(one)
    const hash = linkHashOfText(previous, content)
    recorded.push({ ...one, content, previousHash: previous, hash })
    previous = hash
  }
  return recorded
}

/** The refusal of a decision that was made on another version than the case now has. */
export function changedMeanwhile(expected: number, found: number | null): Refusal {
  const now = found === null ? 'has gone on since' : `is at version ${found}`
  return refuse(
    storeRefusals,
    'case-changed-meanwhile',
    `The decision was made on version ${expected} of the case, which ${now}.`,
  )
}

/** The refusal of a number that another case has. */
export function numberTaken(caseNumber: string): Refusal {
  return refuse(
    storeRefusals,
    'case-number-taken',
    `The number ${caseNumber} belongs to another case.`,
    'caseNumber',
  )
}

/** `CM26-0000001`: the running number of a case within its year. */
export function caseNumberOf(year: number, running: number): string {
  if (!Number.isInteger(year) || year < 2000 || year > 2099 || running > 9_999_999) {
    throw new RangeError('case numbers have a year from 2000 to 2099 and seven digits')
  }
  return `CM${String(year % 100).padStart(2, '0')}-${String(running).padStart(7, '0')}`
}
