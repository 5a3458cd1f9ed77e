import { describe, expect, it } from 'vitest'
import { deidentifyCommand } from './deidentify.ts'

async function run(
  lines: readonly unknown[],
  args: readonly string[] = ['--json'],
): Promise<{ status: number; out: Record<string, unknown>[] }> {
  const out: Record<string, unknown>[] = []
  const status = await deidentifyCommand(args, {
    out: (line) => out.push(line.startsWith('{') ? JSON.parse(line) : { said: line }),
    err: () => undefined,
    async *input() {
      for (const line of lines) yield typeof line === 'string' ? line : JSON.stringify(line)
    },
  })
  return { status, out }
}

const text = 'Mr. Vexley of Fresno, age 91, was seen on 06/11/2026. R. Vexely agreed.'
const known = [{ type: 'employee', value: 'Quentin Vexley' }]

describe('openimr deidentify', () => {
  it('strikes out what the case knows, keeps dates for California, and lists what is left', async () => {
    const { status, out } = await run([{ id: 'a', text, known }])
    expect(status).toBe(0)
    const residueAt = text.indexOf('Vexely')
    expect(out).toEqual([
      {
        id: 'a',
        text: 'Mr. [EMPLOYEE] of Fresno, age 91, was seen on 06/11/2026. R. Vexely agreed.',
        spans: [{ start: 4, end: 10, type: 'employee' }],
        residue: [
          { start: residueAt, end: residueAt + 6, why: 'close to a known name (employee)' },
        ],
      },
    ])
  })
  it.each([['--profile', 'safe-harbor'], ['--profile=safe-harbor']])(
    'takes dates, places and high ages too under %s',
    async (...profile) => {
      const { out } = await run([{ id: 1, text, known }], ['--json', ...profile])
      expect(out[0]?.['text']).toBe(
        'Mr. [EMPLOYEE] of [PLACE], age [AGE 90+], was seen on [DATE 2026]. R. Vexely agreed.',
      )
    },
  )
  it('refuses a line that is none, and goes on with the next', async () => {
    const { status, out } = await run(['not json', { id: 2, text: 5 }, { id: 3, text: 'Plain.' }])
    expect(status).toBe(1)
    expect(out).toMatchObject([
      { id: 'line 1', refusal: { code: 'deidentify-line-not-valid' } },
      { id: 2, refusal: { code: 'deidentify-line-not-valid' } },
      { id: 3, text: 'Plain.', spans: [], residue: [] },
    ])
  })
  it('says how it is used', async () => {
    expect((await run([], ['--help'])).status).toBe(0)
    expect((await run([], ['--profile', 'gdpr'])).status).toBe(2)
    expect((await run([], ['--wrong'])).status).toBe(2)
  })
})
