import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useRead } from '~/act.ts'
import { operations } from '~/client.ts'
import { useMay } from '~/session.ts'
import { SignInFirst } from '~/shell/sign-in-first.tsx'
import { Button } from '~/ui/button.tsx'
import { today } from '~/ui/days.ts'
import { Mark } from '~/ui/mark.tsx'
import { PageHead } from '~/ui/page-head.tsx'
import { Refused } from '~/ui/refused.tsx'
import { Loading } from '~/ui/states.tsx'
import type { CalendarSearch } from './calendar-search.ts'
import { DueTable } from './due-table.tsx'
import { addDays, addMonths, weekOf, weeksOfMonth } from './weeks.ts'

const monthName = new Intl.DateTimeFormat('en-US', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const dayName = new Intl.DateTimeFormat('en-US', {
  month: 'long',
  day: 'numeric',
  year: 'numeric',
  timeZone: 'UTC',
})

/** What is due, day by day: the clocks that end, those that are late, and the days that are closed. */
export function Calendar() {
  return (
    <SignInFirst>
      <Due />
    </SignInFirst>
  )
}

function Due() {
  const search = useSearch({ from: '/calendar' })
  const navigate = useNavigate({ from: '/calendar' })
  const may = useMay()
  const day = search.on ?? today()
  const byWeek = search.by === 'week'
  const weeks = byWeek ? [weekOf(day)] : weeksOfMonth(day)
  const from = weeks[0]?.[0] ?? day
  const to = weeks.at(-1)?.at(-1) ?? day
  const mine = search.whose === 'mine' ? { caseManager: 'me' } : {}
  const read = useRead(operations.listDueDays, { query: { from, to, ...mine } }, { hold: true })
  const counted = useRead(operations.countCases, { query: mine }, { hold: true })
  const late = counted.data?.due.find(({ value }) => value === 'overdue')?.count ?? 0
  const go = (next: CalendarSearch): void => void navigate({ search: next })
  const { on: _, ...unmoved } = search
  const { by: __, ...monthly } = search
  const title = byWeek
    ? `Week of ${dayName.format(new Date(`${from}T00:00:00Z`))}`
    : monthName.format(new Date(`${day}T00:00:00Z`))
  return (
    <div className="page wide calendar-page">
      <PageHead
        title={title}
        tab={`Due in ${title}`}
        lead="Clocks by the day on which they end, in California. A number leads to its cases."
      />
      <div className="calendar-bar">
        <div className="buttons">
          <Button
            onPress={() => go({ ...search, on: byWeek ? addDays(day, -7) : addMonths(day, -1) })}
          >
            {byWeek ? 'Week before' : 'Month before'}
          </Button>
          <Button onPress={() => go(unmoved)}>Today</Button>
          <Button
            onPress={() => go({ ...search, on: byWeek ? addDays(day, 7) : addMonths(day, 1) })}
          >
            {byWeek ? 'Next week' : 'Next month'}
          </Button>
        </div>
        <fieldset className="stages">
          <legend className="visually-hidden">Shown</legend>
          <Pressed pressed={!byWeek} label="Month" onPress={() => go(monthly)} />
          <Pressed pressed={byWeek} label="Week" onPress={() => go({ ...search, by: 'week' })} />
        </fieldset>
        {may('placeCase') ? (
          <fieldset className="stages">
            <legend className="visually-hidden">Whose cases</legend>
            <Pressed
              pressed={search.whose === undefined}
              label="All cases"
              onPress={() => {
                const { whose: ___, ...everybody } = search
                go(everybody)
              }}
            />
            <Pressed
              pressed={search.whose === 'mine'}
              label="My cases"
              onPress={() => go({ ...search, whose: 'mine' })}
            />
          </fieldset>
        ) : null}
        <Button kind="quiet" onPress={() => window.print()}>
          Print
        </Button>
      </div>
      {late > 0 ? (
        <p className="calendar-late">
          <Mark tone="bad" />
          <Link to="/cases" search={{ ...mine, due: 'overdue' }}>
            {late.toLocaleString('en-US')} {late === 1 ? 'case has' : 'cases have'} an overdue clock
          </Link>
        </p>
      ) : null}
      {read.isPending ? <Loading what="the calendar" /> : null}
      <Refused error={read.error ?? counted.error} />
      {read.data ? (
        <>
          {read.data.days.length === 0 ? (
            <p className="calendar-none">No clock ends in this time.</p>
          ) : null}
          <DueTable
            title={title}
            weeks={weeks}
            month={byWeek ? null : day.slice(0, 7)}
            due={read.data}
            filters={mine}
          />
        </>
      ) : null}
    </div>
  )
}

function Pressed({
  label,
  pressed,
  onPress,
}: {
  readonly label: string
  readonly pressed: boolean
  readonly onPress: () => void
}) {
  return (
    <button type="button" className="stage" aria-pressed={pressed} onClick={onPress}>
      {label}
    </button>
  )
}
