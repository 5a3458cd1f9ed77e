import { describe, expect, it } from 'vitest'
import { addDays, type Instant, type PlainDate, valueOf, weekdayOf } from '#foundation'
import { computeDeadline } from './compute-deadline.ts'
import { certifyDeadline, verifyDeadlineCertificate } from './deadline-certificate.ts'
import { allCalendars, findCalendar, ruleSetFor } from './rules.ts'

const day = (text: string): PlainDate => text as PlainDate

/** New York's holidays by the words of the law, on purpose not from the table. */
function closedInNewYork(on: PlainDate): boolean {
  const weekday = weekdayOf(on)
  return weekday === 0 || weekday === 6 || holiday(on) || (weekday === 1 && kept(addDays(on, -1)))
}

function kept(sunday: PlainDate): boolean {
  const words = sunday.slice(5)
  return (
    ['01-01', '02-12', '07-04', '11-11', '12-25'].includes(words) ||
    (words === '06-19' && sunday >= '2021')
  )
}

function holiday(on: PlainDate): boolean {
  const [month, number] = [Number(on.slice(5, 7)), Number(on.slice(8))]
  const weekday = weekdayOf(on)
  const nth = Math.ceil(number / 7)
  if (kept(on)) return true
  if (weekday === 1) {
    return (
      ((month === 1 || month === 2) && nth === 3) ||
      (month === 5 && number > 24) ||
      (month === 9 && nth === 1) ||
      (month === 10 && nth === 2)
    )
  }
  return (
    (weekday === 2 && month === 11 && number >= 2 && number <= 8) ||
    (weekday === 4 && month === 11 && nth === 4)
  )
}

describe('the clocks of other programs', () => {
  it('do not touch workers’ compensation: no rule set, no calendar of theirs is ever taken for it', () => {
    expect(valueOf(ruleSetFor(day('2026-11-23'))).id).toBe('CA-WC-2026')
    expect(
      allCalendars()
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['calhr', 'ccp-135', 'gov-6700'])
    const f1 = valueOf(computeDeadline({ clock: 'F1', start: { on: day('2026-10-26') } }))
    expect(JSON.stringify(f1.alternatives ?? [])).not.toContain('ny-gcl')
  })

  it('are chosen by program', () => {
    expect(valueOf(ruleSetFor(day('2026-11-23'), 'CA-DMHC')).id).toBe('CA-DMHC')
    expect(valueOf(ruleSetFor(day('2026-11-23'), 'NY-DFS')).id).toBe('NY-DFS')
    const none = ruleSetFor(day('2026-11-23'), 'TX-WC')
    expect(none.ok ? '' : none.refusals[0].because).toContain('TX-WC')
  })

  it.each([
    ['CA-DMHC', 'F1', '2026-05-30', '2026-11-30'],
    ['CA-DMHC', 'F1', '2026-08-31', '2027-03-01'],
    ['CA-DMHC', 'R1', '2026-11-25', '2026-12-01'],
    ['CA-DMHC', 'D1', '2026-12-01', '2026-12-31'],
    ['NY-DFS', 'F1', '2026-07-25', '2026-11-25'],
    ['NY-DFS', 'F1', '2026-07-26', '2026-11-27'],
    ['NY-DFS', 'R1', '2026-11-02', '2026-11-06'],
    ['NY-DFS', 'R1', '2026-11-25', '2026-12-01'],
  ])('%s %s from %s ends on %s', (rules, clock, on, due) => {
    const request = { clock, rules: rules as 'NY-DFS', start: { on: day(on) } }
    const certificate = valueOf(certifyDeadline(request))
    expect(certificate.deadline.due).toEqual({ on: due })
    expect(verifyDeadlineCertificate(certificate)).toEqual({ ok: true })
  })

  it('count hours where the program does', () => {
    const at = '2026-11-25T20:00:00.000Z' as Instant
    const d3 = valueOf(computeDeadline({ clock: 'D3', rules: 'NY-DFS', start: { at } }))
    expect(d3.due).toEqual({ at: '2026-11-28T20:00:00.000Z' })
    const wrong = computeDeadline({
      clock: 'D3',
      rules: 'NY-DFS',
      start: { on: day('2026-11-25') },
    })
    expect(wrong.ok ? '' : wrong.refusals[0].code).toBe('instant-needed')
  })

  it('know the closed days of New York as a second walk does', () => {
    const calendar = valueOf(findCalendar('ny-gcl-24'))
    for (let on = day('2013-01-02'); on < '2035-12-30'; on = addDays(on, 1)) {
      expect([on, calendar.closedBecause(on) !== null]).toEqual([on, closedInNewYork(on)])
    }
  })
})
