import { ok, type Result, refuse, refused } from '#foundation'
import { makePageSearch, type SearchHit, type Word } from '#records'
import { loadEvents } from './act-on.ts'
import type { Deps } from './deps.ts'
import { partTexts } from './page-texts.ts'
import { receivedFiles } from './read-record.ts'
import { proceedingsRefusals } from './refusals.ts'

/** What a search of the record gave, and what it could not look at. */
export type RecordSearch = {
  readonly hits: readonly (Omit<SearchHit, 'words'> & {
    /** Of the file. */
    readonly documentId: string
    /** Boxes of the words found, in points of the upright page. */
    readonly wordBoxes: readonly Word['box'][]
  })[]
  readonly pagesSearched: number
  readonly pagesNotReadable: readonly { readonly documentId: string; readonly page: number }[]
  /** Files that are not read yet, or could not be. */
  readonly filesNotRead: readonly { readonly documentId: string; readonly fileName: string }[]
  /** There are more hits than were asked for. */
  readonly truncated: boolean
}

/**
 * Searches every page of the record, in the order of files and pages; pages read from a picture
 * too. Says how many pages it saw and which nobody could read. Refusal: `search-empty`.
 */
export async function searchRecord(
  deps: Deps,
  caseId: string,
  request: { readonly query: string; readonly limit: number },
): Promise<Result<RecordSearch>> {
  const loaded = await loadEvents(deps, caseId)
  if (!loaded.ok) return loaded
  const search = makePageSearch(request.query)
  if (!search) {
    return refused(
      refuse(proceedingsRefusals, 'search-empty', 'there is no word to search for', 'query.q'),
    )
  }
  const hits: RecordSearch['hits'][number][] = []
  const pagesNotReadable: RecordSearch['pagesNotReadable'][number][] = []
  const filesNotRead: RecordSearch['filesNotRead'][number][] = []
  let pagesSearched = 0
  for (const { received, parts } of receivedFiles(loaded.value)) {
    const { documentId, fileName } = received
    if (parts.length === 0) filesNotRead.push({ documentId, fileName })
    for (const { artifact } of parts) {
      const part = await partTexts(deps, artifact)
      for (const page of part.reading.pages) {
        if (page.source === 'none') {
          pagesNotReadable.push({ documentId, page: page.page })
          continue
        }
        pagesSearched += 1
        // One more than asked for tells that there are more; counting all would read them all.
        if (hits.length > request.limit) continue
        for (const { words, ...hit } of search.in(page)) {
          const boxes = await Promise.all(words.map((word) => part.boxesIn(page.page, word)))
          hits.push({ documentId, ...hit, wordBoxes: boxes.flat() })
          if (hits.length > request.limit) break
        }
      }
    }
  }
  return ok({
    hits: hits.slice(0, request.limit),
    pagesSearched,
    pagesNotReadable,
    filesNotRead,
    truncated: hits.length > request.limit,
  })
}
