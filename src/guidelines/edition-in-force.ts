import type { PlainDate } from '#foundation'
import { type Edition, mtusChapters } from './citation-rules.ts'
import { normaliseTitle } from './normalise-title.ts'

/**
 * The edition of a chapter of the State's schedule that was in force on a day, or null where the
 * chapter is not known or had no edition then. The title may be as printed. Authority: 8 CCR
 * 9792.22–9792.24.4; the days are data in `rules/citations/mtus.json`, flagged unverified.
 */
export function editionInForce(chapter: string, on: PlainDate): Edition | null {
  const title = normaliseTitle(chapter)
  const editions = mtusChapters.find((known) => known.title === title)?.editions ?? []
  return (
    editions.find(
      (edition) => edition.from <= on && (edition.until === null || on <= edition.until),
    ) ?? null
  )
}
