import { useState } from 'react'
import { type AnswerOf, addressOf } from '#api'
import { useRead } from '~/act.ts'
import { operations } from '~/client.ts'
import { useMay } from '~/session.ts'
import { dayInWords } from '~/ui/days.ts'
import { PdfView } from '~/ui/pdf-view.tsx'
import { Refused } from '~/ui/refused.tsx'
import { Loading } from '~/ui/states.tsx'
import { DecisionTag, OutcomeTag } from '~/ui/tag.tsx'
import { useCase } from './case-context.ts'
import { Findings } from './findings.tsx'

type Drafted = AnswerOf<typeof operations.getDraft>['determination']

/** The draft as the letter will say it, with the findings beside; or as the PDF. */
export function Draft() {
  const { caseId, caseNumber, version } = useCase()
  const [asLetter, setAsLetter] = useState(false)
  const may = useMay()
  const { data, error, isPending } = useRead(operations.getDraft, { params: { caseId } })
  if (isPending) return <Loading what="the draft" />
  if (error) return <Refused error={error} took="There is no whole draft yet." />
  const { determination, findings } = data
  const letter = addressOf(operations.getDraftLetter, { params: { caseId } })
  const fileName = `${caseNumber}-draft.pdf`
  return (
    <div className="determination">
      {asLetter ? (
        <section aria-labelledby="draft-heading">
          <h2 id="draft-heading">Draft of the final determination</h2>
          <PdfView key={version} address={letter} title="Draft letter" fileName={fileName} />
        </section>
      ) : (
        <DraftText determination={determination} />
      )}
      <div className="draft-side">
        {may('getDraftLetter') ? (
          <section className="card" aria-labelledby="draft-letter-heading">
            <h2 id="draft-letter-heading">As a letter</h2>
            <p>Each page is marked as a draft.</p>
            <p className="buttons">
              <button
                type="button"
                className="small-button"
                onClick={() => setAsLetter((shown) => !shown)}
              >
                {asLetter ? 'Show the text' : 'Show the letter'}
              </button>
              {asLetter ? null : (
                <a href={letter} download={fileName}>
                  Download the draft
                </a>
              )}
            </p>
          </section>
        ) : null}
        <Findings findings={findings} />
      </div>
    </div>
  )
}

function DraftText({ determination }: { readonly determination: Drafted }) {
  return (
    <article className="card draft" aria-labelledby="draft-heading">
      <div className="card-head">
        <h2 id="draft-heading">Draft of the final determination</h2>
        <OutcomeTag outcome={determination.outcome} />
      </div>
      <dl className="facts-list">
        <dt>Case</dt>
        <dd>{determination.caseNumber}</dd>
        <dt>Date of injury</dt>
        <dd>{dayInWords(determination.dateOfInjury)}</dd>
        <dt>UR denial</dt>
        <dd>{dayInWords(determination.urDenialDate)}</dd>
        <dt>Application received</dt>
        <dd>{dayInWords(determination.applicationReceived)}</dd>
        <dt>Reviewer</dt>
        <dd>
          {determination.reviewer.specialties.join(', ')}; licensed in{' '}
          {determination.reviewer.licensure.join(', ')}
        </dd>
      </dl>
      <h3>Clinical case summary</h3>
      <p className="reading">{determination.caseSummary || 'Not written yet.'}</p>
      {determination.issues.map((issue) => (
        <section key={issue.treatment} className="draft-issue">
          <div className="card-head">
            <h3>{issue.treatment}</h3>
            <DecisionTag decision={issue.decision} />
          </div>
          <p className="quiet">Claims administrator: {issue.claimsAdministratorGuideline.text}</p>
          <p className="quiet">Reviewer: {issue.reviewOrganizationGuideline.text}</p>
          <p className="reading">{issue.rationale}</p>
        </section>
      ))}
    </article>
  )
}
