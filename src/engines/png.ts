import { crc32, deflateSync } from 'node:zlib'

/**
 * A picture as PNG, 8 bits a channel. `rgba` holds rows of `width` pixels of four bytes, opaque;
 * a picture without colour is stored as grey, a third of the size.
 */
export function encodePng(rgba: Uint8Array, width: number, height: number): Uint8Array {
  const grey = isGrey(rgba)
  const channels = grey ? 1 : 3
  const rows = Buffer.alloc((width * channels + 1) * height)
  let to = 0
  let from = 0
  for (let y = 0; y < height; y += 1) {
    rows[to++] = 0
    for (let x = 0; x < width; x += 1, from += 4) {
      rows[to++] = rgba[from] ?? 0
      if (grey) continue
      rows[to++] = rgba[from + 1] ?? 0
      rows[to++] = rgba[from + 2] ?? 0
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, grey ? 0 : 2, 0, 0, 0], 8)
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(rows, { level: 3 })),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

function isGrey(rgba: Uint8Array): boolean {
  for (let at = 0; at + 2 < rgba.length; at += 4) {
    if (rgba[at] !== rgba[at + 1] || rgba[at] !== rgba[at + 2]) return false
  }
  return true
}

function chunk(name: string, data: Buffer): Buffer {
  const framed = Buffer.alloc(data.length + 12)
  framed.writeUInt32BE(data.length, 0)
  framed.write(name, 4, 'latin1')
  data.copy(framed, 8)
  framed.writeUInt32BE(crc32(framed.subarray(4, data.length + 8)), data.length + 8)
  return framed
}
