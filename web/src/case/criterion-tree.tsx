import type { AnswerOf } from '#api'
import type { operations } from '~/client.ts'
import { plain } from '~/ui/words.ts'
import { PlaceLink } from './place-link.tsx'
import { ResultTag } from './result-tag.tsx'

type Criterion = AnswerOf<typeof operations.getAssessments>['assessments'][number]['root']
type Proof = NonNullable<Criterion['searched']>[number]

/** A criterion with its result and the proof of it; its sub-criteria below. */
export function CriterionTree({
  criterion,
  depth,
}: {
  readonly criterion: Criterion
  readonly depth: number
}) {
  const isLeaf = criterion.children.length === 0
  const places = isLeaf ? uniquePlaces(criterion) : []
  return (
    <li className="criterion">
      <div className="criterion-line">
        <ResultTag result={criterion.result} />
        <span className={depth === 0 ? 'criterion-root' : undefined}>{criterion.statement}</span>
      </div>
      {isLeaf && criterion.question ? <p className="question">{criterion.question}</p> : null}
      {places.length > 0 ? (
        <details className="proof">
          <summary>
            {places.length} {places.length === 1 ? 'passage' : 'passages'}
            <span className="visually-hidden"> for: {criterion.statement}</span>
          </summary>
          <ul className="proofs">
            {places.map((place) => (
              <li key={`${place.sha256} ${place.page} ${place.span.start}`}>
                <q>{place.quote}</q> <PlaceLink place={place} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {isLeaf
        ? criterion.searched?.map((proof) => (
            <Absence key={proof.concept} proof={proof} statement={criterion.statement} />
          ))
        : null}
      {isLeaf ? null : (
        <ul className="criteria">
          {criterion.children.map((child) => (
            <CriterionTree key={child.criterionId} criterion={child} depth={depth + 1} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Absence({ proof, statement }: { readonly proof: Proof; readonly statement: string }) {
  return (
    <details className="proof">
      <summary>
        Searched {proof.pagesSearched} pages for “{plain(proof.concept)}”
        <span className="visually-hidden"> for: {statement}</span>
      </summary>
      <p>
        In {proof.documents.length} documents, these wordings (<span className="code">*</span>{' '}
        stands for any ending, <span className="code">..</span> for words between):
      </p>
      <p className="terms">{proof.terms.join(', ')}</p>
      {proof.pagesNotReadable.length > 0 ? (
        <p>
          Pages that could not be read:{' '}
          {proof.pagesNotReadable.map(({ page }) => `page ${page}`).join(', ')}. What stands there
          was not searched.
        </p>
      ) : (
        <p>Every page could be read.</p>
      )}
      {proof.nearMisses.length > 0 ? (
        <>
          <p>Near, but not the same:</p>
          <ul className="proofs">
            {proof.nearMisses.map((place) => (
              <li key={`${place.sha256} ${place.page} ${place.span.start}`}>
                <q>{place.quote}</q> <PlaceLink place={place} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </details>
  )
}

function uniquePlaces(criterion: Criterion): NonNullable<Criterion['evidence']> {
  const seen = new Set<string>()
  return (criterion.evidence ?? []).filter(({ sha256, page, span }) => {
    const key = `${sha256} ${page} ${span.start}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
