import { dayInWords } from '~/ui/days.ts'
import type { CaseView } from './case-context.ts'
import { dueDay } from './next-running.ts'

type Clock = CaseView['clocks'][number]

/** The clocks as lines from their start to their end; the cards below say the same in words. */
export function ClockLines({ clocks }: { readonly clocks: readonly Clock[] }) {
  const lines = clocks.map((clock) => ({
    clock,
    from: dayNumber(clock.deadline.steps[0]?.from ?? dueDay(clock.deadline.due)),
    to: dayNumber(dueDay(clock.deadline.due)),
    ended: clock.status === 'stopped' && clock.endedOn ? dayNumber(clock.endedOn) : null,
  }))
  const first = Math.min(...lines.map(({ from }) => from))
  const last = Math.max(...lines.flatMap(({ to, ended }) => [to, ended ?? to]))
  const width = 1000
  const x = (day: number): number => 8 + ((day - first) / Math.max(1, last - first)) * (width - 16)
  const rowHeight = 34
  return (
    <figure className="card clock-lines" aria-hidden="true">
      {lines.map(({ clock, from, to, ended }) => (
        <div className="clock-line" key={`${clock.clock} ${to}`}>
          <span className="clock-line-name">{clock.deadline.title ?? clock.clock}</span>
          <svg
            viewBox={`0 0 ${width} ${rowHeight}`}
            preserveAspectRatio="none"
            className={clock.status}
          >
            <line className="track" x1={x(first)} x2={x(last)} y1={17} y2={17} />
            <line className="run" x1={x(from)} x2={x(to)} y1={17} y2={17} />
            {ended === null ? null : (
              <line className="stop" x1={x(ended)} x2={x(ended)} y1={6} y2={28} />
            )}
            <line className="due" x1={x(to)} x2={x(to)} y1={4} y2={30} />
          </svg>
          <span className="clock-line-due">{dayInWords(dueDay(clock.deadline.due))}</span>
        </div>
      ))}
    </figure>
  )
}

function dayNumber(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / 86_400_000
}
