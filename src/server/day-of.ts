import { ok, type PlainDate, parsePlainDate, type Result, refuse, refused } from '#foundation'
import { serverRefusals } from './refusals.ts'

/** The schema has let a date through; the house knows the years 1000 to 9999. */
export function dayOf(
  text: string,
  member: string,
  part: 'body' | 'query' = 'body',
): Result<PlainDate> {
  const day = parsePlainDate(text)
  return day === null
    ? refused(
        refuse(serverRefusals, 'day-not-readable', 'there is no such day', `${part}.${member}`),
      )
    : ok(day)
}
