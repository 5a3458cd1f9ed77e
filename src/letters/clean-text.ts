/**
 * The text of a letter with the accidents of extraction taken out, words unchanged: line ends are
 * `\n`, a page begins with `\f`, ligatures are letters, Windows-1252 quotation marks that came as
 * control characters are themselves, spaces of any kind are spaces, invisible characters are gone.
 */
export function cleanText(raw: string): string {
  let text = raw
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n')
  if (!unusual.test(text)) return text
  return text.replace(unusualAll, (character) => replacements[character] ?? '')
}

/**
 * Lines joined, one space between words: what the contract calls a text field. The text is in the
 * form of `letter-text.ts`, so that only line, paragraph and page ends stand for a space.
 */
export function joinLines(text: string): string {
  return text.replace(/[\n\f]+/g, ' ').trim()
}

const replacements: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u2000': ' ',
  '\u2001': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u3000': ' ',
  '\t': ' ',
  '\v': '\n',
  '\u0085': '\n',
  '\u2028': '\n',
  '\u2029': '\n\n',
  // PDFium writes this for a hyphen at the end of a line.
  '\u0002': '-',
  '\ufffe': '-',
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\ufb05': 'ft',
  '\ufb06': 'st',
  '\u0091': '‘',
  '\u0092': '’',
  '\u0093': '“',
  '\u0094': '”',
  '\u0095': '•',
  '\u0096': '–',
  '\u0097': '—',
}

const characters =
  '[\\t\\v\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u00a0\\u00ad\\u2000-\\u200d\\u2028\\u2029\\u202f\\u2060\\u3000\\ufb00-\\ufb06\\ufeff\\ufffe]'
const unusual = new RegExp(characters)
const unusualAll = new RegExp(characters, 'g')
