import { isNonEmpty, pacificDateOf, type Refusal } from '#foundation'
import { type DisputedTreatment, panelDecision, programOf, reviewersNeeded } from '#intake'
import type { CommandOf } from './command.ts'
import { restsOnDecisionAlone } from './decide-records.ts'
import type { DecidedIssue } from './event.ts'
import { openTreatments } from './evolve.ts'
import { byAttestedReviewer, type Decision, decided, inStatus, no, ofKind, said } from './guards.ts'
import { outcomeOf } from './outcome.ts'
import type { CaseState } from './state.ts'

/** The employee's condition in the reviewer's words (9792.10.6(d)). */
export function writeCaseSummary(
  command: CommandOf<'WriteCaseSummary'>,
  state: CaseState,
): Decision {
  return decided(
    [byAttestedReviewer(command, state), inStatus(state, 'in-review'), said(command.text, 'text')],
    () => [{ type: 'CaseSummaryWritten', text: command.text }],
  )
}

/**
 * The physician decides one treatment (Labor Code 4610.6(a), (d)). May be decided again until the
 * draft is submitted.
 */
export function decideIssue(command: CommandOf<'DecideIssue'>, state: CaseState): Decision {
  const { issue } = command
  const treatment = openTreatments(state).find((open) => open.id === issue.treatmentId)
  return decided(
    [
      byAttestedReviewer(command, state),
      inStatus(state, 'in-review'),
      treatment
        ? contingency(issue, treatment, state)
        : no(
            'treatment-not-in-dispute',
            `"${issue.treatmentId}" is not in dispute in this case`,
            'issue.treatmentId',
          ),
      state.status === 'in-review' && restsOnDecisionAlone(state)
        ? no(
            'only-utilization-review-decision',
            'nothing but the utilization review decision is in the record',
          )
        : null,
      said(issue.rationale, 'issue.rationale'),
      treatment ? guideline(issue, treatment) : null,
      panel(issue, state),
      sources(issue, state),
    ],
    () => [{ type: 'IssueDecided', issue: { ...issue, decidedAt: command.at } }],
  )
}

/** The whole draft goes to the quality reader: summary, and every treatment in dispute decided. */
export function submitDraft(command: CommandOf<'SubmitDraft'>, state: CaseState): Decision {
  return decided(
    [
      byAttestedReviewer(command, state),
      inStatus(state, 'in-review'),
      ofKind(command.draft, 'determination', 'draft'),
      state.caseSummary === null
        ? no('case-summary-missing', 'the clinical case summary is not written')
        : null,
      state.lateRecords.length > 0
        ? no(
            'late-record-not-listed',
            `${state.lateRecords.join(', ')} came after the record was complete and is not listed`,
          )
        : null,
      openTreatments(state)
        .filter((treatment) => !decisionOn(treatment.id, state))
        .map((treatment) => no('issue-undecided', `${treatment.id} is not decided`, treatment.id)),
      openTreatments(state).flatMap((treatment) => {
        const issue = decisionOn(treatment.id, state)
        return issue ? contingency(issue, treatment, state) : []
      }),
    ],
    () => [{ type: 'DraftSubmitted', draft: command.draft }],
  )
}

/** The quality reader sends the draft back with reasons. */
export function returnDraft(command: CommandOf<'ReturnDraft'>, state: CaseState): Decision {
  const reasons = command.reasons.map((reason) => reason.trim()).filter((reason) => reason !== '')
  return decided(
    [
      byOtherThanReviewer(command, state),
      inStatus(state, 'quality', 'quality-passed'),
      reasons.length > 0
        ? null
        : no('reasons-missing', 'nothing says what is to be changed', 'reasons'),
    ],
    () => (isNonEmpty(reasons) ? [{ type: 'DraftReturned', reasons }] : []),
  )
}

/** The quality reader lets the draft pass; a finding passed over carries its reason. */
export function passQuality(command: CommandOf<'PassQuality'>, state: CaseState): Decision {
  return decided(
    [
      byOtherThanReviewer(command, state),
      inStatus(state, 'quality'),
      command.overrides
        .map((override, index) => said(override.reason, `overrides[${index}].reason`))
        .filter((refusal): refusal is Refusal => refusal !== null),
    ],
    () => [{ type: 'QualityPassed', overrides: command.overrides }],
  )
}

/** The reviewer signs: the determination is issued (9792.10.6(d)). */
export function issueDetermination(
  command: CommandOf<'IssueDetermination'>,
  state: CaseState,
): Decision {
  const { determination, servedLetter } = command
  const outcome = outcomeOf(state.issues)
  return decided(
    [
      byAttestedReviewer(command, state),
      inStatus(state, 'quality-passed'),
      ofKind(determination, 'determination', 'determination'),
      ofKind(servedLetter, 'served-letter', 'servedLetter'),
      outcome === null ? no('issue-undecided', 'no treatment is decided') : null,
    ],
    () =>
      outcome === null
        ? []
        : [
            {
              type: 'DeterminationIssued',
              issuedOn: pacificDateOf(command.at),
              outcome,
              determination,
              servedLetter,
            },
          ],
  )
}

function decisionOn(treatmentId: string, state: CaseState): DecidedIssue | undefined {
  return state.issues.find((issue) => issue.treatmentId === treatmentId)
}

/**
 * A service that goes with a treatment in dispute is decided after it and never stands without it.
 * Where the treatment is overturned, or has left the dispute, the service is decided on its merits.
 */
