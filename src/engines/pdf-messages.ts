import type { FileContent, PageText, Word } from '#records'
import type { PdfAttachment } from './pdf-attachments.ts'
import type { PdfTrouble, QuarterTurn } from './pdf-document.ts'
import type { PdfFields } from './pdf-fields.ts'
import type { PageFacts } from './pdf-page-facts.ts'
import type { PageScan, ScanRequest } from './pdf-scan.ts'

/** Kept with every reading: another engine or order gives other offsets. */
export const pdfEngineName = 'pdfium 2.15.1 + openimr reading order 2'

export type PdfRequest =
  | {
      readonly kind: 'fields'
      readonly content: FileContent
      readonly maximumPages: number
    }
  | {
      readonly kind: 'inspect'
      readonly content: FileContent
    }
  | {
      readonly kind: 'read'
      readonly content: FileContent
      readonly maximumPages: number
      /** First page wanted: later ones than 1 after an earlier child was lost at a page. */
      readonly from: number
      /** Last page wanted; all to the end unless said. */
      readonly to?: number
      /** Every page in its own message, so that a page which breaks the engine is known. */
      readonly onePageAtATime: boolean
      /** Whether the file as a whole is looked at as well. */
      readonly remarks: boolean
    }
  | {
      readonly kind: 'render'
      readonly content: FileContent
      readonly page: number
      readonly width: number
      readonly turned?: QuarterTurn
    }
  | { readonly kind: 'attachments'; readonly content: FileContent; readonly folder: string }
  | { readonly kind: 'scan'; readonly content: FileContent; readonly scan: ScanRequest }

export type PdfReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'trouble'; readonly trouble: PdfTrouble }
  | { readonly kind: 'opened'; readonly pageCount: number; readonly remarks: readonly string[] }
  | {
      readonly kind: 'pages'
      readonly pages: readonly PackedPage[]
      readonly remarks: readonly string[]
    }
  | { readonly kind: 'done' }
  | { readonly kind: 'fields'; readonly fields: PdfFields }
  | { readonly kind: 'attachments'; readonly files: readonly PdfAttachment[] | null }
  | { readonly kind: 'scanned'; readonly scan: PageScan | null }
  | { readonly kind: 'picture'; readonly png: Uint8Array | null; readonly pageCount: number }

/** A page for transport: one array of numbers instead of hundreds of objects. */
export type PackedPage = {
  readonly page: number
  readonly width: number
  readonly height: number
  readonly text: string
  readonly source: PageText['source']
  /** Six numbers a word: start, end, then x, y, width, height in hundredths of a point. */
  readonly words: Int32Array
  readonly facts: PageFacts
}

export function packPage(page: PageText, facts: PageFacts): PackedPage {
  const words = new Int32Array(page.words.length * 6)
  page.words.forEach((word, index) => {
    const { x, y, width, height } = word.box
    words.set(
      [
        word.span.start,
        word.span.end,
        Math.round(x * 100),
        Math.round(y * 100),
        Math.round(width * 100),
        Math.round(height * 100),
      ],
      index * 6,
    )
  })
  return {
    page: page.page,
    width: page.width,
    height: page.height,
    text: page.text,
    source: page.source,
    words,
    facts,
  }
}

export function unpackPage(packed: PackedPage): PageText {
  const words: Word[] = []
  const numbers = packed.words
  for (let at = 0; at + 5 < numbers.length; at += 6) {
    const start = numbers[at] ?? 0
    const end = numbers[at + 1] ?? 0
    words.push({
      text: packed.text.slice(start, end),
      span: { start, end },
      box: {
        x: (numbers[at + 2] ?? 0) / 100,
        y: (numbers[at + 3] ?? 0) / 100,
        width: (numbers[at + 4] ?? 0) / 100,
        height: (numbers[at + 5] ?? 0) / 100,
      },
    })
  }
  const { page, width, height, text, source } = packed
  return { page, width, height, text, words, source }
}

const sayings: Readonly<Record<PdfTrouble, string>> = {
  'not-a-pdf': 'the file does not begin as a PDF does (%PDF-)',
  'pdf-needs-password': 'the file is encrypted and does not open with the empty password',
  'pdf-damaged': 'the structure of the file is broken and no page can be opened',
}

export function sayTrouble(trouble: PdfTrouble): string {
  return sayings[trouble]
}
