import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { renderCda } from './cda-rendition.ts'
import { mediaTypes, type RecordMediaType } from './detect-media-type.ts'
import { renderDocx } from './docx-rendition.ts'
import { renderFhir } from './fhir-rendition.ts'
import { renderHtml } from './html-rendition.ts'
import { checkSize, type Rendition, type RenditionBlock, UnreadableFileError } from './rendition.ts'
import { renderRtf } from './rtf-rendition.ts'
import { renderText } from './text-rendition.ts'
import { folderOfPackage, makeTypesetter } from './typesetter.ts'

/**
 * A document without pages of its own set on letter paper, as PDF.
 *
 * @throws UnreadableFileError
 */
export async function setRendition(
  mediaType: RecordMediaType,
  bytes: Uint8Array,
): Promise<Uint8Array> {
  const rendition = checkSize(await renditionOf(mediaType, bytes))
  const pictures = await usablePictures(rendition.pictures)
  const mono = join(
    folderOfPackage('@uswds/uswds'),
    'dist/fonts/roboto-mono/roboto-mono-v5-latin-regular.ttf',
  )
  const set = makeTypesetter([{ family: 'Roboto Mono', content: readFileSync(mono) }])
  const blocks = rendition.blocks.flatMap((block) => layOut(block, pictures))
  return set({
    template: 'record.typ',
    title: rendition.title,
    foot: '',
    content: { blocks },
    pictures,
    standard: 'none',
  })
}

async function renditionOf(mediaType: RecordMediaType, bytes: Uint8Array): Promise<Rendition> {
  switch (mediaType) {
    case mediaTypes.docx:
      return renderDocx(bytes)
    case mediaTypes.rtf:
      return renderRtf(bytes)
    case mediaTypes.html:
      return renderHtml(bytes)
    case mediaTypes.text:
      return renderText(bytes)
    case mediaTypes.cda:
      return renderCda(bytes)
    case mediaTypes.fhir:
      return renderFhir(bytes)
    default:
      throw new UnreadableFileError('file-type-not-supported', 'the file is no document of text')
  }
}

const pixelsAtMost = 40_000_000

/** Pictures that open, as PNG or JPEG; one that does not would spoil the whole document. */
async function usablePictures(
  pictures: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const usable = new Map<string, Uint8Array>()
  for (const [name, bytes] of pictures) {
    try {
      const picture = sharp(bytes, { limitInputPixels: pixelsAtMost })
      const whole = picture.autoOrient().flatten({ background: 'white' })
      const encoded = name.endsWith('.png') ? whole.png() : whole.jpeg({ quality: 90 })
      usable.set(name, await encoded.toBuffer())
    } catch {
      // Its place says that there was one.
    }
  }
  return usable
}

function layOut(block: RenditionBlock, pictures: ReadonlyMap<string, Uint8Array>): object[] {
  if (block.kind === 'picture') {
    return pictures.has(block.name)
      ? [{ kind: 'picture', file: block.name }]
      : [{ kind: 'paragraph', text: '[a picture that cannot be opened]' }]
  }
  if (block.kind === 'table') return [{ ...block, columns: columnWidths(block) }]
  if (block.kind === 'facts') return block.pairs.length > 0 ? [block] : []
  return [block]
}

/** Columns get width by the length of what stands in them. */
function columnWidths(table: {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}): readonly number[] {
  const columns = Math.max(table.header.length, ...table.rows.slice(0, 1).map((row) => row.length))
  return Array.from({ length: columns }, (_, column) => {
    const longest = [table.header, ...table.rows].reduce(
      (most, row) => Math.max(most, row[column]?.length ?? 0),
      1,
    )
    return Math.min(4, Math.max(0.8, Math.sqrt(longest / 6)))
  })
}
