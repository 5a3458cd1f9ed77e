import { useState } from 'react'
import { useAct, useRead } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { Refused } from '~/ui/refused.tsx'
import { Empty, Loading } from '~/ui/states.tsx'
import { Candidate } from './candidate.tsx'

/** Reviewers with reasons, filters and ties; one is chosen. */
export function ChooseReviewer() {
  const { caseId } = useCase()
  const { data, error, isPending } = useRead(operations.listReviewerCandidates, {
    params: { caseId },
  })
  const [chosen, setChosen] = useState<string | null>(null)
  const act = useAct(operations.selectReviewer, 'The reviewer was chosen.')
  return (
    <>
      <h3>Choose the expert reviewer</h3>
      <p>
        Best fit first. Names stay inside the organization. Whoever fails a filter or has a tie
        cannot be chosen; only a specialty can be judged similar by you, with a reason.
      </p>
      {isPending ? <Loading what="reviewers" /> : null}
      <Refused error={error} />
      <Refused error={act.error} took="The reviewer was not chosen." />
      {data && data.candidates.length === 0 ? (
        <Empty title="The register of reviewers is empty">
          <p>An administrator adds reviewers with their licences and certifications.</p>
        </Empty>
      ) : null}
      <ul className="candidates">
        {data?.candidates.map((candidate) => (
          <Candidate
            key={candidate.reviewerId}
            candidate={candidate}
            busy={act.isPending && chosen === candidate.reviewerId}
            onChoose={(cleared, similarBecause) => {
              setChosen(candidate.reviewerId)
              act.mutate({
                params: { caseId },
                body: {
                  reviewerId: candidate.reviewerId,
                  ...(cleared.length === 0 ? {} : { cleared }),
                  ...(similarBecause === '' ? {} : { similarBecause }),
                },
              })
            }}
          />
        ))}
      </ul>
      {data ? <p className="quiet">Rules: {data.rules.join(', ')}</p> : null}
    </>
  )
}
