import { mtusChapters } from '#guidelines'
import type { Finding, LintRule } from './finding.ts'

/**
 * Pages are cited that the chapter does not have, in the book of 2004 with its numbered chapters.
 * A note: the page ranges are unverified data.
 */
export const lintPagesOutsideChapter: LintRule = ({ issues }) =>
  issues.flatMap(({ reviewOrganizationGuideline: { citations } }, index) =>
    citations.flatMap(({ source, title, edition, pages = [] }): Finding[] => {
      const range = mtusChapters.find((known) => known.title === title)?.pages
      if (source !== 'MTUS' || !range || (edition && edition !== '2004')) return []
      const [first, last] = range
      return pages
        .filter((page) => page.split('-').some((at) => Number(at) < first || Number(at) > last))
        .map((page) => ({
          code: 'pages-outside-chapter',
          severity: 'note',
          issue: index + 1,
          part: 'review-organization-guideline',
          message: `page ${page} is cited; ${title} has pages ${first} to ${last}`,
          quote: page,
        }))
    }),
  )
