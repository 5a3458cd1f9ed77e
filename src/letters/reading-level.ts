/**
 * The Flesch–Kincaid grade of an English text: the school year in which it can be read.
 * 0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid et al. 1975).
 * Syllables are counted by vowel groups, which is within a few percent of a dictionary on prose.
 */
export function fleschKincaidGrade(text: string): number {
  const { sentences, words } = countIn(text)
  if (words.length === 0) return 0
  const syllables = words.reduce((sum, word) => sum + countEnglishSyllables(word), 0)
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59
}

/**
 * The Fernández-Huerta ease of a Spanish text: 60 to 70 is plain Spanish (school years 6 to 8),
 * higher is easier. 206.84 − 60 × syllables per word − 1.02 × words per sentence (1959).
 */
export function fernandezHuertaEase(text: string): number {
  const { sentences, words } = countIn(text)
  if (words.length === 0) return 100
  const syllables = words.reduce((sum, word) => sum + countSpanishSyllables(word), 0)
  return 206.84 - 60 * (syllables / words.length) - 1.02 * (words.length / sentences)
}

function countIn(text: string): { sentences: number; words: readonly string[] } {
  const words = text.toLowerCase().match(/[\p{L}][\p{L}'’-]*/gu) ?? []
  const sentences = text.match(/[.!?]+(?=\s|$)/g)?.length ?? 0
  return { sentences: Math.max(1, sentences), words }
}

function countEnglishSyllables(word: string): number {
  const letters = word.replace(/[^a-z]/g, '')
  if (letters.length <= 3) return 1
  const spoken = letters
    .replace(/(?:[^laeiouy]es|[^dt]ed|[^laeiouy]e)$/, (end) => end.charAt(0))
    .replace(/^y/, '')
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 0)
}

/** A weak vowel beside another vowel makes one syllable with it, unless it carries an accent. */
function countSpanishSyllables(word: string): number {
  const spoken = word.replace(/qu(?=[eiéí])/g, 'q').replace(/gu(?=[eiéí])/g, 'g')
  const nuclei = spoken.match(
    /[iuü]?[aeoáéó][iuüy]?(?![aeoáéó])|[iuü]?[aeoáéó]|[íú]|[iuü]{1,2}|y(?![\p{L}])/gu,
  )
  return Math.max(1, nuclei?.length ?? 0)
}
