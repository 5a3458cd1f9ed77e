import { spawn } from 'node:child_process'
import { type OcrEngine, ocrPatience } from './ocr-engine.ts'
import { parseOcrTable } from './ocr-tsv.ts'

/** KiB of address space for one picture. */
const memoryKib = 3_145_728
const tableBytes = 64 * 1024 * 1024

/** The machine's own Tesseract with English; null where it has none. */
export async function findSystemOcr(): Promise<OcrEngine | null> {
  const version = /^tesseract v?(\S+)/m.exec((await run(['--version'])) ?? '')?.[1]
  const languages = (await run(['--list-langs'])) ?? ''
  if (version === undefined || !/^eng$/m.test(languages)) return null
  return {
    name: `tesseract ${version}`,
    async read(path, { dpi, signal }) {
      // Mode 3 always: mode 6 drops what stands in ruled tables.
      const settings = ['--psm', '3', '--dpi', String(Math.round(dpi)), '-l', 'eng']
      const output = ['-c', 'tessedit_create_tsv=1', '-c', 'tessedit_create_txt=0']
      const table = await run([path, 'stdout', ...settings, ...output], signal)
      return table === null ? null : parseOcrTable(table)
    },
    close: async () => {},
  }
}

/** What the program says, within bounds; null where it fails, is late or is not there. */
function run(args: readonly string[], signal?: AbortSignal): Promise<string | null> {
  return new Promise((resolve) => {
    const script = `ulimit -v ${memoryKib}; exec tesseract "$@"`
    const child = spawn('/bin/sh', ['-c', script, 'tesseract', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // One thread a picture: several pictures at once use the cores better.
      env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', OMP_THREAD_LIMIT: '1', LC_ALL: 'C' },
      timeout: ocrPatience,
      killSignal: 'SIGKILL',
      ...(signal ? { signal } : {}),
    })
    const said: Buffer[] = []
    let bytes = 0
    child.stdout.on('data', (data: Buffer) => {
      bytes += data.length
      if (bytes > tableBytes) child.kill('SIGKILL')
      else said.push(data)
    })
    child.stderr.resume()
    child.on('error', () => resolve(null))
    child.on('close', (code) => {
      resolve(code === 0 ? Buffer.concat(said).toString('utf8') : null)
    })
  })
}
