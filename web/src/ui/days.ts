const longDay = new Intl.DateTimeFormat('en-US', {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  timeZone: 'UTC',
})
const moment = new Intl.DateTimeFormat('en-US', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'America/Los_Angeles',
})
const pacificDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' })

/** `2017-01-27` → "Jan 27, 2017"; anything else as it is. */
export function dayInWords(day: string | null | undefined): string {
  if (!day) return '–'
  if (/^\d{4}-\d{2}-\d{2}$/.test(day)) return longDay.format(new Date(`${day}T00:00:00Z`))
  return /^\d{4}-\d{2}-\d{2}T/.test(day) ? momentInWords(day) : day
}

/** An instant in the time of California, where the clocks of the program run. */
export function momentInWords(at: string): string {
  return moment.format(new Date(at))
}

/** Today in California. */
export function today(): string {
  return pacificDay.format(new Date())
}

/** Whole days from today to the day; negative when it has passed. */
export function daysUntil(day: string): number {
  const from = Date.parse(`${today()}T00:00:00Z`)
  return Math.round((Date.parse(`${day.slice(0, 10)}T00:00:00Z`) - from) / 86_400_000)
}

/** "3 days left", "due today", "12 days past". */
export function daysLeftInWords(days: number): string {
  if (days === 0) return 'due today'
  const count = Math.abs(days)
  const amount =
    count >= 730 ? `${Math.floor(count / 365)} years` : `${count} ${count === 1 ? 'day' : 'days'}`
  return days > 0 ? `${amount} left` : `${amount} past`
}
