import sharp from 'sharp'

/**
 * A page as a fax machine would deliver it: grey, a little skewed, speckled, no text layer.
 * The speckle comes from a fixed sequence, so that the same page comes out each time.
 */
export async function scannedPage(lines: readonly string[]): Promise<Uint8Array> {
  const width = 1224
  const height = 1584
  const text = lines
    .map(
      (line, index) =>
        `<text x="120" y="${170 + index * 38}" font-family="DejaVu Sans Mono, Courier, monospace" font-size="24">${escape(line)}</text>`,
    )
    .join('')
  const speckles = Array.from({ length: 260 }, (_, index) => {
    const x = (index * 7919) % width
    const y = (index * 104_729) % height
    return `<circle cx="${x}" cy="${y}" r="${1 + (index % 3) * 0.6}" fill="#555"/>`
  }).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f4f3ee"/><g transform="rotate(0.9 612 792)" fill="#222">${text}</g>${speckles}</svg>`
  return sharp(Buffer.from(svg)).grayscale().blur(0.7).jpeg({ quality: 62 }).toBuffer()
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
