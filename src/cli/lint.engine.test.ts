import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { lint } from './lint.ts'
import { read } from './read.ts'

const letters = fileURLToPath(new URL('../../conformance/letters/', import.meta.url))
const pdfs = fileURLToPath(new URL('../../../shared/data/dwc/pdf', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'openimr-lint-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const io = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    progress: () => undefined,
    input: async function* () {},
  }
  const status = await lint(args, io)
  return { status, out, err }
}

function draftFile(name: string, draft: unknown): string {
  const file = join(folder, name)
  writeFileSync(file, typeof draft === 'string' ? draft : JSON.stringify(draft))
  return file
}

describe('openimr lint', () => {
  it('answers for each letter of a folder in the shape of the contract', async () => {
    const { status, out } = await run(letters, '--json')
    const lines = out.map((line) => JSON.parse(line))
    expect(status).toBe(1)
    expect(lines.filter(({ refusal }) => refusal)).toHaveLength(1)
    for (const { findings } of lines.filter(({ refusal }) => !refusal)) {
      for (const finding of findings) {
        expect(finding).toEqual({
          code: expect.stringMatching(/^[a-z-]+$/),
          severity: expect.stringMatching(/^(?:blocking|warning|note)$/),
          message: expect.any(String),
          quote: expect.any(String),
          ...('issue' in finding ? { issue: expect.any(Number) } : {}),
          ...('part' in finding ? { part: expect.any(String) } : {}),
          ...('span' in finding
            ? { span: { start: expect.any(Number), end: expect.any(Number) } }
            : {}),
        })
      }
    }
  })
  it('finds the same in a draft as in the letter that it was read from', async () => {
    const file = join(letters, 'f1b-damaged.txt')
    const lines: string[] = []
    await read([file, '--json'], { out: (line) => lines.push(line), err: () => undefined })
    const draft = draftFile('draft.json', lines[0] ?? '')
    const findingsOf = async (path: string) =>
      JSON.parse((await run(path, '--json')).out[0] ?? '').findings
    expect(await findingsOf(draft)).toEqual(await findingsOf(file))
    expect(await findingsOf(draft)).toContainEqual(
      expect.objectContaining({ code: 'date-impossible', severity: 'blocking' }),
    )
  })
  it('names what an unfinished draft still lacks', async () => {
    const draft = draftFile('unfinished.json', {
      determination: { issues: [{ treatment: 'MRI of the left knee', decision: 'upheld' }] },
    })
    const { status, out } = await run(draft)
    expect([status, out.join('\n')]).toEqual([0, expect.stringContaining('rationale is missing')])
  })
  it('refuses JSON that is no determination, and says which field is wrong', async () => {
    const drafts = [
      draftFile('no-json.json', '{'),
      draftFile('no-decision.json', { issues: [{ treatment: 'MRI' }] }),
      draftFile('no-day.json', { dateAssigned: '2026-02-30', issues: [] }),
      draftFile('no-issue.json', { issues: [] }),
    ]
    const { status, out } = await run(...drafts, '--json')
    expect([status, out.map((line) => JSON.parse(line).refusal.message.split(': ')[1])]).toEqual([
      1,
      ['the file is not JSON', 'issues.0.decision', 'dateAssigned', 'issues'],
    ])
  })
  it('answers for a file that is not there', async () => {
    const { status, out } = await run(join(folder, 'absent.json'), '--json')
    expect([status, JSON.parse(out[0] ?? '').refusal.code]).toEqual([1, 'file-cannot-be-opened'])
  })
  it('says how it is used: nothing to look at is 2, help is 0', async () => {
    expect((await run()).status).toBe(2)
    expect((await run('--what', letters)).status).toBe(2)
    const help = await run('--help')
    expect([help.status, help.out.join('\n')]).toEqual([0, expect.stringContaining('Example:')])
  })
  it.skipIf(!existsSync(pdfs))('looks at encrypted PDFs (skipped without ../shared)', async () => {
    const { status, out } = await run(pdfs, '--json')
    expect([status, out.length]).toEqual([0, 24])
  })
})
