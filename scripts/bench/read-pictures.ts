import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createWorker, OEM, PSM } from 'tesseract.js'
import { makeRecordReader } from '#engines'
import { valueOf } from '#foundation'
import { type Bench, type Comparison, sayRate, timeInTurns } from './measure.ts'
import {
  characterErrors,
  type Damage,
  makeRecordPages,
  pdfOfScans,
  type ScannedPage,
  scanPages,
} from './record-pages.ts'

/**
 * Pages that are pictures: what reading them costs against the bare OCR engine on the same pictures,
 * one page at a time, and how many characters come out wrong for each kind of damage.
 */
export const readPictures: Bench = async ({ quick }) => {
  const folder = mkdtempSync(join(tmpdir(), 'openimr-bench-'))
  try {
    const pages = await makeRecordPages(quick ? 4 : 8)
    const comparisons: Comparison[] = []
    const timed = await scanPages(pages, 'clean')
    if (spawnSync('tesseract', ['--version']).error) {
      console.error(
        'read-pictures: tesseract is not installed; only the bundled engine is measured',
      )
    } else {
      comparisons.push(await againstSystem(timed, folder))
    }
    comparisons.push(await againstBundled(timed.slice(0, 4)))
    for (const damage of ['clean', 'fax', 'skewed', 'turned', 'noisy'] as const) {
      comparisons.push(await accuracyOf(damage, await scanPages(pages, damage)))
    }
    return comparisons
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function againstSystem(scans: readonly ScannedPage[], folder: string): Promise<Comparison> {
  const files = scans.map(({ png }, index) => {
    const path = join(folder, `page-${index}.png`)
    writeFileSync(path, png)
    return path
  })
  const plain = (): void => {
    for (const path of files) {
      spawnSync('tesseract', [path, 'stdout', '--psm', '3', '-l', 'eng', 'tsv'], {
        env: { ...process.env, OMP_THREAD_LIMIT: '1' },
        maxBuffer: 1e8,
      })
    }
  }
  return compare(scans, 'found', 'tesseract --psm 3 tsv of the same pictures, one thread', plain)
}

async function againstBundled(scans: readonly ScannedPage[]): Promise<Comparison> {
  const require = createRequire(import.meta.url)
  const data = dirname(require.resolve('@tesseract.js-data/eng/package.json'))
  const worker = await createWorker('eng', OEM.LSTM_ONLY, {
    langPath: join(data, '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none',
  })
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO })
  const plain = async (): Promise<void> => {
    for (const { png } of scans) await worker.recognize(Buffer.from(png), {}, { tsv: true })
  }
  const comparison = await compare(scans, 'bundled', 'tesseract.js of the same pictures', plain)
  await worker.terminate()
  return comparison
}

/** Ours draws the pages of the PDF as well; the yardstick is given the pictures. */
async function compare(
  scans: readonly ScannedPage[],
  ocr: 'found' | 'bundled',
  yardstick: string,
  plain: () => unknown,
): Promise<Comparison> {
  const pdf = await pdfOfScans(scans)
  const reader = makeRecordReader({ processes: 1, ocr })
  const readAll = async (): Promise<void> => {
    valueOf(await reader.readPages(pdf, { from: 1, onPages: async () => {} }))
  }
  const rounds = 2
  const [oursMs = 0, yardstickMs = 0] = await timeInTurns(rounds, readAll, plain)
  await reader.close()
  return {
    name: `read-pictures: time, ${ocr === 'found' ? 'tesseract' : 'tesseract.js'}`,
    size: `${scans.length} pages of 300 dots an inch`,
    rounds,
    ours: 'pages of a PDF to words with boxes in order, one picture at a time, with drawing them',
    oursMs,
    yardstick,
    yardstickMs,
    ratio: oursMs / yardstickMs,
    rate: sayRate(60 * scans.length, oursMs, 'pages').replace('a second', 'a minute'),
    target: 'ratio ≤ 1.15',
    met: oursMs / yardstickMs <= 1.15,
  }
}

const targets: Readonly<Record<Damage, number>> = {
  clean: 0.2,
  fax: 0.5,
  skewed: 0.3,
  turned: 0.3,
  noisy: 3,
}

/** Wrong characters in a hundred, beside what we ask for. */
async function accuracyOf(damage: Damage, scans: readonly ScannedPage[]): Promise<Comparison> {
  const reader = makeRecordReader()
  let errors = 0
  let of = 0
  const startedAt = performance.now()
  const read = await reader.readPages(await pdfOfScans(scans), {
    from: 1,
    async onPages(pages) {
      for (const page of pages) {
        const count = characterErrors(scans[page.page - 1]?.text ?? '', page.text)
        errors += count.errors
        of += count.of
      }
    },
  })
  const seconds = (performance.now() - startedAt) / 1000
  await reader.close()
  const rate = (100 * errors) / of
  return {
    name: `read-pictures: accuracy, ${damage}`,
    size: `${scans.length} pages, ${of.toLocaleString('en-US')} characters`,
    rounds: 1,
    unit: '% of characters wrong',
    ours: `${valueOf(read).engine}, ${seconds.toFixed(1)} s`,
    oursMs: rate,
    yardstick: 'what we ask of ourselves',
    yardstickMs: targets[damage],
    ratio: rate / targets[damage],
    target: `≤ ${targets[damage]} %`,
    met: rate <= targets[damage],
  }
}
