import type { PlainDate } from '#foundation'

export type BodyRegion =
  | 'cervical spine'
  | 'thoracic spine'
  | 'lumbar spine'
  | 'shoulder'
  | 'elbow'
  | 'forearm'
  | 'wrist'
  | 'hand'
  | 'hip'
  | 'knee'
  | 'ankle'
  | 'foot'
  | 'head'
  | 'chest'
  | 'abdomen'
  | 'psyche'
  | 'other'

export type Side = 'left' | 'right' | 'bilateral'

/** One treatment in dispute ("disputed items/services", 8 CCR 9792.10.3(a)). */
export type DisputedTreatment = {
  /** Within the case: `t1`, `t2`, … in the order of the application. */
  readonly id: string
  /** What is decided, as it will head the issue in the letter. */
  readonly treatment: string
  /** State's public search taxonomy, where known. */
  readonly category?: string
  readonly subcategory?: string
  readonly bodyRegions: readonly BodyRegion[]
  readonly side?: Side
  readonly levels?: readonly string[]
  /** Part of the request was authorized: only the remainder is in dispute. */
  readonly partial?: {
    readonly requested: string
    readonly authorized: string
    readonly remainder: string
  }
  /** Id of the surgery that this service goes with: not necessary if the surgery is not. */
  readonly associatedWith?: string
  /** The treatment has been given already. */
  readonly retrospective: boolean
  readonly datesOfService?: readonly PlainDate[]
  /** What the claims administrator cited against this treatment, as it was printed. */
  readonly claimsAdministratorGuideline: string
}
