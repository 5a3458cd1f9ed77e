import { type CaseState, foldEvents } from '#case'
import { ok, pacificDateOf, type Result } from '#foundation'
import {
  type Application,
  decisionPlacesIn,
  type EligibilityContext,
  employeeKeyOf,
  type KnownApplication,
  knownApplicationOf,
  readUtilizationReviewDecision,
  testEligibility,
} from '#intake'
import { type Acted, actOn, type CommandBody } from './act-on.ts'
import { putJson } from './artifacts.ts'
import { certifyClocks } from './certify-clocks.ts'
import type { Act, Deps } from './deps.ts'
import { readRecord } from './read-record.ts'

/** What a person knows besides the application, when eligibility is tested. */
export type EligibilityKnowledge = Omit<EligibilityContext, 'testedOn' | 'knownApplications'>

/**
 * Goes through the eligibility table (8 CCR 9792.10.3) on the application and on the other cases of
 * the same employee, and records every row. Where the table finds that an expedited review was
 * asked for without its grounds, the review is converted in the same step.
 */
export async function testCaseEligibility(
  deps: Deps,
  act: Act,
  caseId: string,
  knowledge: EligibilityKnowledge = {},
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async (state) => {
    if (!state.application) return ok([])
    const table = testEligibility(state.application, {
      decisionPlaces: await findDecisionPlaces(deps, caseId, state),
      ...knowledge,
      testedOn: pacificDateOf(act.at),
      knownApplications: await findKnownApplications(deps, caseId, state.application),
    })
    const artifact = await putJson(deps.artifacts, 'eligibility-table', table)
    const commands: CommandBody[] = [{ type: 'RecordEligibility', table, artifact }]
    if (table.convertTo !== undefined && table.convertTo !== state.priority) {
      const convert = {
        type: 'ConvertPriority',
        to: table.convertTo,
        reason: 'The eligibility table found no grounds for the priority asked for.',
      } as const
      const clocks = await certifyClocks(deps, act, convert, state)
      if (!clocks.ok) return clocks
      commands.push({ ...convert, certificates: clocks.value })
    }
    return ok(commands)
  })
}

/**
 * Where a received file says what the application says of the utilization review decision. The
 * letter counts as the one meant where its day of decision is that of the application.
 */
async function findDecisionPlaces(
  deps: Deps,
  caseId: string,
  state: CaseState,
): Promise<NonNullable<EligibilityContext['decisionPlaces']>> {
  const decidedOn = state.application?.utilizationReview?.decidedOn
  if (decidedOn === undefined || state.records.length === 0) return {}
  for (const file of await readRecord(deps, await deps.cases.load(caseId))) {
    // The letter lies in front; a long record is not gone through for it.
    const pages = file.reading.pages.slice(0, 100).map(({ text }) => text)
    const reading = readUtilizationReviewDecision(pages)
    if (reading.fields.decidedOn?.value !== decidedOn) continue
    const name = state.records.find(({ documentId }) => documentId === file.fileId)?.fileName
    return decisionPlacesIn(reading, name ?? file.fileId, file.fileId)
  }
  return {}
}

/** Other applications of the same employee, by name first and then by name and birth date. */
async function findKnownApplications(
  deps: Deps,
  caseId: string,
  application: Application,
): Promise<readonly KnownApplication[]> {
  const { first, last } = application.employee.name
  const { rows } = await deps.cases.list({
    // Word by word, as names are compared: "Mary-Ann O'Neil" and "Mary Ann O'Neil" are one.
    text: `${last} ${first}`.replaceAll(/[^\p{L}\p{N}]+/gu, ' '),
    limit: 200,
    offset: 0,
  })
  const known: KnownApplication[] = []
  for (const row of rows) {
    if (row.caseId === caseId) continue
    const other = foldEvents(await deps.cases.load(row.caseId))
    if (!other.application) continue
    if (employeeKeyOf(other.application) !== employeeKeyOf(application)) continue
    known.push(
      knownApplicationOf(row.caseNumber, other.application, {
        open: row.issuedOn === null && other.status !== 'terminated',
        refused: other.status === 'ineligible' || other.status === 'duplicate',
        ...(other.issuedOn === null ? {} : { determinedOn: other.issuedOn }),
      }),
    )
  }
  return known
}
