import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { replay } from '#cli'

const ours = fileURLToPath(new URL('../conformance/letters/', import.meta.url))
const shared = fileURLToPath(new URL('../../shared/data/', import.meta.url))

type Line = {
  readonly file: string
  readonly equal?: boolean
  readonly differences?: readonly unknown[]
  readonly refusal?: unknown
}

async function replayed(paths: readonly string[]): Promise<{ status: number; lines: Line[] }> {
  const lines: Line[] = []
  const status = await replay([...paths, '--json'], {
    out: (line) => lines.push(JSON.parse(line) as Line),
    err: () => undefined,
    progress: () => undefined,
    input: async function* () {},
  })
  return { status, lines }
}

function lettersIn(folder: string, ending: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
}

describe('replaying letters', () => {
  it('carries our own letters of every layout through a case, and reads the same again', async () => {
    const whole = lettersIn(ours, '.txt').filter((file) => !/damaged|not-a-letter/.test(file))
    const { lines } = await replayed(whole)
    expect(lines.length).toBeGreaterThan(4)
    for (const line of lines) expect(line).toMatchObject({ equal: true, differences: [] })
  })

  it('refuses a letter so damaged that nobody is named to have decided', async () => {
    const { status, lines } = await replayed([join(ours, 'f1b-damaged.txt')])
    expect(status).toBe(1)
    expect(lines[0]).toMatchObject({ refusal: { code: 'letter-without-credentials' } })
  })

  it('refuses a text that is no determination and goes on with the next', async () => {
    const readme = fileURLToPath(new URL('../README.md', import.meta.url))
    const [letter] = lettersIn(ours, '.txt')
    const { status, lines } = await replayed([readme, letter ?? ''])
    expect(status).toBe(1)
    expect(lines[0]?.refusal).toBeDefined()
    expect(lines[1]?.equal).toBe(true)
  })

  it.skipIf(!existsSync(shared))(
    'opens the five seeds and the 24 published letters and reads the same again (skipped without ../shared)',
    { timeout: 120_000 },
    async () => {
      const { status, lines } = await replayed([
        ...lettersIn(join(shared, 'seeds'), '.txt'),
        ...lettersIn(join(shared, 'dwc', 'pdf'), '.pdf'),
      ])
      expect(status).toBe(0)
      expect(lines).toHaveLength(29)
      for (const line of lines) expect(line).toMatchObject({ equal: true, differences: [] })
    },
  )
})
