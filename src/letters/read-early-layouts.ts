import { joinLines } from './clean-text.ts'
import type { Finding, LetterFormat } from './read-letter-types.ts'
import type { IssueText } from './split-issues.ts'

/** What the layouts of 2013 give; assembled like the others. */
export type EarlyLetter = {
  readonly format: LetterFormat
  readonly header: string
  readonly reviewerZone: string | null
  readonly summary: string | null
  readonly issues: readonly IssueText[]
}

/**
 * Reads the layouts of 2013 and early 2014 by their headings (handbook, letters.md 2): F3 (medical
 * professional review), F-N (notice with numbered findings), F2 (numbered decisions). Null for any
 * other text. Only their section lists and phrases are known; no letter of ours was measured.
 */
export function readEarlyLayout(text: string, findings: Finding[]): EarlyLetter | null {
  if (text.includes('IMR ISSUES, DECISIONS AND RATIONALES')) return null
  if (/MEDICAL\s+PROFESSIONAL\s+REVIEW/.test(text) && /ISSUES?\s+AT\s+DISPUTE/.test(text)) {
    return readF3(text)
  }
  if (
    /\bhas\s+determined\s+(?:that\s+)?the\s+requests?\s+for\b/i.test(text) &&
    caseSummaryFN.test(text)
  ) {
    return readFN(text, findings)
  }
  if (
    headF2.test(text) &&
    !/Decision\s+rationale\s*:\s/.test(text.replace(/decision rationale:/g, ''))
  ) {
    return readF2(text)
  }
  return null
}

const headF2 = /IMR\s+DECISIONS?\(S\)\s+AND\s+RATIONALES?\(S\)/
const caseSummaryFN = /(?:^|[\n\f])\s*Case\s+Summary\s*:/

function between(text: string, from: RegExp, ...to: readonly RegExp[]): string | null {
  const start = from.exec(text)
  if (!start) return null
  const rest = text.slice(start.index + start[0].length)
  const ends = to.flatMap((pattern) => pattern.exec(rest)?.index ?? [])
  return rest.slice(0, Math.min(rest.length, ...ends))
}

const f3 = {
  issue: /ISSUES?\s+AT\s+DISPUTE\s*:?/,
  summary: /(?:[\n\f]|^)\s*CASE\s+SUMMARY\s*:?/,
  documents: /DOCUMENTS\s+REVIEWED\s+FOR\s+DETERMINATION\s*:?/,
  guideline:
    /MEDICAL\s+TREATMENT\s+GUIDELINE\(?S?\)?\s+RELIED\s+UPON\s+BY\s+PROFESSIONAL\s+REVIEWER\s+AND\s+WHY\s*:?/,
  rationale:
    /RATIONALE\s+FOR\s+WHY\s+THE\s+REQUESTED\s+TREATMENT\/SERVICE\s+(?:IS\/WAS|IS|WAS)\s+(?<not>NOT\s+)?MEDICALLY\s+NECESSARY\s*:?/,
  qualifications: /MEDICAL\s+REVIEWER\s+QUALIFICATIONS\s*:?/,
} as const

function readF3(text: string): EarlyLetter | null {
  const heading = f3.rationale.exec(text)
  const all = Object.values(f3)
  if (!heading) return { format: 'F3', header: '', reviewerZone: null, summary: null, issues: [] }
  const issue = between(text, f3.issue, ...all.slice(1)) ?? ''
  const guideline = between(text, f3.guideline, f3.rationale, f3.qualifications)
  const rationale = between(text, f3.rationale, f3.qualifications)
  const treatments = numbered(issue)
  return {
    format: 'F3',
    header: text.slice(0, f3.issue.exec(text)?.index ?? 0),
    reviewerZone: between(text, f3.qualifications),
    summary: joinLines(between(text, f3.summary, f3.documents, f3.guideline, f3.rationale) ?? ''),
    issues: treatments.map((treatment) => ({
      treatment: treatment.replace(/[\s.]+$/, ''),
      decision: heading.groups?.['not'] === undefined ? 'overturned' : 'upheld',
      claimsAdministratorGuideline: null,
      reviewOrganizationGuideline: guideline,
      rationale,
    })),
  }
}

