import { Link } from '@tanstack/react-router'
import { addressOf } from '#api'
import { useRead } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { dueDay } from '~/case/next-running.ts'
import { operations } from '~/client.ts'
import { useMay } from '~/session.ts'
import { dayInWords, daysLeftInWords, daysUntil } from '~/ui/days.ts'
import { Refused } from '~/ui/refused.tsx'
import { Tag } from '~/ui/tag.tsx'
import { type PartyRole, partyWords } from '~/ui/words.ts'

/** The checklist of what each party is to send, by the rules and by requests since. */
export function OwedRecords() {
  const { caseId, assignedOn } = useCase()
  const may = useMay()
  const { data, error } = useRead(operations.listOwedRecords, { params: { caseId } })
  return (
    <section className="card owed-records" aria-labelledby="owed-heading">
      <h2 id="owed-heading">What is to be sent</h2>
      <Refused error={error} />
      {data && data.owed.length === 0 ? (
        <p className="quiet">
          Nobody was asked yet. The parties are told what to send when the review is assigned.
        </p>
      ) : null}
      {data?.owed.map((owed) => (
        <div key={`${owed.party} ${owed.requestedOn ?? ''} ${owed.what[0]}`} className="owed-party">
          <h3>{partyWords[owed.party]}</h3>
          <p className="under">
            {owed.requestedOn ? `Asked for on ${dayInWords(owed.requestedOn)}. ` : ''}
            <Time clock={owed.clock} />
          </p>
          {owed.requestedOn ? null : <Came party={owed.party} />}
          <ul className="bullets">
            {owed.what.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
          <p className="under">
            {owed.consequence} <span className="refused-authority">{owed.authority}</span>
          </p>
        </div>
      ))}
      {assignedOn && may('getAssignmentNotice') ? (
        <p>
          <a
            href={addressOf(operations.getAssignmentNotice, { params: { caseId } })}
            download="assignment-notice.pdf"
          >
            Notice of assignment, {dayInWords(assignedOn)}
          </a>
        </p>
      ) : null}
      {may('listMissingRecords') ? (
        <p>
          <Link to="/cases/$caseId/documents/missing" params={{ caseId }}>
            What the pages mention and the record lacks
          </Link>
        </p>
      ) : null}
    </section>
  )
}

type Clock = NonNullable<
  Awaited<ReturnType<typeof useRead<typeof operations.listOwedRecords>>>['data']
>['owed'][number]['clock']

function Time({ clock }: { readonly clock: Clock }) {
  if (clock === null) return null
  const due = dueDay(clock.due)
  const verb = clock.nature === 'duty' ? 'Due' : 'May be sent until'
  return (
    <>
      {verb} {dayInWords(due)}{' '}
      {clock.status === 'running' ? (
        <Tag tone={daysUntil(due) < 0 ? 'bad' : 'warn'}>{daysLeftInWords(daysUntil(due))}</Tag>
      ) : (
        <Tag tone="plain">{clock.status === 'stopped' ? 'clock stopped' : 'time ran out'}</Tag>
      )}
    </>
  )
}

/** How many files came from a party, its representative's among them. */
function Came({ party }: { readonly party: PartyRole }) {
  const { files } = useCase()
  const count = files.filter(
    ({ from }) => from === party || (party === 'employee' && from === 'representative'),
  ).length
  return (
    <p>
      {count === 0 ? (
        <Tag tone="unknown">No file came so far</Tag>
      ) : (
        <Tag tone="good">{`${count} ${count === 1 ? 'file' : 'files'} came`}</Tag>
      )}
    </p>
  )
}
