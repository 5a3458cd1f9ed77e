import type { ReadingQueue } from '#case'
import type { Instant } from '#foundation'
import type { Deps } from '#proceedings'
import type { AccessLog, UserStore, ViewStore } from '#store'
import type { PagePictures } from './page-pictures.ts'
import type { LockOut } from './sign-in.ts'
import type { TrustedProxies } from './trusted-proxies.ts'
import type { UploadSpool } from './upload-spool.ts'

/** How long a session lasts. */
export type SessionLimits = {
  /** A session not used for so long ends. */
  readonly idleMinutes: number
  /** A session ends after so long, used or not. */
  readonly absoluteHours: number
}

export type Settings = {
  /** Proxies in front whose word about the caller's address counts; false: nobody's. */
  readonly trustProxy: TrustedProxies
  /** Served over https: cookies get the `__Host-` prefix and `Secure`. */
  readonly secure: boolean
  readonly version: string
  readonly session: SessionLimits
  readonly lockOut: LockOut
  /** A refused sign-in takes at least so long, so that time tells nothing. */
  readonly refusedSignInMilliseconds: number
  readonly uploadLimitBytes: number
  /** Memory for pictures of pages. */
  readonly pictureBytes: number
  /** Uploads that nobody went on with for so long are removed. */
  readonly uploadKeptDays: number
  /** How long calls that run may take to end when the server stops; then they are cut off. */
  readonly shutdownSeconds: number
  /** Calls per minute and address. */
  readonly callsPerMinute: number
  readonly signInsPerMinute: number
}

export const defaultSettings: Settings = {
  trustProxy: false,
  secure: false,
  version: '0.1.0',
  session: { idleMinutes: 30, absoluteHours: 12 },
  lockOut: { afterFailures: 5, minutes: 15 },
  refusedSignInMilliseconds: 300,
  uploadLimitBytes: 4 * 1024 * 1024 * 1024,
  uploadKeptDays: 7,
  pictureBytes: 64 * 1024 * 1024,
  shutdownSeconds: 10,
  callsPerMinute: 1200,
  signInsPerMinute: 20,
}

/** What handlers may use: the steps' needs, the people, the clock. No rules. */
export type Services = {
  readonly proceedings: Deps
  readonly users: UserStore
  /** Views of the queue that people keep. */
  readonly views: ViewStore
  /** Who looked at which case. */
  readonly accesses: AccessLog
  /** Files on their way in. */
  readonly uploads: UploadSpool
  /** Where a file lies that comes in one piece. */
  readonly uploadFolder: string
  /** Pictures of pages that were drawn last. */
  readonly pictures: PagePictures
  /** How far the reading of files has come. */
  readonly reading: ReadingQueue
  readonly settings: Settings
  now(): Instant
}
