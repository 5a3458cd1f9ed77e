import { Link } from '@tanstack/react-router'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { Mark } from '~/ui/mark.tsx'
import { Refused } from '~/ui/refused.tsx'

/** What the draft still needs, and the way to the quality reader. */
export function SubmitDraft() {
  const { caseId, treatments, caseSummary } = useCase()
  const act = useAct(operations.submitDraft, 'The draft is with the quality reader.')
  const open = treatments.filter(({ decision, terminated }) => !decision && !terminated)
  return (
    <>
      <h3>Give the draft to the quality reader</h3>
      <ul className="todo">
        <li>
          <Mark tone={caseSummary ? 'good' : 'plain'} />{' '}
          {caseSummary ? 'The case summary is written.' : 'The case summary is not written yet.'}
        </li>
        <li>
          <Mark tone={open.length === 0 ? 'good' : 'plain'} />{' '}
          {open.length === 0
            ? 'Every treatment is decided.'
            : `${open.length} of ${treatments.length} treatments to decide, below.`}
        </li>
      </ul>
      <p>
        <Link to="/cases/$caseId/determination" params={{ caseId }}>
          Read the draft with its findings
        </Link>
      </p>
      <Refused error={act.error} took="The draft was not submitted." />
      <Button
        kind="primary"
        busy={act.isPending}
        onPress={() => act.mutate({ params: { caseId } })}
      >
        Submit the draft
      </Button>
    </>
  )
}
