import { closeSync, openSync, writeSync } from 'node:fs'

/** A picture that fills a page of a PDF. */
export type PagePicture = {
  /** Points. */
  readonly width: number
  readonly height: number
  /** How the page is turned to be seen, clockwise. */
  readonly turned: 0 | 90 | 180 | 270
  readonly pixels: { readonly width: number; readonly height: number }
  readonly colours: 'grey' | 'rgb'
  readonly bits: 1 | 8
  readonly filter: 'DCTDecode' | 'FlateDecode'
  readonly data: Uint8Array
}

/** Writes a PDF page by page, each a picture; one page is held at a time. */
export type PicturePdf = { add(picture: PagePicture): void; finish(): number; abandon(): void }

export function startPicturePdf(path: string): PicturePdf {
  const file = openSync(path, 'wx', 0o600)
  const offsets: number[] = []
  const pages: number[] = []
  let at = 0
  const write = (data: string | Uint8Array): void => {
    const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
    at += bytes.length
  }
  const object = (number: number, ...parts: readonly (string | Uint8Array)[]): void => {
    offsets[number] = at
    write(`${number} 0 obj\n`)
    for (const part of parts) write(part)
    write('\nendobj\n')
  }
  write('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n')
  // 1 is the catalog and 2 the list of pages, which are written last.
  let next = 3
  return {
    add(picture) {
      const [page, content, image] = [next, next + 1, next + 2]
      next += 3
      pages.push(page)
      const { pixels, colours, bits, filter, data } = picture
      const [width, height] = [points(picture.width), points(picture.height)]
      const turn = picture.turned === 0 ? '' : `/Rotate ${picture.turned}`
      const draw = `q ${width} 0 0 ${height} 0 0 cm /P Do Q`
      object(
        page,
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]${turn}/Contents ${content} 0 R` +
          `/Resources<</XObject<</P ${image} 0 R>>>>>>`,
      )
      object(content, `<</Length ${draw.length}>>\nstream\n${draw}\nendstream`)
      object(
        image,
        `<</Type/XObject/Subtype/Image/Width ${pixels.width}/Height ${pixels.height}` +
          `/ColorSpace/${colours === 'grey' ? 'DeviceGray' : 'DeviceRGB'}/BitsPerComponent ${bits}` +
          `/Filter/${filter}/Length ${data.length}>>\nstream\n`,
        data,
        '\nendstream',
      )
    },
    finish() {
      object(1, '<</Type/Catalog/Pages 2 0 R>>')
      const kids = pages.map((page) => `${page} 0 R`).join(' ')
      object(2, `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`)
      const start = at
      write(`xref\n0 ${next}\n0000000000 65535 f \n`)
      for (let number = 1; number < next; number += 1) {
        write(`${String(offsets[number] ?? 0).padStart(10, '0')} 00000 n \n`)
      }
      write(`trailer\n<</Size ${next}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`)
      closeSync(file)
      return at
    },
    abandon: () => closeSync(file),
  }
}

const points = (value: number) => String(Math.round(value * 100) / 100)
