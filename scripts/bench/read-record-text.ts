import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { makeRecordReader } from '#engines'
import { valueOf } from '#foundation'
import type { Comparison } from './measure.ts'
import { type Bench, sayRate, timeInTurns } from './measure.ts'
import { makeRecordPages } from './record-pages.ts'

/** Pages of a big PDF to words with boxes in reading order, against poppler, and the memory of it. */
export const readRecordText: Bench = async ({ quick, rounds }) => {
  const folder = mkdtempSync(join(tmpdir(), 'openimr-bench-'))
  try {
    const small = await recordOf(200, join(folder, 'small.pdf'))
    const large = await recordOf(2_000, join(folder, 'large.pdf'))
    const memory = await memoryOf(small, large)
    const timed = large
    return [...(await againstPoppler(timed, quick ? 2 : rounds, folder)), ...memory]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type File = { readonly path: string; readonly bytes: number; readonly pages: number }

/** So many pages of notes, forty different ones over and over, as one file. */
async function recordOf(pages: number, path: string): Promise<File> {
  const notes = await PDFDocument.load((await makeRecordPages(40)).pdf)
  const record = await PDFDocument.create()
  while (record.getPageCount() < pages) {
    const copies = await record.copyPages(notes, notes.getPageIndices())
    for (const page of copies) record.addPage(page)
  }
  const bytes = await record.save()
  writeFileSync(path, bytes)
  return { path, bytes: bytes.length, pages: record.getPageCount() }
}

async function readWhole(file: File, hear: () => void = () => {}): Promise<void> {
  const reader = makeRecordReader()
  let words = 0
  const read = await reader.readPages(file, {
    from: 1,
    async onPages(pages) {
      for (const page of pages) words += page.words.length
      hear()
    },
  })
  await reader.close()
  if (valueOf(read).pages !== file.pages || words < file.pages) throw new Error('pages are missing')
}

async function againstPoppler(
  file: File,
  rounds: number,
  folder: string,
): Promise<readonly Comparison[]> {
  if (spawnSync('pdftotext', ['-v']).error) {
    console.error(
      'read-record-text: pdftotext (poppler-utils) is not installed; nothing to compare',
    )
    return []
  }
  const [oursMs = 0, yardstickMs = 0] = await timeInTurns(
    rounds,
    () => readWhole(file),
    () => spawnSync('pdftotext', ['-bbox-layout', file.path, join(folder, 'out.html')]),
  )
  return [
    {
      name: 'read-record-text',
      size: `one file of ${file.pages} pages, ${Math.round(file.bytes / 1024)} KiB`,
      rounds,
      ours: 'pages to words with boxes in reading order, from disk, all cores, cold',
      oursMs,
      yardstick: 'pdftotext -bbox-layout of the same file',
      yardstickMs,
      ratio: oursMs / yardstickMs,
      rate: sayRate(file.pages, oursMs, 'pages'),
      target: 'ratio ≤ 2',
      met: oursMs / yardstickMs <= 2,
    },
  ]
}

/** Peak memory of the children, which do the reading, over both files. */
async function memoryOf(small: File, large: File): Promise<readonly Comparison[]> {
  if (!existsSync('/proc/self/status')) {
    console.error('read-record-text: memory is only told by Linux; not measured')
    return []
  }
  const [smallPeak, largePeak] = [await peakOver(small), await peakOver(large)]
  const comparison: Comparison = {
    name: 'read-record-text: memory',
    size: `${large.pages} pages against ${small.pages}`,
    rounds: 1,
    unit: 'MiB',
    ours: `peak of all children over ${large.pages} pages`,
    oursMs: largePeak,
    yardstick: `peak over ${small.pages} pages`,
    yardstickMs: smallPeak,
    ratio: largePeak / smallPeak,
    target: 'ratio ≤ 1.25',
    met: largePeak / smallPeak <= 1.25,
  }
  return [comparison]
}

async function peakOver(file: File): Promise<number> {
  let peak = 0
  const look = (): void => {
    peak = Math.max(peak, childrenMemory())
  }
  const timer = setInterval(look, 100)
  await readWhole(file, look)
  clearInterval(timer)
  return peak
}

/** Resident memory of this process's children in MiB, as Linux tells it. */
function childrenMemory(): number {
  let kib = 0
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8')
      if (Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]) !== process.pid) continue
      kib += Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0)
    } catch {
      // It ended while we looked.
    }
  }
  return kib / 1024
}
