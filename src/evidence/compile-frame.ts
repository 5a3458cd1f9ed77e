import { cueFile } from './lexicon.ts'

/**
 * Compiles a frame of `assertion-cues.json` to a regular expression over words parted by single
 * spaces. A gap (`…`) never crosses a stop word: `no fever but @` does not deny the phrase.
 */
export function compileFrame(frame: string, stops: readonly string[] = cueFile.stops): RegExp {
  const stop = `(?!(?:${stops.map((one) => (/^[.;!?]$/.test(one) ? `\\${one}` : one)).join('|')})(?= |$))`
  let source = ''
  for (const raw of splitAtSpaces(expandMacros(frame))) {
    for (const piece of raw === '…@' ? ['…', '@'] : [raw]) source += compilePiece(piece, stop)
  }
  return new RegExp(`(?<=^| )${source}`, 'g')
}

function compilePiece(piece: string, stop: string): string {
  const gap = /^(…|\.\.)(\d*)$/.exec(piece)
  if (gap) {
    const most = gap[2] || (gap[1] === '…' ? '30' : '3')
    const word = gap[1] === '…' ? '\\S+ ' : '[^\\s,;:]+ '
    return `(?:${stop}${word}){0,${most}}?`
  }
  const short = `(?:${stop}[^\\s,;:]+ ){0,3}?`
  const inner = piece.replace(/\.\. /g, short).replace(/…(\d+) /g, (_, most: string) => {
    return `(?:${stop}\\S+ ){0,${most}}?`
  })
  const glued = inner.endsWith('…@')
  if (glued) return `${inner.slice(0, -2)}(?:${stop}\\S+ ){0,30}?@ `
  if (/^\(\?<?[=!]/.test(inner) && closesAtEnd(inner)) return inner
  const optional = inner.endsWith('?') && !inner.endsWith('\\?')
  if (optional && (!inner.includes('(') || closesAtEnd(inner.slice(0, -1)))) {
    return `(?:${inner.slice(0, -1)} )?`
  }
  return `${inner} `
}

/** Whether the bracket that opens the piece closes at its end. */
function closesAtEnd(piece: string): boolean {
  let depth = 0
  for (let i = 0; i < piece.length; i++) {
    if (piece[i] === '(') depth++
    if (piece[i] === ')') depth--
    if (depth === 0) return i === piece.length - 1
  }
  return false
}

function expandMacros(frame: string): string {
  return frame.replace(/\{([a-z]+)\}/g, (whole, name: string) => cueFile.macros[name] ?? whole)
}

function splitAtSpaces(frame: string): readonly string[] {
  const pieces: string[] = []
  let depth = 0
  let piece = ''
  for (const char of frame) {
    if (char === '(') depth++
    if (char === ')') depth--
    if (char === ' ' && depth === 0) {
      if (piece) pieces.push(piece)
      piece = ''
    } else piece += char
  }
  if (piece) pieces.push(piece)
  return pieces
}

const phraseMark = '\uE000'

/**
 * The words of a sentence parted by single spaces, lower case, with `@` for the phrase at the
 * span: what frames are matched against. Boxes become ☐ and ☑, `(+)` and `(-)` ⊕ and ⊖.
 */
export function frameText(text: string, start: number, end: number): string {
  const words = `${text.slice(0, start)} ${phraseMark} ${text.slice(end)}`
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[“”"]/g, ' ')
    .replace(/@/g, ' at ')
    .replace(/\[\s*\]|\(\s+\)|☐|□|❑|\[_+\]/g, ' ☐ ')
    .replace(/\[\s*[x✓✔]\s*\]|\(\s*[x✓✔]\s*\)|☒|☑|✓|✔|■/g, ' ☑ ')
    .replace(/\(\s*-\s*\)|\(neg\)|\(negative\)/g, ' ⊖ ')
    .replace(/\(\s*\+\s*\)|\(pos\)|\(positive\)/g, ' ⊕ ')
    .replace(/\b(deg|approx|vs|dr|pt|lt|rt|bilat|wks?|yrs?|mos?|hx|dx)\.(?=\s)/g, '$1')
    .replace(/(\p{L})\/(?=\p{L}{3})/gu, (whole, letter: string) =>
      letter ? `${letter} / ` : whole,
    )
    .replace(/(\d)-(?=(?:day|week|month|year|hour)s?\b)/g, '$1 ')
    .replace(/([,;:()!?•])/g, ' $1 ')
    .replace(/\.(?=\s|$)/g, ' . ')
    .replace(/(?<=\s)[-–—]+(?=\s)/g, ' - ')
    .replace(/\s+/g, ' ')
    .trim()
    .split(' ')
  const at = words.indexOf(phraseMark)
  // Far words do not bear on the phrase, and bounding them bounds the time.
  return `${words
    .slice(Math.max(0, at - 60), at + 60)
    .join(' ')
    .replace(phraseMark, '@')} `
}
