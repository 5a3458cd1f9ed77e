/**
 * How often one letter follows another in English words, counted over the prose of this repository:
 * 0 as good as never, then steps of a factor of about 2.4 up to 9. Row: the letter before; column: the letter
 * after; the last of each is the edge of the word.
 */
const pairs = [
  '156623515147560516674433535',
  '644473016407437006536300405',
  '734271066055107105475100406',
  '633473317304426105515220408',
  '526654423125562437653435317',
  '634376017005107005256000306',
  '601171456004366006545010607',
  '700380006002227006453012507',
  '646665500025577415661512033',
  '602070003000007026308000005',
  '500480216005063003723020208',
  '732573227016236302555420507',
  '751071317000526704505000406',
  '606673605333345201674310327',
  '345534514046674507556553305',
  '700171066016206607555001405',
  '000000020002400000009200005',
  '724572426043546304564420507',
  '525172256033215500676030418',
  '603071067003306106645030507',
  '555564405016673607660100113',
  '601080007000005000202000104',
  '703072176024067106611000107',
  '705060027003214703072001407',
  '325360002005455503641232009',
  '700070006000008002002000336',
  '656665455335555636664450320',
] as const

/** How much of a text looks like language. */
export type Soundness = {
  /** Words of four letters or more. */
  readonly words: number
  /** The share of these whose letters follow each other as letters do in English, 0 to 1. */
  readonly sound: number
  /** Words of two letters or more, and the share of these that are small words of English. */
  readonly short: number
  readonly common: number
}

const smallWords = new Set(
  'the of on is in not to that or with was no by if an its at be for and are as from this has had have he she his her were will which patient'.split(
    ' ',
  ),
)

/** Measures a text of any length: a reading of a picture, or a text layer that may be garbled. */
export function measureSoundness(text: string): Soundness {
  let words = 0
  let sound = 0
  let short = 0
  let common = 0
  for (const [word] of text.matchAll(/\p{L}{2,}/gu)) {
    short += 1
    if (smallWords.has(word.toLowerCase())) common += 1
    if (word.length < 4) continue
    words += 1
    if (isSoundWord(word)) sound += 1
  }
  return {
    words,
    sound: words ? sound / words : 1,
    short,
    common: short ? common / short : 1,
  }
}

/** Whether the letters of a word follow each other as they do in English, medical or plain. */
export function isSoundWord(word: string): boolean {
  const letters = word.normalize('NFD').replaceAll(/\p{M}/gu, '')
  if (/[a-z][A-Z]/.test(letters.slice(1)) && !/^Mac|^Mc/.test(letters)) return false
  let before = edge
  let sum = 0
  let strange = 0
  for (let at = 0; at <= letters.length; at += 1) {
    const after = at === letters.length ? edge : letterAt(letters, at)
    if (after < 0) return false
    const often = (pairs[before]?.charCodeAt(after) ?? zero) - zero
    sum += often
    if (often === 0) strange += 1
    before = after
  }
  return sum / (letters.length + 1) >= 4.5 && strange <= letters.length / 6
}

const edge = 26
const zero = 48

function letterAt(word: string, at: number): number {
  const code = word.charCodeAt(at) | 0x20
  return code >= 97 && code <= 122 ? code - 97 : -1
}

/**
 * Whether a text of some length is no language at all: letters shifted or shuffled by a font that
 * does not say what its glyphs stand for. Short texts, tables of figures and lists of names pass.
 */
export function isGarbled(text: string): boolean {
  const { words, sound, short, common } = measureSoundness(text)
  if (words >= 12 && sound < 0.5 && common < 0.06) return true
  // Symbols where words should be.
  const visible = text.replaceAll(/\s+/g, '')
  const letters = visible.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  return visible.length >= 80 && letters < 0.35 * visible.length && short < visible.length / 20
}
