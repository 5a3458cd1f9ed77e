/** Every run of eight words, in plain words, in the order of the text. */
export function shingles(text: string): readonly string[] {
  const words = plain(text).split(' ')
  return words
    .slice(0, Math.max(0, words.length - 7))
    .map((_, at) => words.slice(at, at + 8).join(' '))
}

/** Words in small letters, one space between them, without signs. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
