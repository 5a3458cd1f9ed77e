import { addressOf } from '#api'
import { useRead } from '~/act.ts'
import { operations } from '~/client.ts'
import { useMay } from '~/session.ts'
import { momentInWords } from '~/ui/days.ts'
import { Refused } from '~/ui/refused.tsx'
import { Loading } from '~/ui/states.tsx'
import { roleWords } from '~/ui/words.ts'
import { useCase } from './case-context.ts'

/** What happened to the case, in words, with the chain of hashes that holds it together. */
export function History() {
  const { caseId, caseNumber } = useCase()
  const may = useMay()
  const { data, error, isPending } = useRead(operations.listCaseEvents, { params: { caseId } })
  if (isPending) return <Loading what="the history" />
  if (error) return <Refused error={error} />
  return (
    <div className="history-page">
      <section aria-labelledby="history-heading">
        <h2 id="history-heading">History</h2>
        <ol className="history">
          {data.events.map((entry) => (
            <li key={entry.version}>
              <p className="history-when">
                <time dateTime={entry.at}>{momentInWords(entry.at)}</time>
                <span>{roleWords[entry.by] ?? entry.by}</span>
              </p>
              <p className="history-says">{entry.says}</p>
              <p className="hash" title={entry.hash}>
                {entry.version} · {entry.hash.slice(0, 12)}
              </p>
            </li>
          ))}
        </ol>
      </section>
      <aside className="card" aria-labelledby="verify-heading">
        <h2 id="verify-heading">How this can be checked</h2>
        <p>
          Every line carries a hash of what happened and of the line before it. Whoever changes a
          line breaks all that follow.
        </p>
        {may('exportBundle') ? (
          <>
            <p>
              The bundle holds the lines, the files, the certificates and the letters. It is checked
              without this server:
            </p>
            <p className="code">npx openimr verify {caseNumber}.zip</p>
            <p>
              <a
                className="button button-primary"
                href={addressOf(operations.exportBundle, { params: { caseId } })}
                download={`${caseNumber}.zip`}
              >
                Export the bundle
              </a>
            </p>
          </>
        ) : null}
      </aside>
    </div>
  )
}
