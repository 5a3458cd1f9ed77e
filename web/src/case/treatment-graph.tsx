import { DecisionTag, Tag } from '~/ui/tag.tsx'
import { type TreatmentView, useCase } from './case-context.ts'

/**
 * Which treatment goes with which: what goes with a treatment falls with it, and is decided on its
 * merits where the treatment is overturned. Shown only where something goes with something.
 */
export function TreatmentGraph() {
  const { treatments } = useCase()
  if (!treatments.some(({ treatment }) => treatment.associatedWith !== undefined)) return null
  const roots = treatments.filter(
    ({ treatment }) => !treatments.some((other) => other.treatment.id === treatment.associatedWith),
  )
  return (
    <section className="card" aria-labelledby="graph-heading">
      <h2 id="graph-heading">What goes with what</h2>
      <p className="quiet">
        A service that goes with a treatment is decided after it: where the treatment is upheld as
        refused, the service falls with it; where it is overturned, the service is decided on its
        own merits.
      </p>
      <Branch members={roots} all={treatments} />
    </section>
  )
}

function Branch({
  members,
  all,
}: {
  readonly members: readonly TreatmentView[]
  readonly all: readonly TreatmentView[]
}) {
  return (
    <ul className="branch">
      {members.map((view) => {
        const children = all.filter(
          ({ treatment }) => treatment.associatedWith === view.treatment.id,
        )
        return (
          <li key={view.treatment.id}>
            <span className="branch-line">
              {view.treatment.treatment} <Standing view={view} all={all} />
            </span>
            {children.length > 0 ? <Branch members={children} all={all} /> : null}
          </li>
        )
      })}
    </ul>
  )
}

/** Where the treatment stands, and what it waits for. */
function Standing({
  view: { treatment, decision, terminated },
  all,
}: {
  readonly view: TreatmentView
  readonly all: readonly TreatmentView[]
}) {
  const parent = all.find((other) => other.treatment.id === treatment.associatedWith)
  if (terminated) return <Tag tone="plain">{`Left the dispute: ${terminated}`}</Tag>
  if (decision) return <DecisionTag decision={decision.decision} />
  if (!parent || parent.terminated) return <Tag tone="brand">Not decided</Tag>
  if (!parent.decision) return <Tag tone="unknown">Waits for what it goes with</Tag>
  return parent.decision.decision === 'upheld' ? (
    <Tag tone="plain">Falls with what it goes with</Tag>
  ) : (
    <Tag tone="brand">To be decided on its merits</Tag>
  )
}
