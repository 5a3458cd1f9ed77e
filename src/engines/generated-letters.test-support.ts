/** Letters for the tests of everything that prints: generated, and awkward on purpose. */

import { outcomeOf } from '#case'
import type { Determination, Issue } from '#determination'
import { plainDateOf } from '#foundation'
import type { ServedLetter } from '#letters'

export const organization = 'Juniper Independent Review'

/** A small generator of its own, so that a failing letter has a number to find it by. */
function makeDice(seed: number): (sides: number) => number {
  let state = seed * 2_654_435_761 + 1
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const treatments = [
  'MRI of the cervical spine without contrast',
  'Physical therapy, 12 sessions, 3 times a week for 4 weeks, lumbar spine',
  'Norco 10/325 mg #90 with 1 refill',
  'EMG/NCV of the bilateral upper extremities',
  'Right knee arthroscopy with partial medial meniscectomy',
  'Associated surgical service: Cold therapy unit, 7-day rental',
  'Retrospective urine drug screen DOS: 08/14/2026',
  'Pain management follow-up in 4-6 weeks (with Dr. of choice)',
  'TENS unit, 30-day trial: purchase of electrodes and lead wires',
  'Acupuncture 2 times a week for 3 weeks, neck, right hand and head',
]
const citations = [
  'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies, and Summary.',
  'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical Medicine.',
  'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Low Back - Lumbar & Thoracic (Acute & Chronic), MRIs (updated 09/22/15).',
  'Decision based on MTUS Neck and Upper Back Complaints 2004, Section(s): Special Studies, Diagnostic and Treatment Considerations. Decision based on Non-MTUS Citation ACOEM, pages 289-290.',
]
const sentences = [
  'The injured worker is a 46-year-old male who sustained an industrial injury on 06-11-2026.',
  'The straight-leg raise is negative bilaterally, motor strength is 5/5 and reflexes are 2+.',
  'Pain was rated 4-5/10 on a visual analog scale; work status: modified duty.',
  'Per the progress report dated 08-27-2026, six sessions of physical therapy were completed.',
  'No red flags (fever, weight loss, history of cancer) are documented in the 214-page file.',
  'The guideline states, "Criteria for ordering imaging studies are: emergence of a red flag; physiologic evidence of tissue insult."',
  'Range of motion: flexion 40°, extension ≥ 10°; DASH score 52.3 %; temperature 98.6 °F.',
  'The follow-up note mentions non-steroidal anti-inflammatory medication and self-directed exercise.',
]

/** The same seed gives the same determination. */
export function generate(seed: number, change: Partial<Shape> = {}): Determination {
  const dice = makeDice(seed)
  const pick = <T>(list: readonly T[]): T => {
    const picked = list[dice(list.length)]
    if (picked === undefined) throw new TypeError('nothing to pick from')
    return picked
  }
  const shape: Shape = {
    issues: 1 + dice(4),
    summarySentences: 4 + dice(20),
    rationaleSentences: 2 + dice(12),
    ...change,
  }
  const say = (count: number): string =>
    Array.from({ length: count }, () => pick(shape.sentences ?? sentences)).join(' ')
  const makeIssue = (): Issue => {
    const decision = pick(['upheld', 'upheld', 'overturned'] as const)
    const cited = dice(6) > 0
    const text = cited
      ? pick(citations)
      : 'The Claims Administrator did not cite any medical evidence for its decision.'
    return {
      treatment: pick(treatments),
      decision,
      claimsAdministratorGuideline: { text, cited, citations: [] },
      reviewOrganizationGuideline: { text: pick(citations), cited: true, citations: [] },
      rationale: `${say(shape.rationaleSentences)} The request is ${decision === 'upheld' ? 'not ' : ''}medically necessary.`,
    }
  }
  const issues: Determination['issues'] = [
    makeIssue(),
    ...Array.from({ length: shape.issues - 1 }, makeIssue),
  ]
  return {
    caseNumber: `CM26-${String(1000 + seed).padStart(7, '0')}`,
    priority: dice(5) === 0 ? 'expedited' : 'standard',
    dateOfInjury: plainDateOf(2026, 1 + dice(5), 1 + dice(28)),
    urDenialDate: plainDateOf(2026, 7, 1 + dice(28)),
    applicationReceived: plainDateOf(2026, 8, 1 + dice(28)),
    dateAssigned: plainDateOf(2026, 9, 1 + dice(28)),
    decisionDate: plainDateOf(2026, 10, 1 + dice(28)),
    reviewer: {
      licensure: pick([['California'], ['California', 'Texas'], ['New York', 'Florida', 'Ohio']]),
      specialties: pick([
        ['Physical Medicine & Rehabilitation', 'Pain Management'],
        ['Orthopedic Surgery'],
        ['Preventive Medicine', 'Occupational Medicine'],
      ]),
    },
    caseSummary: say(shape.summarySentences),
    issues,
    outcome: outcomeOf(issues),
  }
}

type Shape = {
  readonly issues: number
  readonly summarySentences: number
  readonly rationaleSentences: number
  readonly sentences?: readonly string[]
}

/** A served letter around it, with names that are not English and a long list of records. */
export function serve(determination: Determination): ServedLetter {
  const day = plainDateOf(2026, 11, 4)
  if (day === null) throw new TypeError('no such day')
  return {
    determination,
    organization: {
      name: organization,
      address: ['P.O. Box 10417', 'Sacramento, CA 95826'],
      phone: '(555) 010-0142',
      medicalDirector: 'Rosalind Achterberg, MD',
    },
    servedOn: day,
    employee: { name: 'Łukasz Nguyễn-Peña', address: ['1180 Alder Court', 'Fresno, CA 93704'] },
    employerName: 'Valle Verde Packing Co-op',
    claimNumber: 'WC-2026-004417',
    requestingPhysicianName: 'Тамара Ильина, MD',
    claimsAdministratorName: 'Harborline Claims Services',
    documentsReviewed: Array.from({ length: 40 }, (_, index) => ({
      documentId: `d${index + 1}`,
      title: `Progress report ${index + 1}: Date of Injury: see within`,
      kind: 'progress-report',
      pages: { first: index * 3 + 1, last: index * 3 + 3 },
      fileName: 'records-part-1.pdf',
    })),
    whatHappensNext: [
      { party: 'Injured worker', what: 'May appeal.', by: 'December 9, 2026', authority: 'P1' },
    ],
    recipients: [
      {
        role: 'employee',
        name: 'Łukasz Nguyễn-Peña',
        method: 'mail',
        address: '1180 Alder Court, Fresno, CA 93704',
      },
      {
        role: 'claims-administrator',
        name: 'Harborline Claims Services',
        method: 'mail',
        address: '9 Elm Road, Visalia, CA 93291',
      },
    ],
  }
}

/** Letters with what makes printing hard, by name. */
export const awkward: readonly (readonly [string, Determination])[] = [
  ...Array.from({ length: 16 }, (_, seed) => [`generated letter ${seed}`, generate(seed)] as const),
  ['21 issues', generate(100, { issues: 21, rationaleSentences: 3 })],
  ['a rationale of 800 words', generate(101, { issues: 2, rationaleSentences: 62 })],
  [
    'names in Latin, Greek and Cyrillic letters',
    generate(102, {
      sentences: [
        'The records of Dr. Łukasz Nguyễn-Peña and of Γιώργος Παπαδόπουλος were reviewed.',
        'The report of Тамара Ильина describes an antalgic gait and a positive Lasègue’s sign.',
      ],
    }),
  ],
  [
    'one line of everything',
    generate(103, { issues: 1, summarySentences: 1, rationaleSentences: 1 }),
  ],
]
