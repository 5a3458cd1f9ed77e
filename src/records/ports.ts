import type { Result } from '#foundation'
import type { FileReading, PageText } from './page.ts'

/** Reads pages of a PDF. Works in a process that can be killed: bounded time and memory. */
export type PdfReader = {
  /**
   * Pages with text and word boxes. Opens files encrypted with an empty user password.
   * Refusals: `not-a-pdf`, `pdf-needs-password`, `pdf-damaged`, `pdf-too-slow`, `pdf-too-many-pages`.
   */
  read(content: Uint8Array): Promise<Result<FileReading>>
  /** One page as PNG at the given width in pixels. */
  renderPage(content: Uint8Array, page: number, width: number): Promise<Result<Uint8Array>>
}

/** The bytes of a file: held in memory, or on this machine's disk, where big files stay. */
export type FileContent = Uint8Array | { readonly path: string; readonly bytes: number }

/** What a file is, by its content, before anybody reads it. */
export type FileInspection = {
  /** By content, never by name: `application/pdf`, `image/tiff`, `application/zip`, … */
  readonly mediaType: string
  /** As the file claims them; null where only reading will tell. */
  readonly pages: number | null
  readonly remarks: readonly string[]
}

/** A file inside another one: of an archive, or embedded in a message. */
export type UnpackedFile = {
  /** Its path or place inside. */
  readonly path: string
  readonly fileName: string
  readonly content: FileContent
}

/**
 * Reads files of a medical record: PDF, TIFF, JPEG, PNG, DOCX, RTF, HTML, plain text, C-CDA, FHIR
 * bundles, archives of these. Works in processes that can be killed: bounded time and memory,
 * whatever the file. What it cannot do is a refusal, never a fault of the process that asks.
 */
export type RecordReader = {
  /** Refusals: `file-type-not-supported`, `file-damaged`, and those of the PDF reader. */
  inspect(
    content: FileContent,
    about: { readonly fileName: string },
  ): Promise<Result<FileInspection>>
  /**
   * The files inside an archive or a message, laid into `folder`; empty for any other file. Bounded
   * in number, size and depth. Refusals: `archive-too-large`, `file-damaged`.
   */
  unpack(
    content: FileContent,
    about: { readonly mediaType: string; readonly folder: string },
  ): Promise<Result<readonly UnpackedFile[]>>
  /**
   * The PDF that shows the file page by page, laid into `folder`; null where the file is a PDF
   * itself. Reading and pictures go by it.
   */
  render(
    content: FileContent,
    about: { readonly mediaType: string; readonly folder: string },
  ): Promise<Result<FileContent | null>>
  /**
   * Reads the pages of a PDF from `from` on, in order, in batches; a batch is awaited before the
   * next is read, so memory does not grow with the file and a reading can go on after a restart.
   * Pages without a text layer that makes sense are read from their picture.
   */
  readPages(
    content: FileContent,
    request: {
      readonly from: number
      onPages(
        pages: readonly PageText[],
        progress: { readonly done: number; readonly of: number },
      ): Promise<void>
      readonly signal?: AbortSignal
    },
  ): Promise<
    Result<{ readonly engine: string; readonly pages: number; readonly remarks: readonly string[] }>
  >
  /** One page as a picture (PNG) at the given width in pixels, turned clockwise. */
  renderPage(
    content: FileContent,
    page: number,
    request: { readonly width: number; readonly turned?: 0 | 90 | 180 | 270 },
  ): Promise<Result<Uint8Array>>
}
