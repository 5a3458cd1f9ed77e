import type { Finding, LintRule } from './finding.ts'
import { quotations } from './quotations.ts'

/**
 * A phrase of the cited chapter with a word changed: "psychological evidence" for "physiologic
 * evidence". Compared word by word with the stored phrases of the chapters that the issue cites;
 * free paraphrase, with more than one word in six changed, is not a quotation.
 */
export const lintQuotations: LintRule = ({ issues }) =>
  issues.flatMap(({ rationale, reviewOrganizationGuideline: { text: citation } }, index) => {
    const said = tokens(rationale)
    const seen = new Set<number>()
    return quotations
      .filter(({ chapter }) => citation.toLowerCase().includes(chapter.toLowerCase()))
      .flatMap(({ text, chapter, edition, pages }) => {
        const wanted = tokens(text)
        const found: Finding[] = []
        for (let at = 0; at + wanted.length <= said.length; at += 1) {
          const changed = wanted.flatMap((word, offset) => {
            const other = said[at + offset]
            return other && other.stem !== word.stem ? [{ word, other }] : []
          })
          const first = changed[0]
          if (!first || changed.length > wanted.length / 6) continue
          if (changed.some(({ word, other }) => word.text.length < 5 || other.text.length < 5))
            continue
          const { start, end } = first.other
          if (seen.has(start)) continue
          seen.add(start)
          found.push({
            code: 'quotation-differs',
            severity: 'warning',
            issue: index + 1,
            part: 'rationale',
            message: `"${first.other.text}" stands where ${chapter} ${edition}, p. ${pages}, has "${first.word.text}"`,
            span: { start, end },
            quote: first.other.text,
          })
        }
        return found
      })
  })

type Token = {
  readonly text: string
  readonly stem: string
  readonly start: number
  readonly end: number
}

/** Words, with endings that do not change the sense cut off: neurologic(al), finding(s). */
function tokens(text: string): readonly Token[] {
  return [...text.matchAll(/[A-Za-z]+/g)].map((match) => ({
    text: match[0],
    stem: match[0].toLowerCase().replace(/(?<=ic)al(?:ly)?$|(?<=[a-z]{3})s$/, ''),
    start: match.index,
    end: match.index + match[0].length,
  }))
}
