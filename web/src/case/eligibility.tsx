import { Link } from '@tanstack/react-router'
import { ScrollBox } from '~/ui/scroll-box.tsx'
import { Empty } from '~/ui/states.tsx'
import { Tag } from '~/ui/tag.tsx'
import { plain, type Tone } from '~/ui/words.ts'
import { type CaseView, useCase } from './case-context.ts'

type Table = NonNullable<CaseView['eligibility']>
type Place = NonNullable<Table['tests'][number]['places']>[number]
type TestResult = Table['tests'][number]['result']

const verdicts: Readonly<Record<Table['verdict'], { readonly says: string; readonly tone: Tone }>> =
  {
    eligible: { says: 'Eligible for review', tone: 'good' },
    ineligible: { says: 'Not eligible', tone: 'bad' },
    deferred: { says: 'Deferred', tone: 'warn' },
    duplicate: { says: 'A duplicate of another application', tone: 'warn' },
    'information-needed': { says: 'Information is needed first', tone: 'warn' },
  }

const results: Readonly<Record<TestResult, { readonly says: string; readonly tone: Tone }>> = {
  passed: { says: 'Passed', tone: 'good' },
  failed: { says: 'Failed', tone: 'bad' },
  unknown: { says: 'Not known', tone: 'unknown' },
  'not-applicable': { says: 'Does not apply', tone: 'plain' },
  'not-reached': { says: 'Not reached', tone: 'plain' },
}

const dim: ReadonlySet<TestResult> = new Set<TestResult>(['not-applicable', 'not-reached'])

/** The eligibility table: every test with its result, reason, authority and evidence. */
export function Eligibility() {
  const { eligibility } = useCase()
  if (!eligibility) {
    return (
      <Empty title="Eligibility has not been tested yet">
        <p>A case manager goes through the table first; nothing else happens before.</p>
      </Empty>
    )
  }
  const verdict = verdicts[eligibility.verdict]
  return (
    <section aria-labelledby="eligibility-heading">
      <div className="card-head">
        <h2 id="eligibility-heading">Eligibility</h2>
        <Tag tone={verdict.tone}>{verdict.says}</Tag>
      </div>
      <p className="quiet">By {eligibility.rules}.</p>
      <ScrollBox className="table-box" label="Eligibility tests">
        <table className="eligibility">
          <caption className="visually-hidden">Eligibility tests in the order of the table</caption>
          <thead>
            <tr>
              <th scope="col">No.</th>
              <th scope="col">What would stand in the way</th>
              <th scope="col">Result</th>
              <th scope="col">Because</th>
              <th scope="col">Authority and evidence</th>
            </tr>
          </thead>
          <tbody>
            {eligibility.tests.map((test) => (
              <tr key={test.row} className={dim.has(test.result) ? 'dim' : undefined}>
                <td className="row-number">{test.row}</td>
                <th scope="row">{test.test}</th>
                <td>
                  <Tag tone={results[test.result].tone}>{results[test.result].says}</Tag>
                </td>
                <td>
                  {test.because}
                  {test.cure ? <span className="cure">To cure it: {test.cure}</span> : null}
                </td>
                <td>
                  {test.authority}
                  <span className="under">{test.evidence}</span>
                  {(test.places ?? []).map((place) => (
                    <PageOf key={`${place.document} ${place.page} ${place.says}`} place={place} />
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {eligibility.convertTo ? <p>The review becomes {plain(eligibility.convertTo)}.</p> : null}
    </section>
  )
}

/** The page of the record on which the letter says what the row looked at. */
function PageOf({ place }: { readonly place: Place }) {
  const { caseId } = useCase()
  if (place.documentId === undefined) return null
  return (
    <Link
      to="/cases/$caseId/documents"
      params={{ caseId }}
      search={{ file: place.documentId, page: place.page }}
      className="place"
    >
      Open page {place.page}
      <span className="visually-hidden">
        {' '}
        of {place.document}: {place.says}
      </span>
    </Link>
  )
}
