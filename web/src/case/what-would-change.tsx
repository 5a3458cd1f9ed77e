import type { AnswerOf } from '#api'
import type { operations } from '~/client.ts'

type Way = AnswerOf<
  typeof operations.getAssessments
>['assessments'][number]['whatWouldChangeIt'][number]

const shownFirst = 4

/** The smallest changes of the record that would give another result; the first few in sight. */
export function WhatWouldChange({ ways }: { readonly ways: readonly Way[] }) {
  const more = ways.slice(shownFirst)
  return (
    <div className="change">
      <h4>What would change this</h4>
      <WayList ways={ways.slice(0, shownFirst)} />
      {more.length > 0 ? (
        <details className="proof">
          <summary>
            {more.length} other {more.length === 1 ? 'way' : 'ways'}
          </summary>
          <WayList ways={more} />
        </details>
      ) : null}
    </div>
  )
}

function WayList({ ways }: { readonly ways: readonly Way[] }) {
  return (
    <ul className="bullets">
      {ways.map((needs) => (
        <li key={needs.map(({ criterionId }) => criterionId).join(' ')}>
          {needs
            .map(
              ({ statement, needs: result }) =>
                `“${statement}” ${result === 'met' ? 'shown in the record' : 'shown not to be so'}`,
            )
            .join(', and ')}
        </li>
      ))}
    </ul>
  )
}
