import { afterEach, describe, expect, it } from 'vitest'
import { type Operation, operations } from '#api'
import type { ActorRole } from '#case'
import { formMark } from '#intake'
import {
  anApplication,
  type Browser,
  caseId,
  happened,
  instant,
  received,
  signedIn,
  type TestServer,
  testServer,
  wholeCase,
} from './test-server.ts'

let server: TestServer
afterEach(() => server.app.close())

type Answer = {
  readonly status?: string
  readonly refusals: readonly { readonly code: string; readonly where?: string }[]
}

async function act(
  caller: Browser,
  operation: Operation,
  body: unknown = {},
  params: Readonly<Record<string, string | number>> = { caseId },
): Promise<Answer> {
  const answer = await caller.call(operation, { params, body })
  return { refusals: [], ...answer.json<Partial<Answer>>() }
}

const places = ({ refusals }: Answer): readonly string[] =>
  refusals.map(({ code, where }) => `${code} ${where ?? ''}`)

async function open(changes: Parameters<typeof anApplication>[0] = {}) {
  server = await testServer()
  await happened(server.deps, [received(undefined, changes)])
  return signedIn(server.app, 'case-manager')
}

async function nextActsFor(role: ActorRole): Promise<readonly string[]> {
  const caller = await signedIn(server.app, role)
  const answer = await caller.call(operations.getCase, { params: { caseId } })
  return answer.json<{ nextActs: readonly string[] }>().nextActs
}

describe('information that a party is asked for', () => {
  it('is answered by that party itself, and by no other', async () => {
    const manager = await open()
    const asked = { from: 'claims-administrator', what: 'whether the knee is accepted' }
    expect((await act(manager, operations.requestInformation, asked)).status).toBe(
      'awaiting-information',
    )
    expect(await nextActsFor('claims-administrator')).toContain('answerInformation')
    expect(await nextActsFor('employee')).not.toContain('answerInformation')
    const employee = await signedIn(server.app, 'employee')
    expect(places(await act(employee, operations.answerInformation, { answer: 'It is.' }))).toEqual(
      ['not-the-party-asked from'],
    )
    const administrator = await signedIn(server.app, 'claims-administrator')
    const answered = await act(administrator, operations.answerInformation, { answer: 'It is.' })
    expect(answered.status).toBe('received')
  })

  it('may be answered by the office for the party, which is named where two were asked', async () => {
    const manager = await open()
    await act(manager, operations.requestInformation, { from: 'employee', what: 'a signature' })
    await act(manager, operations.requestInformation, {
      from: 'claims-administrator',
      what: 'the decision',
    })
    expect(places(await act(manager, operations.answerInformation, { answer: 'Yes.' }))).toEqual([
      'party-not-named from',
    ])
    const body = { from: 'employee', answer: 'Signed.' }
    expect((await act(manager, operations.answerInformation, body)).status).toBe(
      'awaiting-information',
    )
  })
})

