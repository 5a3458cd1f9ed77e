import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Determination, IssuedDetermination } from '#determination'
import { checkPdfConformance, makePdfReader } from '#engines'
import { valueOf } from '#foundation'
import { compareDeterminations, readLetterPages, readLetterText } from '#letters'
import { run } from './run.ts'

const reader = makePdfReader()
const out = mkdtempSync(join(tmpdir(), 'openimr-run-'))
afterAll(async () => {
  await reader.close()
  rmSync(out, { recursive: true, force: true })
})

describe.each(['lumbar-mri', 'shoulder-surgery', 'therapy-and-spine-mri'])(
  'the case %s',
  (name) => {
    const file = (path: string): Buffer => readFileSync(join(out, name, path))
    let issued: Determination
    beforeAll(async () => {
      const folder = fileURLToPath(new URL(`../../examples/${name}/`, import.meta.url))
      const quiet = { out: () => {}, err: () => {}, progress: () => {}, async *input() {} }
      expect(await run([folder, '--out', join(out, name)], quiet)).toBe(0)
      const artifact: IssuedDetermination = JSON.parse(file('determination.json').toString())
      issued = artifact.determination
    })
    // These follow from the application or from a list of boards, and are not printed.
    const notPrinted = /\.(?:category|subcategory|bodyRegions|boards)$/
    const differences = (read: Determination) =>
      compareDeterminations(issued, read).filter(({ field }) => !notPrinted.test(field))

    it('is read back from the served letter as PDF, with its cover', async () => {
      const { pages } = valueOf(await reader.read(file('determination-letter.pdf')))
      expect(differences(valueOf(readLetterPages(pages, { file: 'served.pdf' })))).toEqual([])
    })
    it('is read back from the served letter as HTML and as DOCX', () => {
      const html = textOfMarkup(
        file('determination-letter.html').toString(),
        'p|h1|h2|h3|tr',
        'th|td',
      )
      const parts = unzipSync(file('determination-letter.docx'))
      const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
      const docx = textOfMarkup(
        xml.replace(/<w:tr[ >][\s\S]*?<\/w:tr>/g, (row) => row.replaceAll('</w:p>', ' ')),
        'w:p|w:tr',
        'w:tc',
      )
      for (const text of [html, docx]) {
        expect(differences(valueOf(readLetterText(text, { file: 'served' })))).toEqual([])
      }
    })
    it('is published in HTML word for word as in the text', () => {
      const html = textOfMarkup(file('public-letter.html').toString(), 'p|h1|h2|h3|tr', 'th|td')
      const text = file('public-letter.txt').toString()
      expect(
        compareDeterminations(
          valueOf(readLetterText(text, { file: 'text' })),
          valueOf(readLetterText(html, { file: 'html' })),
        ),
      ).toEqual([])
    })
    it('names no party and no address in the public letter as HTML', () => {
      const application = JSON.parse(
        readFileSync(new URL(`../../examples/${name}/application.json`, import.meta.url), 'utf8'),
      )
      const published = file('public-letter.html').toString()
      const { employee, claimNumber, requestingPhysician } = application
      for (const word of [employee.name.last, claimNumber, requestingPhysician.name.last]) {
        expect(published).not.toContain(word)
      }
    })
    it('is printed as conforming PDF', async () => {
      for (const path of ['determination-letter.pdf', 'public-letter.pdf']) {
        expect([path, await checkPdfConformance(file(path))]).toEqual([path, []])
      }
    })
  },
)

/** The words of a page of markup, a line for each block; cells of a row stand in one line. */
function textOfMarkup(markup: string, blocks: string, cells: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" }
  return markup
    .replace(/<head>[\s\S]*<\/head>/, '')
    .replace(/<(?:w:)?br\/?>\n?/g, '\n')
    .replace(new RegExp(`</(?:${cells})>`, 'g'), ' ')
    .replace(new RegExp(`</(?:${blocks})>`, 'g'), '\n\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(lt|gt|quot|apos|#39);/g, (_, name) => signs[name] ?? '')
    .replace(/&amp;/g, '&')
}
