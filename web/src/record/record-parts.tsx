import { Link } from '@tanstack/react-router'
import { useCase } from '~/case/case-context.ts'
import { useMay } from '~/session.ts'

/** The parts of the record: its pages, the ledger of every page, what is missing, what came in. */
export function RecordParts() {
  const { caseId } = useCase()
  const may = useMay()
  const params = { caseId }
  return (
    <nav className="record-parts" aria-label="Parts of the record">
      <Link
        to="/cases/$caseId/documents"
        params={params}
        activeOptions={{ exact: true, includeSearch: false }}
      >
        Pages
      </Link>
      {may('getLedger') ? (
        <Link to="/cases/$caseId/documents/ledger" params={params}>
          Ledger
        </Link>
      ) : null}
      {may('listMissingRecords') ? (
        <Link to="/cases/$caseId/documents/missing" params={params}>
          Missing records
        </Link>
      ) : null}
      <Link to="/cases/$caseId/documents/received" params={params}>
        Received and owed
      </Link>
    </nav>
  )
}
