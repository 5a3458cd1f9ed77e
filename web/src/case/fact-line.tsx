import { dayInWords } from '~/ui/days.ts'
import { Tag } from '~/ui/tag.tsx'
import { plain, plainTitle, type Tone } from '~/ui/words.ts'
import type { Fact } from './fact-groups.tsx'
import { PlaceLink } from './place-link.tsx'

const tones: Readonly<Record<Fact['assertion'], Tone>> = {
  present: 'brand',
  absent: 'plain',
  'not-documented': 'unknown',
  'tried-failed': 'warn',
  'tried-helped': 'good',
  planned: 'plain',
  pending: 'plain',
  declined: 'warn',
  possible: 'unknown',
}

/** One fact: what, how it is asserted, when, where; the words of the page and a link to them. */
export function FactLine({
  fact,
  onReview,
}: {
  readonly fact: Fact
  readonly onReview: ((verdict: 'confirmed' | 'rejected') => void) | null
}) {
  const where = [fact.side, fact.region, ...(fact.levels ?? [])].filter(Boolean).join(' ')
  const value = fact.value ? `${fact.value}${fact.unit ? ` ${fact.unit}` : ''}` : ''
  return (
    <li className={`fact-line review-${fact.review}`}>
      <div className="fact-head">
        <Tag tone={tones[fact.assertion]}>{plain(fact.assertion)}</Tag>
        <strong>{plainTitle(fact.concept)}</strong>
        {value ? <span>{value}</span> : null}
        {where ? <span>{where}</span> : null}
        {fact.temporality === 'current' ? null : <span className="quiet">{fact.temporality}</span>}
        {fact.experiencer === 'other' ? <span className="quiet">of another person</span> : null}
        <span className="fact-date">{fact.date ? dayInWords(fact.date.value) : 'no date'}</span>
      </div>
      <p className="fact-quote">
        <q>{fact.citation.quote}</q> <PlaceLink place={fact.citation} />
      </p>
      {fact.review === 'proposed' ? null : (
        <p className="fact-review">
          {fact.review === 'confirmed' ? 'Confirmed by the reviewer' : 'Rejected by the reviewer'}
        </p>
      )}
      {onReview ? (
        <p className="buttons">
          {fact.review === 'confirmed' ? null : (
            <button type="button" className="small-button" onClick={() => onReview('confirmed')}>
              Confirm
              <span className="visually-hidden">
                : {plain(fact.concept)}, {fact.citation.quote}
              </span>
            </button>
          )}
          {fact.review === 'rejected' ? null : (
            <button type="button" className="small-button" onClick={() => onReview('rejected')}>
              Reject
              <span className="visually-hidden">
                : {plain(fact.concept)}, {fact.citation.quote}
              </span>
            </button>
          )}
        </p>
      ) : null}
    </li>
  )
}
