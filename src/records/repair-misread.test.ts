import { describe, expect, it } from 'vitest'
import { repairMisread } from './repair-misread.ts'

describe('repairMisread', () => {
  it.each([
    ['PR0GRESS REP0RT', 'PROGRESS REPORT'],
    ['Date of serv1ce: O3/l2/2019', 'Date of service: 03/12/2019'],
    ['UTILIZATlON REVIEW', 'UTILIZATION REVIEW'],
    ['E1ectronica1ly signed', 'Electronically signed'],
    ['Phy5ical therapy', 'Physical therapy'],
  ])('puts right "%s"', (misread, meant) => {
    expect(repairMisread(misread)).toBe(meant)
  })

  it.each([
    'L4-5 and L5-S1, C5-6, T12',
    'M54.16, CPT 72148, PR-2, DWC-1, ML201',
    'Claim SYN000101, WC-0001, A29447020',
    'Norco 10/325, 5/5 strength, 1-2 tablets',
    'All is well; Bill Ill',
    'ADJ1234567 SYN-6877-240561',
  ])('leaves "%s" as it is', (line) => {
    expect(repairMisread(line)).toBe(line)
  })
})
