import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { deadline } from './deadline.ts'
import type { Io } from './io.ts'

type Line = {
  readonly id: string | number
  readonly due?: unknown
  readonly steps?: readonly unknown[]
  readonly refusal?: { readonly code: string; readonly message: string; readonly next: string }
}

async function run(
  lines: readonly string[],
  args: readonly string[] = ['--json'],
): Promise<{ readonly status: number; readonly out: readonly string[] }> {
  const out: string[] = []
  const io: Io = {
    out: (line) => out.push(line),
    err: () => {},
    progress: () => {},
    input: async function* () {
      yield* lines
    },
  }
  return { status: await deadline(args, io), out }
}

const parsed = (out: readonly string[]): readonly Line[] =>
  out.map((line) => JSON.parse(line) as Line)

describe('openimr deadline', () => {
  it('answers the nine vectors of the handbook, each with its steps', async () => {
    const file = new URL('../../conformance/deadlines/handbook.jsonl', import.meta.url)
    const vectors = readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { id: string; says: string; expect: { due: unknown } })
    const { status, out } = await run(
      vectors.map((vector) => JSON.stringify({ ...vector, says: undefined, expect: undefined })),
    )
    expect(status).toBe(0)
    expect(parsed(out).map(({ id, due }) => ({ id, due }))).toEqual(
      vectors.map(({ id, expect: { due } }) => ({ id, due })),
    )
    expect(parsed(out).every(({ steps }) => (steps?.length ?? 0) > 0)).toBe(true)
  })

  it('refuses a line by field, rule and remedy, and answers the others', async () => {
    const good = { clock: 'F1', start: { on: '2026-10-26' } }
    const { status, out } = await run([
      JSON.stringify({ id: 'a', ...good }),
      'no JSON',
      '',
      '   ',
      JSON.stringify({ id: 'b', clock: 'F1', start: { on: '2026-02-30' } }),
      JSON.stringify({ ...good, id: 7 }),
    ])
    expect(status).toBe(1)
    expect(parsed(out).map(({ id, refusal }) => [id, refusal?.code ?? null])).toEqual([
      ['a', null],
      [2, 'deadline-request-not-readable'],
      ['b', 'date-does-not-exist'],
      [7, null],
    ])
    expect(parsed(out)[2]?.refusal).toMatchObject({
      message: expect.stringMatching(/^start\.on: /),
      next: expect.stringMatching(/YYYY-MM-DD/),
    })
  })

  it('does not send a megabyte back to whoever sent it', async () => {
    const long = 'F'.repeat(1_000_000)
    const on = { on: '2026-10-26' }
    const { status, out } = await run([
      JSON.stringify({ id: 1, clock: long, start: on }),
      JSON.stringify({ id: 2, clock: 'F1', rules: long, start: on }),
      JSON.stringify({ id: 3, clock: 'F1', calendar: long, start: on }),
      JSON.stringify({ id: 4, clock: 'F1', start: { on: long } }),
      JSON.stringify({ id: 5, clock: 'F1', start: { at: long } }),
      JSON.stringify({ id: 6, clock: 'F1', start: { ...on, service: long, place: long } }),
      JSON.stringify({ id: 7, clock: 'F1', start: on, [long]: 1 }),
      JSON.stringify({ id: 8, clock: 'F1', start: { ...on, [long]: 1 } }),
      long,
      '['.repeat(1_000_000),
    ])
    expect(status).toBe(1)
    expect(out).toHaveLength(10)
    for (const line of out) expect(line.length).toBeLessThan(2000)
  })

  it('carries the certificate where one is asked for, and says it in words without --json', async () => {
    const line = JSON.stringify({ id: 'a', clock: 'D1', start: { on: '2026-12-08' } })
    const certified = await run([line], ['--json', '--certificate'])
    expect(JSON.parse(certified.out[0] ?? '')).toMatchObject({
      certificate: { kind: 'deadline-certificate' },
    })
    expect((await run([line], [])).out[0]).toMatch(/must be done by Thursday, January 7, 2027/)
    expect((await run([line], ['--yaml'])).status).toBe(2)
  })
})
