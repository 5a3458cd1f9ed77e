import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { AnswerOf } from '#api'
import { useRead } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'

export type FileNow = AnswerOf<typeof operations.listDocuments>['files'][number]

/**
 * The files of the case as their reading stands now; asked for again every two seconds while one
 * waits. When a file was read, everything that is said of the case is read again.
 */
export function useReadingFiles(): readonly FileNow[] {
  const { caseId, files } = useCase()
  const queries = useQueryClient()
  const { data } = useRead(
    operations.listDocuments,
    { params: { caseId } },
    { again: (answer) => (answer.files.some(isWaiting) ? 2000 : false) },
  )
  const now = data?.files ?? files
  const settled = now.filter((file) => !isWaiting(file)).length
  const before = useRef(settled)
  useEffect(() => {
    if (settled > before.current) {
      void queries.invalidateQueries({
        predicate: ({ queryKey: [id] }) =>
          id !== 'getPageText' && id !== 'getPageImage' && id !== 'getSession',
      })
    }
    before.current = settled
  }, [settled, queries])
  return now
}

export function isWaiting({ reading }: Pick<FileNow, 'reading'>): boolean {
  return reading === 'waiting'
}

/** "Reading page 12 of 340": where the reading of a file stands. */
export function progressInWords({ progress }: FileNow): string {
  if (!progress || progress.stage === 'waiting') return 'waits to be read'
  if (progress.stage === 'preparing') return 'is being prepared'
  const of = progress.pages === null ? '' : ` of ${progress.pages}`
  return `page ${progress.pagesDone}${of} read`
}
