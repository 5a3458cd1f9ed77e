import mammoth from 'mammoth'
import { renderMarkup } from './html-rendition.ts'
import { parseMarkup } from './markup-blocks.ts'
import { type Rendition, UnreadableFileError } from './rendition.ts'
import { claimedZipBytes } from './zip-archive.ts'

const unpackedAtMost = 300 * 1024 * 1024

/** A DOCX document: headings, paragraphs, lists, tables and the pictures in it; no macros, no links. */
export async function renderDocx(bytes: Uint8Array): Promise<Rendition> {
  const unpacked = await claimedZipBytes(bytes)
  if (unpacked === null) throw new UnreadableFileError('file-damaged', 'the document is broken')
  if (unpacked > unpackedAtMost || unpacked > 2_000_000 + 400 * bytes.length) {
    throw new UnreadableFileError('file-too-large', 'the document unpacks to too much')
  }
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { externalFileAccess: false, includeDefaultStyleMap: true },
    )
    return renderMarkup(parseMarkup(value, 'html'), 'Document')
  } catch (cause) {
    throw new UnreadableFileError('file-damaged', 'the document cannot be opened', { cause })
  }
}
