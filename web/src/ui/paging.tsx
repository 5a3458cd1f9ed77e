import { Button } from './button.tsx'

/** "1–50 of 214", with ways to the next and the previous part. */
export function Paging({
  what,
  total,
  more = false,
  limit,
  offset,
  onMove,
}: {
  readonly what: string
  readonly total: number
  /** There are more than `total`. */
  readonly more?: boolean
  readonly limit: number
  readonly offset: number
  readonly onMove: (offset: number) => void
}) {
  if (total === 0) return null
  const last = Math.min(offset + limit, total)
  return (
    <nav className="paging" aria-label={`Pages of ${what}`}>
      <p>
        {inWords(offset + 1)}–{inWords(last)} of {more ? 'more than ' : ''}
        {inWords(total)} {what}
      </p>
      {total > limit ? (
        <>
          <Button disabled={offset === 0} onPress={() => onMove(Math.max(0, offset - limit))}>
            Previous
          </Button>
          <Button disabled={last >= total && !more} onPress={() => onMove(offset + limit)}>
            Next
          </Button>
        </>
      ) : null}
    </nav>
  )
}

function inWords(count: number): string {
  return count.toLocaleString('en-US')
}
