import type { Result } from '#foundation'
import type { FileReading } from './page.ts'

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
