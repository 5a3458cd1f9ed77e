import { isNonEmpty, pacificDateOf, type Refusal } from '#foundation'
import { type PartyRole, programOf } from '#intake'
import { isDecisionClock, isImplementationClock, outlivesReview } from './clock-kinds.ts'
import { startClocks, stopClocks } from './clocks.ts'
import type { CommandOf } from './command.ts'
import { evolve, openTreatments } from './evolve.ts'
import {
  type Decision,
  decided,
  inStatus,
  no,
  notAfterToday,
  notBefore,
  ofKind,
  said,
} from './guards.ts'
import type { CaseState } from './state.ts'

/** The letter goes to the parties; the clocks of implementation and appeal start (9792.10.7, 10575). */
export function serveDetermination(
  command: CommandOf<'ServeDetermination'>,
  state: CaseState,
): Decision {
  const { recipients, proof, letter } = command
  const standing = inStatus(state, 'issued')
  const clocks = standing ? null : startClocks(command, state)
  const servedOn = pacificDateOf(command.at)
  return decided(
    [
      standing,
      ofKind(proof, 'proof-of-service', 'proof'),
      letter ? ofKind(letter, 'served-letter', 'letter') : null,
      missingRecipients(command, state),
      notBefore(servedOn, state.issuedOn, 'the day of issue', 'at'),
      clocks && !clocks.ok ? clocks.refusals : null,
    ],
    () =>
      isNonEmpty(recipients)
        ? [
            {
              type: 'DeterminationServed',
              servedOn,
              recipients,
              proof,
              ...(letter ? { letter } : {}),
            },
            ...stopClocks(state, isDecisionClock, servedOn),
            ...(clocks?.ok ? clocks.value : []),
          ]
        : [],
  )
}

/** The copy without names goes out, once, after service (9792.10.9). */
export function publishDetermination(
  command: CommandOf<'PublishDetermination'>,
  state: CaseState,
): Decision {
  return decided(
    [
      inStatus(state, 'served', 'implemented', 'appealed', 'affirmed'),
      state.publishedOn ? no('already-published', `published on ${state.publishedOn}`) : null,
      ofKind(command.letter, 'public-letter', 'letter'),
      ofKind(command.text, 'public-letter-text', 'text'),
    ],
    () => [
      {
        type: 'DeterminationPublished',
        publishedOn: pacificDateOf(command.at),
        letter: command.letter,
        text: command.text,
      },
    ],
  )
}

/** The claims administrator authorized or paid one overturned treatment (9792.10.7(a)). */
export function implementDetermination(
  command: CommandOf<'ImplementDetermination'>,
  state: CaseState,
): Decision {
  const { treatmentId, implementedOn } = command
  const owed = state.issues.some(
    (issue) => issue.treatmentId === treatmentId && issue.decision === 'overturned',
  )
  return decided(
    [
      inStatus(state, 'served', 'affirmed'),
      owed && !state.implementedTreatments.includes(treatmentId)
        ? null
        : no('nothing-to-implement', `"${treatmentId}" is not to be implemented`, 'treatmentId'),
      notBefore(implementedOn, state.servedOn, 'the service', 'implementedOn'),
      notAfterToday(implementedOn, command, 'implementedOn'),
    ],
    () => {
      const event = { type: 'DeterminationImplemented', treatmentId, implementedOn } as const
      const after = evolve(state, event, state.version)
      const open = openTreatments(after).filter(
        (treatment) =>
          !after.implementedTreatments.includes(treatment.id) &&
          after.issues.some(
            (issue) => issue.treatmentId === treatment.id && issue.decision === 'overturned',
          ),
      )
      const done = (clock: string): boolean =>
        (clock === 'I1' && !open.some((treatment) => !treatment.retrospective)) ||
        (clock === 'I2' && !open.some((treatment) => treatment.retrospective))
      return [event, ...stopClocks(state, done, implementedOn)]
    },
  )
}

