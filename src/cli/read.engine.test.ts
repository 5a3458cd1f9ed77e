import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { read } from './read.ts'

const folder = fileURLToPath(new URL('../../conformance/letters/', import.meta.url))
const pdfs = fileURLToPath(new URL('../../../shared/data/dwc/', import.meta.url))

async function run(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const status = await read(args, { out: (line) => out.push(line), err: (line) => err.push(line) })
  return { status, out, err }
}

describe('openimr read', () => {
  it('prints one JSON line for each file of a folder, refusals among them, and exits with 1', async () => {
    const { status, out } = await run(folder, '--json')
    const lines = out.map((line) => JSON.parse(line))
    expect(status).toBe(1)
    expect(lines).toHaveLength(11)
    expect(lines.filter(({ refusal }) => refusal)).toEqual([
      expect.objectContaining({
        file: expect.stringContaining('not-a-letter.txt'),
        refusal: expect.objectContaining({ code: 'not-a-determination-letter' }),
      }),
    ])
  })
  it('answers for a file that is not there', async () => {
    const { status, out } = await run(`${folder}absent.txt`, '--json')
    expect([status, JSON.parse(out[0] ?? '').refusal.code]).toEqual([1, 'file-cannot-be-opened'])
  })
  it('says how it is used: nothing to read is 2, help is 0', async () => {
    expect((await run()).status).toBe(2)
    expect((await run('--what', folder)).status).toBe(2)
    const help = await run('--help')
    expect([help.status, help.out.join('\n')]).toEqual([0, expect.stringContaining('Example:')])
  })
  it.skipIf(!existsSync(pdfs))(
    'reads encrypted PDFs to the same fields as their text (skipped without ../shared)',
    async () => {
      const fieldsOf = async (kind: string) =>
        (await run(`${pdfs}${kind}`, '--json')).out.map((line) => {
          const { file: _file, sha256: _sha256, pages: _pages, ...fields } = JSON.parse(line)
          return fields
        })
      const fromPdf = await fieldsOf('pdf')
      expect(fromPdf).toHaveLength(24)
      expect(fromPdf).toEqual(await fieldsOf('txt'))
    },
  )
})
