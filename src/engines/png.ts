import { crc32, deflateSync } from 'node:zlib'

/**
 * A picture as PNG, 8 bits a channel. `rgba` holds rows of `width` pixels of four bytes, opaque;
 * a picture without colour is stored as grey, a third of the size.
 */
export function encodePng(rgba: Uint8Array, width: number, height: number): Uint8Array {
  const greys = greyRows(rgba, width, height)
  const rows = greys ?? colourRows(rgba, width, height)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, greys ? 0 : 2, 0, 0, 0], 8)
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(rows, { level: 3 })),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

/** Rows of one byte a pixel, each behind the byte of its filter; null at the first colour. */
function greyRows(rgba: Uint8Array, width: number, height: number): Buffer | null {
  const rows = Buffer.alloc((width + 1) * height)
  let to = 0
  let from = 0
  for (let y = 0; y < height; y += 1) {
    to += 1
    for (const end = from + 4 * width; from < end; from += 4) {
      const grey = rgba[from] ?? 0
      if (rgba[from + 1] !== grey || rgba[from + 2] !== grey) return null
      rows[to] = grey
      to += 1
    }
  }
  return rows
}

function colourRows(rgba: Uint8Array, width: number, height: number): Buffer {
  const rows = Buffer.alloc((3 * width + 1) * height)
  let to = 0
  let from = 0
  for (let y = 0; y < height; y += 1) {
    to += 1
    for (const end = from + 4 * width; from < end; from += 4) {
      rows[to] = rgba[from] ?? 0
      rows[to + 1] = rgba[from + 1] ?? 0
      rows[to + 2] = rgba[from + 2] ?? 0
      to += 3
    }
  }
  return rows
}

function chunk(name: string, data: Buffer): Buffer {
  const framed = Buffer.alloc(data.length + 12)
  framed.writeUInt32BE(data.length, 0)
  framed.write(name, 4, 'latin1')
  data.copy(framed, 8)
  framed.writeUInt32BE(crc32(framed.subarray(4, data.length + 8)), data.length + 8)
  return framed
}
