import type { DeadlineRequest } from '#deadlines'

/**
 * A second way to the end of a clock, on purpose a stranger to the room of deadlines: it walks day
 * by day, has the lengths written out and knows the holidays by the words of the law. It covers the
 * clocks that a case of workers' compensation starts, from 2024 to 2028.
 */
const lengths: Readonly<
  Record<string, readonly [number, 'days' | 'open' | 'hours', 'right' | 'duty']>
> = {
  F1: [30, 'days', 'right'],
  F2: [10, 'days', 'right'],
  F4: [30, 'days', 'right'],
  E1: [5, 'open', 'duty'],
  E3: [30, 'days', 'right'],
  A1: [1, 'open', 'duty'],
  R1: [15, 'days', 'duty'],
  R2: [12, 'days', 'duty'],
  R3: [24, 'hours', 'duty'],
  'R4-expedited': [24, 'hours', 'duty'],
  R6: [5, 'open', 'duty'],
  'R6-expedited': [1, 'days', 'duty'],
  R7: [0, 'days', 'duty'],
  W1: [5, 'days', 'duty'],
  P2: [30, 'days', 'duty'],
  D1: [30, 'days', 'duty'],
  D2: [5, 'open', 'duty'],
  D3: [3, 'days', 'duty'],
  I1: [5, 'open', 'duty'],
  I2: [20, 'days', 'duty'],
  P1: [30, 'days', 'right'],
}
const byOffice = new Set(['E1', 'A1', 'R6'])
const extended = new Set(['F1', 'F2', 'P1', 'E3'])

/** The end as `2026-12-08`, or as an instant for hours. */
export function walkTo(request: DeadlineRequest): string {
  const { clock, start } = request
  const known =
    clock === 'R4'
      ? ([start.service === 'mail' ? 15 : 12, 'days', 'right'] as const)
      : lengths[clock]
  if (!known) throw new Error(`the walk does not know clock ${clock}`)
  const [length, unit, nature] = known
  if (unit === 'hours') {
    if (!('at' in start)) throw new Error(`${clock} counts hours`)
    return new Date(Date.parse(start.at) + length * 3_600_000).toISOString()
  }
  const begun = 'on' in start ? start.on : start.at.slice(0, 10)
  let noon = Date.parse(`${begun}T12:00:00Z`)
  const office = byOffice.has(clock)
  for (let left = length; left > 0; ) {
    noon += day
    if (unit === 'days' || !isClosed(new Date(noon), office)) left -= 1
  }
  if (extended.has(clock) && start.service && start.service !== 'personal') {
    noon += { CA: 5, US: 10, abroad: 20 }[start.place ?? 'CA'] * day
  }
  if (nature === 'right') {
    while (isClosed(new Date(noon), office)) noon += day
  }
  return new Date(noon).toISOString().slice(0, 10)
}

/** Whether offices are closed: by CalHR's list, else by Government Code 6700. */
export function isClosed(date: Date, office: boolean): boolean {
  const weekday = date.getUTCDay()
  if (weekday === 0 || weekday === 6 || isHoliday(date, office)) return true
  const before = new Date(date.getTime() - day)
  const after = new Date(date.getTime() + day)
  const words = (other: Date): string => other.toISOString().slice(5, 10)
  const moves = /^(01-01|02-12|03-31|07-04|09-09|11-11|12-25)$/
  if (weekday === 1 && isHoliday(before, office) && moves.test(words(before))) return true
  return weekday === 5 && words(after) === '11-11'
}

const day = 86_400_000
/** Lunar New Year and Diwali (from 2026), as proclaimed. */
const moonDays = new Set(
  '2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2026-11-08 2027-10-29 2028-10-17'.split(
    ' ',
  ),
)

function isHoliday(date: Date, office: boolean): boolean {
  const [month, number, weekday] = [date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCDay()]
  const words = date.toISOString().slice(5, 10)
  const nth = Math.ceil(number / 7)
  if (['01-01', '03-31', '07-04', '11-11', '12-25'].includes(words)) return true
  if (weekday === 1 && nth === 3 && (month === 1 || month === 2)) return true
  if (weekday === 1 && ((month === 5 && number > 24) || (month === 9 && nth === 1))) return true
  if (month === 11 && weekday === 4 && nth === 4) return true
  if (office) return month === 11 && weekday === 5 && number >= 23 && number <= 29
  return (
    ['02-12', '04-24', '06-19', '09-09'].includes(words) ||
    (month === 9 && weekday === 5 && nth === 4) ||
    (month === 10 && weekday === 1 && nth === 2) ||
    moonDays.has(date.toISOString().slice(0, 10))
  )
}
