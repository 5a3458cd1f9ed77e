import type { AnswerOf } from '#api'
import type { operations } from '~/client.ts'
import { dayInWords } from '~/ui/days.ts'
import { Empty } from '~/ui/states.tsx'
import { useCase } from './case-context.ts'
import { CriterionTree } from './criterion-tree.tsx'
import { ResultTag } from './result-tag.tsx'
import { WhatWouldChange } from './what-would-change.tsx'

type Pack = AnswerOf<typeof operations.getAssessments>['assessments'][number]

/** The criteria per disputed treatment, with what would change the result. */
export function Criteria({ assessments }: { readonly assessments: readonly Pack[] }) {
  const { treatments } = useCase()
  if (assessments.length === 0) {
    return (
      <Empty title="No criteria pack fits these treatments yet">
        <p>The reviewer searches the guidelines by hand and names the edition.</p>
      </Empty>
    )
  }
  return (
    <>
      {assessments.map((pack) => (
        <article key={`${pack.treatmentId} ${pack.pack}`} className="card pack">
          <div className="card-head">
            <h3>
              {treatments.find(({ treatment }) => treatment.id === pack.treatmentId)?.treatment
                .treatment ?? pack.treatmentId}
            </h3>
            <ResultTag result={pack.result} />
          </div>
          <p className="quiet">
            {pack.guideline.name}, {pack.guideline.chapter}, {pack.guideline.edition}
            {pack.guideline.pages ? `, pages ${pack.guideline.pages}` : ''}. In force on{' '}
            {dayInWords(pack.governingDate)}.
          </p>
          <ul className="criteria">
            <CriterionTree criterion={pack.root} depth={0} />
          </ul>
          {pack.whatWouldChangeIt.length > 0 ? (
            <WhatWouldChange ways={pack.whatWouldChangeIt} />
          ) : null}
        </article>
      ))}
    </>
  )
}
