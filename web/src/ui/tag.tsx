import { Mark } from './mark.tsx'
import { type CaseStatus, type Outcome, outcomeWords, statusWords, type Tone } from './words.ts'

/** A word in a tinted box with a mark of its own shape, so that color says nothing alone. */
export function Tag({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <span className={`tag tag-${tone}`}>
      <Mark tone={tone} />
      {children}
    </span>
  )
}

export function StatusTag({ status }: { readonly status: CaseStatus }) {
  const { label, tone } = statusWords[status]
  return <Tag tone={tone}>{label}</Tag>
}

export function OutcomeTag({ outcome }: { readonly outcome: Outcome }) {
  return <Tag tone={outcome === 'uphold' ? 'plain' : 'good'}>{outcomeWords[outcome]}</Tag>
}

export function DecisionTag({ decision }: { readonly decision: 'upheld' | 'overturned' }) {
  return (
    <Tag tone={decision === 'upheld' ? 'plain' : 'good'}>
      {decision === 'upheld' ? 'Upheld' : 'Overturned'}
    </Tag>
  )
}
