import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { valueOf } from '#foundation'
import type { Guideline } from '#guidelines'
import { readLetterText } from './index.ts'

type Known = {
  readonly file: string
  readonly caseSummary: string
  readonly notFound: number
  readonly findings: readonly string[]
  readonly licensure: readonly string[]
  readonly specialties: readonly string[]
  readonly issues: readonly {
    readonly decision: string
    readonly category: string
    readonly regions: readonly string[]
    readonly partial?: true
    readonly associated?: true
    readonly retrospective?: readonly string[]
    readonly claims: string
    readonly review: string
    readonly words: {
      readonly treatment: string
      readonly claims: string
      readonly review: string
      readonly rationale: string
    }
  }[]
}

const known = (
  JSON.parse(
    readFileSync(
      new URL('../../conformance/letters/published-letters.json', import.meta.url),
      'utf8',
    ),
  ) as { readonly letters: readonly Known[] }
).letters
const data = new URL('../../../shared/data/', import.meta.url)
const here = existsSync(data)

const hashOf = (words: string) => createHash('sha256').update(words).digest('hex').slice(0, 16)
const sayCitations = ({ cited, citations }: Guideline) =>
  cited
    ? citations.map(({ source, edition, sections, pages }) =>
        [source, edition ?? '', sections?.length ?? 0, pages?.join(' ')].join('|'),
      )
    : 'none'

// The letters themselves are not ours to keep: without the shared folder there is nothing to read.
describe.skipIf(!here)('29 published letters, checked by eye (skipped without ../shared)', () => {
  for (const expected of known) {
    it(`reads ${expected.file} to the word`, () => {
      const text = readFileSync(new URL(expected.file, data), 'utf8')
      const letter = valueOf(readLetterText(text, { file: expected.file }))
      const { reviewer, issues, caseSummary, findings, notFound, file: _file, ...header } = letter
      expect({
        file: expected.file,
        ...header,
        licensure: reviewer.licensure,
        specialties: reviewer.specialties,
        caseSummary: hashOf(caseSummary),
        findings: findings.map(({ code }) => code),
        notFound: notFound.length,
        issues: issues.map((issue) => ({
          decision: issue.decision,
          category: [issue.category, issue.subcategory].join(' / '),
          regions: issue.bodyRegions,
          ...(issue.partial ? { partial: true } : {}),
          ...(issue.associatedSurgicalService ? { associated: true } : {}),
          ...(issue.retrospective ? { retrospective: issue.datesOfService } : {}),
          claims: sayCitations(issue.claimsAdministratorGuideline),
          review: sayCitations(issue.reviewOrganizationGuideline),
          words: {
            treatment: hashOf(issue.treatment),
            claims: hashOf(issue.claimsAdministratorGuideline.text),
            review: hashOf(issue.reviewOrganizationGuideline.text),
            rationale: hashOf(issue.rationale),
          },
        })),
      }).toEqual(expected)
    })
  }
})
