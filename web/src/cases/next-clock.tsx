import { dayInWords, daysLeftInWords, daysUntil } from '~/ui/days.ts'
import { Mark } from '~/ui/mark.tsx'
import { clockName, isRight, type Tone } from '~/ui/words.ts'

type Urgency = 'past' | 'now' | 'soon' | 'later'

const tones: Readonly<Record<Urgency, Tone>> = {
  past: 'bad',
  now: 'warn',
  soon: 'brand',
  later: 'plain',
}

/** How soon the next clock of a case ends: in words, by a mark, and by the length of a bar. */
export function NextClock({
  next,
}: {
  readonly next: { readonly clock: string; readonly due: string } | null
}) {
  if (!next) return <span className="no-clock">No clock runs</span>
  const days = daysUntil(next.due)
  const isOver = days < 0 && isRight(next.clock)
  const urgency = urgencyOf(days, isOver)
  return (
    <span className={`next-clock ${urgency}`}>
      <span className="next-clock-left">
        <Mark tone={tones[urgency]} /> {isOver ? 'time is over' : daysLeftInWords(days)}
      </span>
      <span className="under">
        {clockName(next.clock)}, {dayInWords(next.due)}
      </span>
      <meter
        className="next-clock-bar"
        min={0}
        max={30}
        value={Math.max(0, Math.min(30, 30 - days))}
        aria-hidden="true"
      />
    </span>
  )
}

function urgencyOf(days: number, isOver: boolean): Urgency {
  if (isOver || days > 7) return 'later'
  return days < 0 ? 'past' : days <= 2 ? 'now' : 'soon'
}
