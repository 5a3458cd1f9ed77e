/** A page of a TIFF file, as its directory tells it. */
export type TiffPage = {
  /** Its place among all pictures of the file, counted from 0. */
  readonly index: number
  readonly width: number
  readonly height: number
  /** Dots an inch across and down, which differ in faxes; null where the file does not say. */
  readonly dpi: { readonly across: number; readonly down: number } | null
  /** Black and white only. */
  readonly bilevel: boolean
}

const picturesAtMost = 20_000

/**
 * The pages of a TIFF file by its directories, without opening its pictures; null where they cannot
 * be followed. Small copies of pages are no pages.
 */
export function listTiffPages(read: (at: number, bytes: number) => Uint8Array): TiffPage[] | null {
  const head = read(0, 8)
  const order = Buffer.from(head.subarray(0, 2)).toString('latin1')
  if (head.length < 8 || (order !== 'II' && order !== 'MM')) return null
  const little = order === 'II'
  if (view(head).getUint16(2, little) !== 42) return null
  const pages: TiffPage[] = []
  const seen = new Set<number>()
  let at = view(head).getUint32(4, little)
  for (let index = 0; at !== 0; index += 1) {
    if (seen.has(at) || index >= picturesAtMost) return null
    seen.add(at)
    const count = view(read(at, 2))
    if (count.byteLength < 2) return pages.length > 0 ? pages : null
    const entries = count.getUint16(0, little)
    const directory = read(at + 2, 12 * entries + 4)
    if (directory.length < 12 * entries + 4) return pages.length > 0 ? pages : null
    const values = valuesOf(directory, entries, little, read)
    const width = values.get(tags.width) ?? 0
    const height = values.get(tags.height) ?? 0
    const isCopy = ((values.get(tags.kind) ?? 0) & 1) === 1
    if (!isCopy && width > 0 && height > 0) {
      const bits = values.get(tags.bits) ?? 1
      const bilevel = bits === 1 && (values.get(tags.samples) ?? 1) === 1
      pages.push({ index, width, height, dpi: dpiOf(values), bilevel })
    }
    at = view(directory).getUint32(12 * entries, little)
  }
  return pages.length > 0 ? pages : null
}

const tags = {
  kind: 254,
  width: 256,
  height: 257,
  bits: 258,
  samples: 277,
  across: 282,
  down: 283,
  unit: 296,
} as const
const wanted: ReadonlySet<number> = new Set(Object.values(tags))

function valuesOf(
  directory: Uint8Array,
  entries: number,
  little: boolean,
  read: (at: number, bytes: number) => Uint8Array,
): ReadonlyMap<number, number> {
  const values = new Map<number, number>()
  const fields = view(directory)
  for (let entry = 0; entry < entries; entry += 1) {
    const at = 12 * entry
    const tag = fields.getUint16(at, little)
    if (!wanted.has(tag)) continue
    const type = fields.getUint16(at + 2, little)
    if (type === 3) values.set(tag, fields.getUint16(at + 8, little))
    else if (type === 4) values.set(tag, fields.getUint32(at + 8, little))
    else if (type === 5) {
      const fraction = view(read(fields.getUint32(at + 8, little), 8))
      if (fraction.byteLength < 8) continue
      values.set(tag, fraction.getUint32(0, little) / fraction.getUint32(4, little))
    }
  }
  return values
}

function dpiOf(values: ReadonlyMap<number, number>): TiffPage['dpi'] {
  const perUnit = values.get(tags.unit) === 3 ? 2.54 : 1
  const across = (values.get(tags.across) ?? 0) * perUnit
  const down = (values.get(tags.down) ?? 0) * perUnit
  const sensible = (dpi: number) => dpi >= 40 && dpi <= 2_400
  return sensible(across) && sensible(down) ? { across, down } : null
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
