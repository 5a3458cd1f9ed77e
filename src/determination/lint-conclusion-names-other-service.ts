import { concludes } from './conclusion.ts'
import type { Finding, LintRule } from './finding.ts'

/** The conclusion speaks of another kind of service than the heading: the reasons of another request. */
export const lintOtherService: LintRule = ({ issues }) =>
  issues.flatMap(({ treatment, rationale, associatedSurgicalService }, index): Finding[] => {
    const conclusion = concludes(rationale)
    const own = servicesOf(treatment)
    if (!conclusion || own.length === 0 || associatedSurgicalService) return []
    const named = servicesOf(conclusion.sentence.text)
    if (named.length === 0 || named.some((service) => own.includes(service))) return []
    const { text, span } = conclusion.sentence
    return [
      {
        code: 'conclusion-names-other-service',
        severity: 'warning',
        issue: index + 1,
        part: 'rationale',
        message: `the request is for ${own.join(', ')}, the conclusion speaks of ${named.join(', ')}`,
        span,
        quote: text,
      },
    ]
  })

/** Kinds of service with the words that can only mean them. */
const services: readonly (readonly [string, RegExp])[] = [
  ['MRI', /\b(?:MRIs?|magnetic resonance)\b/i],
  ['X-ray', /\b(?:X-?rays?|radiographs?)\b/i],
  ['CT', /\b(?:CT|computed tomography)\b/],
  [
    'nerve conduction studies',
    /\b(?:EMG|NCV|NCS|electromyograph\w*|nerve conduction|electrodiagnos\w*)/i,
  ],
  [
    'physical or occupational therapy',
    /\b(?:PT|OT|(?:physical|occupational|aquatic) therapy|physiotherapy)\b/i,
  ],
  ['acupuncture', /\bacupuncture\b/i],
  ['chiropractic care', /\bchiropract\w+|\bmanipulation\b/i],
  ['injections', /\b(?:injections?|ESIs?)\b/i],
  [
    'medication',
    /\b\d+(?:\.\d+)? ?(?:mg|mcg)\b|\b(?:tab(?:let)?s?|capsules?|patch(?:es)?)\b|#\d+/i,
  ],
  ['electrical stimulation', /\b(?:TENS|electrical stimulation|H-?wave|interferential)\b/i],
]

function servicesOf(text: string): readonly string[] {
  return services.filter(([, words]) => words.test(text)).map(([service]) => service)
}
