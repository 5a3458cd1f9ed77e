import { absenceWords, findAbsenceClaims } from './absence-claims.ts'
import type { Finding, LintRule } from './finding.ts'
import { splitSentences } from './sentences.ts'

/**
 * Treatments that the summary names as done and the rationale calls undocumented: the plainly
 * erroneous finding on which determinations are set aside (Labor Code 4610.6(h)(5)).
 */
export const lintUndocumented: LintRule = ({ caseSummary, issues }) => {
  const told = splitSentences(caseSummary)
    .filter(({ text }) => done.test(text) && !notDone.test(text))
    .map(({ text }) => text)
  const given = treatments.filter(([, words]) => told.some((text) => words.test(text)))
  return issues.flatMap(({ rationale }, index) =>
    findAbsenceClaims(rationale).flatMap(({ text, span }): Finding[] => {
      // The claim itself, without what another clause of its sentence tells.
      const clause = text
        .split(/[;,] |\b(?:as|although|though|since|but|despite|while) (?:he|she|the)\b/)
        .find((part) => absenceWords.test(part))
      if (clause === undefined || resultMissing.test(clause)) return []
      const named = given.find(([, words]) => words.test(clause))?.[0]
      const conservative = conservativeCare.test(clause)
        ? given.find(([, , isConservative]) => isConservative)?.[0]
        : undefined
      const contradicted = named ?? conservative
      if (contradicted === undefined) return []
      return [
        {
          code: 'undocumented-but-in-summary',
          // That care failed is more than that it was given: this is for the physician to weigh.
          severity: /\bfail\w*/i.test(clause) ? 'note' : 'warning',
          issue: index + 1,
          part: 'rationale',
          message: `the rationale calls it undocumented, the summary tells of ${contradicted}`,
          span,
          quote: text,
        },
      ]
    }),
  )
}

/** Treatments by the words for them; conservative care is any of the others that are conservative. */
const treatments: readonly (readonly [name: string, words: RegExp, conservative: boolean])[] = [
  ['physical therapy', /\b(?:physical therapy|physiotherapy|PT)\b/i, true],
  ['chiropractic care', /\bchiropract\w+/i, true],
  ['acupuncture', /\bacupuncture\b/i, true],
  ['home exercise', /\b(?:home exercises?|HEP|exercise program)\b/i, true],
  ['injections', /\b(?:injections?|ESIs?)\b/i, false],
]

const conservativeCare =
  /\bconservative (?:treatment|care|therapy|therapies|measures|management)\b/i

/** The summary tells of it as done. */
const done =
  /\b(?:treatments?(?: rendered)?(?: to date)?(?: has| have)? ?includ\w+|treated with|has (?:had|undergone|completed|received|attended|tried|failed)|underwent|completed|received|attended|previous treatments?|failed|despite|sessions of)\b/i

const notDone =
  /\b(?:request\w*|recommend\w*|plan\w*|denied|certif\w*|authoriz\w*|scheduled|pending|not)\b/i

/** The rationale finds it undocumented as such: a missing result of it is another matter. */
const resultMissing =
  /\b(?:functional|improvement|benefit|response|outcome|results?|progress|efficacy|number of|additional|further|recent|exhaust\w*|why)\b/i
