import type { Finding, LintRule } from './finding.ts'
import { splitSentences } from './sentences.ts'

/** The injured worker is of one sex in the summary and of the other elsewhere. */
export const lintSex: LintRule = ({ caseSummary, issues }) => {
  const stated = /\byear[- ]old\b[^.]{0,40}?\b(male|female|man|woman|gentleman|lady)\b/i.exec(
    caseSummary,
  )?.[1]
  if (!stated) return []
  const sex = /^(?:male|man|gentleman)$/i.test(stated) ? 'male' : 'female'
  const wrong = sex === 'male' ? saysFemale : saysMale
  const texts = [
    { text: caseSummary, part: 'case-summary' as const },
    ...issues.map(({ rationale }, index) => ({
      text: rationale,
      part: 'rationale' as const,
      issue: index + 1,
    })),
  ]
  return texts.flatMap(({ text, ...place }) =>
    splitSentences(text)
      .filter((sentence) => !aboutOthers.test(sentence.text))
      .flatMap((sentence): Finding[] => {
        const match = wrong.exec(sentence.text)
        if (!match) return []
        const start = sentence.span.start + match.index
        return [
          {
            code: 'sex-contradiction',
            severity: 'warning',
            ...place,
            message: `the summary says "${stated}", here it says "${match[0]}"`,
            span: { start, end: start + match[0].length },
            quote: match[0],
          },
        ]
      })
      .slice(0, 1),
  )
}

const saysFemale =
  /(?<![/\w])(?:she|herself|hers|her)(?![/\w])|\b(?:the|this) (?:female|woman)\b|\bhysterectomy\b|\bpregnan\w+/i

const saysMale =
  /(?<![/\w])(?:he|himself|his|him)(?![/\w])|\b(?:the|this) (?:male|man)\b|\bprostat\w+/i

/** Pronouns in such sentences may be another person's. */
const aboutOthers =
  /\b(?:doctor|physician|provider|surgeon|therapist|chiropractor|Dr|specialist|psychologist|practitioner|wife|husband|mother|father|son|daughter|brother|sister|coworker|co-worker|supervisor|he\/she|his\/her|women|men|patients)\b/i
