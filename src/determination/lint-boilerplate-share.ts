import type { Finding, LintRule } from './finding.ts'
import { shingles } from './word-runs.ts'

/**
 * More than half of a rationale stands word for word in an earlier issue of the letter, or in the
 * stock texts given: measured in runs of eight words. Services that go with a surgery are left
 * out: one reason serves them all.
 */
export const lintBoilerplate: LintRule = ({ issues }, { stockTexts = [] }) => {
  const stock = new Set(stockTexts.flatMap(shingles))
  const earlier = new Set<string>()
  return issues.flatMap(({ rationale, associatedSurgicalService }, index): Finding[] => {
    const runs = shingles(rationale)
    const share = (known: ReadonlySet<string>) =>
      runs.filter((run) => known.has(run)).length / runs.length
    const [ofStock, ofEarlier] = [share(stock), share(earlier)]
    for (const run of runs) earlier.add(run)
    if (runs.length < shortest || associatedSurgicalService) return []
    const more = Math.max(ofStock, ofEarlier)
    if (more <= 0.5) return []
    const source = ofEarlier >= ofStock ? 'earlier issues of this letter' : 'stock text'
    return [
      {
        code: 'boilerplate-share',
        severity: 'note',
        issue: index + 1,
        part: 'rationale',
        message: `${Math.round(100 * more)} % of this rationale stands word for word in ${source}`,
      },
    ]
  })
}

/** Runs of a rationale that can show a share at all: about thirty words. */
const shortest = 24
