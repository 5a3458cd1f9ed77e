/**
 * The hours a week that a sentence like "Monday to Thursday, 9:00 a.m. to 1:00 p.m." gives within
 * the day's limits (`09:00`, `17:30`); null where it cannot be read.
 */
export function hoursPerWeek(
  sentence: string,
  day: { readonly from: string; readonly to: string },
): number | null {
  const days = daysIn(sentence)
  const times = [...sentence.matchAll(/(\d{1,2})(?::(\d\d))?\s*([ap])\.?\s*m\.?/gi)].map(
    (match) => {
      const hour = (Number(match[1]) % 12) + (match[3]?.toLowerCase() === 'p' ? 12 : 0)
      return hour + Number(match[2] ?? 0) / 60
    },
  )
  const [first, last] = times
  if (days === 0 || first === undefined || last === undefined || last <= first) return null
  const hours = Math.min(last, clock(day.to)) - Math.max(first, clock(day.from))
  return Math.max(0, hours) * days
}

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

function daysIn(sentence: string): number {
  const found = [...sentence.matchAll(/\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b/gi)]
  const days = found.map((match) => names.indexOf(match[1]?.toLowerCase() ?? ''))
  const [first, second] = days
  if (first === undefined) return 0
  const between = found[1] ? sentence.slice(found[0]?.index, found[1].index) : ''
  return second !== undefined && days.length === 2 && /\b(?:to|through)\b|[-–]/.test(between)
    ? ((second - first + 7) % 7) + 1
    : new Set(days).size
}

function clock(time: string): number {
  return Number(time.slice(0, 2)) + Number(time.slice(3, 5)) / 60
}
