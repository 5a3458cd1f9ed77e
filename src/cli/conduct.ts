import type { Actor } from '#case'
import { type Instant, parseInstant, type Refusal, type Result, refuse } from '#foundation'
import {
  type Act,
  assignReview,
  attestReview,
  completeRecords,
  type Deps,
  decideIssue,
  loadCase,
  passQuality,
  prepareReview,
  proceedingsRefusals,
  publishDetermination,
  readFacts,
  receiveApplication,
  receiveRecord,
  reviewFacts,
  selectReviewer,
  serveDetermination,
  signDetermination,
  submitDraft,
  testCaseEligibility,
  writeCaseSummary,
} from '#proceedings'
import { attestationStatements } from '#reviewers'
import type { CaseFolder } from './case-folder.ts'

/** How far a case folder was carried. */
export type Conducted = {
  readonly caseId: string | null
  readonly caseNumber: string | null
  /** Null where it went the whole way; else what stopped it. */
  readonly stopped: { readonly step: string; readonly refusals: readonly Refusal[] } | null
}

/**
 * Carries a case folder the whole way, each step as the act of the person whose file holds it. Where
 * an act is missing it stops with `human-act-missing` and says whose it is; nothing is done for a
 * person. Times are 9:00 in California on the days that the files name.
 */
export async function conduct(
  deps: Deps,
  folder: CaseFolder,
  progress: (step: string) => void,
): Promise<Conducted> {
  let caseId: string | null = null
  let caseNumber: string | null = null
  for (const next of stepsOf(deps, folder, {
    get caseId() {
      if (caseId === null) throw new TypeError('the application comes first')
      return caseId
    },
    opened(id, number) {
      caseId = id
      caseNumber = number
    },
  })) {
    progress(next.step)
    const taken = await next.take()
    if (!taken.ok) {
      return { caseId, caseNumber, stopped: { step: next.step, refusals: taken.refusals } }
    }
  }
  return { caseId, caseNumber, stopped: null }
}

type Opening = { readonly caseId: string; opened(caseId: string, caseNumber: string): void }
type Step = { readonly step: string; take(): Promise<Result<unknown>> }

function stepsOf(deps: Deps, folder: CaseFolder, opening: Opening): readonly Step[] {
  const { caseManager, reviewer, quality } = folder
  const manager = person(caseManager?.person ?? 'case-manager', 'case-manager')
  const physician = person(reviewer?.reviewerId ?? 'reviewer', 'reviewer')
  const reader = person(quality?.person ?? 'quality', 'quality')
  const received = receivedOnOf(folder.application)
  return [
    {
      step: 'application received',
      take: async () => {
        const opened = await receiveApplication(
          deps,
          { by: manager, at: morningOf(received) },
          { input: folder.application },
        )
        if (opened.ok) opening.opened(opened.value.caseId, opened.value.caseNumber)
        return opened
      },
    },
    ...folder.records
      .filter(({ receivedOn }) => receivedOn <= received)
      .map((record) => receiving(deps, opening, manager, record)),
    human('eligibility tested', 'the case manager', caseManager?.testEligibility, (act) =>
      testCaseEligibility(deps, by(manager, act.on), opening.caseId),
    ),
    human('review assigned', 'the case manager', caseManager?.assignReview, (act) =>
      assignReview(deps, by(manager, act.on), opening.caseId, { noticeMethod: act.noticeMethod }),
    ),
    ...folder.records
      .filter(({ receivedOn }) => receivedOn > received)
      .map((record) => receiving(deps, opening, manager, record)),
    human('records complete', 'the case manager', caseManager?.completeRecords, (act) =>
      completeRecords(
        deps,
        by(manager, act.on),
        opening.caseId,
        act.reason === undefined ? {} : { reason: act.reason },
      ),
    ),
    human(
      'facts found, criteria assessed',
      'the case manager',
      caseManager?.completeRecords,
      (act) =>
        prepareReview(
          deps,
          { by: { kind: 'system', name: 'openimr' }, at: morningOf(act.on) },
          opening.caseId,
        ),
    ),
    human('reviewer selected', 'the case manager', caseManager?.selectReviewer, (act) =>
      selectReviewer(deps, by(manager, act.on), opening.caseId, { reviewerId: act.reviewerId }),
    ),
    human('reviewer attested', 'the expert reviewer', reviewer?.attest, (act) =>
      attestReview(deps, by(physician, act.on), opening.caseId, {
        statements: act.statements === 'all' ? Object.keys(attestationStatements) : act.statements,
      }),
    ),
    human('facts reviewed', 'the expert reviewer', reviewer?.reviewFacts, async (act) => {
      const confirmed =
        act.confirm === 'cited' ? await citedFacts(deps, opening.caseId, folder) : act.confirm
      return reviewFacts(deps, by(physician, act.on), opening.caseId, {
        confirmed,
        rejected: act.reject ?? [],
      })
    }),
    human('case summary written', 'the expert reviewer', reviewer?.caseSummary, (act) =>
      writeCaseSummary(deps, by(physician, act.on), opening.caseId, { text: act.text }),
    ),
    ...(reviewer?.decisions ?? []).map((decision) =>
      human(`decided: ${decision.treatment}`, 'the expert reviewer', decision, async (act) =>
        decideIssue(deps, by(physician, act.on), opening.caseId, {
          ...act,
          treatmentId: await treatmentIdOf(deps, opening.caseId, act.treatment),
        }),
      ),
    ),
    human('draft submitted', 'the expert reviewer', reviewer?.submitDraft, (act) =>
      submitDraft(deps, by(physician, act.on), opening.caseId),
    ),
    human('quality read passed', 'the quality reader', quality?.passQuality, (act) =>
      passQuality(deps, by(reader, act.on), opening.caseId, { overrides: act.overrides }),
    ),
    human('determination signed and issued', 'the expert reviewer', reviewer?.sign, (act) =>
      signDetermination(deps, by(physician, act.on), opening.caseId),
    ),
    human('determination served', 'the case manager', caseManager?.serve, (act) =>
      serveDetermination(deps, by(manager, act.on), opening.caseId),
    ),
    human('public copy published', 'the case manager', caseManager?.publish, (act) =>
      publishDetermination(deps, by(manager, act.on), opening.caseId),
    ),
  ]
}