describe('a deferred review', () => {
  const dispute = { liabilityDispute: { reason: 'the back is not accepted' } }

  it('is served on the parties chosen, at the addresses of the application', async () => {
    const manager = await open(dispute)
    await act(manager, operations.testEligibility)
    const stranger = { recipients: [{ role: 'employer', method: 'mail' }] }
    expect(places(await act(manager, operations.serveEligibilityFinding, stranger))).toEqual([
      'recipient-not-a-party recipients[0].role',
    ])
    const chosen = {
      recipients: [
        { role: 'employee', method: 'mail' },
        { role: 'claims-administrator', method: 'electronic' },
      ],
    }
    expect((await act(manager, operations.serveEligibilityFinding, chosen)).status).toBe('deferred')
    const letters = await manager.call(operations.listCorrespondence, { params: { caseId } })
    const { to, papers } = letters
      .json<{ letters: readonly { to: readonly object[]; papers: readonly string[] }[] }>()
      .letters.at(-1) ?? { to: [], papers: [] }
    expect(to).toMatchObject([
      { role: 'employee', name: 'Ana Example', method: 'mail' },
      { role: 'claims-administrator', method: 'electronic' },
    ])
    expect(papers).toEqual(['The notice'])
  })

  it('is resolved on a day that can be, and asked for again by the employee', async () => {
    const manager = await open(dispute)
    await act(manager, operations.testEligibility)
    const resolve = (noticeServedOn: string, reason = 'accepted') =>
      act(manager, operations.resolveLiability, { noticeServedOn, reason })
    expect(places(await resolve('2026-02-30'))[0]).toMatch(/^day-not-readable body\.noticeServedOn/)
    expect(places(await resolve('2026-12-01'))).toEqual(['date-in-the-future noticeServedOn'])
    expect(places(await resolve('2024-12-01'))).toEqual(['date-before-its-cause noticeServedOn'])
    expect(places(await resolve('2026-03-01', ' '))).toEqual(['text-missing reason'])
    const employee = await signedIn(server.app, 'employee')
    const reopen = { reason: 'I ask for it.' }
    expect(places(await act(employee, operations.reopenReview, reopen))).toEqual([
      'liability-not-resolved ',
    ])
    expect((await resolve('2026-03-01')).status).toBe('deferred')
    server.setNow('2026-06-01T18:00:00.000Z')
    const late = await signedIn(server.app, 'employee')
    expect(places(await act(late, operations.reopenReview, reopen))).toEqual(['reopened-too-late '])
    const because = { ...reopen, lateBecause: 'The notice went to an old address.' }
    expect((await act(late, operations.reopenReview, because)).status).toBe('received')
  })
})

describe('an application that is changed', () => {
  it('is read like a new one, and its day of receipt is not the employee’s to change', async () => {
    await open()
    const employee = await signedIn(server.app, 'employee')
    const application = { ...anApplication({ claimNumber: 'WC-0002' }), receivedOn: '2025-12-01' }
    const body = { application, reason: 'The number was wrong.' }
    expect((await act(employee, operations.amendApplication, body)).status).toBe('received')
    const shown = await employee.call(operations.getCase, { params: { caseId } })
    expect(shown.json<{ application: object }>().application).toMatchObject({
      claimNumber: 'WC-0002',
      receivedOn: '2026-02-02',
    })
  })

  it('is refused with every wrong field by its name, and stays as it was', async () => {
    const manager = await open()
    const before = await server.deps.cases.load(caseId)
    const { utilizationReview } = anApplication()
    const application = {
      ...anApplication(),
      dateOfInjury: '2026-13-45',
      utilizationReview: { ...utilizationReview, servedOn: '2026-01-10' },
    }
    const reason = 'r'
    expect(
      places(await act(manager, operations.amendApplication, { application, reason })),
    ).toEqual(['date-does-not-exist application.dateOfInjury'])
    const contradicting = { ...application, dateOfInjury: '2025-03-04' }
    expect(
      places(
        await act(manager, operations.amendApplication, { application: contradicting, reason }),
      ),
    ).toEqual(['dates-contradict application.utilizationReview.servedOn'])
    const program = { ...anApplication(), program: 'TX-WC' }
    expect(
      places(await act(manager, operations.amendApplication, { application: program, reason }))[0],
    ).toMatch(/^request-not-as-described body\.application\.program/)
    expect(await server.deps.cases.load(caseId)).toEqual(before)
  })
})

describe('conflicting acts that arrive at once', () => {
  it('one passes, the others are told that the case has changed, and nothing is half-written', async () => {
    const manager = await open()
    const answers = await Promise.all(
      ['first', 'second', 'third', 'fourth'].map((what) =>
        act(manager, operations.requestInformation, { from: 'employee', what }),
      ),
    )
    const passed = answers.filter(({ status }) => status === 'awaiting-information')
    const events = (await server.deps.cases.load(caseId)).map(({ event }) => event.type)
    expect(passed.length).toBeGreaterThanOrEqual(1)
    expect(
      answers
        .flatMap(({ refusals }) => refusals)
        .every(({ code }) => code === 'case-changed-meanwhile'),
    ).toBe(true)
    const each = ['InformationRequested', 'ClockStarted', 'NoticeSent']
    expect(events).toEqual(['ApplicationReceived', ...passed.flatMap(() => each)])
  })
})

