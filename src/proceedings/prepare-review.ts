import { type CaseState, openTreatments } from '#case'
import { assessInTurns, type PackAssessment, packFor } from '#criteria'
import { type Fact, findFactsInTurns, makeSearchInTurns } from '#evidence'
import { ok, pacificDateOf, type Result } from '#foundation'
import { type Acted, appendDecided, type CommandBody, loadCase } from './act-on.ts'
import { getJson, putJson, putList } from './artifacts.ts'
import type { Act, Deps } from './deps.ts'
import { type PreparedRecord, recordOfCase } from './record-of-case.ts'
import { takingTurns } from './taking-turns.ts'

/** Names the extractor and its version in the event. */
const finder = 'openimr-evidence/1'

/** The files of a case with the documents found in them. */
export async function prepareRecord(deps: Deps, caseId: string): Promise<PreparedRecord> {
  return recordOfCase(deps, await deps.cases.load(caseId))
}

/**
 * Finds facts in the record and applies the criteria of the guideline in force to each disputed
 * treatment. Suggestions for the physician, recorded as such; they decide nothing.
 */
export async function prepareReview(deps: Deps, act: Act, caseId: string): Promise<Result<Acted>> {
  const loaded = await loadCase(deps, caseId)
  if (!loaded.ok) return loaded
  const state = loaded.value
  const record = await prepareRecord(deps, caseId)
  const facts = await takingTurns(findFactsInTurns(record.documents, record.readings))
  const commands: CommandBody[] = [
    {
      type: 'RecordFacts',
      facts: await putList(deps.artifacts, 'facts', facts),
      count: facts.length,
      finder,
    },
  ]
  for (const assessment of await assessTreatments(state, record, facts, pacificDateOf(act.at))) {
    commands.push({
      type: 'RecordAssessment',
      treatmentId: assessment.treatmentId,
      pack: assessment.pack,
      packSha256: assessment.packSha256,
      result: assessment.result,
      assessment: await putJson(deps.artifacts, 'assessment', assessment),
    })
  }
  return appendDecided(deps, act, caseId, state, commands)
}

async function assessTreatments(
  state: CaseState,
  record: PreparedRecord,
  facts: readonly Fact[],
  today: string,
): Promise<readonly PackAssessment[]> {
  // The guideline in force on the day of the utilization review decision governs.
  const governingDate = state.application?.utilizationReview?.decidedOn ?? today
  const search = makeSearchInTurns(record.documents, record.readings)
  const assessments: PackAssessment[] = []
  for (const treatment of openTreatments(state)) {
    const pack = packFor(treatment, governingDate)
    if (!pack) continue
    assessments.push(await takingTurns(assessInTurns(pack, treatment, facts, search)))
  }
  return assessments
}

/** Facts found in the record, each with page and span. Empty before the review is prepared. */
export async function readFacts(deps: Deps, caseId: string): Promise<Result<readonly Fact[]>> {
  const state = await loadCase(deps, caseId)
  if (!state.ok) return state
  const { factsFound } = state.value
  return ok(factsFound ? await getJson<readonly Fact[]>(deps.artifacts, factsFound) : [])
}

/** The latest assessment of each disputed treatment. */
export async function readAssessments(
  deps: Deps,
  caseId: string,
): Promise<Result<readonly PackAssessment[]>> {
  const events = await deps.cases.load(caseId)
  const latest = new Map<string, PackAssessment>()
  for (const { event } of events) {
    if (event.type !== 'CriteriaAssessed') continue
    latest.set(event.treatmentId, await getJson<PackAssessment>(deps.artifacts, event.assessment))
  }
  return ok([...latest.values()])
}
