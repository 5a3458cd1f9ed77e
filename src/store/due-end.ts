import type { Due } from '#deadlines'
import { addDays, type Instant, type PlainDate, pacificDateOf } from '#foundation'

/**
 * The instant from which on a due clock has run out: the instant itself, or, for a day, the
 * midnight that ends it in California.
 */
export function dueEnd(due: Due): Instant {
  if ('at' in due) return new Date(due.at).toISOString() as Instant
  const next = addDays(due.on, 1)
  const inSummer = `${next}T07:00:00.000Z` as Instant
  return pacificDateOf(inSummer) === next ? inSummer : (`${next}T08:00:00.000Z` as Instant)
}

/** The day in California on which a clock ends. */
export function dueDay(due: Due): PlainDate {
  return 'at' in due ? pacificDateOf(due.at) : due.on
}

/** The due day or instant as rows say it. */
export function sayDue(due: Due): string {
  return 'at' in due ? due.at : due.on
}
