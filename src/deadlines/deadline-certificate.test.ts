import { describe, expect, it } from 'vitest'
import { type PlainDate, valueOf } from '#foundation'
import { certifyDeadline, verifyDeadlineCertificate } from './deadline-certificate.ts'

const certificate = valueOf(
  certifyDeadline({
    clock: 'f1',
    start: { on: '2026-10-26' as PlainDate, service: 'mail', place: 'CA' },
  }),
)

describe('a deadline certificate', () => {
  it('holds after a way through JSON', () => {
    expect(verifyDeadlineCertificate(JSON.parse(JSON.stringify(certificate)))).toEqual({ ok: true })
  })

  it('names rule set, calendar, authority, inputs and hash', () => {
    expect(certificate.request).toEqual({
      clock: 'F1',
      rules: 'CA-WC-2026',
      calendar: 'gov-6700',
      start: { on: '2026-10-26', service: 'mail', place: 'CA' },
    })
    expect(certificate.ruleSet.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(certificate.rule.authority).toBe('8 CCR 9792.10.1(b)(1)')
  })

  it('says in one line what a worker needs', () => {
    expect(certificate.explanation).toBe(
      'File the application: may be done until Monday, November 30, 2026. Counted from ' +
        'October 26, 2026: 30 calendar days, not counting the first (8 CCR 9792.10.1(b)(1)) = ' +
        'November 25, 2026; 5 more days, because served by mail at an address in California ' +
        '(8 CCR 10605) = November 30, 2026.',
    )
  })

  it('fails when the day, the rule set or the start was changed', () => {
    const later = { ...certificate.deadline, due: { on: '2026-12-01' as PlainDate } }
    const start = { ...certificate.request.start, on: '2026-10-27' as PlainDate }
    const changed = [
      { ...certificate, deadline: later },
      { ...certificate, ruleSet: { ...certificate.ruleSet, sha256: '0'.repeat(64) } },
      { ...certificate, request: { ...certificate.request, start } },
      { ...certificate, explanation: 'Any day will do.' },
    ]
    expect(changed.map((one) => verifyDeadlineCertificate(one).ok)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})