describe('a notice', () => {
  it('is shown before it is sent, and takes nothing from a person that the case says itself', async () => {
    const manager = await open()
    const offered = await manager.call(operations.listNoticeTemplates, { params: { caseId } })
    const templates = offered.json<{
      templates: readonly { template: string; asks: readonly string[]; lacks: readonly string[] }[]
    }>().templates
    const by = (id: string) => templates.find(({ template }) => template === id)
    expect(by('late-records')?.lacks).toEqual(['late.since'])
    expect(by('conversion')?.asks).toContain('conversion.reason')
    const forged = {
      template: 'conversion',
      values: [
        { name: 'conversion.reason', says: 'a threat' },
        { name: 'case.number', says: 'CM00-0000000' },
      ],
    }
    expect(places(await act(manager, operations.previewNotice, forged))).toEqual([
      'notice-value-not-yours values.case.number',
    ])
    const blank = { template: 'conversion' }
    expect(places(await act(manager, operations.sendNotice, blank))).toEqual([
      'notice-value-missing conversion.reason',
    ])
    const body = {
      template: 'conversion',
      values: [{ name: 'conversion.reason', says: 'a threat to health' }],
      recipients: [{ role: 'employee', method: 'fax' }],
    }
    const before = (await server.deps.cases.load(caseId)).length
    const shown = await manager.call(operations.previewNotice, { params: { caseId }, body })
    expect(shown.headers['content-type']).toBe('application/pdf')
    expect(shown.body).toContain('a threat to health')
    expect(await server.deps.cases.load(caseId)).toHaveLength(before)
    await act(manager, operations.sendNotice, body)
    expect((await server.deps.cases.load(caseId)).at(-1)?.event).toMatchObject({
      type: 'NoticeSent',
      recipients: [{ role: 'employee', method: 'fax', name: 'Ana Example' }],
    })
  })
})

describe('consolidation by number', () => {
  it('is refused where the number is none, or the case’s own', async () => {
    const manager = await open()
    const join = (joiningCaseNumber: string) =>
      act(manager, operations.consolidateCases, { joiningCaseNumber })
    expect(places(await join('CM26-9999999'))).toEqual(['case-unknown joiningCaseNumber'])
    expect(places(await join('CM26-0000900'))).toEqual(['case-unknown joiningCaseNumber'])
  })
})

describe('the correspondence of a decided case', () => {
  it('has the letter and its proof for a party, and no reviewer', async () => {
    server = await testServer()
    await wholeCase(server.deps)
    const employee = await signedIn(server.app, 'employee')
    const answer = await employee.call(operations.listCorrespondence, { params: { caseId } })
    const { letters } = answer.json<{
      letters: readonly { title: string; version: number; papers: readonly string[] }[]
    }>()
    const letter = letters.find(({ title }) => title === 'Final determination letter')
    expect(letter?.papers).toEqual(['The letter', 'Proof of service'])
    expect(answer.body).not.toContain('rv-7f3a9c')
    const version = letter?.version ?? 0
    const paper = await employee.call(operations.getCorrespondencePaper, {
      params: { caseId, version, paper: 1 },
    })
    expect(paper.headers['content-type']).toBe('application/pdf')
    expect(
      places(
        await act(employee, operations.getCorrespondencePaper, undefined, {
          caseId,
          version,
          paper: 3,
        }),
      ),
    ).toEqual(['not-there-yet params.version'])
  })
})

describe('what was authorized or paid', () => {
  it('is recorded on the day that is named; a day that cannot be is refused at its field', async () => {
    server = await testServer()
    await wholeCase(server.deps, 'DeterminationServed')
    const manager = await signedIn(server.app, 'case-manager')
    const record = (implementedOn: string) =>
      act(
        manager,
        operations.recordImplementation,
        { implementedOn },
        { caseId, treatmentId: 't1' },
      )
    expect(places(await record('2026-02-30'))).toEqual([expect.stringMatching(/implementedOn/)])
    expect(places(await record('2026-01-05'))).toContainEqual(
      expect.stringMatching(/date-before-its-cause.*implementedOn/),
    )
    expect(places(await record('2027-01-05'))).toContainEqual(
      expect.stringMatching(/date-in-the-future.*implementedOn/),
    )
  })
})

