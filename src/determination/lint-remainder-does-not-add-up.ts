import { visitsOf } from './count-visits.ts'
import type { LintRule } from './finding.ts'

/** Requested, authorized and remaining part of a modified request do not add up. */
export const lintRemainder: LintRule = ({ issues }) =>
  issues.flatMap(({ partial }, index) => {
    if (!partial) return []
    const [requested, authorized, remainder] = [
      quantityOf(partial.requested),
      quantityOf(partial.authorized),
      quantityOf(partial.remainder),
    ]
    if (requested === null || authorized === null || remainder === null) return []
    if (requested - authorized === remainder) return []
    return [
      {
        code: 'remainder-does-not-add-up',
        severity: 'warning',
        issue: index + 1,
        part: 'treatment',
        message: `${requested} requested, ${authorized} authorized, ${remainder} said to remain`,
        quote: partial.remainder,
      } as const,
    ]
  })

/** The one quantity of a part: visits, `times 12`, `#30`. Null where it has none or several. */
function quantityOf(text: string): number | null {
  const visits = visitsOf(text)
  if (visits !== null) return visits
  const found = [...text.matchAll(/(?:\btimes |#|\bx ?)(\d{1,3})\b/gi)].map((match) =>
    Number(match[1]),
  )
  return found.length === 1 ? (found[0] ?? null) : null
}
