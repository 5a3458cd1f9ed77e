import { Link } from '@tanstack/react-router'
import { Fragment, useEffect, useRef, useState } from 'react'
import { useCase } from '~/case/case-context.ts'
import { PlaceLink } from '~/case/place-link.tsx'
import { dayInWords } from '~/ui/days.ts'
import { ScrollBox } from '~/ui/scroll-box.tsx'
import { Tag } from '~/ui/tag.tsx'
import { plain, roleWords } from '~/ui/words.ts'
import type { Ledger, LedgerLine } from './ledger-lines.ts'

/** Pixels of a row; the style sheet gives `.ledger td` this height. */
const rowHeight = 52
const margin = 6

/** One line for every page; only the rows in sight are in the document. */
export function LedgerTable({
  ledger,
  lines,
}: {
  readonly ledger: Ledger
  readonly lines: readonly LedgerLine[]
}) {
  const box = useRef<HTMLElement>(null)
  const [sight, setSight] = useState({ top: 0, height: 600 })
  useEffect(() => {
    const table = box.current
    if (!table) return
    const look = (): void => setSight({ top: table.scrollTop, height: table.clientHeight })
    look()
    table.addEventListener('scroll', look, { passive: true })
    const sizes = new ResizeObserver(look)
    sizes.observe(table)
    return () => {
      table.removeEventListener('scroll', look)
      sizes.disconnect()
    }
  }, [])
  const first = Math.max(0, Math.floor(sight.top / rowHeight) - margin)
  const last = Math.min(lines.length, Math.ceil((sight.top + sight.height) / rowHeight) + margin)
  const files = new Map(ledger.files.map((file) => [file.fileId, file]))
  const documents = new Map(ledger.documents.map((each) => [each.documentId, each]))
  return (
    <ScrollBox className="ledger-box" label="Pages of the ledger" box={box}>
      <Space height={first * rowHeight} />
      <table className="ledger" aria-rowcount={lines.length + 1}>
        <thead>
          <tr>
            <th scope="col">Page</th>
            <th scope="col">Document</th>
            <th scope="col">Read</th>
            <th scope="col">Opened by</th>
            <th scope="col">Cited in</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(first, last).map((line, index) => (
            <tr key={`${line.fileId} ${line.page}`} aria-rowindex={first + index + 2}>
              <th scope="row">
                <PlaceLink
                  place={{ sha256: files.get(line.fileId)?.sha256 ?? '', page: line.page }}
                />
              </th>
              <td>
                <span className="cut">{documents.get(line.documentId)?.title ?? '–'}</span>
              </td>
              <td>
                <Read line={line} sha256={files.get(line.duplicateOf?.fileId ?? '')?.sha256} />
              </td>
              <td>
                <span className="cut">{openedInWords(line.opened)}</span>
              </td>
              <td>
                <Cited cited={line.cited} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Space height={(lines.length - last) * rowHeight} />
    </ScrollBox>
  )
}

/** Room for rows that are not drawn; an attribute, as the server allows no inline style. */
function Space({ height }: { readonly height: number }) {
  return height > 0 ? (
    <svg className="ledger-space" width="1" height={height} aria-hidden="true" />
  ) : null
}

function Read({
  line,
  sha256,
}: {
  readonly line: LedgerLine
  readonly sha256: string | undefined
}) {
  return (
    <span className="tags">
      {line.readable ? null : <Tag tone="bad">no text</Tag>}
      {line.poorlyRead ? <Tag tone="warn">hard to read</Tag> : null}
      {line.readable && !line.poorlyRead ? (
        <span>{line.source === 'ocr' ? 'from a scan' : 'yes'}</span>
      ) : null}
      {line.duplicateOf && sha256 !== undefined ? (
        <>
          <Tag tone="plain">copy of</Tag>{' '}
          <PlaceLink place={{ sha256, page: line.duplicateOf.page }} />
        </>
      ) : null}
    </span>
  )
}

function openedInWords(opened: LedgerLine['opened']): string {
  if (opened.length === 0) return 'nobody'
  return opened
    .map(({ by, name, lastAt }) => `${name ?? roleWords[by] ?? by}, ${dayInWords(lastAt)}`)
    .join('; ')
}

const places = { fact: 'Statement', rationale: 'Reasons', criterion: 'Criterion' } as const

/** Where a page is cited, with the way there: reasons stand with the determination. */
function Cited({ cited }: Pick<LedgerLine, 'cited'>) {
  const { caseId } = useCase()
  if (cited.length === 0) return <span>–</span>
  return (
    <span className="cut" title={cited.map((one) => plain(one.says)).join('; ')}>
      {cited.map((one, index) => (
        <Fragment key={`${one.in} ${one.says}`}>
          {index === 0 ? '' : '; '}
          <Link
            to={one.in === 'rationale' ? '/cases/$caseId/determination' : '/cases/$caseId/evidence'}
            params={{ caseId }}
          >
            {places[one.in]}
          </Link>
          : {plain(one.says)}
        </Fragment>
      ))}
    </span>
  )
}
