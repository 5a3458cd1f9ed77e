import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import type { CaseState } from '#case'
import { makeMemoryDeps } from '#cli'
import { valueOf } from '#foundation'
import {
  answerInformation,
  assignReview,
  completeRecords,
  consolidateCases,
  getBytes,
  invoiceFee,
  listLateRecords,
  receiveApplication,
  receiveEligibilityFinding,
  receiveRecord,
  recordFeePayment,
  reopenReview,
  requestInformation,
  requestRecords,
  resolveLiability,
  runOutClock,
  sendNotice,
  serveEligibilityFinding,
  terminateReview,
  terminateTreatment,
  testCaseEligibility,
} from '#proceedings'
import { applicationInput, at, day, person, system } from '../support/builders.ts'

const deps = makeMemoryDeps([])
afterAll(() => deps.close())
const on = (date: string) => ({ by: person('case-manager'), at: at(date) })

/** Each application is of another employee, so that none is a duplicate. */
let employees = 0
const nobodyElse = (): object => {
  employees += 1
  const { employee } = applicationInput() as { employee: object }
  return { employee: { ...employee, name: { first: 'Imogen', last: `Madeup ${employees}` } } }
}

async function open(changes: object = nobodyElse()): Promise<string> {
  const act = { by: person('employee'), at: at('2026-11-12') }
  const input = applicationInput({ ...changes })
  return valueOf(await receiveApplication(deps, act, { input })).caseId
}

async function eligible(changes: object = nobodyElse()): Promise<string> {
  const caseId = await open(changes)
  const tested = valueOf(await testCaseEligibility(deps, on('2026-11-20'), caseId))
  expect(tested.state.status).toBe('eligible')
  return caseId
}

/** The words of the last notice that went out. */
async function lastNotice(caseId: string): Promise<string> {
  const events = await deps.cases.load(caseId)
  const notice = events.findLast(
    ({ event }) => event.type === 'NoticeSent' || event.type === 'EligibilityFindingServed',
  )?.event
  if (notice?.type !== 'NoticeSent' && notice?.type !== 'EligibilityFindingServed') {
    throw new Error('no notice')
  }
  const reading = valueOf(await deps.pdf.read(await getBytes(deps.artifacts, notice.notice)))
  return reading.pages.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join(' ')
}

const numberOf = async (caseId: string): Promise<string> =>
  (await deps.cases.row(caseId))?.caseNumber ?? ''

const example = (name: string): Uint8Array =>
  readFileSync(new URL(`../../examples/lumbar-mri/records/${name}.pdf`, import.meta.url))

