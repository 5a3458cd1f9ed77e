/**
 * A line with what recognition commonly takes for one another put right: figures inside words
 * ("PR0GRESS" → "PROGRESS"), letters inside dates ("O3/l2/2019" → "03/12/2019"). For finding out
 * what a document is only: citations and facts keep the page's own words. Codes and levels ("L4-5",
 * "M54.16", "PR-2") have too few letters to be taken for words.
 */
export function repairMisread(line: string): string {
  return line.replaceAll(words, repairWord).replaceAll(dates, repairDate)
}

const words = /(?<![\p{L}\d/.-])[\p{L}\d|]{4,}(?![\d/.-])/gu
const dates =
  /(?<![\p{L}\d/.-])[\dOoQlI|]{1,2}([/-])[\dOoQlI|]{1,2}\1(?:[\dOoQlI|]{4}|[\dOoQlI|]{2})(?![\p{L}\d/-])/gu

function repairWord(word: string): string {
  const letters = word.replaceAll(/[^\p{L}]/gu, '')
  if (letters.length === word.length) return repairCase(word)
  // Two in three signs are letters, and no two figures stand together: no code, no number.
  if (3 * letters.length < 2 * word.length || /\d\d|^\d|[^018 5|\p{L}]/u.test(word)) return word
  const upper = letters === letters.toUpperCase()
  const put = Array.from(word, (sign, at) => {
    const letter = lookalikes[sign]?.(word[at - 1] ?? '', word[at + 1] ?? '')
    return letter === undefined ? sign : upper ? letter.toUpperCase() : letter
  }).join('')
  return repairCase(put)
}

const consonant = /[bcdfghjklmnpqrstvwxz]/i
const iOrL = (before: string, after: string) =>
  consonant.test(before) && consonant.test(after) ? 'i' : 'l'
const lookalikes: Readonly<Record<string, (before: string, after: string) => string>> = {
  '0': () => 'o',
  '1': iOrL,
  '|': iOrL,
  '5': () => 's',
  '8': () => 'b',
}

/** "MEDlCAL" is set in capitals: the small l is an I. */
function repairCase(word: string): string {
  return /^[\p{Lu}l]+$/u.test(word) && /\p{Lu}l+\p{Lu}/u.test(word)
    ? word.replaceAll('l', 'I')
    : word
}

function repairDate(date: string): string {
  // Most of its signs are figures already, so it is a date and no word.
  if (date.replaceAll(/\D/g, '').length < 4) return date
  return date.replaceAll(/[OoQ]/g, '0').replaceAll(/[lI|]/g, '1')
}
