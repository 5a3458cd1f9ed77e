import { fileTypeFromBuffer } from 'file-type'
import type { FileContent } from '#records'
import { bytesOf, readPart } from './file-content.ts'
import { decodeText, isBinary } from './plain-text.ts'
import { listZipNames } from './zip-archive.ts'

/** The kinds of file that are read. */
export const mediaTypes = {
  pdf: 'application/pdf',
  tiff: 'image/tiff',
  jpeg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  rtf: 'application/rtf',
  html: 'text/html',
  text: 'text/plain',
  cda: 'application/cda+xml',
  fhir: 'application/fhir+json',
  zip: 'application/zip',
} as const

export type RecordMediaType = (typeof mediaTypes)[keyof typeof mediaTypes]

/** What a file is: a kind that we read, another one in words, or damaged. */
export type Detected =
  | { readonly mediaType: RecordMediaType }
  | { readonly unsupported: string }
  | { readonly damaged: string }

const headBytes = 65_536

/** How pictures begin, also those that are broken further on. */
const magic = [
  ['II*\u0000', mediaTypes.tiff],
  ['MM\u0000*', mediaTypes.tiff],
  ['\u00ff\u00d8\u00ff', mediaTypes.jpeg],
  ['\u0089PNG\r\n', mediaTypes.png],
] as const

/** Tells the kind of a file by its bytes; its name is not asked. */
export async function detectMediaType(content: FileContent): Promise<Detected> {
  if (bytesOf(content) === 0) return { damaged: 'the file is empty' }
  const head = readPart(content, 0, headBytes)
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 1028))
  if (start.includes('%PDF-')) return { mediaType: mediaTypes.pdf }
  if (start.toString('latin1', 128, 132) === 'DICM') {
    return { unsupported: 'a DICOM picture; the report of the study is what is reviewed' }
  }
  if (start.toString('latin1', 0, 5) === '{\\rtf') return { mediaType: mediaTypes.rtf }
  if (start.toString('latin1', 0, 4) === 'PK\u0003\u0004') return detectZip(content)
  const picture = magic.find(([first]) => start.toString('latin1', 0, first.length) === first)
  if (picture) return { mediaType: picture[1] }
  const known = await fileTypeFromBuffer(head).catch(() => undefined)
  if (known && !known.mime.endsWith('xml')) {
    return { unsupported: `a file of the type ${known.mime}` }
  }
  return detectText(head, head.length < bytesOf(content))
}

async function detectZip(content: FileContent): Promise<Detected> {
  const names = await listZipNames(content)
  if (names === null) return { damaged: 'the archive has no readable list of its files' }
  if (!names.includes('[Content_Types].xml')) return { mediaType: mediaTypes.zip }
  if (names.includes('word/document.xml')) return { mediaType: mediaTypes.docx }
  return { unsupported: 'an office document other than a DOCX letter' }
}

function detectText(head: Uint8Array, cut: boolean): Detected {
  const text = decodeText(head, cut)
  if (isBinary(text)) return { unsupported: 'a file of bytes of an unknown kind' }
  const beginning = text.trimStart()
  if (beginning === '') return { damaged: 'the file has no text' }
  if (beginning.startsWith('{')) {
    return /"resourceType"\s*:/.test(beginning)
      ? { mediaType: mediaTypes.fhir }
      : { unsupported: 'JSON, but no FHIR resource' }
  }
  const root =
    /^(?:<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>|\s)*<([\w:.-]+)/i
  const element = root.exec(beginning)?.[1]?.toLowerCase()
  if (element !== undefined) {
    const name = element.slice(element.indexOf(':') + 1)
    if (name === 'clinicaldocument') return { mediaType: mediaTypes.cda }
    if (markup.has(name)) return { mediaType: mediaTypes.html }
    if (beginning.startsWith('<?xml')) return { unsupported: 'XML, but no clinical document (CDA)' }
  }
  if (/^<!doctype html/i.test(beginning)) return { mediaType: mediaTypes.html }
  return { mediaType: mediaTypes.text }
}

/** Elements with which a page of HTML begins, whole or in part. */
const markup = new Set(
  'html head body title meta style div p table center font h1 h2 h3 span pre ul ol section article'.split(
    ' ',
  ),
)
