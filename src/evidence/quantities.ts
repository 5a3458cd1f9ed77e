/** A number that belongs to a treatment: visits, or a duration. */
export type Quantity = {
  readonly value: string
  readonly unit: 'visits' | 'days' | 'weeks' | 'months' | 'years'
  readonly start: number
  readonly end: number
}

const words: Readonly<Record<string, number>> = {
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
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  eighteen: 18,
  twenty: 20,
  'twenty-four': 24,
  once: 1,
  twice: 2,
  a: 1,
  several: Number.NaN,
}
const n = String.raw`(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty-four|twenty|once|twice)`
const numberOf = (text: string | undefined): number => {
  const lower = (text ?? '').toLowerCase()
  return words[lower] ?? Number(lower)
}

/**
 * Visits and durations in a sentence. A schedule multiplies: `2x4` and `twice a week for four
 * weeks` are eight visits. A dose (`10/325`), a score or a date is none of these.
 */
export function findQuantities(text: string): readonly Quantity[] {
  const found: Quantity[] = []
  const add = (match: RegExpExecArray, value: number, unit: Quantity['unit']): void => {
    if (!Number.isFinite(value) || value <= 0) return
    const place = { start: match.index, end: match.index + match[0].length }
    if (found.some((other) => place.start < other.end && other.start < place.end)) return
    found.push({ value: String(value), unit, ...place })
  }
  const schedule = new RegExp(
    String.raw`\b${n}\s*(?:x|times?)?\s*(?:/|per|a|each|every)?\s*(?:week(?:ly)?|wk)\s*(?:for|x|times|over)?\s*(?:the next\s*)?${n}\s*(?:weeks?|wks?)\b`,
    'gi',
  )
  for (const match of text.matchAll(schedule))
    add(match, numberOf(match[1]) * numberOf(match[2]), 'visits')
  for (const match of text.matchAll(
    /\b([1-5])\s?x\s?(\d{1,2})\b(?!\s?(?:mm|cm|mg|ml|weeks?\s?x))/gi,
  )) {
    add(match, Number(match[1]) * Number(match[2]), 'visits')
  }
  const counts = new RegExp(
    String.raw`\b${n}\s*(?:(?:prior|previous|additional|more|completed|authorized|total|initial|supervised|outpatient|physical|therapy|PT|chiropractic|acupuncture|postoperative|post-op)\s+){0,3}(?:sessions?|visits?|treatments?|injections?|epidurals?|ESIs?)\b`,
    'gi',
  )
  for (const match of text.matchAll(counts)) add(match, numberOf(match[1]), 'visits')
  for (const match of text.matchAll(
    /\b(?:x|times|#)\s?(\d{1,2})(?:\s*(?:sessions?|visits?))?\b(?!\s*(?:days?|weeks?|months?|years?|wks?))/gi,
  )) {
    add(match, Number(match[1]), 'visits')
  }
  const spans = new RegExp(
    String.raw`\b(?:(?:for|x|over|of|past|last|times|about|approximately)\s+)?${n}(?:\s?(?:-|to)\s?\d+)?[\s-]*(days?|weeks?|wks?|months?|mos?|years?|yrs?)\b(?!\s*(?:old|ago|history))(?!-old)`,
    'gi',
  )
  for (const match of text.matchAll(spans)) {
    // How long relief lasted, or when to come again, is no duration of the treatment.
    const lead = text.slice(Math.max(0, match.index - 24), match.index)
    const aside =
      /\b(?:relief|helped|benefit|improvement|response|better|lasting|lasted|in|every|within|after|return|recheck)\s*$/i
    if (aside.test(lead) || /^\s*(?:a|per|each)\s/.test(text.slice(match.index + match[0].length)))
      continue
    const letter = (match[2] ?? '').toLowerCase()[0]
    const unit =
      letter === 'd' ? 'days' : letter === 'w' ? 'weeks' : letter === 'm' ? 'months' : 'years'
    add(match, numberOf(match[1]), unit)
  }
  return found.toSorted((a, b) => a.start - b.start)
}
