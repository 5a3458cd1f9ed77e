import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { AnswerOf } from '#api'
import { type ReceivedFile, useCase } from '~/case/case-context.ts'
import { call, operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { TextField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'
import type { Span } from './page-view.tsx'

type Hit = {
  readonly file: ReceivedFile
  readonly page: number
  readonly span: Span
  readonly before: string
  readonly found: string
  readonly after: string
}

const mostHits = 60

/** Looks for words on every page of every file of the case; shows where they stand. */
export function PageSearch({
  files,
  onOpen,
}: {
  readonly files: readonly ReceivedFile[]
  readonly onOpen: (fileId: string, page: number, span: Span) => void
}) {
  const { caseId } = useCase()
  const queries = useQueryClient()
  const [words, setWords] = useState('')
  const [progress, setProgress] = useState<string | null>(null)
  const [hits, setHits] = useState<readonly Hit[] | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const run = useRef(0)

  async function search(): Promise<void> {
    run.current += 1
    const mine = run.current
    const found: Hit[] = []
    const total = files.reduce((sum, { pages }) => sum + (pages ?? 0), 0)
    let done = 0
    setError(null)
    setHits(null)
    for (const file of files) {
      for (let page = 1; page <= (file.pages ?? 0) && found.length < mostHits; page += 1) {
        const request = { params: { caseId, documentId: file.documentId, page } }
        const reading = await queries.fetchQuery<AnswerOf<typeof operations.getPageText>>({
          queryKey: ['getPageText', request],
          queryFn: () => call(operations.getPageText, request),
          staleTime: Number.POSITIVE_INFINITY,
        })
        if (run.current !== mine) return
        done += 1
        setProgress(`Searched ${done} of ${total} pages`)
        found.push(...hitsOn(file, page, reading.text, words))
      }
    }
    setHits(found.slice(0, mostHits))
    setProgress(null)
  }

  return (
    <div className="page-search">
      <search aria-label="Pages of this case">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (words.trim() === '') return
            search().catch((fault: unknown) => {
              setProgress(null)
              setError(fault instanceof Error ? fault : new Error('the search failed'))
            })
          }}
        >
          <TextField
            label="Find words in the pages"
            type="search"
            value={words}
            onChange={setWords}
          />
          <Button submit busy={progress !== null}>
            Find
          </Button>
        </form>
      </search>
      <output className="quiet search-state">
        {progress ??
          (hits ? `${hits.length}${hits.length === mostHits ? ' or more' : ''} places found.` : '')}
      </output>
      <Refused error={error} />
      {hits && hits.length > 0 ? (
        <ol className="hits">
          {hits.map((hit) => (
            <li key={`${hit.file.documentId} ${hit.page} ${hit.span.start}`}>
              <button
                type="button"
                className="document"
                onClick={() => onOpen(hit.file.documentId, hit.page, hit.span)}
              >
                <span>
                  …{hit.before}
                  <mark>{hit.found}</mark>
                  {hit.after}…
                </span>
                <span className="under">
                  {hit.file.fileName}, page {hit.page}
                </span>
              </button>
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  )
}

function hitsOn(file: ReceivedFile, page: number, text: string, words: string): readonly Hit[] {
  // Words may be broken over lines on the page.
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+')
  return [...text.matchAll(new RegExp(pattern, 'gi'))].map((match) => {
    const start = match.index
    const end = start + match[0].length
    return {
      file,
      page,
      span: { start, end },
      before: text.slice(Math.max(0, start - 40), start).replace(/\s+/g, ' '),
      found: match[0].replace(/\s+/g, ' '),
      after: text.slice(end, end + 50).replace(/\s+/g, ' '),
    }
  })
}
