import { readFileSync } from 'node:fs'
import type { PlainDate } from '#foundation'

/** One edition of a chapter, and the days on which it was in force (until: last day, or null). */
export type Edition = {
  /** The year that names it in letters. */
  readonly edition: string
  readonly from: PlainDate
  readonly until: PlainDate | null
}

/** A chapter of the State's schedule (8 CCR 9792.22–9792.24.4). */
export type Chapter = {
  readonly title: string
  readonly regulation: string
  /** Number in the ACOEM Practice Guidelines, as letters of 2014 cite it. */
  readonly acoemChapter?: number
  /** First and last page in that book. */
  readonly pages?: readonly [number, number]
  /** Body regions it is about; empty for chapters about a kind of treatment. */
  readonly regions: readonly string[]
  readonly aliases: readonly string[]
  readonly editions: readonly Edition[]
}

/** A chapter of the Official Disability Guidelines. */
export type OdgChapter = {
  readonly title: string
  readonly regions: readonly string[]
  readonly aliases: readonly string[]
}

/** Chapters of the schedule; dates are flagged unverified in the file. */
export const mtusChapters: readonly Chapter[] = read<{ chapters: Chapter[] }>('mtus.json').chapters
export const odgChapters: readonly OdgChapter[] = read<{ chapters: OdgChapter[] }>(
  'odg.json',
).chapters
/** Section names with a comma inside. */
export const sectionNamesWithCommas: readonly string[] = read<{ names: string[] }>(
  'section-names.json',
).names

function read<T>(file: string): T {
  const url = new URL(`../../rules/citations/${file}`, import.meta.url)
  return JSON.parse(readFileSync(url, 'utf8')) as T
}
