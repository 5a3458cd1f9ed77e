import { describe, expect, it } from 'vitest'
import { outcomeOf } from '#case'
import type { Determination } from '#determination'
import { summarizePlainly } from './plain-language.ts'
import { fernandezHuertaEase, fleschKincaidGrade } from './reading-level.ts'
import { buildIssue } from './test-builders.ts'

const upheld = buildIssue()
const overturned = buildIssue({ decision: 'overturned' })
const paid = buildIssue({ decision: 'overturned', retrospective: true })
const cases: readonly (readonly [Determination['issues']])[] = [
  [[upheld]],
  [[upheld, upheld]],
  [[overturned]],
  [[overturned, overturned, overturned]],
  [[paid]],
  [[upheld, overturned]],
  [[upheld, overturned, paid, upheld, overturned]],
  [[upheld, ...Array.from({ length: 20 }, () => overturned)]],
]

describe('the summary for the injured worker', () => {
  it.each(cases)('reads at grade 8 or below in English, and plainly in Spanish', (issues) => {
    const determination = { issues, outcome: outcomeOf(issues) }
    expect(fleschKincaidGrade(summarizePlainly(determination, 'en').join(' '))).toBeLessThan(8)
    expect(fernandezHuertaEase(summarizePlainly(determination, 'es').join(' '))).toBeGreaterThan(65)
  })
  it('says first, in one sentence, what was decided', () => {
    const issues = [upheld, overturned] as const
    const [outcome] = summarizePlainly({ issues, outcome: 'partially-overturn' }, 'en')
    expect(outcome).toBe(
      'One of the two treatments in dispute is medically necessary, and the claims administrator ' +
        'must provide it; for the rest its decision stands.',
    )
  })
  it('does not promise treatment that was already given, but its payment', () => {
    const text = summarizePlainly({ issues: [paid], outcome: 'overturn' }, 'en').join(' ')
    expect(text).toContain('must be paid for')
    expect(text).not.toContain('You can get')
    expect(text).not.toContain('provide')
    const spanish = summarizePlainly({ issues: [paid], outcome: 'overturn' }, 'es').join(' ')
    expect(spanish).toContain('lo tiene que pagar')
  })
  it('speaks of an appeal to who has something to appeal against', () => {
    const won = summarizePlainly({ issues: [overturned], outcome: 'overturn' }, 'en').join(' ')
    expect(won).toContain('If the claims administrator does not agree')
    expect(won).not.toContain('If you do not agree')
    const lost = summarizePlainly({ issues: [upheld], outcome: 'uphold' }, 'es').join(' ')
    expect(lost).toContain('Si no está de acuerdo, puede pedir')
  })
})

describe('the measure of reading', () => {
  it('puts a primer low and a statute high', () => {
    expect(fleschKincaidGrade('The cat sat on the mat. The dog ran.')).toBeLessThan(2)
    expect(
      fleschKincaidGrade(
        'Notwithstanding any contrary determination, the administrative director shall promulgate ' +
          'regulations implementing the independent medical review organization requirements.',
      ),
    ).toBeGreaterThan(18)
  })
})