/** Items of a numbered list, or the whole text as one. */
function numbered(text: string): readonly string[] {
  const items = text
    .split(/(?:^|[\n\f])\s*\d{1,2}[.)]\s+/)
    .map((item) => joinLines(item))
    .filter((item) => item !== '')
  return items.length === 0 ? [] : items
}

const findingFN =
  /(?:^|[\n\f])\s*(?<number>\d{1,2})[.)]\s+[^\n\f]{0,120}?\bhas\s+determined\s+(?:that\s+)?the\s+requests?\s+for\s+(?<treatment>[\s\S]{2,700}?)\s+(?:is|are|was|were)\s+(?<not>not\s*)?medically\s+necessary(?:\s+and\s+appropriate)?/gi
const relied =
  /(?:Section\s+of\s+the\s+)?Medical\s+Treatment\s+(?:Utilization\s+Schedule|Guidelines?(?:\(s\))?)\s+Relied\s+Upon[^:]{0,120}:/i
const rationaleFN = /Rationale\s+for\s+the\s+Decision\s*:/i

function readFN(text: string, findings: Finding[]): EarlyLetter {
  const decided = new Map<number, { treatment: string; decision: 'upheld' | 'overturned' }>()
  for (const match of text.matchAll(findingFN)) {
    const { number = '', treatment = '', not } = match.groups ?? {}
    const index = Number(number)
    const decision = not === undefined ? 'overturned' : 'upheld'
    const before = decided.get(index)
    if (before && before.decision !== decision) {
      // The letter gives its findings twice; they must agree.
      findings.push({
        code: 'contradicting-decisions',
        message: `finding ${index} is given twice with different decisions`,
        where: `issues[${index - 1}].decision`,
      })
    }
    if (!before) decided.set(index, { treatment: joinLines(treatment), decision })
  }
  const summary = between(
    text,
    caseSummaryFN,
    /Documents\s+Reviewed/i,
    /(?:[\n\f])\s*1[.)]\s+Regarding/i,
  )
  const told = joinLines(summary ?? '')
  const disclaimer = /^Disclaimer\s*:?\s*[^.]*\btaken\b[^.]*\butilization review\b[^.]*\.\s*/i.exec(
    told,
  )
  if (disclaimer) {
    findings.push({
      code: 'summary-copied-from-ur',
      message: 'the letter says that its summary was taken from the utilization review decision',
      where: 'caseSummary',
    })
  }
  const blocks = blocksByNumber(text)
  const sentence =
    /An\s+application\s+for\s+Independent\s+Medical\s+Review[\s\S]{0,600}?(?=\.\s+A\s+decision|$)/i.exec(
      text,
    )?.[0] ?? ''
  return {
    format: 'F-N',
    header: headerOfSentences(text, sentence),
    reviewerZone: between(text, /Medical\s+Qualifications[^:\n\f]*:/i, caseSummaryFN),
    summary: disclaimer ? told.slice(disclaimer[0].length) : told,
    issues: [...decided].map(([number, { treatment, decision }]) => {
      const block = blocks.get(number) ?? ''
      const guidelines = joinLines(between(block, relied, rationaleFN) ?? '')
      return {
        treatment,
        decision,
        ...bySide(guidelines),
        rationale: between(block, rationaleFN),
      }
    }),
  }
}

/** The blocks "N) Regarding the request for …:" after the summary. */
function blocksByNumber(text: string): ReadonlyMap<number, string> {
  const blocks = new Map<number, string>()
  const heads = [
    ...text.matchAll(/(?:^|[\n\f])\s*(\d{1,2})[.)]\s+Regarding\s+the\s+requests?\s+for\b/gi),
  ]
  for (const [index, head] of heads.entries()) {
    blocks.set(Number(head[1]), text.slice(head.index, heads[index + 1]?.index ?? text.length))
  }
  return blocks
}

