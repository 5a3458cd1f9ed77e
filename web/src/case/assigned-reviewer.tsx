import { addressOf } from '#api'
import { useRead } from '~/act.ts'
import { operations } from '~/client.ts'
import { useMay } from '~/session.ts'
import { useCase } from './case-context.ts'

/** Who reviews the case; shown to the organization only (Lab. Code 4610.6(f)). */
export function AssignedReviewer() {
  const { caseId, reviewerCredentials } = useCase()
  const may = useMay()
  const { data } = useRead(operations.getAssignedReviewer, { params: { caseId } })
  if (!data?.reviewer) return null
  return (
    <section className="card inside" aria-labelledby="reviewer-heading">
      <h2 id="reviewer-heading">Expert reviewer</h2>
      <p className="inside-note">Stays inside the organization: Labor Code 4610.6(f).</p>
      <dl className="facts-list">
        <dt>Name</dt>
        <dd>{data.reviewer.name}</dd>
        {reviewerCredentials ? (
          <>
            <dt>Specialties</dt>
            <dd>{reviewerCredentials.specialties.join(', ')}</dd>
            <dt>Licensed in</dt>
            <dd>{reviewerCredentials.licensure.join(', ')}</dd>
            <dt>In practice</dt>
            <dd>
              {reviewerCredentials.yearsInPractice} years, {reviewerCredentials.hoursPerWeek} hours
              a week
            </dd>
          </>
        ) : (
          <>
            <dt>Attestation</dt>
            <dd>Not given yet</dd>
          </>
        )}
      </dl>
      {may('getConflictCertificate') ? (
        <p>
          <a
            href={addressOf(operations.getConflictCertificate, { params: { caseId } })}
            target="_blank"
            rel="noreferrer"
          >
            Certificate that there is no tie (PDF)
          </a>
        </p>
      ) : null}
    </section>
  )
}
