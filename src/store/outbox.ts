import type { CaseEventType } from '#case'
import type { Instant } from '#foundation'
import type { Database } from './database.ts'
import { statement } from './statement.ts'

/** That something happened to a case, for whoever has to be told. What it was is in the ledger. */
export type Notification = {
  readonly notificationId: string
  readonly caseId: string
  readonly version: number
  readonly type: CaseEventType
  /** How often it was claimed, this time included. */
  readonly attempts: number
}

/** Notices of events, each written in the transaction of its event: none is lost, none made up. */
export type Outbox = {
  /** Claims up to `limit` notices; each is given to one caller only for `leaseSeconds`. */
  claim(request: {
    readonly now: Instant
    readonly limit: number
    readonly leaseSeconds: number
  }): Promise<readonly Notification[]>
  /** They were passed on. A notice that is never confirmed is given out again. */
  confirm(notificationIds: readonly string[]): Promise<void>
}

export function makeOutbox(database: Database): Outbox {
  return {
    claim: ({ now, limit, leaseSeconds }) => database.query(claim, [now, limit, leaseSeconds]),
    confirm: async (notificationIds) => {
      await database.query(confirm, [notificationIds])
    },
  }
}

const claim = statement<Notification>(
  'claim-notifications',
  `with free as materialized (
    select notification_id from outbox
    where leased_until is null or leased_until <= $1::timestamptz
    order by notification_id limit $2::int
    for update skip locked
  ), claimed as (
    update outbox as o
    set leased_until = $1::timestamptz + make_interval(secs => $3::double precision),
      attempts = o.attempts + 1
    from free where o.notification_id = free.notification_id
    returning o.*
  )
  select notification_id::text as "notificationId", case_id as "caseId", version, type, attempts
  from claimed order by notification_id`,
)

const confirm = statement(
  'confirm-notifications',
  'delete from outbox where notification_id = any($1::bigint[])',
)
