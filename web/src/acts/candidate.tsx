import { useState } from 'react'
import type { AnswerOf } from '#api'
import type { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { LongField, TextField } from '~/ui/field.tsx'
import { Tag } from '~/ui/tag.tsx'
import { plain, plainTitle } from '~/ui/words.ts'

type CandidateView = AnswerOf<typeof operations.listReviewerCandidates>['candidates'][number]
type Cleared = { readonly party: string; readonly reason: string }

/** One reviewer: fit, load, filters and ties, each with its reason. */
export function Candidate({
  candidate,
  busy,
  onChoose,
}: {
  readonly candidate: CandidateView
  readonly busy: boolean
  readonly onChoose: (cleared: readonly Cleared[], similarBecause: string) => void
}) {
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const [similar, setSimilar] = useState('')
  const possible = candidate.conflicts.filter(({ result }) => result === 'possible-tie')
  const failed = candidate.filters.filter(({ passed }) => !passed)
  // The map of specialties may lack a pair that a person knows to be similar; nothing else bends.
  const mayBeJudged = failed.length === 1 && failed[0]?.filter === 'same-or-similar-specialty'
  const ties = candidate.conflicts.filter(({ result }) => result !== 'no-tie')
  return (
    <li className={candidate.mayDecide ? 'candidate' : 'candidate dim'}>
      <div className="card-head">
        <h4>{candidate.name}</h4>
        {candidate.mayDecide ? (
          <Tag tone="good">{`Fit ${Math.round(candidate.score ?? 0)}`}</Tag>
        ) : (
          <Tag tone="bad">May not decide</Tag>
        )}
      </div>
      <p className="treatment-facts">
        {candidate.specialties.join(', ')} · {candidate.openCases} of {candidate.capacity} cases
        open
      </p>
      {failed.map(({ filter, because }) => (
        <p key={filter} className="failed">
          {plainTitle(filter)}: {because}
        </p>
      ))}
      {ties.map(({ party, role, result, because }) => (
        <p key={`${party} ${role}`} className="failed">
          {result === 'tie' ? 'Tie' : 'Possible tie'} with {party} ({plain(role)}): {because}
        </p>
      ))}
      <details className="proof">
        <summary>
          Reasons, filters and ties<span className="visually-hidden"> of {candidate.name}</span>
        </summary>
        <ul className="bullets">
          {candidate.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        <ul className="checks">
          {candidate.filters.map(({ filter, passed, because }) => (
            <li key={filter}>
              <Tag tone={passed ? 'good' : 'bad'}>{passed ? 'Passed' : 'Failed'}</Tag>
              <span>
                {plainTitle(filter)}: {because}
              </span>
            </li>
          ))}
          {candidate.conflicts.map(({ party, role, result, because }) => (
            <li key={`${party} ${role}`}>
              <Tag tone={result === 'no-tie' ? 'good' : result === 'tie' ? 'bad' : 'warn'}>
                {result === 'no-tie' ? 'No tie' : result === 'tie' ? 'Tie' : 'Possible tie'}
              </Tag>
              <span>
                {party} ({plain(role)}): {because}
              </span>
            </li>
          ))}
        </ul>
      </details>
      {candidate.mayDecide || mayBeJudged ? (
        <>
          {mayBeJudged ? (
            <LongField
              label={`Why the specialty of ${candidate.name} is the same or similar`}
              hint="Fill it in only if you judge it so; your reason is kept with the choice."
              rows={2}
              optional
              value={similar}
              onChange={setSimilar}
            />
          ) : null}
          {possible.map(({ party }) => (
            <TextField
              key={party}
              label={`Why the possible tie with ${party} is none`}
              value={reasons[party] ?? ''}
              onChange={(reason) => setReasons({ ...reasons, [party]: reason })}
            />
          ))}
          <Button
            busy={busy}
            kind={mayBeJudged ? 'plain' : 'primary'}
            disabled={mayBeJudged && similar.trim() === ''}
            onPress={() =>
              onChoose(
                possible.flatMap(({ party }) => {
                  const reason = reasons[party]?.trim()
                  return reason ? [{ party, reason }] : []
                }),
                mayBeJudged ? similar.trim() : '',
              )
            }
          >
            Choose {candidate.name}
          </Button>
        </>
      ) : null}
    </li>
  )
}
