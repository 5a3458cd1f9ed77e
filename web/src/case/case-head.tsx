import { Link } from '@tanstack/react-router'
import { NextClock } from '~/cases/next-clock.tsx'
import { dayInWords } from '~/ui/days.ts'
import { PageHead } from '~/ui/page-head.tsx'
import { OutcomeTag, StatusTag, Tag } from '~/ui/tag.tsx'
import { useCase } from './case-context.ts'
import { nextRunning } from './next-running.ts'

/** Who and what the case is about, where it stands, and the clock that ends first. */
export function CaseHead() {
  const view = useCase()
  const { employee, claimNumber, dateOfInjury } = view.application
  const name = `${employee.name.first} ${employee.name.last}`
  const next = nextRunning(view.clocks)
  return (
    <>
      <p className="crumbs">
        <Link to="/cases">Cases</Link>
      </p>
      <PageHead
        title={
          <>
            {name} <span className="case-number">{view.caseNumber}</span>
          </>
        }
        tab={view.caseNumber}
        lead={`Claim ${claimNumber}, injured ${dayInWords(dateOfInjury)}`}
      >
        <div className="case-state">
          <span className="tags">
            {view.priority === 'expedited' ? <Tag tone="warn">Expedited</Tag> : null}
            <StatusTag status={view.status} />
            {view.outcome ? <OutcomeTag outcome={view.outcome} /> : null}
          </span>
          {next ? <NextClock next={next} /> : null}
        </div>
      </PageHead>
    </>
  )
}
