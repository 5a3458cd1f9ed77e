/** The child process in which pictures are read by the OCR that comes with the product. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createWorker, OEM, PSM } from 'tesseract.js'
import type { OcrAsk, OcrReply } from './ocr-messages.ts'

const require = createRequire(import.meta.url)
const languages = join(
  dirname(require.resolve('@tesseract.js-data/eng/package.json')),
  '4.0.0_best_int',
)
const worker = await createWorker('eng', OEM.LSTM_ONLY, {
  langPath: languages,
  gzip: true,
  cacheMethod: 'none',
  errorHandler: () => process.exit(1),
})
// Mode 3 always: mode 6 drops what stands in ruled tables.
await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO })

async function answer({ path, dpi }: OcrAsk): Promise<OcrReply> {
  try {
    await worker.setParameters({ user_defined_dpi: String(dpi) })
    const { data } = await worker.recognize(readFileSync(path), {}, { text: false, tsv: true })
    return { table: data.tsv }
  } catch {
    return { table: null }
  }
}

process.on('message', (ask: OcrAsk) => {
  void answer(ask).then((reply) => process.send?.(reply))
})
process.on('disconnect', () => process.exit(0))
