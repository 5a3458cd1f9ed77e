import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { init } from '@embedpdf/pdfium'
import { makePdfReader, makePdfTextReader } from '#engines'
import { readLetterPages } from '#letters'
import type { PdfReader } from '#records'
import { type Bench, sayRate, timeInTurns } from './measure.ts'
import { pdfLetters, publishedPdfs } from './sample-letters.ts'

/** Letters from PDFs to fields, against nothing but the text out of the same PDFs. */
export const readPdfLetters: Bench = async ({ rounds }) => {
  const published = publishedPdfs()
  const letters = published.length > 0 ? published : await pdfLetters(24)
  const reader = await makePdfTextReader()
  const extract = await plainExtraction()
  let pages = 0
  const isolated = makePdfReader()
  const readWith = (engine: PdfReader) => async (): Promise<void> => {
    for (const { name, content } of letters) {
      const reading = await engine.read(content)
      if (!reading.ok || !readLetterPages(reading.value.pages, { file: name }).ok) {
        throw new Error(`${name} was not read`)
      }
    }
  }
  const textAll = (): void => {
    pages = 0
    for (const { content } of letters) pages += extract(content)
  }
  const wordsAll = async (): Promise<void> => {
    for (const { content } of letters) await reader.read(content)
  }
  const [oursMs = 0, plainMs = 0, wordsMs = 0, isolatedMs = 0] = await timeInTurns(
    2 * rounds,
    readWith(reader),
    textAll,
    wordsAll,
    readWith(isolated),
  )
  await isolated.close()
  const size = `${letters.length} ${published.length > 0 ? 'published' : 'synthetic'} letters, ${pages} pages`
  const common = { size, rounds: 2 * rounds, ours: 'PDF to fields, in process', oursMs }
  return [
    {
      ...common,
      name: 'read-pdf-letters',
      yardstick: 'plain text extraction: FPDFText_GetText of each page, same PDFium',
      yardstickMs: plainMs,
      ratio: oursMs / plainMs,
      rate: sayRate(letters.length, oursMs, 'letters'),
      target: 'ratio ≤ 1.5',
      met: oursMs / plainMs <= 1.5,
    },
    {
      ...common,
      name: 'read-pdf-letters',
      ours: 'the same in a child process that can be ended, warm',
      oursMs: isolatedMs,
      yardstick: 'plain text extraction in process, as above',
      yardstickMs: plainMs,
      ratio: isolatedMs / plainMs,
    },
    {
      ...common,
      name: 'read-pdf-letters',
      yardstick: 'our own extraction of words with boxes in reading order',
      yardstickMs: wordsMs,
      ratio: oursMs / wordsMs,
    },
  ]
}

/** PDFium's own plain text of each page, decoded to a string; answers the number of pages. */
async function plainExtraction(): Promise<(content: Uint8Array) => number> {
  const file = fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm'))
  const wasmBinary = new Uint8Array(await readFile(file)).buffer
  const pdfium = await init({ wasmBinary })
  pdfium.PDFiumExt_Init()
  const { malloc, free } = pdfium.pdfium.wasmExports
  // The package's types leave the heap out; it is replaced when the memory grows.
  const heap = pdfium.pdfium as unknown as { readonly HEAPU8: Uint8Array }
  const memory = (): Uint8Array => heap.HEAPU8
  const decoder = new TextDecoder('utf-16le')
  return (content) => {
    const data = malloc(content.length)
    memory().set(content, data)
    const document = pdfium.FPDF_LoadMemDocument(data, content.length, '')
    const pages = pdfium.FPDF_GetPageCount(document)
    let characters = 0
    for (let index = 0; index < pages; index += 1) {
      const page = pdfium.FPDF_LoadPage(document, index)
      const text = pdfium.FPDFText_LoadPage(page)
      const count = pdfium.FPDFText_CountChars(text)
      const buffer = malloc(2 * count + 2)
      pdfium.FPDFText_GetText(text, 0, count, buffer)
      characters += decoder.decode(memory().subarray(buffer, buffer + 2 * count)).length
      free(buffer)
      pdfium.FPDFText_ClosePage(text)
      pdfium.FPDF_ClosePage(page)
    }
    pdfium.FPDF_CloseDocument(document)
    free(data)
    if (characters === 0) throw new Error('no text came out')
    return pages
  }
}
