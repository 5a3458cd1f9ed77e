import { addressOf } from '#api'
import { operations } from '~/client.ts'
import { dayInWords, daysLeftInWords, daysUntil } from '~/ui/days.ts'
import { Empty } from '~/ui/states.tsx'
import { Tag } from '~/ui/tag.tsx'
import { type CaseView, useCase } from './case-context.ts'
import { ClockLines } from './clock-lines.tsx'
import { dueDay } from './next-running.ts'

type Clock = CaseView['clocks'][number]

/** Every clock of the case: when it ends, by which rule, and how that was counted. */
export function Clocks() {
  const { clocks } = useCase()
  if (clocks.length === 0) {
    return (
      <Empty title="No clock runs yet">
        <p>Clocks start when eligibility is tested and the review is assigned.</p>
      </Empty>
    )
  }
  const sorted = clocks.toSorted((a, b) =>
    dueDay(a.deadline.due).localeCompare(dueDay(b.deadline.due)),
  )
  return (
    <>
      <h2>Clocks</h2>
      <ClockLines clocks={sorted} />
      <ol className="clocks">
        {sorted.map((clock) => (
          <ClockCard key={`${clock.clock} ${dueDay(clock.deadline.due)}`} clock={clock} />
        ))}
      </ol>
    </>
  )
}

function ClockCard({ clock }: { readonly clock: Clock }) {
  const { caseId } = useCase()
  const { deadline } = clock
  const due = dueDay(deadline.due)
  return (
    <li className="card clock">
      <div className="card-head">
        <h3>
          {deadline.title ?? clock.clock} <span className="code">{clock.clock}</span>
        </h3>
        <ClockState clock={clock} />
      </div>
      <p className="clock-due">
        {deadline.nature === 'duty' ? 'Must be done by' : 'May be done until'}{' '}
        <strong>{dayInWords(due)}</strong>
        {clock.status === 'running' ? `, ${daysLeftInWords(daysUntil(due))}` : ''}
      </p>
      {clock.counted === '' ? null : <p className="clock-counted">{clock.counted}</p>}
      <details className="proof">
        <summary>
          Each step of the counting
          <span className="visually-hidden"> of {deadline.title ?? clock.clock}</span>
        </summary>
        <ol className="steps">
          {deadline.steps.map((step) => (
            <li key={`${step.rule} ${step.from}`}>
              <span className="step-days">
                {dayInWords(step.from)} to {dayInWords(step.to)}
              </span>
              <span>{step.rule}</span>
              <span className="quiet">{step.authority}</span>
            </li>
          ))}
        </ol>
      </details>
      {deadline.alternatives?.map((other) => (
        <p key={other.because} className="quiet">
          Another reading gives {dayInWords(dueDay(other.due))}: {other.because}
        </p>
      ))}
      <p className="clock-foot">
        <span>Rules {deadline.rules}</span>
        <span>Calendar {deadline.calendar}</span>
        <span className="clock-papers">
          <a
            href={addressOf(operations.getClockCertificateLetter, {
              params: { caseId, clock: clock.clock },
            })}
            target="_blank"
            rel="noreferrer"
          >
            Certificate (PDF)
            <span className="visually-hidden"> of the clock {deadline.title ?? clock.clock}</span>
          </a>{' '}
          <a
            href={addressOf(operations.getClockCertificate, {
              params: { caseId, clock: clock.clock },
            })}
            download={`${clock.clock}-certificate.json`}
          >
            Data (JSON)
            <span className="visually-hidden"> of the clock {deadline.title ?? clock.clock}</span>
          </a>
        </span>
      </p>
    </li>
  )
}

function ClockState({ clock }: { readonly clock: Clock }) {
  const ended = dayInWords(clock.endedOn)
  switch (clock.status) {
    case 'running':
      return <Tag tone="brand">Running</Tag>
    case 'stopped':
      return <Tag tone="good">{`Stopped ${ended}`}</Tag>
    case 'ran-out':
      return (
        <Tag tone={clock.deadline.nature === 'duty' ? 'bad' : 'plain'}>{`Ran out ${ended}`}</Tag>
      )
  }
}