describe('the notices of a case', () => {
  it('ask for information, with the day by which to answer', async () => {
    const caseId = await open()
    valueOf(
      await requestInformation(deps, on('2026-11-13'), caseId, {
        from: 'claims-administrator',
        what: 'whether the knee is accepted',
      }),
    )
    const words = await lastNotice(caseId)
    expect(words).toContain('whether the knee is accepted')
    expect(words).toContain('November 20, 2026')
    const answered = valueOf(
      await answerInformation(deps, on('2026-11-18'), caseId, {
        from: 'claims-administrator',
        answer: 'It is.',
      }),
    )
    expect(answered.state.status).toBe('received')
  })

  it('give every reason and cure of an ineligible application, and the day to petition until', async () => {
    const caseId = await open({ ...nobodyElse(), signature: null })
    await testCaseEligibility(deps, on('2026-11-20'), caseId)
    valueOf(await serveEligibilityFinding(deps, on('2026-11-23'), caseId))
    const words = await lastNotice(caseId)
    expect(words).toContain('there is no signature')
    expect(words).toContain('Sign the application and send it again')
    expect(words).toContain('December 28, 2026')
  })

  it('tell when a deferred review may be asked for, and it is then opened', async () => {
    const caseId = await open({
      ...nobodyElse(),
      liabilityDispute: { reason: 'the knee is not accepted' },
    })
    await testCaseEligibility(deps, on('2026-11-20'), caseId)
    valueOf(await serveEligibilityFinding(deps, on('2026-11-23'), caseId))
    expect(await lastNotice(caseId)).toContain('deferred')
    valueOf(
      await resolveLiability(deps, on('2026-12-02'), caseId, {
        noticeServedOn: day('2026-12-01'),
        reason: 'The knee is accepted.',
      }),
    )
    expect(await lastNotice(caseId)).toContain('December 31, 2026')
    valueOf(await reopenReview(deps, on('2026-12-10'), caseId, { reason: 'I ask for it.' }))
    const tested = valueOf(await testCaseEligibility(deps, on('2026-12-11'), caseId))
    expect(tested.state.status).toBe('eligible')
    const found = valueOf(await receiveEligibilityFinding(deps, on('2026-12-11'), caseId))
    expect(found.state.clocks.at(-1)?.clock).toBe('A1')
  })

  it('tell the claims administrator what late records cost', async () => {
    const caseId = await eligible()
    valueOf(await assignReview(deps, on('2026-11-23'), caseId, { noticeMethod: 'mail' }))
    valueOf(await runOutClock(deps, { by: system, at: at('2026-12-09') }, caseId, { clock: 'R1' }))
    valueOf(
      await sendNotice(deps, on('2026-12-10'), caseId, {
        template: 'late-records',
        values: { missing: [{ what: 'the progress reports of six months' }] },
      }),
    )
    const words = await lastNotice(caseId)
    expect(words).toContain('Tuesday, December 8, 2026')
    expect(words).toContain('$1,000')
    expect(words).toContain('provisionally')
    expect(words).toContain('the progress reports of six months')
    expect(words).toContain('Nothing has come')
  })

  it('say what left the dispute, and that a review has ended', async () => {
    const caseId = await eligible()
    const authorized = { reason: 'authorized' } as const
    valueOf(
      await terminateTreatment(deps, on('2026-11-23'), caseId, {
        treatmentId: 't1',
        ...authorized,
      }),
    )
    valueOf(await sendNotice(deps, on('2026-11-23'), caseId, { template: 'treatment-termination' }))
    expect(await lastNotice(caseId)).toMatch(
      /MRI of the lumbar spine.*authorized.*The review goes on/,
    )
    valueOf(await terminateReview(deps, on('2026-11-24'), caseId, { reason: 'withdrawn' }))
    valueOf(await sendNotice(deps, on('2026-11-24'), caseId, { template: 'termination' }))
    expect(await lastNotice(caseId)).toContain('ended without a determination')
  })

  it('bill a review that ended early, and say where the amount is only provisional', async () => {
    const caseId = await eligible()
    valueOf(await assignReview(deps, on('2026-11-23'), caseId, { noticeMethod: 'mail' }))
    valueOf(
      await terminateReview(deps, on('2026-11-30'), caseId, {
        reason: 'authorized',
        authorization: { authorizedOn: day('2026-11-27'), toldOn: day('2026-11-30') },
      }),
    )
    const none = await invoiceFee(deps, on('2026-12-01'), caseId, {})
    expect(none.ok ? '' : none.refusals[0]).toMatchObject({
      code: 'fee-amount-missing',
      because: expect.stringContaining('terminated before reviewer, assigned on 2026-11-23'),
    })
    const amount = { dollars: 115, because: 'a copy of the schedule, page 2' }
    valueOf(await invoiceFee(deps, on('2026-12-01'), caseId, { amount }))
    const words = await lastNotice(caseId)
    expect(words).toContain('$115')
    expect(words).toContain('a copy of the schedule, page 2')
    expect(words).toContain('Thursday, December 31, 2026')
    expect(words).toContain('given provisionally')
    const paid = valueOf(
      await recordFeePayment(deps, on('2026-12-29'), caseId, { paidOn: day('2026-12-28') }),
    )
    expect(paid.state.clocks.every(({ status }) => status === 'stopped')).toBe(true)
  })

  it('are refused with a blank, or by a template that does not exist; nothing is written', async () => {
    const caseId = await open()
    const before = (await deps.cases.load(caseId)).length
    const blank = await sendNotice(deps, on('2026-11-23'), caseId, { template: 'conversion' })
    expect(blank.ok ? '' : blank.refusals[0].code).toBe('notice-value-missing')
    const none = await sendNotice(deps, on('2026-11-23'), caseId, { template: 'none' })
    expect(none.ok ? '' : none.refusals[0].code).toBe('notice-template-unknown')
    expect(await deps.cases.load(caseId)).toHaveLength(before)
  })
})

