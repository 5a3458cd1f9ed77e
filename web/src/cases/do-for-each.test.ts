import { describe, expect, it } from 'vitest'
import { doForEach, type NotDone } from './do-for-each.ts'

const cases = ['c1', 'c2', 'c3'].map((caseId) => ({ caseId, caseNumber: caseId.toUpperCase() }))

function refused(code: string): NotDone {
  return { code, because: 'it is closed', next: 'Open it.' }
}

async function answers(
  act: (one: { readonly caseId: string }) => Promise<NotDone | null>,
  isStopped: () => boolean = () => false,
): Promise<readonly unknown[]> {
  const said: unknown[] = []
  for await (const answer of doForEach(cases, act, isStopped, 1)) said.push(answer)
  return said
}

describe('an act on several cases', () => {
  it('goes on after a case that was refused, and says why', async () => {
    const said = await answers(async ({ caseId }) =>
      caseId === 'c2' ? refused('step-out-of-order') : null,
    )
    expect(said).toMatchObject([
      { caseId: 'c1', ok: true },
      { caseNumber: 'C2', ok: false, because: 'it is closed', next: 'Open it.' },
      { caseId: 'c3', ok: true },
    ])
  })

  it('leaves the rest as it was when it is stopped', async () => {
    const done: string[] = []
    const said = await answers(
      async ({ caseId }) => {
        done.push(caseId)
        return null
      },
      () => done.length === 2,
    )
    expect(done).toEqual(['c1', 'c2'])
    expect(said).toHaveLength(2)
  })

  it('waits and tries again where the server asks to call less often', async () => {
    let calls = 0
    const said = await answers(async () => {
      calls += 1
      return calls === 2 ? refused('too-many-calls') : null
    })
    expect(calls).toBe(4)
    expect(said).toMatchObject([{ ok: true }, { ok: true }, { ok: true }])
  })
})
