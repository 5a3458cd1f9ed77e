import { useMemo } from 'react'
import { useRead } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { useMay } from '~/session.ts'

/** What the ledger says of a page that a reader must know before reading it. */
export type PageMark = {
  /** The first page of the record with the same words. */
  readonly copyOf: { readonly fileId: string; readonly page: number } | null
  readonly unreadable: boolean
  readonly poorlyRead: boolean
}

/** Marks of the pages of a file by page number; empty for those who may not see the ledger. */
export function usePageMarks(fileId: string): ReadonlyMap<number, PageMark> {
  const { caseId } = useCase()
  const may = useMay()
  const { data } = useRead(
    operations.getLedger,
    { params: { caseId } },
    { enabled: may('getLedger') },
  )
  return useMemo(
    () =>
      new Map(
        (data?.lines ?? [])
          .filter(
            (line) =>
              line.fileId === fileId && (line.duplicateOf || !line.readable || line.poorlyRead),
          )
          .map(({ page, duplicateOf, readable, poorlyRead }) => [
            page,
            { copyOf: duplicateOf ?? null, unreadable: !readable, poorlyRead },
          ]),
      ),
    [data, fileId],
  )
}