describe('money and figures', () => {
  it('are counted from the events, with what a person found, who found it and why', async () => {
    server = await testServer()
    await wholeCase(server.deps)
    const manager = await signedIn(server.app, 'case-manager')
    const money = async () =>
      (await manager.call(operations.getMoney, { params: { caseId } })).json<{
        penalties: { lines: readonly { because: string }[] }
        choices: { findings: readonly { id: string }[] }
        found: readonly { finding: string; by: string; because: string }[]
        fee: object | null
      }>()
    const plain = await money()
    expect(plain.fee).toMatchObject({ stage: 'determined' })
    const finding = plain.choices.findings[0]?.id ?? ''
    const note = (caller: Browser, stands: boolean, because: string) =>
      caller.call(operations.notePenaltyFinding, {
        params: { caseId },
        body: { kind: 'breach', finding, stands, because },
      })
    expect((await note(manager, true, 'No plan is on file.')).statusCode).toBe(200)
    const found = await money()
    expect(found.penalties.lines).toHaveLength(plain.penalties.lines.length + 1)
    expect(found.penalties.lines.at(-1)?.because).toContain('No plan is on file.')
    expect(found.found).toMatchObject([{ finding, because: 'No plan is on file.' }])
    expect(found.found[0]?.by).not.toBe('')
    const administrator = await signedIn(server.app, 'claims-administrator')
    expect((await note(administrator, false, 'It is on file.')).statusCode).toBe(403)
    const seen = await administrator.call(operations.listCaseEvents, { params: { caseId } })
    expect(seen.body).not.toContain('No plan is on file.')
    expect((await note(manager, false, 'It was filed after all.')).statusCode).toBe(200)
    expect(await money()).toEqual(plain)
  })

  it('of a stretch of days are refused where it ends before it begins', async () => {
    server = await testServer()
    await wholeCase(server.deps)
    const quality = await signedIn(server.app, 'quality')
    const figures = async (from: string, to: string) =>
      (await quality.call(operations.getFigures, { query: { from, to } })).json<Answer>()
    expect(places(await figures('2026-02-01', '2026-01-01'))).toEqual(['period-backwards query.to'])
    expect(await figures('2026-01-01', '2026-12-31')).toMatchObject({
      whole: { determinations: 1 },
      months: [{ determinations: 1 }],
    })
    expect(await figures('2020-01-01', '2020-12-31')).toMatchObject({ whole: null, months: [] })
  })
})

describe('an application as a filled form', () => {
  const fields = {
    [formMark.name]: formMark.value,
    'employee.name.first': 'Ana',
    'employee.name.last': 'Example',
    dateOfInjury: '02/30/2025',
  }
  const send = (caller: Browser, operation: Operation, content: object) =>
    caller.call(operation, { body: Buffer.from(JSON.stringify(content)) })

  it('is read for the form in the browser, and refused by the names of its fields', async () => {
    server = await testServer()
    server.setNow(instant('2026-03-02T18:00:00.000Z'))
    const employee = await signedIn(server.app, 'employee')
    const read = await send(employee, operations.readApplicationForm, fields)
    expect(read.json()).toEqual({
      treatments: 0,
      fields: [
        { path: 'employee.name.first', value: 'Ana' },
        { path: 'employee.name.last', value: 'Example' },
        { path: 'dateOfInjury', value: '02/30/2025' },
      ],
    })
    const refused = (await send(employee, operations.submitApplicationForm, fields)).json<Answer>()
    expect(places(refused)).toContain('date-does-not-exist application.dateOfInjury')
    expect(places(refused)).toContain('field-missing application.employee.dateOfBirth')
    const other = (
      await send(employee, operations.submitApplicationForm, { a: 'b' })
    ).json<Answer>()
    expect(places(other)).toEqual(['not-our-form body'])
    expect(await server.deps.cases.list({ limit: 10, offset: 0 })).toMatchObject({ total: 0 })
  })

  it('is there for everybody, in both languages', async () => {
    server = await testServer()
    const visitor = await signedIn(server.app, 'public')
    const form = await visitor.call(operations.getApplicationForm, { params: { language: 'es' } })
    expect(form.headers['content-type']).toBe('application/pdf')
    expect(form.headers['content-disposition']).toContain('solicitud-imr.pdf')
  })
})
