import { type CaseState, openTreatments } from '#case'
import {
  checkSources,
  composeDetermination,
  type Determination,
  type Finding,
  findingKey,
  lintDetermination,
} from '#determination'
import {
  isNonEmpty,
  ok,
  type PlainDate,
  pacificDateOf,
  type Result,
  refuse,
  refused,
} from '#foundation'
import { type Acted, actOn, loadCase } from './act-on.ts'
import { putJson } from './artifacts.ts'
import type { Act, Deps } from './deps.ts'
import { prepareRecord } from './prepare-review.ts'
import { proceedingsRefusals } from './refusals.ts'

/** The determination as it would go out now, with what the lint finds in it. */
export type Draft = {
  readonly determination: Determination
  readonly findings: readonly (Finding & { readonly key: string })[]
}

/**
 * The draft of a case, as it would be issued on the day. Refuses what is missing, all of it at once.
 */
export async function readDraft(deps: Deps, caseId: string, on: PlainDate): Promise<Result<Draft>> {
  const state = await loadCase(deps, caseId)
  return state.ok ? draftOf(deps, caseId, state.value, on) : state
}

async function draftOf(
  deps: Deps,
  caseId: string,
  state: CaseState,
  on: PlainDate,
): Promise<Result<Draft>> {
  const determination = composeDetermination({ state, decidedOn: on })
  if (!determination.ok) return determination
  const reasons = state.application?.utilizationReview?.reasons
  const findings = lintDetermination(determination.value, {
    ...(reasons === undefined ? {} : { utilizationReviewReasons: reasons }),
    ...(state.application ? { dateOfBirth: state.application.employee.dateOfBirth } : {}),
  })
  return ok({
    determination: determination.value,
    findings: [...findings, ...(await findUnproved(deps, caseId, state))].map((finding) => ({
      ...finding,
      key: findingKey(finding),
    })),
  })
}

/**
 * Statements of the rationales that the record does not bear out: a quotation that is not on its
 * page, a claim of absence without a search behind it (LC 4610.6(h)(5)). They stop the release.
 */
async function findUnproved(
  deps: Deps,
  caseId: string,
  state: CaseState,
): Promise<readonly Finding[]> {
  const record = await prepareRecord(deps, caseId)
  const pageText = (sha256: string, page: number): string | null =>
    record.files.find((file) => file.sha256 === sha256)?.reading.pages[page - 1]?.text ?? null
  return openTreatments(state).flatMap(({ id }, index) => {
    const issue = state.issues.find(({ treatmentId }) => treatmentId === id)
    if (!issue) return []
    const refusals = checkSources({
      rationale: issue.rationale,
      sources: issue.sources,
      pageText,
      // Searches were run when the issue was decided; the record is closed since.
      search: () => [],
    })
    return refusals.map(
      ({ code, because }): Finding => ({
        code,
        severity: 'blocking',
        issue: index + 1,
        message: because,
      }),
    )
  })
}

/** The reviewer gives the draft to the quality reader. */
export async function submitDraft(deps: Deps, act: Act, caseId: string): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async (state) => {
    const draft = await draftOf(deps, caseId, state, pacificDateOf(act.at))
    if (!draft.ok) return draft
    return ok([
      { type: 'SubmitDraft', draft: await putJson(deps.artifacts, 'determination', draft.value) },
    ])
  })
}

/** The quality reader sends the draft back, with reasons. */
export async function returnDraft(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly reasons: readonly string[] },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async () => ok([{ type: 'ReturnDraft', ...request }]))
}

/**
 * The quality reader lets the draft pass. A blocking finding stands in the way until it is
 * overridden with a reason: `blocking-finding-open`, one for each.
 */
export async function passQuality(
  deps: Deps,
  act: Act,
  caseId: string,
  request: {
    readonly overrides: readonly { readonly finding: string; readonly reason: string }[]
  },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async (state) => {
    if (state.draft === null) {
      return refused(
        refuse(proceedingsRefusals, 'no-draft-yet', 'no draft has been submitted in this case'),
      )
    }
    const draft = await draftOf(deps, caseId, state, pacificDateOf(act.at))
    if (!draft.ok) return draft
    const open = draft.value.findings
      .filter(({ severity }) => severity === 'blocking')
      .filter(({ key }) => !request.overrides.some(({ finding }) => finding === key))
      .map(({ key, message }) => refuse(proceedingsRefusals, 'blocking-finding-open', message, key))
    if (isNonEmpty(open)) return { ok: false, refusals: open }
    return ok([{ type: 'PassQuality', ...request }])
  })
}
