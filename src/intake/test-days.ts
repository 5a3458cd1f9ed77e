import { type PlainDate, parsePlainDate } from '#foundation'

/** A day for a test, which must exist. */
export function day(text: string): PlainDate {
  const found = parsePlainDate(text)
  if (!found) throw new Error(`no such day: ${text}`)
  return found
}
