import { type RefObject, useState } from 'react'
import { IconButton } from '~/ui/icon.tsx'
import { type Zoom, zoomSteps } from './zoom.ts'

/** Buttons over a page: which page, how large, turned, as picture or text. */
export function PageBar({
  page,
  pages,
  field,
  zoom,
  percent,
  shown,
  onPage,
  onZoom,
  onStep,
  onTurn,
  onShown,
  onHelp,
}: {
  readonly page: number
  readonly pages: number
  readonly field: RefObject<HTMLInputElement | null>
  readonly zoom: Zoom
  readonly percent: number
  readonly shown: 'picture' | 'text'
  readonly onPage: (page: number) => void
  readonly onZoom: (zoom: Zoom) => void
  readonly onStep: (direction: 1 | -1) => void
  readonly onTurn: () => void
  readonly onShown: (shown: 'picture' | 'text') => void
  readonly onHelp: () => void
}) {
  return (
    <div className="page-bar">
      <span className="page-bar-part">
        <IconButton
          icon="previous"
          words="Previous page"
          disabled={page <= 1}
          onPress={() => onPage(page - 1)}
        />
        <PageNumber key={page} page={page} pages={pages} field={field} onPage={onPage} />
        <IconButton
          icon="next"
          words="Next page"
          disabled={page >= pages}
          onPress={() => onPage(page + 1)}
        />
      </span>
      {shown === 'picture' ? (
        <span className="page-bar-part">
          <IconButton icon="smaller" words="Smaller" onPress={() => onStep(-1)} />
          <select
            className="zoom"
            aria-label="Size of the page"
            value={typeof zoom === 'number' && !zoomSteps.includes(zoom) ? percent : zoom}
            onChange={({ target: { value } }) =>
              onZoom(value === 'width' || value === 'page' ? value : Number(value))
            }
          >
            <option value="width">Fit width{zoom === 'width' ? ` (${percent} %)` : ''}</option>
            <option value="page">Fit page{zoom === 'page' ? ` (${percent} %)` : ''}</option>
            {zoomSteps.map((step) => (
              <option key={step} value={step}>
                {step} %
              </option>
            ))}
          </select>
          <IconButton icon="larger" words="Larger" onPress={() => onStep(1)} />
          <IconButton icon="turn" words="Turn the page by a quarter (r)" onPress={onTurn} />
        </span>
      ) : null}
      <fieldset className="page-shown">
        <legend className="visually-hidden">Show the page as</legend>
        {(['picture', 'text'] as const).map((each) => (
          <button
            key={each}
            type="button"
            className="stage"
            aria-pressed={shown === each}
            onClick={() => onShown(each)}
          >
            {each === 'picture' ? 'Picture' : 'Text'}
          </button>
        ))}
        <button type="button" className="stage" onClick={onHelp}>
          Keys
        </button>
      </fieldset>
    </div>
  )
}

function PageNumber({
  page,
  pages,
  field,
  onPage,
}: {
  readonly page: number
  readonly pages: number
  readonly field: RefObject<HTMLInputElement | null>
  readonly onPage: (page: number) => void
}) {
  const [typed, setTyped] = useState(String(page))
  return (
    <form
      className="page-number"
      onSubmit={(event) => {
        event.preventDefault()
        const number = Number(typed)
        if (Number.isInteger(number) && number >= 1 && number <= pages) onPage(number)
        else setTyped(String(page))
      }}
    >
      <label>
        <span className="visually-hidden">Go to page</span>
        <input
          ref={field}
          inputMode="numeric"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <span>of {pages}</span>
    </form>
  )
}