function contingency(
  issue: Pick<
    DecidedIssue,
    'treatmentId' | 'decision' | 'reviewOrganizationGuideline' | 'noGuidelineBecause'
  >,
  treatment: DisputedTreatment,
  state: CaseState,
): readonly Refusal[] {
  const refusals: Refusal[] = []
  const open = openTreatments(state)
  const parent = open.find((other) => other.id === treatment.associatedWith)
  if (parent) {
    const decision = decisionOn(parent.id, state)?.decision
    if (!decision) {
      refusals.push(
        no(
          'parent-undecided',
          `${treatment.id} goes with ${parent.id}, which is not decided`,
          'issue.treatmentId',
        ),
      )
    } else if (decision === 'upheld' && issue.decision === 'overturned') {
      refusals.push(
        no(
          'contingent-contradicts-parent',
          `${treatment.id} goes with ${parent.id}, whose denial is upheld`,
          'issue.decision',
        ),
      )
    }
  }
  const onItsOwn =
    treatment.associatedWith !== undefined &&
    (!parent || decisionOn(parent.id, state)?.decision === 'overturned')
  if (onItsOwn && !issue.reviewOrganizationGuideline.cited && !issue.noGuidelineBecause?.trim()) {
    refusals.push(
      no(
        'contingent-not-on-merits',
        `${treatment.associatedWith} ${parent ? 'is overturned' : 'has left the dispute'}, so ${treatment.id} is decided on its own merits, and no guideline is cited for it`,
        'issue.reviewOrganizationGuideline',
      ),
    )
  }
  if (issue.decision === 'upheld') {
    for (const child of open.filter((other) => other.associatedWith === treatment.id)) {
      if (decisionOn(child.id, state)?.decision !== 'overturned') continue
      refusals.push(
        no(
          'contingent-contradicts-parent',
          `${child.id} goes with ${treatment.id} and is overturned`,
          'issue.decision',
        ),
      )
    }
  }
  return refusals
}

function guideline(
  issue: CommandOf<'DecideIssue'>['issue'],
  treatment: DisputedTreatment,
): Refusal | null {
  const cited = issue.reviewOrganizationGuideline.cited
  const contingent = treatment.associatedWith !== undefined
  return cited || contingent || issue.noGuidelineBecause?.trim()
    ? null
    : no(
        'guideline-not-cited',
        `no guideline is cited for ${treatment.id}, and no reason is given`,
        'issue.reviewOrganizationGuideline',
      )
}

/**
 * Where several reviewers decide, each of them has voted once, the attested one among them, and the
 * decision is what they make together: the majority, an even split by the program's rule.
 */
function panel(issue: CommandOf<'DecideIssue'>['issue'], state: CaseState): readonly Refusal[] {
  const { application } = state
  if (!application) return []
  const program = programOf(application.program)
  const needed = reviewersNeeded(program, application.reviewType)
  const opinions = issue.panel ?? []
  if (opinions.length === 0 && needed === 1) return []
  const refusals: Refusal[] = []
  const ids = new Set(opinions.map(({ reviewerId }) => reviewerId))
  if (ids.size !== opinions.length || opinions.length < needed) {
    refusals.push(
      no(
        'panel-incomplete',
        `${ids.size} of ${needed} reviewers have given their opinion`,
        'issue.panel',
      ),
    )
  }
  if (state.attestation && !ids.has(state.attestation.reviewerId)) {
    refusals.push(
      no('panel-incomplete', 'the attested reviewer has given no opinion', 'issue.panel'),
    )
  }
  if ([...ids].some((id) => state.blockedReviewerIds.includes(id))) {
    refusals.push(
      no(
        'reviewer-blocked',
        'one of them made the determination that was sent back',
        'issue.panel',
      ),
    )
  }
  if (opinions.some(({ analysis }) => analysis.trim() === '')) {
    refusals.push(no('text-missing', 'an opinion has no analysis', 'issue.panel'))
  }
  const together = panelDecision(
    program,
    opinions.map(({ decision }) => decision),
  )
  if (together !== null && together !== issue.decision) {
    refusals.push(
      no('panel-decides-otherwise', `together they decided "${together}"`, 'issue.decision'),
    )
  }
  return refusals
}

/** A quotation names a received file and one of its pages; an absence says what was looked for. */
function sources(issue: CommandOf<'DecideIssue'>['issue'], state: CaseState): readonly Refusal[] {
  return issue.sources.flatMap((source, index) => {
    const where = `issue.sources[${index}]`
    if (source.kind === 'absence') {
      return source.searched.terms.length > 0 && source.searched.pages > 0
        ? []
        : [no('absence-not-searched', `"${source.says}" names no search`, where)]
    }
    if (source.kind === 'guideline') return []
    const file = state.records.find((record) => record.sha256 === source.sha256)
    return file && source.page >= 1 && source.page <= (file.pages ?? 0)
      ? []
      : [
          no(
            'source-not-in-record',
            file
              ? `${file.fileName} has no page ${source.page}`
              : `document ${source.documentId} is not in the record`,
            where,
          ),
        ]
  })
}

function byOtherThanReviewer(
  command: CommandOf<'ReturnDraft'> | CommandOf<'PassQuality'>,
  state: CaseState,
): Refusal | null {
  return command.by.kind === 'person' && command.by.userId === state.reviewerId
    ? no('quality-reader-is-reviewer', 'the reviewer cannot read their own draft', 'by')
    : null
}
