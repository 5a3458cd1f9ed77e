import { ok, type PlainDate, type Refusal, type Result, refuse, refused } from '#foundation'
import type { Application } from '#intake'
import { sha256OfJson } from '#integrity'
import { type ConflictParty, checkConflicts, conflictParties } from './conflicts.ts'
import { reviewersRefusals } from './refusals.ts'
import type { ConflictCheck, Reviewer } from './reviewer.ts'
import { qualificationRules } from './rules.ts'

/**
 * What was compared with what, on which day, and that no tie was found: artifact
 * `conflict-certificate`. It names the parties of the case and never the reviewer.
 */
export type ConflictCertificate = {
  readonly kind: 'conflict-certificate'
  readonly version: 1
  readonly caseId: string
  readonly reviewerId: string
  readonly comparedOn: PlainDate
  readonly rules: string
  readonly authority: string
  /** How many ties the reviewer has disclosed; what they are stays in the register. */
  readonly disclosures: number
  readonly comparisons: readonly ConflictCheck[]
  /** Possible ties that a person looked at, with why they are none. */
  readonly cleared: readonly ClearedTie[]
  /** SHA-256 of the register's entry and of the parties, as they were that day. */
  readonly inputs: { readonly reviewer: string; readonly parties: string }
  /** SHA-256 of all of the above. */
  readonly sha256: string
}

export type ClearedTie = { readonly party: string; readonly reason: string }

/**
 * Compares and certifies. Refusals: `reviewer-has-tie`, `reviewer-tie-not-cleared` (one for each
 * possible tie that no person has cleared with a reason).
 */
export function certifyNoConflict(request: {
  readonly reviewer: Reviewer
  readonly application: Application
  readonly caseId: string
  readonly on: PlainDate
  readonly further?: readonly ConflictParty[]
  readonly cleared?: readonly ClearedTie[]
}): Result<ConflictCertificate> {
  const { reviewer, application, on } = request
  const cleared = request.cleared ?? []
  const comparisons = checkConflicts(request)
  const [first, ...rest] = refuseTies(comparisons, cleared)
  if (first) return refused(first, ...rest)
  const content = {
    kind: 'conflict-certificate',
    version: 1,
    caseId: request.caseId,
    reviewerId: reviewer.reviewerId,
    comparedOn: on,
    rules: qualificationRules.id,
    authority: qualificationRules.authority,
    disclosures: reviewer.disclosures.length,
    comparisons,
    cleared,
    inputs: hashInputs(reviewer, application, request.further ?? []),
  } as const
  return ok({ ...content, sha256: sha256OfJson(content) })
}

/** A refusal for each tie, and for each possible tie that nobody has cleared. */
export function refuseTies(
  checks: readonly ConflictCheck[],
  cleared: readonly ClearedTie[],
): readonly Refusal[] {
  return checks.flatMap(({ party, role, result, because }) => {
    if (result === 'tie') {
      return [refuse(reviewersRefusals, 'reviewer-has-tie', `${party} (${role}): ${because}`, role)]
    }
    const open =
      result === 'possible-tie' &&
      !cleared.some((tie) => tie.party === party && tie.reason.trim() !== '')
    return open
      ? [
          refuse(
            reviewersRefusals,
            'reviewer-tie-not-cleared',
            `${party} (${role}): ${because}`,
            role,
          ),
        ]
      : []
  })
}

/**
 * Whether a certificate holds; null, or what is wrong with it. By itself: nothing in it changed,
 * every party compared, no tie left open. With the register's entry and the application also: the
 * comparison, made again for the same day, comes out the same.
 */
export function verifyConflictCertificate(
  certificate: unknown,
  inputs?: {
    readonly reviewer: Reviewer
    readonly application: Application
    readonly further?: readonly ConflictParty[]
  },
): string | null {
  if (!isCertificate(certificate)) return 'it is not a conflict certificate'
  const { sha256, ...content } = certificate
  if (sha256OfJson(content) !== sha256) return 'it was changed after it was made'
  const missing = neededRoles.find(
    (needed) => !certificate.comparisons.some(({ role }) => role === needed),
  )
  if (missing) return `nobody was compared as ${missing}`
  const open = refuseTies(certificate.comparisons, certificate.cleared)[0]
  if (open) return open.because
  if (!inputs) return null
  const hashes = hashInputs(inputs.reviewer, inputs.application, inputs.further ?? [])
  if (hashes.reviewer !== certificate.inputs.reviewer) {
    return "the register's entry is not the one that was compared"
  }
  if (hashes.parties !== certificate.inputs.parties) {
    return 'the parties are not those that were compared'
  }
  const again = checkConflicts({ ...inputs, on: certificate.comparedOn })
  return sha256OfJson(again) === sha256OfJson(certificate.comparisons)
    ? null
    : 'the comparison made again comes out differently'
}

const neededRoles = ['employer', 'claims-administrator', 'requesting-physician', 'employee']

function hashInputs(
  reviewer: Reviewer,
  application: Application,
  further: readonly ConflictParty[],
): ConflictCertificate['inputs'] {
  // Load and capacity change with every case; the comparison does not look at them.
  const { openCases: _open, capacity: _capacity, ...compared } = reviewer
  return {
    reviewer: sha256OfJson(compared),
    parties: sha256OfJson([...conflictParties(application), ...further]),
  }
}

function isCertificate(value: unknown): value is ConflictCertificate {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    value.kind === 'conflict-certificate' &&
    'version' in value &&
    value.version === 1 &&
    'sha256' in value &&
    'inputs' in value &&
    typeof value.inputs === 'object' &&
    value.inputs !== null &&
    'comparisons' in value &&
    Array.isArray(value.comparisons) &&
    value.comparisons.every(
      (line: unknown) =>
        typeof line === 'object' && line !== null && 'role' in line && 'result' in line,
    ) &&
    'cleared' in value &&
    Array.isArray(value.cleared) &&
    value.cleared.every(
      (tie: unknown) =>
        typeof tie === 'object' &&
        tie !== null &&
        'reason' in tie &&
        typeof tie.reason === 'string',
    )
  )
}
