import { type Instant, pacificDateOf, parseInstant, parsePlainDate } from '#foundation'

/** Hours, minutes and seconds of an instant on California's clocks, `HH:MM:SS`. */
export function pacificTimeOf(instant: Instant): string {
  return clock.format(new Date(instant))
}

/** `November 20, 2026, 17:31 Pacific time` as steps and letters say an instant. */
export function sayInstant(instant: Instant): string {
  return `${spoken.format(new Date(instant))} Pacific time`
}

/**
 * The instant that a text names: ISO 8601 with a zone, or without one for Pacific time. Null where
 * the day or the time does not exist, where the zone is none, and where Pacific time has that hour
 * twice (end of daylight saving) or not at all (its start).
 */
export function parsePacificInstant(text: string): Instant | null {
  const match =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-](\d{2}):(\d{2}))?$/.exec(
      text,
    )
  if (!match?.[1] || !parsePlainDate(match[1])) return null
  if (Number(match[2]) > 23 || Number(match[3]) > 59 || Number(match[4] ?? 0) > 59) return null
  if (match[5]) {
    if (Number(match[6] ?? 0) > 14 || Number(match[7] ?? 0) > 59) return null
    return parseInstant(text)
  }
  const written = `${match[2]}:${match[3]}:${match[4] ?? '00'}`
  const readings = ['-07:00', '-08:00']
    .map((zone) => parseInstant(`${text}${zone}`))
    .filter(
      (instant): instant is Instant =>
        instant !== null &&
        pacificDateOf(instant) === match[1] &&
        pacificTimeOf(instant) === written,
    )
  return readings.length === 1 ? (readings[0] ?? null) : null
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'America/Los_Angeles',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

const spoken = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Los_Angeles',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
