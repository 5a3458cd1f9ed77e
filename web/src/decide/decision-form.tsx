import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct, useRead } from '~/act.ts'
import { type TreatmentView, useCase } from '~/case/case-context.ts'
import { Criteria } from '~/case/criteria.tsx'
import { operations, refusedWith } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { LongField, RadioField, TextField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'
import type { NewSource } from './new-source.ts'
import { SourceEditor } from './source-editor.tsx'

/** Decision, guideline, reasons and their sources for one disputed treatment. */
export function DecisionForm({
  view,
  sources,
  onSources,
  onShow,
}: {
  readonly view: TreatmentView
  readonly sources: readonly NewSource[]
  readonly onSources: (sources: readonly NewSource[]) => void
  readonly onShow: (documentId: string, page: number) => void
}) {
  const { caseId } = useCase()
  const { treatment, decision: kept } = view
  const navigate = useNavigate()
  const [decision, setDecision] = useState<'upheld' | 'overturned' | null>(kept?.decision ?? null)
  const [guideline, setGuideline] = useState(kept?.reviewOrganizationGuideline.text ?? '')
  const [noGuideline, setNoGuideline] = useState(kept?.noGuidelineBecause ?? '')
  // Words may stand in the field in which the server finds no guideline; then it asks for a reason.
  const [asked, setAsked] = useState(kept?.noGuidelineBecause !== undefined)
  const [rationale, setRationale] = useState(kept?.rationale ?? '')
  const [missing, setMissing] = useState(false)
  const assessments = useRead(operations.getAssessments, { params: { caseId } })
  const act = useAct(operations.decideIssue, 'The decision was kept.')
  const citesNothing = asked || guideline.trim() === ''
  const own = assessments.data?.assessments.filter(
    ({ treatmentId }) => treatmentId === treatment.id,
  )
  return (
    <form
      className="desk-form"
      aria-labelledby="decide-heading"
      onSubmit={(event) => {
        event.preventDefault()
        setMissing(decision === null)
        if (decision === null) return
        act.mutate(
          {
            params: { caseId, treatmentId: treatment.id },
            body: {
              decision,
              guideline,
              rationale,
              sources,
              ...(citesNothing && noGuideline.trim()
                ? { noGuidelineBecause: noGuideline.trim() }
                : {}),
            },
          },
          {
            onSuccess: () => void navigate({ to: '/cases/$caseId', params: { caseId } }),
            onError: (error) => {
              if (refusedWith(error, 'guideline-not-cited')) setAsked(true)
            },
          },
        )
      }}
    >
      <div className="card">
        <h2 id="decide-heading">Decide: {treatment.treatment}</h2>
        {treatment.partial ? (
          <p>
            Requested {treatment.partial.requested}, authorized {treatment.partial.authorized}; in
            dispute {treatment.partial.remainder}.
          </p>
        ) : null}
        <p className="quiet">{treatment.claimsAdministratorGuideline}</p>
        <RadioField<'upheld' | 'overturned'>
          label="Your decision"
          value={decision}
          onChange={setDecision}
          choices={[
            ['upheld', 'Upheld', 'The refusal stands: not medically necessary.'],
            ['overturned', 'Overturned', 'The treatment is medically necessary.'],
          ]}
        />
        {missing && decision === null ? (
          <p className="field-error" role="alert">
            Choose a decision first.
          </p>
        ) : null}
        <TextField
          label="Guideline you rest on"
          hint="As the letter prints it: source, title, edition, sections. Leave empty only where none is cited."
          value={guideline}
          onChange={setGuideline}
        />
        {citesNothing ? (
          <LongField
            label="Why no guideline is cited"
            hint="Kept with the decision. Needed unless the treatment only goes with another one."
            rows={2}
            optional={treatment.associatedWith !== undefined}
            value={noGuideline}
            onChange={setNoGuideline}
          />
        ) : null}
        <LongField
          label="Reasons"
          hint="Printed as they stand. End with whether the treatment is medically necessary."
          rows={12}
          reading
          value={rationale}
          onChange={setRationale}
        />
        <SourceEditor sources={sources} onChange={onSources} onShow={onShow} />
        <Refused error={act.error} took="The decision was not kept." />
        <Button submit kind="primary" busy={act.isPending}>
          Keep this decision
        </Button>
      </div>
      {own && own.length > 0 ? (
        <section aria-labelledby="own-criteria">
          <h2 id="own-criteria">Criteria, as a suggestion</h2>
          <Criteria assessments={own} />
        </section>
      ) : null}
    </form>
  )
}
