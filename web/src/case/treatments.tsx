import { Link } from '@tanstack/react-router'
import { DecisionTag, Tag } from '~/ui/tag.tsx'
import { plain } from '~/ui/words.ts'
import { type TreatmentView, useCase } from './case-context.ts'
import { Sources } from './sources.tsx'

/** The disputed treatments, each with what was asked, what was allowed, and the decision. */
export function Treatments() {
  const { treatments } = useCase()
  return (
    <section aria-labelledby="treatments-heading">
      <h2 id="treatments-heading">
        {treatments.length === 1
          ? 'Disputed treatment'
          : `${treatments.length} disputed treatments`}
      </h2>
      <ol className="treatments">
        {treatments.map((view, index) => (
          <Treatment key={view.treatment.id} view={view} number={index + 1} />
        ))}
      </ol>
    </section>
  )
}

function Treatment({ view, number }: { readonly view: TreatmentView; readonly number: number }) {
  const { caseId, nextActs, treatments } = useCase()
  const { treatment, decision, terminated, implemented } = view
  const surgery = treatments.find((other) => other.treatment.id === treatment.associatedWith)
  const where = [
    ...treatment.bodyRegions,
    ...(treatment.side ? [treatment.side] : []),
    ...(treatment.levels ?? []),
  ]
  return (
    <li className="card treatment">
      <div className="card-head">
        <h3>
          <span className="treatment-number">{number}</span> {treatment.treatment}
        </h3>
        <span className="tags">
          {decision ? <DecisionTag decision={decision.decision} /> : null}
          {terminated ? <Tag tone="plain">{`Left the dispute: ${terminated}`}</Tag> : null}
          {implemented ? <Tag tone="good">Authorized or paid</Tag> : null}
          {!decision && !terminated ? <Tag tone="brand">Not decided</Tag> : null}
        </span>
      </div>
      <p className="treatment-facts">
        {[
          treatment.category,
          treatment.subcategory,
          where.join(', '),
          treatment.retrospective ? 'already given' : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {surgery ? <p className="treatment-facts">Goes with: {surgery.treatment.treatment}</p> : null}
      {treatment.partial ? (
        <dl className="amounts">
          <div>
            <dt>Requested</dt>
            <dd>{treatment.partial.requested}</dd>
          </div>
          <div>
            <dt>Authorized</dt>
            <dd>{treatment.partial.authorized}</dd>
          </div>
          <div>
            <dt>Still in dispute</dt>
            <dd>{treatment.partial.remainder}</dd>
          </div>
        </dl>
      ) : null}
      {decision ? (
        <details className="why" open={nextActs.includes('decideIssue')}>
          <summary>Reasons and their sources</summary>
          <p className="reading">{decision.rationale}</p>
          <p className="treatment-facts">{decision.reviewOrganizationGuideline.text}</p>
          <Sources sources={decision.sources} />
        </details>
      ) : (
        <p className="treatment-facts">{treatment.claimsAdministratorGuideline}</p>
      )}
      {nextActs.includes('decideIssue') && !terminated ? (
        <p className="buttons">
          <Link
            to="/cases/$caseId/decide/$treatmentId"
            params={{ caseId, treatmentId: treatment.id }}
            className={decision ? 'button' : 'button button-primary'}
          >
            {decision ? 'Change the decision' : 'Decide this treatment'}
            <span className="visually-hidden">: {plain(treatment.treatment)}</span>
          </Link>
        </p>
      ) : null}
    </li>
  )
}
