import { Button } from './button.tsx'

/** "1–50 of 214", with ways to the next and the previous part. */
export function Paging({
  what,
  total,
  limit,
  offset,
  onMove,
}: {
  readonly what: string
  readonly total: number
  readonly limit: number
  readonly offset: number
  readonly onMove: (offset: number) => void
}) {
  if (total === 0) return null
  const last = Math.min(offset + limit, total)
  return (
    <nav className="paging" aria-label={`Pages of ${what}`}>
      <p>
        {offset + 1}–{last} of {total} {what}
      </p>
      {total > limit ? (
        <>
          <Button disabled={offset === 0} onPress={() => onMove(Math.max(0, offset - limit))}>
            Previous
          </Button>
          <Button disabled={last >= total} onPress={() => onMove(offset + limit)}>
            Next
          </Button>
        </>
      ) : null}
    </nav>
  )
}
