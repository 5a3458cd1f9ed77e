import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pdfium } from './pdfium.ts'

/** A file embedded in a PDF, laid into a folder. */
export type PdfAttachment = {
  readonly fileName: string
  readonly path: string
  readonly bytes: number
}

const filesAtMost = 1_000
const bytesAtMost = 536_870_912

/** Lays the files embedded in a PDF into `folder`; null where there are too many or too large ones. */
export function writePdfAttachments(
  pdfium: Pdfium,
  document: number,
  folder: string,
): readonly PdfAttachment[] | null {
  const count = pdfium.FPDFDoc_GetAttachmentCount(document)
  if (count > filesAtMost) return null
  const files: PdfAttachment[] = []
  let total = 0
  for (let index = 0; index < count; index += 1) {
    const attachment = pdfium.FPDFDoc_GetAttachment(document, index)
    if (attachment === 0) continue
    const content = contentOf(pdfium, attachment, bytesAtMost - total)
    if (content === null) return null
    total += content.length
    if (content.length === 0) continue
    const path = join(folder, `attachment-${index + 1}`)
    writeFileSync(path, content, { flag: 'wx', mode: 0o600 })
    files.push({ fileName: nameOf(pdfium, attachment), path, bytes: content.length })
  }
  return files
}

function contentOf(pdfium: Pdfium, attachment: number, allowed: number): Uint8Array | null {
  const length = pdfium.malloc(4)
  try {
    pdfium.FPDFAttachment_GetFile(attachment, 0, 0, length)
    const bytes = new DataView(pdfium.memory.buffer).getUint32(length, true)
    if (bytes > allowed) return null
    const into = pdfium.malloc(Math.max(1, bytes))
    if (into === 0) return null
    try {
      const read = pdfium.FPDFAttachment_GetFile(attachment, into, bytes, length)
      return new Uint8Array(pdfium.memory.buffer, into, read ? bytes : 0).slice()
    } finally {
      pdfium.free(into)
    }
  } finally {
    pdfium.free(length)
  }
}

/** UTF-16, with a null at its end. */
function nameOf(pdfium: Pdfium, attachment: number): string {
  const bytes = Math.min(2_048, pdfium.FPDFAttachment_GetName(attachment, 0, 0))
  if (bytes < 4) return 'embedded'
  const into = pdfium.malloc(bytes)
  try {
    pdfium.FPDFAttachment_GetName(attachment, into, bytes)
    const name = new Uint8Array(pdfium.memory.buffer, into, bytes - 2)
    return new TextDecoder('utf-16le').decode(name)
  } finally {
    pdfium.free(into)
  }
}
