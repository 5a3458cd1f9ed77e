import { foldEvents } from '#case'
import { ok, pacificDateOf, type Result } from '#foundation'
import {
  type Application,
  type EligibilityContext,
  employeeKeyOf,
  type KnownApplication,
  knownApplicationOf,
  testEligibility,
} from '#intake'
import { type Acted, actOn, type CommandBody } from './act-on.ts'
import { putJson } from './artifacts.ts'
import { certifyClocks } from './certify-clocks.ts'
import type { Act, Deps } from './deps.ts'

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

/** Other applications of the same employee, by name first and then by name and birth date. */
async function findKnownApplications(
  deps: Deps,
  caseId: string,
  application: Application,
): Promise<readonly KnownApplication[]> {
  const { rows } = await deps.cases.list({
    text: application.employee.name.last,
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
