/** A picture on disk to be read, and what came of it: Tesseract's table, or null. */
export type OcrAsk = { readonly path: string; readonly dpi: number }
export type OcrReply = { readonly table: string | null }
