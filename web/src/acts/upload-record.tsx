import { Link } from '@tanstack/react-router'
import { useCase } from '~/case/case-context.ts'
import { UploadPanel } from '~/upload/upload-panel.tsx'

/** Adds files to the record. */
export function UploadRecord() {
  const { caseId } = useCase()
  return (
    <>
      <h3>Add files to the record</h3>
      <UploadPanel />
      <p>
        <Link to="/cases/$caseId/documents/received" params={{ caseId }}>
          What is owed, what has come, and all receipts
        </Link>
      </p>
    </>
  )
}
