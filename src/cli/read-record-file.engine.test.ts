import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { makeRecordReader } from '#engines'
import { noteInPdfInMessageInArchive, pdfsWithinOneAnother } from './nested-records.test-support.ts'
import { readRecordFile } from './read-record-file.ts'

const reader = makeRecordReader({ processes: 1, ocr: 'none' })
const folder = mkdtempSync(join(tmpdir(), 'openimr-test-'))
afterAll(async () => {
  await reader.close()
  rmSync(folder, { recursive: true })
})

async function read(name: string, content: string | Uint8Array) {
  const path = join(folder, name)
  writeFileSync(path, content)
  return (await readRecordFile(path, reader)).map(({ file, reading }) => ({
    file: file.slice(folder.length + 1),
    texts: reading.ok ? reading.value.pages.map(({ text }) => text) : [],
    refused: reading.ok ? [] : reading.refusals.map(({ code }) => code),
  }))
}

describe('reading a record for its facts', () => {
  it('takes a text as it stands, each form feed beginning a page', async () => {
    expect(await read('note.txt', 'Pain:  5/10\nleft\fPage two')).toEqual([
      { file: 'note.txt', texts: ['Pain:  5/10\nleft', 'Page two'], refused: [] },
    ])
    const log = await read('other.json', '{"not": "a FHIR resource"}')
    expect(log[0]?.texts).toEqual(['{"not": "a FHIR resource"}'])
  })

  it('reads the files of an archive each under both names, and what they show', async () => {
    const page = '<html><body><p>Gabapentin 300 mg</p></body></html>'
    const archive = zipSync({
      'visit/note.txt': strToU8('No fever.'),
      'visit/page.htm': strToU8(page),
      'scan.webp': Buffer.from('RIFF\u0010\0\0\0WEBPVP8 ', 'latin1'),
    })
    expect(await read('record.zip', archive)).toEqual([
      { file: 'record.zip/visit/note.txt', texts: ['No fever.'], refused: [] },
      { file: 'record.zip/visit/page.htm', texts: ['Gabapentin 300 mg'], refused: [] },
      { file: 'record.zip/scan.webp', texts: [], refused: ['file-type-not-supported'] },
    ])
  })

  it('reads what is embedded in a PDF that is attached to a message in an archive', async () => {
    const files = await read('portal.zip', await noteInPdfInMessageInArchive())
    expect(files.map(({ file }) => file.split('/').at(-1))).toEqual([
      'export.json',
      'visit 1.pdf',
      'note.txt',
    ])
    expect(files.slice(1).map(({ texts }) => texts.join().trim())).toEqual([
      'Visit of March 14',
      'Gabapentin 300 mg',
    ])
  })

  it('stops at a bounded depth, and says so', async () => {
    const levels = await read('deep.pdf', await pdfsWithinOneAnother(9))
    expect(levels.map(({ texts, refused }) => [...texts, ...refused].join().trim())).toEqual([
      'Level 1',
      'Level 2',
      'Level 3',
      'Level 4',
      'Level 5',
      'Level 6',
      'too-much-within',
    ])
  })

  it('says that a file is not there', async () => {
    const read = await readRecordFile(join(folder, 'missing.pdf'), reader)
    const codes = read.flatMap(({ reading }) =>
      reading.ok ? [] : reading.refusals.map(({ code }) => code),
    )
    expect(codes).toEqual(['file-cannot-be-opened'])
  })
})