describe('two reviews of one injury', () => {
  it('become one, and doing it again changes nothing', async () => {
    const same = nobodyElse()
    const leading = await eligible(same)
    const joining = await open({
      ...same,
      disputedTreatments: [
        { treatment: 'Ankle brace', bodyRegions: ['ankle'], claimsAdministratorGuideline: 'MTUS' },
      ],
    })
    const tested = valueOf(await testCaseEligibility(deps, on('2026-11-20'), joining))
    expect(tested.state.eligibility?.consolidateWith?.length).toBeGreaterThan(0)
    const joined = valueOf(
      await consolidateCases(deps, on('2026-11-23'), leading, {
        joiningCaseNumber: await numberOf(joining),
      }),
    )
    const ids = (state: CaseState): unknown =>
      state.application?.disputedTreatments.map(({ id, treatment }) => `${id} ${treatment}`)
    expect(ids(joined.state)).toContain('t4 Ankle brace')
    expect(await lastNotice(joining)).toContain('decided in one determination')
    const again = await consolidateCases(deps, on('2026-11-24'), leading, {
      joiningCaseNumber: await numberOf(joining),
    })
    expect(again.ok ? '' : again.refusals[0].code).toBe('step-out-of-order')
  })
})

describe('records after the file was complete', () => {
  it('are listed before they count, and answer the request for them', async () => {
    const caseId = await eligible()
    valueOf(await assignReview(deps, on('2026-11-23'), caseId, { noticeMethod: 'electronic' }))
    valueOf(
      await receiveRecord(deps, on('2026-12-01'), caseId, {
        fileName: 'case-file.pdf',
        from: 'claims-administrator',
        content: example('case-file'),
      }),
    )
    valueOf(await completeRecords(deps, on('2026-12-02'), caseId))
    valueOf(
      await requestRecords(deps, on('2026-12-03'), caseId, {
        from: 'claims-administrator',
        what: 'the utilization review decision itself',
      }),
    )
    expect(await lastNotice(caseId)).toContain('December 10, 2026')
    const late = valueOf(
      await receiveRecord(deps, on('2026-12-07'), caseId, {
        fileName: 'decision.pdf',
        from: 'claims-administrator',
        content: example('utilization-review-decision'),
        foundOn: day('2026-12-04'),
      }),
    )
    expect(late.state.lateRecords).toEqual([late.documentId])
    expect(late.state.clocks.find(({ clock }) => clock === 'R6')?.status).toBe('stopped')
    const listed = valueOf(await listLateRecords(deps, on('2026-12-07'), caseId))
    expect(listed.state.lateRecords).toEqual([])
    expect(listed.state.listedDocuments.map(({ documentId }) => documentId)).toContain(
      `${late.documentId}-p1`,
    )
  })
})

describe('the letter of the utilization review decision', () => {
  it('is cited with its page by the eligibility table, where it came with the application', async () => {
    const input = JSON.parse(
      readFileSync(new URL('../../examples/lumbar-mri/application.json', import.meta.url), 'utf8'),
    ) as { readonly receivedOn: string }
    const act = { by: person('case-manager'), at: at(input.receivedOn) }
    const { caseId } = valueOf(await receiveApplication(deps, act, { input }))
    valueOf(
      await receiveRecord(deps, act, caseId, {
        fileName: 'decision.pdf',
        from: 'employee',
        content: example('utilization-review-decision'),
      }),
    )
    const { state } = valueOf(await testCaseEligibility(deps, act, caseId))
    const row = (number: number): string =>
      state.eligibility?.tests.find((one) => one.row === number)?.evidence ?? ''
    expect(row(4)).toMatch(/decision\.pdf, page \d+: "\d{4}-\d\d-\d\d"/)
    expect(row(8)).toMatch(/decision\.pdf, page \d+: "denied"/)
  })
})
