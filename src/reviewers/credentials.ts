import type { ReviewerCredentials } from '#case'
import { isNonEmpty, type PlainDate, plainDateOf } from '#foundation'
import type { Reviewer } from './reviewer.ts'

/**
 * What may be said about a reviewer outside the organization on a day: states of unrestricted
 * licences, certificates that are current, practice. Never a name, a number or a board file.
 * Null where no licence or no certificate holds on that day.
 */
export function credentialsOf(reviewer: Reviewer, on: PlainDate): ReviewerCredentials | null {
  const licensure = unique(
    reviewer.licences
      .filter(({ restricted, expiresOn }) => !restricted && expiresOn >= on)
      .map(({ state }) => state),
  )
  const specialties = unique(
    reviewer.certifications
      .filter(({ currentUntil }) => currentUntil === null || currentUntil >= on)
      .map(({ specialty }) => specialty),
  )
  if (!isNonEmpty(licensure) || !isNonEmpty(specialties)) return null
  return {
    licensure,
    specialties,
    yearsInPractice: wholeYears(reviewer.practisingSince, on),
    hoursPerWeek: reviewer.practiceHoursPerWeek,
  }
}

/** Whether more than so many years have passed: the anniversary itself is not more. */
export function isOlderThanYears(since: PlainDate, years: number, on: PlainDate): boolean {
  return anniversary(since, years) < on
}

function wholeYears(since: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(since.slice(0, 4))
  return Math.max(0, anniversary(since, years) <= on ? years : years - 1)
}

function anniversary(since: PlainDate, years: number): PlainDate {
  const [year = 0, month = 0, day = 0] = since.split('-').map(Number)
  // 29 February has its anniversary on 1 March of a common year.
  return plainDateOf(year + years, month, day) ?? plainDateOf(year + years, 3, 1) ?? since
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}
