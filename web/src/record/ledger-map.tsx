import { useEffect, useRef } from 'react'
import { useNarrow } from '~/ui/narrow.ts'
import { countsInWords, type LedgerLine } from './ledger-lines.ts'

const cell = 16

/** The pages of a file as a drawing, one cell for each; a cell that is pressed opens its page. */
export function LedgerMap({
  lines,
  onPage,
}: {
  readonly lines: readonly LedgerLine[]
  readonly onPage: (page: number) => void
}) {
  const drawing = useRef<SVGSVGElement>(null)
  const columns = useNarrow() ? 20 : 60
  useEffect(() => {
    const map = drawing.current
    if (!map) return
    // For the mouse; with the keyboard every page is reached from the table below.
    const open = ({ target }: Event): void => {
      const page = target instanceof Element && target.closest('[data-page]')
      if (page) onPage(Number(page.getAttribute('data-page')))
    }
    map.addEventListener('click', open)
    return () => map.removeEventListener('click', open)
  }, [onPage])
  const rows = Math.ceil(lines.length / columns)
  return (
    <figure className="ledger-map">
      <svg ref={drawing} viewBox={`0 0 ${columns * cell} ${rows * cell}`} aria-hidden="true">
        {lines.map((line, index) => (
          <g
            key={line.page}
            data-page={line.page}
            transform={`translate(${(index % columns) * cell} ${Math.floor(index / columns) * cell})`}
          >
            <title>{inWords(line)}</title>
            <PageCell line={line} />
            {index > 0 && line.documentId !== lines[index - 1]?.documentId ? (
              <path className="cell-begins" d="M0 1v14" />
            ) : null}
          </g>
        ))}
      </svg>
      <figcaption className="under">{countsInWords(lines)}.</figcaption>
    </figure>
  )
}

/** What the marks of a cell mean, each by its shape. */
export function LedgerLegend() {
  const base = { opened: [], cited: [], readable: true, poorlyRead: false } as const
  const seen = { by: '', firstAt: '', lastAt: '', times: 1 }
  return (
    <ul className="ledger-legend">
      <Sample words="not opened" line={base} />
      <Sample words="opened" line={{ ...base, opened: [seen] }} />
      <Sample
        words="cited"
        line={{ ...base, opened: [seen], cited: [{ in: 'fact', factId: '', says: '' }] }}
      />
      <Sample
        words="copy of an earlier page"
        line={{ ...base, duplicateOf: { fileId: '', page: 1 } }}
      />
      <Sample words="no text" line={{ ...base, readable: false }} />
      <Sample words="hard to read" line={{ ...base, poorlyRead: true }} />
      <li>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path className="cell-begins" d="M2 1v14" />
        </svg>
        a document begins
      </li>
    </ul>
  )
}

type Drawn = Pick<LedgerLine, 'opened' | 'cited' | 'duplicateOf' | 'readable' | 'poorlyRead'>

function Sample({ words, line }: { readonly words: string; readonly line: Drawn }) {
  return (
    <li>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <PageCell line={line} />
      </svg>
      {words}
    </li>
  )
}

function PageCell({ line }: { readonly line: Drawn }) {
  const opened = line.opened.length > 0
  return (
    <>
      <rect className={opened ? 'cell is-opened' : 'cell'} x="2" y="1" width="13" height="14" />
      {line.duplicateOf ? <path className="cell-copy" d="M2 15L15 1M2 8l6-7M9 15l6-7" /> : null}
      {line.poorlyRead ? <path className="cell-poor" d="M4 5.5q2-2 4.5 0t4.5 0" /> : null}
      {line.readable ? null : <path className="cell-none" d="M5 4.5l7 7M12 4.5l-7 7" />}
      {line.cited.length > 0 ? <circle className="cell-cited" cx="8.5" cy="11" r="3.2" /> : null}
    </>
  )
}

function inWords(line: LedgerLine): string {
  return [
    `Page ${line.page}: ${line.opened.length > 0 ? 'opened' : 'not opened'}`,
    ...(line.cited.length > 0 ? ['cited'] : []),
    ...(line.duplicateOf ? ['copy'] : []),
    ...(line.readable ? [] : ['no text']),
    ...(line.poorlyRead ? ['hard to read'] : []),
  ].join(', ')
}
