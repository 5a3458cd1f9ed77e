import { useRead } from '~/act.ts'
import { operations } from '~/client.ts'
import { Refused } from '~/ui/refused.tsx'
import { Empty, Loading } from '~/ui/states.tsx'
import { useCase } from './case-context.ts'
import { Criteria } from './criteria.tsx'
import { FactGroups } from './fact-groups.tsx'

/** What the record says, and what the guidelines' criteria make of it. Suggestions, no decision. */
export function Evidence() {
  const { caseId, factsFound } = useCase()
  const request = { params: { caseId } }
  const facts = useRead(operations.getFacts, request, { enabled: factsFound })
  const assessments = useRead(operations.getAssessments, request, { enabled: factsFound })
  if (!factsFound) {
    return (
      <Empty title="The record has not been read for facts yet">
        <p>Facts and criteria are prepared when the records are complete.</p>
      </Empty>
    )
  }
  return (
    <div className="evidence">
      <section aria-labelledby="criteria-heading">
        <h2 id="criteria-heading">Criteria of the guidelines</h2>
        <p className="quiet">Applied by OpenIMR as a suggestion. A physician decides.</p>
        {assessments.isPending ? <Loading what="criteria" /> : null}
        <Refused error={assessments.error} />
        {assessments.data ? <Criteria assessments={assessments.data.assessments} /> : null}
      </section>
      <section aria-labelledby="facts-heading">
        <h2 id="facts-heading">Facts of the record</h2>
        <p className="quiet">
          Found by OpenIMR, each with its page. They are proposals until the reviewer confirms them.
        </p>
        {facts.isPending ? <Loading what="facts" /> : null}
        <Refused error={facts.error} />
        {facts.data ? <FactGroups facts={facts.data.facts} /> : null}
      </section>
    </div>
  )
}
