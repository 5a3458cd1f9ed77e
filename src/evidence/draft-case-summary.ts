import { isNonEmpty, type NonEmpty, type RecordCitation, sayDate } from '#foundation'
import type { Fact } from './fact.ts'
import { conceptOf } from './lexicon.ts'

/** A sentence of the draft with the places that support it. */
export type DraftSentence = {
  readonly text: string
  readonly citations: NonEmpty<RecordCitation>
}

/**
 * A draft of the clinical case summary from facts, each sentence with its places. It lists what
 * the record says and concludes nothing; where facts were confirmed, pass those. The physician
 * rewrites and owns it (8 CCR 9792.10.6(d)).
 */
export function draftCaseSummary(facts: readonly Fact[]): readonly DraftSentence[] {
  const own = facts.filter(
    ({ experiencer, temporality }) => experiencer === 'patient' && temporality !== 'hypothetical',
  )
  const of = (
    kinds: readonly Fact['kind'][],
    assertions: readonly Fact['assertion'][],
  ): readonly Fact[] =>
    own.filter(({ kind, assertion }) => kinds.includes(kind) && assertions.includes(assertion))
  return [
    ...sentence(
      'The diagnoses in the records include',
      of(['diagnosis'], ['present']).filter(({ concept }) => concept !== 'icd-10-cm'),
    ),
    ...sentence('The records describe', of(['symptom'], ['present'])),
    ...sentence('The records deny', of(['symptom', 'red-flag'], ['absent'])),
    ...sentence('Red flags noted in the records are', of(['red-flag'], ['present', 'possible'])),
    ...sentence('Examination found', of(['examination-finding'], ['present'])),
    ...sentence('Examination did not find', of(['examination-finding'], ['absent'])),
    ...sentence('Studies in the records are', of(['imaging-study'], ['present']), true),
    ...sentence('Imaging showed', of(['imaging-finding'], ['present'])),
    ...sentence('Imaging did not show', of(['imaging-finding'], ['absent'])),
    ...sentence(
      'Treatment without lasting benefit according to the records was',
      of(['treatment', 'medication'], ['tried-failed']),
    ),
    ...sentence(
      'Treatment with benefit according to the records was',
      of(['treatment', 'medication'], ['tried-helped']),
    ),
    ...sentence('Other treatment in the records was', of(['treatment'], ['present'])),
    ...sentence('Medications in the records are', of(['medication'], ['present'])),
    ...sentence('Declined were', of(['treatment', 'imaging-study'], ['declined'])),
    ...sentence('Requested or planned are', of(['request'], ['planned', 'pending'])),
    ...sentence('The work status was', of(['work-status'], ['present']), true),
  ]
}

function sentence(lead: string, facts: readonly Fact[], dated = false): readonly DraftSentence[] {
  const phrases = new Map<string, RecordCitation[]>()
  for (const fact of facts) {
    const phrase = sayFact(fact, dated)
    const places = phrases.get(phrase)
    if (places) places.push(fact.citation)
    else phrases.set(phrase, [fact.citation])
  }
  const citations = [...phrases.values()].flatMap((places) => places.slice(0, 2))
  return isNonEmpty(citations)
    ? [{ text: `${lead} ${[...phrases.keys()].join(', ')}.`, citations }]
    : []
}

function sayFact(fact: Fact, dated: boolean): string {
  const name = conceptOf(fact.concept)?.says ?? fact.concept.replaceAll('-', ' ')
  const amount =
    fact.value === undefined ||
    (fact.kind === 'examination-finding' && fact.concept === 'range-of-motion')
      ? ''
      : ` (${fact.value}${fact.unit === '/10' ? '/10' : fact.unit ? ` ${fact.unit}` : ''})`
  const side = fact.side === undefined ? '' : `${fact.side} `
  const region =
    fact.region === undefined || name.includes(fact.region) ? '' : ` of the ${fact.region}`
  const levels = fact.levels === undefined ? '' : ` at ${fact.levels.join(', ')}`
  const on =
    !dated || !fact.date
      ? ''
      : fact.date.precision === 'day'
        ? ` of ${sayDate(fact.date.value)}`
        : ` of ${fact.date.value}`
  return `${side}${name}${amount}${region}${levels}${on}`
}
