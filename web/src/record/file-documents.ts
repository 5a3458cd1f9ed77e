import { useMemo } from 'react'
import type { AnswerOf } from '#api'
import { useRead } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { dayInWords } from '~/ui/days.ts'

export type FoundDocument = AnswerOf<typeof operations.listDocuments>['documents'][number]

const none: readonly FoundDocument[] = []

/** The documents known in the files of the case, by the id of the file, in the order of pages. */
export function useFileDocuments(): ReadonlyMap<string, readonly FoundDocument[]> {
  const { caseId, files } = useCase()
  const { data } = useRead(operations.listDocuments, { params: { caseId } })
  const documents = data?.documents ?? none
  return useMemo(
    () =>
      new Map(
        files.map(({ documentId: fileId }) => [
          fileId,
          documents
            .filter((document) => document.fileId === fileId)
            .toSorted((a, b) => a.pages.first - b.pages.first),
        ]),
      ),
    [files, documents],
  )
}

/** "Jan 27, 2017 · Rowan Ashby, MD · pages 3–5": what tells a document from others. */
export function documentFacts({
  date,
  author,
  pages: { first, last },
}: Pick<FoundDocument, 'date' | 'author' | 'pages'>): string {
  return [
    date ? dayInWords(date) : 'no date',
    author ?? 'no author',
    first === last ? `page ${first}` : `pages ${first}–${last}`,
  ].join(' · ')
}
