import { appealGrounds } from '~/acts/appeal-grounds.ts'
import { dayInWords } from '~/ui/days.ts'
import { useCase } from './case-context.ts'
import { PlaceLink } from './place-link.tsx'

/** The order that sent the dispute back: ground, wrong fact, and the page that proves it. */
export function RemandOrder() {
  const { remand, files } = useCase()
  if (!remand) return null
  const { remandedOn, ground, wrongFact, proof } = remand
  const file = files.find(({ documentId }) => documentId === proof?.documentId)
  return (
    <section className="card returned" aria-labelledby="remand-heading">
      <h2 id="remand-heading">The Appeals Board sent the dispute back</h2>
      <p>
        Order of {dayInWords(remandedOn)}, ground{' '}
        {appealGrounds.find(([number]) => number === String(ground))?.[1]}.
      </p>
      <blockquote className="reading">{wrongFact}</blockquote>
      {proof && file ? (
        <p>
          The record says otherwise: <PlaceLink place={{ sha256: file.sha256, page: proof.page }} />
        </p>
      ) : null}
    </section>
  )
}
