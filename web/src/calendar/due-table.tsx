import { Link } from '@tanstack/react-router'
import type { AnswerOf } from '#api'
import type { operations } from '~/client.ts'
import { Mark } from '~/ui/mark.tsx'
import { clockName } from '~/ui/words.ts'
import { weekdayOf } from './weeks.ts'

type DueDays = AnswerOf<typeof operations.listDueDays>
type DueClock = DueDays['days'][number]

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const dayName = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', timeZone: 'UTC' })

/** Weeks as rows, days as cells; on a narrow screen and on paper a list of the days that matter. */
export function DueTable({
  title,
  weeks,
  month,
  due,
  filters,
}: {
  readonly title: string
  readonly weeks: readonly (readonly string[])[]
  /** The month that is meant; days of others are shown softly. Null for a week. */
  readonly month: string | null
  readonly due: DueDays
  readonly filters: { readonly caseManager?: string }
}) {
  const clocks = Map.groupBy(due.days, ({ on }) => on)
  const closed = Map.groupBy(due.closed, ({ on }) => on)
  return (
    <div className="table-box">
      <table className={month === null ? 'calendar by-week' : 'calendar'}>
        <caption className="visually-hidden">Clocks that end in {title}, by day</caption>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <Day
                  key={day}
                  day={day}
                  isToday={day === due.today}
                  isOther={month !== null && !day.startsWith(month)}
                  clocks={clocks.get(day) ?? []}
                  closed={(closed.get(day) ?? []).map(({ name }) => name)}
                  filters={filters}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Day({
  day,
  isToday,
  isOther,
  clocks,
  closed,
  filters,
}: {
  readonly day: string
  readonly isToday: boolean
  readonly isOther: boolean
  readonly clocks: readonly DueClock[]
  readonly closed: readonly string[]
  readonly filters: { readonly caseManager?: string }
}) {
  const weekday = weekdayOf(day)
  const isClosed = closed.length > 0 || weekday === 0 || weekday === 6
  const isEmpty = clocks.length === 0 && closed.length === 0 && !isToday
  const names = [
    ...(isToday ? ['is-today'] : []),
    ...(isOther ? ['is-other'] : []),
    ...(isClosed ? ['is-closed'] : []),
    ...(isEmpty ? ['is-empty'] : []),
  ]
  return (
    <td className={names.join(' ') || undefined} aria-current={isToday ? 'date' : undefined}>
      <p className="calendar-day">
        <span className="calendar-weekday">{weekdays[weekday]}, </span>
        <time dateTime={day}>
          <span className="calendar-number" aria-hidden="true">
            {Number(day.slice(8))}
          </span>
          <span className="calendar-full">{dayName.format(new Date(`${day}T00:00:00Z`))}</span>
        </time>
        {isToday ? <span className="calendar-today">today</span> : null}
      </p>
      {closed.map((name) => (
        <p key={name} className="calendar-closed">
          {name}
        </p>
      ))}
      {clocks.length > 0 ? (
        <ul className="calendar-clocks">
          {clocks.map((clock) => (
            <li key={`${clock.clock} ${clock.nature}`}>
              <Ends clock={clock} day={day} filters={filters} />
            </li>
          ))}
        </ul>
      ) : null}
    </td>
  )
}

/** How many clocks of one kind end that day; late ones in red, with a mark and the word. */
function Ends({
  clock: { clock, count, overdue },
  day,
  filters,
}: {
  readonly clock: DueClock
  readonly day: string
  readonly filters: { readonly caseManager?: string }
}) {
  return (
    <Link
      to="/cases"
      search={{ ...filters, day, clock }}
      className={overdue > 0 ? 'calendar-ends is-late' : 'calendar-ends'}
    >
      {overdue > 0 ? <Mark tone="bad" /> : null}
      <span>
        <strong>{count.toLocaleString('en-US')}</strong> {clockName(clock)}
        {overdue === 0
          ? ''
          : overdue === count
            ? ', late'
            : `, ${overdue.toLocaleString('en-US')} late`}
      </span>
    </Link>
  )
}
