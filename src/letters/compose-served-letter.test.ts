import { describe, expect, it } from 'vitest'
import { type PlainDate, valueOf } from '#foundation'
import { composeServedLetter, recipientsOf } from './compose-served-letter.ts'
import type { ServedLetter } from './served-letter.ts'
import { layOutServedLetter } from './served-letter-layout.ts'
import {
  buildApplication,
  buildDetermination,
  buildIssue,
  buildServedLetterRequest,
  day,
} from './test-builders.ts'

const overturned = buildIssue({ decision: 'overturned' })

function stepsOf(letter: ServedLetter): readonly string[] {
  return letter.whatHappensNext.map(({ party, by }) => `${party}: ${by}`)
}

describe('what happens next', () => {
  it('tells the claims administrator to authorize within five working days, Veterans Day out', () => {
    const letter = composeServedLetter(
      buildServedLetterRequest({
        determination: buildDetermination({ issues: [overturned], outcome: 'overturn' }),
      }),
    )
    expect(stepsOf(valueOf(letter))).toContain('Claims administrator: November 12, 2026')
  })
  it('tells the claims administrator to pay within 20 days for what was already given', () => {
    const letter = composeServedLetter(
      buildServedLetterRequest({
        determination: buildDetermination({
          issues: [{ ...overturned, retrospective: true }],
          outcome: 'overturn',
        }),
      }),
    )
    expect(stepsOf(valueOf(letter))[0]).toBe('Claims administrator: November 24, 2026')
  })
  it('gives the worker 30 days to appeal after personal service, 35 after mail in California', () => {
    const [employee] = recipientsOf(buildApplication())
    if (!employee) throw new TypeError('no employee')
    const appeal = (method: 'mail' | 'personal'): readonly string[] =>
      stepsOf(
        valueOf(
          composeServedLetter(buildServedLetterRequest({ recipients: [{ ...employee, method }] })),
        ),
      )
    expect(appeal('personal')).toContain('Injured worker: December 4, 2026')
    expect(appeal('mail')).toContain('Injured worker: December 9, 2026')
  })
  it('does not offer an appeal to who has won everything', () => {
    const parties = valueOf(composeServedLetter(buildServedLetterRequest())).whatHappensNext.map(
      ({ party }) => party,
    )
    expect(parties).toEqual(['Requesting physician', 'Injured worker'])
  })
  it('counts the twelve months of an upheld decision from the UR decision, 29 February too', () => {
    const by = (urDenialDate: PlainDate | null): readonly string[] =>
      stepsOf(
        valueOf(
          composeServedLetter(
            buildServedLetterRequest({ determination: buildDetermination({ urDenialDate }) }),
          ),
        ),
      )
    expect(by(day('2026-09-14'))).toContain('Requesting physician: After September 14, 2027')
    expect(by(day('2024-02-29'))).toContain('Requesting physician: After March 1, 2025')
    expect(by(null)).toContain('Requesting physician: Twelve months after the UR decision')
  })
})

describe('the served letter', () => {
  it('is signed by the medical director and never names a reviewer', () => {
    const layout = layOutServedLetter(valueOf(composeServedLetter(buildServedLetterRequest())))
    expect(layout.closing).toMatchObject({
      name: 'Rosalind Achterberg, MD',
      office: 'Medical Director',
    })
    expect(JSON.stringify(layout)).toContain('The credentials of the expert reviewer')
  })
  it('goes to every party of the application, the representative too', () => {
    const { address } = buildApplication().employee
    const application = buildApplication({
      representative: {
        name: { first: 'Ida', last: 'Rook' },
        capacity: 'attorney',
        designatedOn: buildApplication().receivedOn,
        address,
      },
    })
    expect(recipientsOf(application).map(({ role }) => role)).toEqual([
      'employee',
      'representative',
      'requesting-physician',
      'claims-administrator',
    ])
  })
})
