import { readFileSync } from 'node:fs'
import type { Actor, CaseEvent, RecordedEvent } from '#case'
import { addDays, canonicalJson, type Instant, type PlainDate, valueOf } from '#foundation'
import { type Application, parseApplication } from '#intake'
import { type ArtifactKind, type ArtifactReference, chainStart, linkHash } from '#integrity'
import { type Database, makeCaseStore } from '#store'
import { makeRandom, type Random } from './random.ts'

/** The day on which the filled queue is looked at. */
export const queueDay = '2026-06-15' as PlainDate
export const queueNow = '2026-06-15T19:00:00.000Z' as Instant

const by: Actor = { kind: 'person', userId: 'bench', role: 'case-manager' }
const casesAtOnce = 500

/**
 * Fills an empty database with open cases: events with their chain, written in bulk, of which the
 * store makes lines and clocks itself (`rebuild`). Cases stand in all statuses from intake to
 * quality, with clocks overdue, due soon and due later, in eight offices with 25 case managers.
 */
export async function fillQueue(database: Database, count: number): Promise<void> {
  const random = makeRandom(7)
  for (let first = 0; first < count; first += casesAtOnce) {
    const recorded = Array.from({ length: Math.min(casesAtOnce, count - first) }, (_, index) => {
      const number = first + index + 1
      return chained(`open-${number}`, eventsOf(number, random))
    }).flat()
    await database.query(insertEvents, [
      recorded.map(({ caseId }) => caseId),
      recorded.map(({ version }) => version),
      recorded.map(({ event }) => event.type),
      recorded.map(contentText),
      recorded.map(({ previousHash }) => previousHash),
      recorded.map(({ hash }) => hash),
    ])
  }
  await makeCaseStore(database).rebuild()
  await database.query({ name: '', text: 'vacuum analyze' })
}

function eventsOf(number: number, random: Random): readonly CaseEvent[] {
  const due = (from: number, to: number): PlainDate =>
    addDays(queueDay, from + random.below(to - from))
  const priority = random.chance(0.03) ? 'expedited' : 'standard'
  const events: CaseEvent[] = [
    {
      type: 'ApplicationReceived',
      caseNumber: `CM26-${String(number).padStart(7, '0')}`,
      application: applicationOf(number, priority, random),
      source: artifact('application'),
    },
  ]
  if (random.chance(0.7)) {
    events.push({
      type: 'CasePlaced',
      office: random.pick(offices),
      caseManager: `manager-${random.below(25)}`,
    })
  }
  const stage = random.next()
  if (stage < 0.1) return [...events, clock('A1', due(0, 3), 'duty')]
  events.push(
    {
      type: 'EligibilityTested',
      table: { rules: 'CA-WC-2026', verdict: 'eligible', tests: [] },
      artifact: artifact('eligibility-table'),
      testedOn: addDays(queueDay, -20),
    },
    {
      type: 'ReviewAssigned',
      assignedOn: addDays(queueDay, -18),
      noticeMethod: 'mail',
      notice: artifact('assignment-notice'),
    },
  )
  if (stage < 0.4)
    return [...events, clock('R1', due(0, 15), 'duty'), clock('R4', due(0, 20), 'right')]
  if (stage < 0.45) {
    return [
      ...events,
      clock('R1', due(-20, -1), 'duty'),
      { type: 'ClockRanOut', clock: 'R1', ranOutOn: queueDay },
    ]
  }
  const decide = priority === 'expedited' ? 'D3' : random.chance(0.1) ? 'D2' : 'D1'
  events.push(
    { type: 'RecordsCompleted', completedOn: addDays(queueDay, -5) },
    clock(decide, due(-2, 30), 'duty'),
  )
  if (stage < 0.55) return events
  events.push(
    {
      type: 'ReviewerSelected',
      reviewerId: `reviewer-${random.below(200)}`,
      reasons: [],
      conflictCertificate: artifact('conflict-certificate'),
    },
    { type: 'CaseSummaryWritten', text: 'The worker was seen for low back pain.' },
  )
  return stage < 0.95
    ? events
    : [...events, { type: 'DraftSubmitted', draft: artifact('determination') }]
}

