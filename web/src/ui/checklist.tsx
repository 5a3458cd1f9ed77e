import type { ReactNode } from 'react'
import type { AnswerOf, operations } from '#api'
import { Tag } from './tag.tsx'
import type { Tone } from './words.ts'

type Check = AnswerOf<typeof operations.readDecisionLetter>['checklist'][number]

const results: Readonly<Record<Check['result'], { readonly says: string; readonly tone: Tone }>> = {
  present: { says: 'Found', tone: 'good' },
  missing: { says: 'Not found', tone: 'bad' },
  doubtful: { says: 'Look at it', tone: 'warn' },
  'not-needed': { says: 'Not needed', tone: 'plain' },
}

/** What a document must contain, item by item: found with its page, or not found. */
export function Checklist({
  checklist,
  placeOf,
}: {
  readonly checklist: readonly Check[]
  /** A link to a page; without it the page is said. */
  readonly placeOf?: (page: number) => ReactNode
}) {
  return (
    <ul className="checks">
      {checklist.map((check) => (
        <li key={check.item}>
          <Tag tone={results[check.result].tone}>{results[check.result].says}</Tag>
          <span>
            <strong>{check.title}</strong>
            <span className="under">
              {check.because}
              {check.page !== undefined && placeOf ? <> {placeOf(check.page)}</> : null}
            </span>
            <span className="under">
              {check.authority}
              {check.verified ? '' : ' (not yet read in the controlling text)'}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