/** A petition was filed: implementation waits (Labor Code 4610.6(h), (j)). */
export function fileAppeal(command: CommandOf<'FileAppeal'>, state: CaseState): Decision {
  const { filedOn, ground } = command
  return decided(
    [
      inStatus(state, 'served', 'implemented'),
      noAppeal(state),
      notBefore(filedOn, state.servedOn, 'the service', 'filedOn'),
      notAfterToday(filedOn, command, 'filedOn'),
    ],
    () => [
      { type: 'AppealFiled', filedOn, ground },
      ...stopClocks(state, (clock) => clock === 'P1' || isImplementationClock(clock), filedOn),
    ],
  )
}

/** The determination stands; what is owed is owed from this day. */
export function affirmDetermination(
  command: CommandOf<'AffirmDetermination'>,
  state: CaseState,
): Decision {
  const { affirmedOn } = command
  const standing = inStatus(state, 'appealed')
  const clocks = standing ? null : startClocks(command, state)
  return decided(
    [
      standing,
      notBefore(affirmedOn, state.appeal?.filedOn ?? null, 'the appeal', 'affirmedOn'),
      notAfterToday(affirmedOn, command, 'affirmedOn'),
      clocks && !clocks.ok ? clocks.refusals : null,
    ],
    () => [{ type: 'DeterminationAffirmed', affirmedOn }, ...(clocks?.ok ? clocks.value : [])],
  )
}

/** The dispute comes back for a different reviewer, with the wrong fact named (4610.6(i)). */
export function remandDetermination(
  command: CommandOf<'RemandDetermination'>,
  state: CaseState,
): Decision {
  const { remandedOn, ground, wrongFact, proof } = command
  const standing = inStatus(state, 'appealed')
  const clocks = standing ? null : startClocks(command, state)
  const blockedReviewerId = state.attestation?.reviewerId
  return decided(
    [
      standing,
      said(wrongFact, 'wrongFact'),
      proofOfWrongFact(command, state),
      notBefore(remandedOn, state.appeal?.filedOn ?? null, 'the appeal', 'remandedOn'),
      notAfterToday(remandedOn, command, 'remandedOn'),
      clocks && !clocks.ok ? clocks.refusals : null,
    ],
    () =>
      blockedReviewerId === undefined
        ? []
        : [
            {
              type: 'DeterminationRemanded',
              remandedOn,
              ground,
              wrongFact,
              ...(proof ? { proof } : {}),
              blockedReviewerId,
            },
            ...stopClocks(state, (clock) => !outlivesReview(clock), remandedOn),
            ...(clocks?.ok ? clocks.value : []),
          ],
  )
}

/**
 * A plainly erroneous finding of fact rests on information that was submitted (LC 4610.6(h)(5)):
 * the page is named, so that the error is not made again.
 */
function proofOfWrongFact(
  { ground, proof }: CommandOf<'RemandDetermination'>,
  state: CaseState,
): Refusal | null {
  if (!proof) {
    return ground === 5
      ? no('wrong-fact-without-page', 'ground 5 names no page of the record', 'proof')
      : null
  }
  const file = state.records.find(({ documentId }) => documentId === proof.documentId)
  return file && proof.page >= 1 && proof.page <= (file.pages ?? 0)
    ? null
    : no(
        'source-not-in-record',
        file
          ? `${file.fileName} has no page ${proof.page}`
          : `file ${proof.documentId} is not in the record`,
        'proof',
      )
}

/** In some programs nobody above the regulator hears an appeal. */
function noAppeal(state: CaseState): Refusal | null {
  const program = state.application ? programOf(state.application.program) : null
  return program && program.appeal.clock === null
    ? no('no-appeal-in-program', program.appeal.route)
    : null
}

/** Everybody who must have the letter (Labor Code 4610.6(f)). */
function missingRecipients(
  command: CommandOf<'ServeDetermination'>,
  state: CaseState,
): readonly Refusal[] {
  const needed: readonly PartyRole[] = [
    'employee',
    'claims-administrator',
    'requesting-physician',
    ...(state.application?.representative ? (['representative'] as const) : []),
  ]
  return needed
    .filter((role) => !command.recipients.some((recipient) => recipient.role === role))
    .map((role) => no('recipient-missing', `the ${role} is not served`, 'recipients'))
}