function applicationOf(
  number: number,
  priority: 'standard' | 'expedited',
  random: Random,
): Application {
  const company = random.pick(companies)
  const [{ category: _, subcategory: __, ...base }] = sample.disputedTreatments
  return {
    ...sample,
    priority,
    employee: {
      ...sample.employee,
      name: {
        first: random.pick(firstNames),
        last: `${random.pick(lastNames)}${random.pick(endings)}`,
      },
    },
    employer: { name: `${random.pick(lastNames)} ${random.pick(trades)}` },
    claimsAdministrator: { ...sample.claimsAdministrator, company },
    claimNumber: `WC-${String((number * 7919) % 1_000_000).padStart(6, '0')}`,
    disputedTreatments: [{ ...base, treatment: random.pick(treatments) }],
  }
}

function clock(id: string, on: PlainDate, nature: 'duty' | 'right'): CaseEvent {
  return {
    type: 'ClockStarted',
    clock: id,
    certificate: artifact('deadline-certificate'),
    deadline: {
      clock: id,
      rules: 'CA-WC-2026',
      calendar: 'gov-6700',
      nature,
      verified: true,
      due: { on },
      steps: [],
    },
  }
}

function artifact(kind: ArtifactKind): ArtifactReference {
  return { sha256: '0'.repeat(64), bytes: 1, mediaType: 'application/json', kind }
}

function chained(caseId: string, events: readonly CaseEvent[]): readonly RecordedEvent[] {
  let previousHash: string = chainStart
  return events.map((event, index) => {
    const content = { caseId, version: index + 1, at: queueNow, by, event }
    const hash = linkHash(previousHash, content)
    const recorded = { ...content, previousHash, hash }
    previousHash = hash
    return recorded
  })
}

function contentText({ caseId, version, at, by: who, event }: RecordedEvent): string {
  return canonicalJson({ caseId, version, at, by: who, event })
}

const insertEvents = {
  name: 'bench-insert-events',
  text: `insert into case_events (case_id, version, type, recorded_at, content, previous_hash, hash)
    select case_id, version, type, '${queueNow}'::timestamptz, content::json, previous_hash, hash
    from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[])
      as e (case_id, version, type, content, previous_hash, hash)`,
}

const sample = valueOf(
  parseApplication(
    JSON.parse(
      readFileSync(new URL('../../examples/lumbar-mri/application.json', import.meta.url), 'utf8'),
    ),
  ),
)

const offices = [
  'Eastbridge',
  'Fernhill',
  'Glenport',
  'Harrowgate',
  'Inverley',
  'Juniper',
  'Kestrel',
  'Lowmarsh',
] as const
const companies = [
  'Invented Mutual 0',
  ...Array.from({ length: 59 }, (_, index) => `Invented Mutual ${index + 1}`),
] as const
const firstNames = [
  'Ana',
  'Bela',
  'Carl',
  'Dora',
  'Emil',
  'Fina',
  'Gus',
  'Hana',
  'Ivo',
  'José',
  'Kira',
  'Leo',
] as const
const lastNames = [
  'Alder',
  'Birch',
  'Cedar',
  'Dogwood',
  'Elm',
  'Fir',
  'Gum',
  'Hazel',
  'Ironwood',
  'Juniper',
  'Kapok',
  'Larch',
  'Maple',
  'Núñez',
  'Oak',
  'Pine',
  'Quince',
  'Rowan',
  'Spruce',
  'Teak',
] as const
const endings = ['', 'son', 'man', 'field', 'worth', 'ley', 'ton', 'by', 'well', 'more'] as const
const trades = ['Orchards', 'Freight', 'Bakery', 'Foundry', 'Nursery', 'Dairy', 'Masonry'] as const
const treatments = [
  'MRI of the lumbar spine without contrast',
  'MRI of the cervical spine',
  'Physical therapy, 12 visits, right shoulder',
  'Physical therapy, 8 visits, lumbar spine',
  'Acupuncture, 6 visits',
  'Chiropractic treatment, 12 visits',
  'Lumbar epidural steroid injection',
  'Right shoulder arthroscopy with rotator cuff repair',
  'Naproxen 550 mg, 60 tablets',
  'Tramadol 50 mg, 90 tablets',
  'Omeprazole 20 mg, 30 capsules',
  'Cyclobenzaprine 7.5 mg, 60',
  'EMG/NCV of the upper extremities',
  'TENS unit, purchase',
  'Functional restoration program',
  'Urine drug screen',
  'Lumbar brace',
  'Psychological evaluation',
  'X-ray of the left knee',
  'Left knee arthroscopy with partial meniscectomy',
] as const
