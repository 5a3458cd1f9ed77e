const numbers: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
}

const figure = String.raw`(\d{1,3}|${Object.keys(numbers).join('|')})`

const sessions = new RegExp(
  String.raw`\b${figure}(?: additional| remaining| more)? (?:\w+ ){0,3}?(?:sessions?|visits?)\b`,
  'i',
)

const rate = new RegExp(
  String.raw`\b(?:${figure} ?x ?${figure}\b(?! ?\d*\/)|${figure} (?:times|x|visits?) (?:a|per) week (?:for|x|times) ${figure} weeks?)`,
  'i',
)

/** Visits: `2x4`, `3 times a week for 4 weeks`, `12 sessions`. Null where none or both disagree. */
export function visitsOf(text: string): number | null {
  const byRate = rate.exec(text)
  const counted = sessions.exec(text)
  const product = byRate
    ? numberOf(byRate[1] ?? byRate[3]) * numberOf(byRate[2] ?? byRate[4])
    : null
  const count = counted ? numberOf(counted[1]) : null
  if (product !== null && count !== null && product !== count) return null
  return count ?? product
}

function numberOf(text: string | undefined): number {
  return numbers[(text ?? '').toLowerCase()] ?? Number(text)
}
