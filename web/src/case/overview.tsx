import { NextActs } from '~/acts/next-acts.tsx'
import { OtherActs } from '~/acts/other-acts.tsx'
import { useMay } from '~/session.ts'
import { AssignedReviewer } from './assigned-reviewer.tsx'
import { CarriedBy } from './carried-by.tsx'
import { useCase } from './case-context.ts'
import { InTheWay } from './in-the-way.tsx'
import { Parties } from './parties.tsx'
import { RemandOrder } from './remand-order.tsx'
import { TreatmentGraph } from './treatment-graph.tsx'
import { Treatments } from './treatments.tsx'
import { UtilizationReview } from './utilization-review.tsx'

/** What to do next, what is in dispute, and who takes part. */
export function Overview() {
  const { caseSummary, returnedBecause } = useCase()
  const may = useMay()
  return (
    <div className="overview">
      <div className="overview-main">
        <RemandOrder />
        <NextActs />
        <InTheWay />
        {returnedBecause.length > 0 ? (
          <section className="card returned" aria-labelledby="returned-heading">
            <h2 id="returned-heading">The quality reader sent the draft back</h2>
            <ul className="bullets">
              {returnedBecause.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </section>
        ) : null}
        <Treatments />
        <TreatmentGraph />
        <OtherActs />
        {caseSummary ? (
          <section className="card" aria-labelledby="summary-heading">
            <h2 id="summary-heading">Clinical case summary</h2>
            <p className="reading">{caseSummary}</p>
          </section>
        ) : null}
      </div>
      <div className="overview-side">
        <Parties />
        <UtilizationReview />
        {may('placeCase') ? <CarriedBy /> : null}
        {may('getAssignedReviewer') ? <AssignedReviewer /> : null}
      </div>
    </div>
  )
}
