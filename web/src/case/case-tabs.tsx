import { Link } from '@tanstack/react-router'
import { useMay } from '~/session.ts'
import { useCase } from './case-context.ts'

/** The parts of the case as tabs; only those the role may see. */
export function CaseTabs() {
  const { caseId, clocks, files } = useCase()
  const may = useMay()
  const params = { caseId }
  return (
    <nav className="tabs" aria-label="Parts of the case">
      <Link to="/cases/$caseId" params={params} activeOptions={{ exact: true }}>
        Overview
      </Link>
      <Link to="/cases/$caseId/clocks" params={params}>
        Clocks <Count of={clocks.length} />
      </Link>
      <Link to="/cases/$caseId/eligibility" params={params}>
        Eligibility
      </Link>
      <Link to="/cases/$caseId/correspondence" params={params}>
        Correspondence
      </Link>
      <Link to="/cases/$caseId/documents" params={params}>
        Documents{' '}
        <Count of={files.reduce((sum, { pages }) => sum + (pages ?? 0), 0)} unit="pages" />
      </Link>
      {may('getFacts') ? (
        <Link to="/cases/$caseId/evidence" params={params}>
          Evidence
        </Link>
      ) : null}
      <Link to="/cases/$caseId/determination" params={params}>
        Determination
      </Link>
      {may('getMoney') ? (
        <Link to="/cases/$caseId/money" params={params}>
          Penalties and fees
        </Link>
      ) : null}
      <Link to="/cases/$caseId/history" params={params}>
        History
      </Link>
    </nav>
  )
}

function Count({ of, unit }: { readonly of: number; readonly unit?: string }) {
  if (of === 0) return null
  return (
    <span className="tab-count">
      {of}
      {unit ? <span className="visually-hidden"> {unit}</span> : null}
    </span>
  )
}
