/** A place on a page, in points. */
export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** One box for each line of a passage: words that stand beside each other are marked together. */
export function linesOf(words: readonly { readonly box: Box }[]): readonly Box[] {
  const lines: Box[] = []
  for (const { box } of words) {
    const line = lines.at(-1)
    if (line && isBeside(line, box)) lines[lines.length - 1] = around(line, box)
    else lines.push(box)
  }
  return lines
}

/** Whether the box goes on the line, not in another column and not on the next line. */
function isBeside(line: Box, box: Box): boolean {
  const shared = Math.min(line.y + line.height, box.y + box.height) - Math.max(line.y, box.y)
  const gap = box.x - (line.x + line.width)
  const low = Math.min(line.height, box.height)
  return shared > low / 2 && gap > -low && gap < low * 1.5
}

function around(one: Box, other: Box): Box {
  const x = Math.min(one.x, other.x)
  const y = Math.min(one.y, other.y)
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  }
}