function receiving(
  deps: Deps,
  opening: Opening,
  manager: Actor,
  record: CaseFolder['records'][number],
): Step {
  return {
    step: `record received: ${record.file}`,
    take: () =>
      receiveRecord(deps, { by: manager, at: morningOf(record.receivedOn) }, opening.caseId, {
        fileName: record.file,
        from: record.from,
        content: record.content,
      }),
  }
}

function human<A extends { readonly on: string }>(
  step: string,
  whose: string,
  act: A | undefined,
  take: (act: A) => Promise<Result<unknown>>,
): Step {
  return {
    step,
    take: async () =>
      act === undefined
        ? {
            ok: false,
            refusals: [
              refuse(
                proceedingsRefusals,
                'human-act-missing',
                `"${step}" is for ${whose} to do, and the folder does not hold that act`,
              ),
            ],
          }
        : take(act),
  }
}

function person(
  userId: string,
  role: 'case-manager' | 'reviewer' | 'quality',
): Extract<Actor, { kind: 'person' }> {
  return { kind: 'person', userId, role }
}

function by(actor: Actor, on: string): Act {
  return { by: actor, at: morningOf(on) }
}

/** Nine in the morning in California in winter; within the day in summer too. */
function morningOf(day: string): Instant {
  const instant = parseInstant(`${day}T17:00:00Z`)
  if (instant === null) throw new TypeError(`not a day: ${day}`)
  return instant
}

function receivedOnOf(application: unknown): string {
  const received =
    typeof application === 'object' && application !== null && 'receivedOn' in application
      ? application.receivedOn
      : null
  return typeof received === 'string' && parseInstant(`${received}T17:00:00Z`) !== null
    ? received
    : '1970-01-01'
}

async function treatmentIdOf(deps: Deps, caseId: string, treatment: string): Promise<string> {
  const state = await loadCase(deps, caseId)
  const found = state.ok
    ? state.value.application?.disputedTreatments.find((known) => known.treatment === treatment)
    : undefined
  // An unknown treatment goes on under its own name: the case refuses it and says why.
  return found?.id ?? treatment
}

/** Facts that stand on a passage which a decision of the folder quotes. */
async function citedFacts(
  deps: Deps,
  caseId: string,
  folder: CaseFolder,
): Promise<readonly string[]> {
  const facts = await readFacts(deps, caseId)
  if (!facts.ok) return []
  const quotes = (folder.reviewer?.decisions ?? []).flatMap(({ sources }) =>
    sources.flatMap((source) => (source.kind === 'record' ? [source] : [])),
  )
  return facts.value
    .filter(({ citation }) =>
      quotes.some(
        ({ page, quote }) => citation.page === page && fold(quote).includes(fold(citation.quote)),
      ),
    )
    .map(({ factId }) => factId)
}

function fold(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
