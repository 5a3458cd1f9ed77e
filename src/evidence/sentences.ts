import type { TextSpan } from '#foundation'

const abbreviations = new Set(
  (
    'dr mr mrs ms jr sr st vs approx deg mg ml cm mm hr hrs min wk wks mo mos yr yrs dept fig ' +
    'p.o b.i.d t.i.d q.d q.i.d p.r.n b.d a.m p.m e.g i.e etc inc al cf dx hx tx rx fx sx pt lt rt ' +
    'bilat lat ant post resp temp dob doi est ref m.d d.o d.c p.a ph.d r.n u.s'
  ).split(' '),
)

/**
 * The sentences of a page: spans that cover all words, without the white space between them.
 * A full stop after an abbreviation (`45 deg.`), an initial, a list number (`1.`) or inside a
 * number ends nothing. A single line break joins (PDF lines); an empty line, a bullet, a numbered
 * item or a heading with a colon begins anew.
 */
export function splitSentences(text: string): readonly TextSpan[] {
  const cuts = new Set<number>()
  for (const match of text.matchAll(/[.!?]+["')\]]?(?=\s|[A-Z•])/g)) {
    const end = match.index + match[0].length
    if (!endsSentence(text, match.index, end)) continue
    cuts.add(end)
  }
  for (const match of text.matchAll(
    /;\s*\n|\n[ \t]*\n|\n(?=[ \t]*(?:[•▪◦*·–]|-\s|\(?\d{1,2}[.)]\s))/g,
  )) {
    cuts.add(match.index + (match[0].startsWith(';') ? 1 : 0))
  }
  // A line that opens with a heading, and a line that is over before the margin (a short line
  // followed by a capital), begin anew.
  for (const match of text.matchAll(/\n(?=[ \t]*[A-Z][A-Za-z /&()-]{1,48}:)/g))
    cuts.add(match.index)
  for (const match of text.matchAll(/\n(?=[ \t]*[A-Z0-9☐☑☒[])/g)) {
    const lineStart = text.lastIndexOf('\n', match.index - 1) + 1
    const line = text.slice(lineStart, match.index)
    if (line.trim().length < 45 && !/[,\-–]\s*$/.test(line) && !endsOpen(line))
      cuts.add(match.index)
  }
  const spans: TextSpan[] = []
  let start = 0
  for (const cut of [...cuts].toSorted((a, b) => a - b).concat(text.length)) {
    const span = trim(text, start, cut)
    if (span) spans.push(span)
    start = cut
  }
  return spans
}

/** A line that cannot be the end of a sentence: it stops at a small joining word. */
function endsOpen(line: string): boolean {
  return /\b(?:the|a|an|of|and|or|to|in|on|with|for|by|from|is|was|were|are|has|had|at|his|her|no|dr|dr\.|mr\.|ms\.)\s*$/i.test(
    line,
  )
}

function endsSentence(text: string, dot: number, end: number): boolean {
  if (text[dot] !== '.') return true
  const word = /[\p{L}\p{N}.'’/-]*$/u.exec(text.slice(Math.max(0, dot - 24), dot))?.[0] ?? ''
  const rest = text.slice(end).trimStart()
  const next = rest[0] ?? ''
  const glued = !/\s/.test(text[end] ?? ' ')
  if (glued && (word.length < 3 || !/^[\p{Lu}][\p{Ll}]/u.test(text.slice(end)))) return false
  if (/^\(?\d{1,2}$/.test(word)) {
    // `1.` opens an item when it stands at the head of a line or after another sentence.
    const before = text.slice(0, dot - word.length).trimEnd()
    const opensLine = /(?:^|\n)[ \t]*\(?$/.test(text.slice(0, dot - word.length))
    if (opensLine || /[.:;]$/.test(before)) return false
  }
  if (/^\p{L}$/u.test(word) && word !== 'I')
    return !/^[\p{Lu}]/u.test(next) && /^[\p{Lu}]/u.test(word)
      ? false
      : /^\d/.test(next)
        ? false
        : word === word.toLowerCase()
  if (/^nos?$/i.test(word)) return !/^#?\d/.test(rest)
  if (abbreviations.has(word.toLowerCase())) {
    // An abbreviation may end a sentence: it does where a new one plainly begins.
    return /^(?:mg|ml|cm|mm|etc|deg|min|hrs?|wks?|mos?|yrs?|p\.m|a\.m|b\.i\.d|t\.i\.d|q\.d|p\.r\.n|lt|rt|bilat|inc)$/i.test(
      word,
    )
      ? /^(?:The|He|She|There|Patient|It|This|They|We|I|No|Motor|Sensation|Reflexes|Plan|On|In)\b/.test(
          rest,
        )
      : false
  }
  return true
}

function trim(text: string, start: number, end: number): TextSpan | null {
  let from = start
  let to = end
  while (from < to && /\s/.test(text[from] ?? '')) from++
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--
  return to > from ? { start: from, end: to } : null
}
