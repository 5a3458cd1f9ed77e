import type { CaseState } from '#case'
import {
  composeDetermination,
  type Determination,
  type Finding,
  findingKey,
  lintDetermination,
} from '#determination'
import { isNonEmpty, type NonEmpty, ok, type Result, refuse, refused } from '#foundation'
import { type Acted, actOn, loadCase } from './act-on.ts'
import { putJson } from './artifacts.ts'
import type { Act, Deps } from './deps.ts'
import { proceedingsRefusals } from './refusals.ts'

/** The determination as it would go out now, with what the lint finds in it. */
export type Draft = {
  readonly determination: Determination
  readonly findings: readonly (Finding & { readonly key: string })[]
}

/** The draft of a case. Refuses what is missing, all of it at once. */
export async function readDraft(deps: Deps, caseId: string): Promise<Result<Draft>> {
  const state = await loadCase(deps, caseId)
  return state.ok ? draftOf(state.value) : state
}

function draftOf(state: CaseState): Result<Draft> {
  const determination = composeDetermination({ state })
  if (!determination.ok) return determination
  const reasons = state.application?.utilizationReview?.reasons
  const findings = lintDetermination(determination.value, {
    ...(reasons === undefined ? {} : { utilizationReviewReasons: reasons }),
    ...(state.application ? { dateOfBirth: state.application.employee.dateOfBirth } : {}),
  })
  return ok({
    determination: determination.value,
    findings: findings.map((finding) => ({ ...finding, key: findingKey(finding) })),
  })
}

/** The reviewer gives the draft to the quality reader. */
export async function submitDraft(deps: Deps, act: Act, caseId: string): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async (state) => {
    const draft = draftOf(state)
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
    const draft = draftOf(state)
    if (!draft.ok) return draft
    const open = draft.value.findings
      .filter(({ severity }) => severity === 'blocking')
      .filter(({ key }) => !request.overrides.some(({ finding }) => finding === key))
      .map(({ key, message }) => refuse(proceedingsRefusals, 'blocking-finding-open', message, key))
    if (isNonEmpty(open)) return { ok: false, refusals: open satisfies NonEmpty<unknown> }
    return ok([{ type: 'PassQuality', ...request }])
  })
}
