import { useState } from 'react'
import type { AnswerOf } from '#api'
import { useAct } from '~/act.ts'
import { operations } from '~/client.ts'
import { ChoiceField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'
import { Empty } from '~/ui/states.tsx'
import { plainTitle } from '~/ui/words.ts'
import { useCase } from './case-context.ts'
import { FactLine } from './fact-line.tsx'

export type Fact = AnswerOf<typeof operations.getFacts>['facts'][number]

const order: readonly Fact['kind'][] = [
  'red-flag',
  'diagnosis',
  'symptom',
  'examination-finding',
  'imaging-study',
  'imaging-finding',
  'treatment',
  'medication',
  'work-status',
  'request',
]

/** Facts by kind, oldest first within a kind; the reviewer confirms or rejects them. */
export function FactGroups({ facts }: { readonly facts: readonly Fact[] }) {
  const { caseId, nextActs } = useCase()
  const [region, setRegion] = useState('all')
  const review = useAct(operations.reviewFacts, 'Your reading of the fact is kept.')
  const regions = [...new Set(facts.flatMap((fact) => fact.region ?? []))].toSorted()
  const shown = facts.filter((fact) => region === 'all' || fact.region === region)
  if (facts.length === 0) {
    return (
      <Empty title="No facts were found">
        <p>The pages may hold pictures only. Read them under Documents.</p>
      </Empty>
    )
  }
  const mayReview = nextActs.includes('reviewFacts')
  return (
    <>
      <ChoiceField
        label="Body region"
        value={region}
        onChange={setRegion}
        choices={[
          ['all', `All regions, ${facts.length} facts`],
          ...regions.map((each) => [each, each] as const),
        ]}
      />
      <Refused error={review.error} took="Your reading was not kept." />
      {order.map((kind) => {
        const group = shown.filter((fact) => fact.kind === kind).toSorted(byDate)
        if (group.length === 0) return null
        return (
          <details key={kind} className="card fact-group" open={group.length < 12}>
            <summary>
              <h3>{plainTitle(kind)}</h3> <span className="tab-count">{group.length}</span>
            </summary>
            <ul className="fact-lines">
              {group.map((fact) => (
                <FactLine
                  key={fact.factId}
                  fact={fact}
                  onReview={
                    mayReview
                      ? (verdict) =>
                          review.mutate({
                            params: { caseId },
                            body: {
                              confirmed: verdict === 'confirmed' ? [fact.factId] : [],
                              rejected: verdict === 'rejected' ? [fact.factId] : [],
                            },
                          })
                      : null
                  }
                />
              ))}
            </ul>
          </details>
        )
      })}
    </>
  )
}

function byDate(a: Fact, b: Fact): number {
  return (
    (a.date?.value ?? '').localeCompare(b.date?.value ?? '') || a.citation.page - b.citation.page
  )
}
