import type { OcrWord } from './ocr-engine.ts'

/**
 * The words of Tesseract's table: level, page, block, paragraph, line, word, left, top, width,
 * height, confidence, text. What has neither letter nor digit and is doubtful is a speck.
 */
export function parseOcrTable(table: string): readonly OcrWord[] {
  const words: OcrWord[] = []
  for (const row of table.split('\n')) {
    const fields = row.split('\t')
    const text = fields[11]?.trim() ?? ''
    if (fields[0] !== '5' || text === '') continue
    const [left, top, width, height] = fields.slice(6, 10).map(Number)
    if (left === undefined || top === undefined || !width || !height) continue
    const confidence = Math.max(0, Math.min(1, Number(fields[10]) / 100))
    if (!/[\p{L}\p{N}]/u.test(text) && confidence < 0.5) continue
    words.push({ text, left, top, width, height, confidence })
  }
  return words
}
