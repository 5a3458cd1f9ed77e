import { type CaseState, foldEvents, type MissingDocument } from '#case'
import {
  isNonEmpty,
  type NonEmpty,
  ok,
  type PartialDate,
  type PlainDate,
  type RecordCitation,
  type Result,
  refuse,
  refused,
  sayDate,
} from '#foundation'
import type { PartyRole } from '#intake'
import { type MentionedRecord, mentionedInTurns } from '#records'
import { type Acted, actOn, loadEvents } from './act-on.ts'
import type { Act, Deps } from './deps.ts'
import { type PreparedRecord, recordOfCase } from './record-of-case.ts'
import { proceedingsRefusals } from './refusals.ts'
import { requestRecords } from './request-information.ts'
import { takingTurns } from './taking-turns.ts'

/** A document that the record mentions, and what became of it. */
export type MissingStanding = Omit<MentionedRecord, 'foundIn'> & {
  /** `found`: it was asked for, and a file that came since holds it. */
  readonly standing: 'missing' | 'requested' | 'found' | 'dismissed'
  readonly requested?: { readonly from: PartyRole; readonly on: PlainDate }
  readonly foundIn?: string
  readonly dismissed?: { readonly reason: string; readonly on: PlainDate }
}

/**
 * Documents that the files of a case mention with a date and that are not among them, each with
 * every place that mentions it, a proposal for a request to the parties (8 CCR 9792.10.5); and
 * those that were asked for, found since or not.
 */
export async function missingRecords(
  deps: Deps,
  caseId: string,
): Promise<Result<readonly MissingStanding[]>> {
  const loaded = await loadEvents(deps, caseId)
  if (!loaded.ok) return loaded
  const record = await recordOfCase(deps, loaded.value)
  return ok(await standingsOf(foldEvents(loaded.value), record))
}

async function standingsOf(
  state: CaseState,
  record: PreparedRecord,
): Promise<readonly MissingStanding[]> {
  const mentioned = await takingTurns(mentionedInTurns(record.readings, record.documents))
  return mentioned.flatMap((each) => standingOf(each, state) ?? [])
}

/** What became of a mentioned document; null where it was there before anybody asked. */
function standingOf(
  { foundIn, ...mentioned }: MentionedRecord,
  state: CaseState,
): MissingStanding | null {
  const isIt = ({ missingId }: { readonly missingId: string }) => missingId === mentioned.missingId
  const request = state.requestedRecords.findLast(({ records }) => records?.some(isIt))
  const dismissal = state.dismissedRecords.find(isIt)
  const known = {
    ...mentioned,
    ...(request ? { requested: { from: request.from, on: request.requestedOn } } : {}),
  }
  if (foundIn !== null) return request ? { ...known, standing: 'found', foundIn } : null
  if (!dismissal) return { ...known, standing: request ? 'requested' : 'missing' }
  return {
    ...known,
    standing: 'dismissed',
    dismissed: { reason: dismissal.reason, on: dismissal.dismissedOn },
  }
}

/**
 * Asks a party for documents that the record mentions and does not hold; the notice names each with
 * its date and the pages that mention it (8 CCR 9792.10.5(d)). Refusal: `missing-record-unknown`.
 */
export async function requestMissingRecords(
  deps: Deps,
  act: Act,
  caseId: string,
  request: {
    readonly missingIds: NonEmpty<string>
    readonly from: PartyRole
    readonly note?: string
  },
): Promise<Result<Acted>> {
  const loaded = await loadEvents(deps, caseId)
  if (!loaded.ok) return loaded
  const record = await recordOfCase(deps, loaded.value)
  const missing = await standingsOf(foldEvents(loaded.value), record)
  const chosen: MissingStanding[] = []
  for (const id of new Set(request.missingIds)) {
    const one = missing.find(({ missingId, standing }) => missingId === id && standing !== 'found')
    if (!one) return unknownMissing(id)
    chosen.push(one)
  }
  if (!isNonEmpty(chosen)) return unknownMissing(request.missingIds[0])
  const names = chosen.map(nameOf)
  return requestRecords(deps, act, caseId, {
    from: request.from,
    what: [...names, ...(request.note ? [request.note] : [])].join('; '),
    ...(request.note ? { note: request.note } : {}),
    records: chosen.map(
      ({ missingId, kind, what, date, through }): MissingDocument => ({
        missingId,
        kind,
        what,
        date,
        ...(through ? { through } : {}),
      }),
    ),
    items: chosen.map((one) => `${nameOf(one)} (mentioned on ${placesOf(one.mentions, record)})`),
  })
}

/** Says why a document that the record mentions is not asked for. Refusal: `missing-record-unknown`. */
export async function dismissMissingRecord(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly missingId: string; readonly reason: string },
): Promise<Result<Acted>> {
  const missing = await missingRecords(deps, caseId)
  if (!missing.ok) return missing
  if (!missing.value.some(({ missingId }) => missingId === request.missingId)) {
    return unknownMissing(request.missingId)
  }
  return actOn(deps, act, caseId, async () => ok([{ type: 'DismissMissingRecord', ...request }]))
}

function unknownMissing(missingId: string): Result<never> {
  return refused(
    refuse(
      proceedingsRefusals,
      'missing-record-unknown',
      `no document that is missing has the id "${missingId}"`,
      'missingIds',
    ),
  )
}

/** "MRI of the lumbar spine, March 2, 2026, Dr. Chen". */
function nameOf({ what, date, through, author }: MissingStanding): string {
  const when = through ? `${sayPartial(date)} to ${sayPartial(through)}` : sayPartial(date)
  return [what, when, ...(author ? [author] : [])].join(', ')
}

function sayPartial(date: PartialDate): string {
  return date.precision === 'day' ? sayDate(date.value) : date.value
}

/** "page 3 of denial.pdf; pages 1 and 4 of notes.pdf". */
function placesOf(mentions: readonly RecordCitation[], record: PreparedRecord): string {
  return record.files
    .flatMap(({ sha256, fileName }) => {
      const pages = [
        ...new Set(mentions.filter((each) => each.sha256 === sha256).map(({ page }) => page)),
      ].toSorted((first, second) => first - second)
      if (pages.length === 0) return []
      const shown = pages.length > 5 ? [...pages.slice(0, 5), 'more'] : pages
      return [`page${pages.length > 1 ? 's' : ''} ${shown.join(', ')} of ${fileName}`]
    })
    .join('; ')
}
