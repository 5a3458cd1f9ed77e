import { useState } from 'react'
import { useCase } from '~/case/case-context.ts'
import { Button } from '~/ui/button.tsx'
import { IconButton } from '~/ui/icon.tsx'
import { Refused } from '~/ui/refused.tsx'
import type { Found, Hit, RecordSearch } from './record-search.ts'

const fieldId = 'words-in-the-pages'

/** Leads to the field for the words. */
export function goToSearch(): void {
  const field = document.getElementById(fieldId)
  if (field instanceof HTMLInputElement) field.select()
}

/** The field for words to look for, and the places found, in the order of files and pages. */
export function SearchPanel({
  search,
  onOpen,
}: {
  readonly search: RecordSearch
  readonly onOpen: (hit: Hit) => void
}) {
  const { files } = useCase()
  const { found } = search
  const [typed, setTyped] = useState(search.words)
  return (
    <div className="page-search">
      <SearchForm typed={typed} onType={setTyped} search={search} />
      <output className="quiet search-state">
        {search.busy ? 'Searching …' : found ? inWords(found) : ''}
      </output>
      <Refused error={search.error} />
      {found && found.hits.length > 0 ? (
        <>
          <p className="search-steps">
            <span>
              {search.open === null ? '–' : search.open + 1} of {found.hits.length}
            </span>
            <IconButton
              icon="up"
              words="Previous place found (N)"
              onPress={() => search.step(-1)}
            />
            <IconButton icon="down" words="Next place found (n)" onPress={() => search.step(1)} />
            <button
              type="button"
              className="link-button"
              onClick={() => {
                setTyped('')
                search.search('')
                goToSearch()
              }}
            >
              Clear
            </button>
          </p>
          <ol className="hits">
            {found.hits.map((hit, index) => (
              <li key={`${hit.fileId} ${hit.page} ${hit.span.start}`}>
                <button
                  type="button"
                  className="document"
                  aria-current={index === search.open || undefined}
                  onClick={() => onOpen(hit)}
                >
                  <span>
                    …{hit.before}
                    <mark>{hit.found}</mark>
                    {hit.after}…
                  </span>
                  <span className="under">
                    {files.length > 1
                      ? `${files.find(({ documentId }) => documentId === hit.fileId)?.fileName}, `
                      : ''}
                    page {hit.page}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </div>
  )
}

/** Enter searches; Enter once more goes on to the next place. */
function SearchForm({
  typed,
  onType,
  search,
}: {
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly search: RecordSearch
}) {
  return (
    <search aria-label="Pages of this case">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const words = typed.trim()
          if (words !== '' && words === search.words) search.step(1)
          else search.search(words)
        }}
      >
        <div className="field">
          <label>
            Find words in the pages
            <input
              id={fieldId}
              type="search"
              value={typed}
              autoComplete="off"
              onChange={(event) => onType(event.target.value)}
            />
          </label>
        </div>
        <Button submit busy={search.busy}>
          Find
        </Button>
      </form>
    </search>
  )
}

/** What was found, and what could not be searched: silence about it would be a false "no". */
function inWords({ hits, more, pagesNotReadable, filesNotRead, pagesSearched }: Found): string {
  const count =
    hits.length === 0
      ? `Not on the ${pagesSearched} pages searched.`
      : more
        ? `The first ${hits.length} places.`
        : `${hits.length} ${hits.length === 1 ? 'place' : 'places'} found.`
  const unread = [
    ...(pagesNotReadable > 0
      ? [`${pagesNotReadable} ${pagesNotReadable === 1 ? 'page has' : 'pages have'} no text.`]
      : []),
    ...(filesNotRead.length > 0 ? [`Not read: ${filesNotRead.join(', ')}.`] : []),
  ]
  return [count, ...unread].join(' ')
}
