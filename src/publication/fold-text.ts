/** A text made plain for matching, with the way back to where each character stood. */
export type FoldedText = {
  readonly folded: string
  /** Place in the original of each folded character; one more for the end. */
  readonly offsets: readonly number[]
}

/**
 * Takes accents off, and makes one kind of quote, dash and space; letters keep their case. What is
 * found in the folded text is struck out at its place in the original.
 */
export function foldText(text: string): FoldedText {
  let folded = ''
  const offsets: number[] = []
  let place = 0
  for (const character of text) {
    const plain = foldCharacter(character)
    folded += plain
    for (let count = 0; count < plain.length; count++) offsets.push(place)
    place += character.length
  }
  offsets.push(text.length)
  return { folded, offsets }
}

function foldCharacter(character: string): string {
  if (character <= '\u007e') return character
  const special = specials[character]
  if (special !== undefined) return special
  if (/\p{Zs}/u.test(character)) return ' '
  if (/\p{Pd}/u.test(character)) return '-'
  return character.normalize('NFKD').replace(/\p{M}/gu, '')
}

const specials: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ı: 'i',
  '\u00ad': '',
  '\u200b': '',
  '\u200c': '',
  '\u200d': '',
  '\ufeff': '',
}
