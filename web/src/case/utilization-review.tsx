import { dayInWords } from '~/ui/days.ts'
import { useCase } from './case-context.ts'
import { DecisionCheck } from './decision-check.tsx'

/** The refusal that is reviewed. */
export function UtilizationReview() {
  const { utilizationReview: review, primaryDiagnosis } = useCase().application
  return (
    <section className="card" aria-labelledby="ur-heading">
      <h2 id="ur-heading">Utilization review</h2>
      {review === null ? (
        <p>No utilization review decision came with the application.</p>
      ) : (
        <dl className="facts-list">
          <dt>Decision</dt>
          <dd>
            {review.outcome}, {dayInWords(review.decidedOn)}
          </dd>
          <dt>Served</dt>
          <dd>
            {dayInWords(review.servedOn)}, by {review.served.method}
          </dd>
          <dt>Request received</dt>
          <dd>{dayInWords(review.requestReceivedOn)}</dd>
          <dt>Organization</dt>
          <dd>{review.organization}</dd>
          <dt>Reasons</dt>
          <dd>{review.reasons}</dd>
        </dl>
      )}
      <DecisionCheck />
      <dl className="facts-list">
        <dt>Diagnosis</dt>
        <dd>
          {primaryDiagnosis.description}
          {primaryDiagnosis.icd10 ? ` (${primaryDiagnosis.icd10})` : ''}
        </dd>
      </dl>
    </section>
  )
}
