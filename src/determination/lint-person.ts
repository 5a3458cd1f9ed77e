import type { Determination } from './determination.ts'
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

/** Two ages of one person, or an age that the date of birth rules out. */
export const lintAge: LintRule = (determination, { dateOfBirth }) => {
  const ages = findAges(determination)
  const first = ages[0]
  if (!first) return []
  const findings: Finding[] = []
  const other = ages.find(({ age }) => Math.abs(age - first.age) > 1)
  if (other) {
    findings.push({
      code: 'age-contradiction',
      severity: 'warning',
      ...(other.issue === undefined ? {} : { issue: other.issue }),
      part: other.issue === undefined ? 'case-summary' : 'rationale',
      message: `${first.age} years old in the summary, ${other.age} here`,
      span: other.span,
      quote: other.quote,
    })
  }
  const { decisionDate, dateOfInjury } = determination
  if (dateOfBirth && decisionDate) {
    const oldest = yearsBetween(dateOfBirth, decisionDate)
    const youngest = dateOfInjury ? yearsBetween(dateOfBirth, dateOfInjury) : oldest - 1
    if (first.age > oldest || first.age < Math.min(youngest, oldest - 1)) {
      findings.push({
        code: 'age-contradiction',
        severity: 'blocking',
        part: 'case-summary',
        message: `the summary says ${first.age} years; by the date of birth it is ${oldest}`,
        span: first.span,
        quote: first.quote,
      })
    }
  }
  return findings
}

function findAges({ caseSummary, issues }: Determination) {
  const texts: readonly { readonly text: string; readonly issue?: number }[] = [
    { text: caseSummary },
    ...issues.map(({ rationale }, index) => ({ text: rationale, issue: index + 1 })),
  ]
  return texts.flatMap(({ text, issue }) =>
    [
      ...text.matchAll(/\b(\d{1,3})[- ]years?[- ]old\b(?! (?:injur|mri|x-?ray|stud|scan|surg))/gi),
    ].map((match) => ({
      age: Number(match[1]),
      quote: match[0],
      span: { start: match.index, end: match.index + match[0].length },
      ...(issue === undefined ? {} : { issue }),
    })),
  )
}

function yearsBetween(first: string, second: string): number {
  const years = Number(second.slice(0, 4)) - Number(first.slice(0, 4))
  return second.slice(5) < first.slice(5) ? years - 1 : years
}
