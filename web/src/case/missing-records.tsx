import { useRead } from '~/act.ts'
import { operations } from '~/client.ts'
import { dayInWords } from '~/ui/days.ts'
import { Refused } from '~/ui/refused.tsx'
import { Loading } from '~/ui/states.tsx'
import { useCase } from './case-context.ts'
import { PlaceLink } from './place-link.tsx'

/** Documents that the record speaks of and does not hold, each with the pages that mention it. */
export function MissingRecords() {
  const { caseId } = useCase()
  const { data, error, isPending } = useRead(operations.listMissingRecords, {
    params: { caseId },
  })
  return (
    <section className="missing" aria-labelledby="missing-heading">
      <h3 id="missing-heading">Mentioned, but not in the record</h3>
      {isPending ? <Loading what="what is missing" /> : null}
      <Refused error={error} />
      {data && data.missing.length === 0 ? (
        <p className="quiet">Every document that the pages mention with a date is here.</p>
      ) : null}
      <ul>
        {data?.missing.map(({ kind, what, date, author, mentions }) => (
          <li key={`${kind} ${what} ${date.value} ${author ?? ''}`}>
            <p>
              {what}, {dayInWords(date.value)}
              {author ? `, ${author}` : ''}
            </p>
            <p className="under">
              Mentioned in{' '}
              {mentions.map((mention, index) => (
                <span key={`${mention.sha256} ${mention.page} ${mention.span.start}`}>
                  {index === 0 ? '' : '; '}
                  <PlaceLink place={mention} />
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
