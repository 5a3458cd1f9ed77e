/**
 * The code points a TrueType or OpenType font has glyphs for, from its `cmap` table (formats 4 and
 * 12, which every font of ours has). Typst refuses a tagged PDF with a missing glyph, so the
 * printer must know beforehand.
 */
export function codePointsOf(font: Buffer): ReadonlySet<number> {
  const start = findTable(font, 'cmap')
  const covered = new Set<number>()
  if (start === null) return covered
  for (let record = 0; record < font.readUInt16BE(start + 2); record++) {
    const table = start + font.readUInt32BE(start + 4 + 8 * record + 4)
    const format = font.readUInt16BE(table)
    if (format === 4) addSegments(font, table, covered)
    if (format === 12) addGroups(font, table, covered)
  }
  return covered
}

function findTable(font: Buffer, tag: string): number | null {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + 16 * index
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  return null
}

function addSegments(font: Buffer, table: number, covered: Set<number>): void {
  const doubled = font.readUInt16BE(table + 6)
  for (let offset = 0; offset < doubled; offset += 2) {
    const last = font.readUInt16BE(table + 14 + offset)
    const first = font.readUInt16BE(table + 16 + doubled + offset)
    for (let code = first; code <= last && code < 0xffff; code++) covered.add(code)
  }
}

function addGroups(font: Buffer, table: number, covered: Set<number>): void {
  for (let group = 0; group < font.readUInt32BE(table + 12); group++) {
    const record = table + 16 + 12 * group
    const last = font.readUInt32BE(record + 4)
    for (let code = font.readUInt32BE(record); code <= last; code++) covered.add(code)
  }
}