/** The prose of these letters says the dates in sentences; here they become labels and values. */
function headerOfSentences(text: string, sentence: string): string {
  const date = String.raw`\s*:?\s*(\d{1,2}[/-]\d{1,2}[/-]\d{2,4})`
  const find = (pattern: string, where: string) => new RegExp(pattern + date, 'i').exec(where)?.[1]
  const top = text.slice(0, 1500)
  const lines = [
    ['Decision Date', find('Determination\\s+Dated?', top)],
    ['UR Denial Date', find('UR\\s+Denial\\s+Date', top) ?? find('Denial\\s+dated', sentence)],
    ['Application Received', find('Application\\s+Received', top) ?? find('filed\\s+on', sentence)],
    ['Date of Injury', find('Date\\s+of\\s+Injury', top)],
    ['Date Assigned', find('Date\\s+Assigned', top)],
    ['Case Number', /\b(?:CM|IMR)[\s-]?\d{2}-\d{4,7}\b/.exec(top)?.[0]],
    ['Priority', /\bPriority\s*:\s*(Standard|Expedited)/i.exec(top)?.[1]],
  ]
  return lines.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : [])).join('\n')
}

/** Splits prose about both sides: sentences about the claims administrator, then the others. */
function bySide(guidelines: string): {
  claimsAdministratorGuideline: string | null
  reviewOrganizationGuideline: string | null
} {
  const claims: string[] = []
  const review: string[] = []
  for (const sentence of guidelines.split(
    /(?<=\.)\s+(?=The (?:Claims Administrator|Expert Reviewer|Physician Reviewer|Reviewer|provider)\b)/i,
  )) {
    if (sentence.trim() === '') continue
    if (/^The claims administrator\b/i.test(sentence)) claims.push(sentence)
    else review.push(sentence)
  }
  return {
    claimsAdministratorGuideline: claims.length === 0 ? null : claims.join(' '),
    reviewOrganizationGuideline: review.length === 0 ? null : review.join(' '),
  }
}

const decisionF2 =
  /(?:^|[\n\f])\s*(?<number>\d{1,2})[.)]\s+(?:Decision\s+for\s+|The\s+request\s+for\s+)?(?<treatment>[^\n\f](?:(?!\n\n)[\s\S]){1,600}?)\s+(?:is|are|was|were)\s+(?<not>not\s*)?medically\s+necessary(?:\s+and\s+appropriate)?\s*\./gi
const rationaleF2 =
  /(?:Physician|Expert)?\s*Reviewer['’]s\s+decision\s+rationale\s*:|Decision\s+rationale\s*:/i

function readF2(text: string): EarlyLetter {
  const section = between(text, headF2) ?? ''
  const heads = [...section.matchAll(decisionF2)]
  return {
    format: 'F2',
    header: text.slice(0, /HOW\s+THE\s+IMR\s+FINAL/.exec(text)?.index ?? 0),
    reviewerZone: between(
      text,
      /HOW\s+THE\s+IMR\s+FINAL\s+DETERMINATION\s+WAS\s+MADE/,
      /DOCUMENTS\s+REVIEWED/,
      /CLINICAL\s+CASE\s+SUMMARY/,
    ),
    summary: joinLines(
      (between(text, /CLINICAL\s+CASE\s+SUMMARY/, headF2) ?? '').replace(
        /^\s*The\s+(?:physician|expert)\s+reviewer\s+developed[^:]{0,200}:/i,
        '',
      ),
    ),
    issues: heads.map((head, index) => {
      const { treatment = '', not } = head.groups ?? {}
      const body = section.slice(
        head.index + head[0].length,
        heads[index + 1]?.index ?? section.length,
      )
      const label = rationaleF2.exec(body)
      const before = label ? body.slice(0, label.index).replace(/\bThe\s*$/, '') : body
      return {
        treatment,
        decision: not === undefined ? 'overturned' : 'upheld',
        ...bySide(joinLines(before)),
        rationale: label ? body.slice(label.index + label[0].length) : null,
      }
    }),
  }
}
