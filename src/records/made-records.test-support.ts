import type { DocumentKind } from './document.ts'
import type { FileReading, PageText } from './page.ts'

/** What a made file really holds. */
export type MadeDocument = {
  readonly kind: DocumentKind
  readonly first: number
  readonly last: number
  /** The day it goes by. */
  readonly date?: string
  readonly service?: string
  readonly report?: string
  readonly author?: string
}

export type MadeFile = { readonly reading: FileReading; readonly truth: readonly MadeDocument[] }

/** Bodies by kind; without any, sentences of our own are used. */
export type Bodies = Partial<Record<DocumentKind, readonly string[]>>

/** The same numbers for the same seed. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T
  return { next, below, one, chance: (share: number) => next() < share }
}

export type Random = {
  /** From 0 up to 1. */
  next(): number
  below(limit: number): number
  one<T>(list: readonly T[]): T
  chance(share: number): boolean
}

/** What makes a bundle hard: shares between 0 and 1. */
export type Hardships = {
  /** Documents whose title and labelled head are missing. */
  readonly headless?: number
  /** Characters that recognition got wrong. */
  readonly noise?: number
  /** Pages of a long report that begin with what looks like another document's title. */
  readonly decoys?: number
}

const decoys = [
  'MRI LUMBAR SPINE',
  'OPERATIVE REPORT',
  'Progress report, 02/03/2018',
  'PHYSICAL THERAPY',
  'Consultation, Dr. Rook',
  'REQUEST FOR AUTHORIZATION',
  'CURRENT MEDICATIONS',
  'X-RAY RIGHT SHOULDER',
]

/** A file of `count` documents as a claims administrator's fax or print would hold them. */
export function makeFile(
  seed: number,
  count: number,
  bodies: Bodies = {},
  hardships: Hardships = {},
): MadeFile {
  const random = makeRandom(seed)
  const worker = `${random.one(firstNames)} ${random.one(lastNames)}`
  const claim = `SYN-${1000 + random.below(8999)}-${random.below(999_999)}`
  const injury = printDay(random, 2016, 2018)
  const fax = random.chance(0.35)
  const bates = random.chance(0.2)
  const pages: string[][] = []
  const truth: MadeDocument[] = []
  for (let index = 0; index < count; index += 1) {
    const kind: DocumentKind = index === 0 && random.chance(0.3) ? 'cover-sheet' : random.one(kinds)
    const made = makeDocument(random, kind, { worker, claim, injury }, bodies)
    const first = pages.length + 1
    if (hardships.headless && kind !== 'blank' && random.chance(hardships.headless)) {
      made.pages[0] = (made.pages[0] ?? []).slice(random.chance(0.5) ? 5 : 3)
    }
    if (hardships.decoys) {
      for (const page of made.pages.slice(1)) {
        if (random.chance(hardships.decoys)) page.unshift(random.one(decoys))
      }
    }
    pages.push(...made.pages)
    truth.push({
      kind,
      first,
      last: pages.length,
      ...(made.date ? { date: made.date } : {}),
      ...(made.author ? { author: made.author } : {}),
    })
    if (random.chance(0.04)) {
      pages.push([])
      truth.push({ kind: 'unidentified', first: pages.length, last: pages.length })
    }
  }
  const reading = pages.map((lines, index): PageText => {
    const unread = lines.length === 0
    const counter = `${String(index + 1).padStart(3, '0')}/${pages.length}`
    const text = unread
      ? ''
      : [
          ...(fax
            ? [`12/28/2019 10:${10 + (index % 49)} FROM: 559 555 0117 TO: 9165550142 P. ${counter}`]
            : []),
          ...lines.map((line) => addNoise(random, line, hardships.noise ?? 0)),
          ...(bates ? [`SYN${String(index + 101).padStart(6, '0')}`] : []),
        ].join('\n')
    const source = unread ? 'none' : 'layer'
    return { page: index + 1, width: 612, height: 792, text, words: [], source }
  })
  return {
    reading: { sha256: '0'.repeat(64), engine: 'made', pages: reading, remarks: [] },
    truth,
  }
}

const kinds: readonly DocumentKind[] = [
  'progress-report',
  'progress-report',
  'progress-report',
  'progress-report',
  'therapy-notes',
  'therapy-notes',
  'therapy-notes',
  'imaging-report',
  'imaging-report',
  'operative-report',
  'consultation',
  'request-for-authorization',
  'utilization-review-decision',
  'medical-legal-report',
  'electrodiagnostic-report',
  'laboratory',
  'medication-list',
  'correspondence',
  'blank',
]

const titles: Partial<Record<DocumentKind, readonly string[]>> = {
  'progress-report': [
    "PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2)",
    'PR-2',
    'Progress Note',
    'OFFICE VISIT NOTE',
    'Follow-up Visit',
    'CLINIC NOTE',
    "Primary Treating Physician's Narrative Report",
    'SOAP NOTE',
    '',
    'Encounter Summary',
    "DOCTOR'S FIRST REPORT OF OCCUPATIONAL INJURY OR ILLNESS",
    'RE-EVALUATION REPORT',
  ],
  'therapy-notes': [
    'PHYSICAL THERAPY DAILY NOTE',
    'Physical Therapy Progress Note',
    'PT Treatment Note',
    'Chiropractic Daily Note',
    'Acupuncture Treatment Note',
    'OCCUPATIONAL THERAPY INITIAL EVALUATION',
    'Outpatient Rehabilitation Daily Note',
    '',
  ],
  'imaging-report': [
    'DIAGNOSTIC IMAGING REPORT',
    'RADIOLOGY REPORT',
    'MRI LUMBAR SPINE WITHOUT CONTRAST',
    'X-RAY RIGHT SHOULDER 3 VIEWS',
    'MRI Report',
    'CT CERVICAL SPINE W/O CONTRAST',
    'Radiology Consultation Report',
    '',
  ],
  'operative-report': [
    'OPERATIVE REPORT',
    'Operative Note',
    'PROCEDURE NOTE',
    'Report of Operation',
    'REPORT OF PROCEDURE',
    '',
  ],
  consultation: [
    'ORTHOPAEDIC CONSULTATION',
    'Consultation Report',
    'PAIN MANAGEMENT CONSULTATION',
    'Initial Orthopedic Evaluation',
    'HISTORY AND PHYSICAL EXAMINATION',
    'Neurosurgical Consultation',
  ],
  'request-for-authorization': [
    'REQUEST FOR AUTHORIZATION',
    'Request for Authorization for Medical Treatment (DWC Form RFA)',
    'DWC Form RFA',
  ],
  'utilization-review-decision': [
    'NOTICE OF UTILIZATION REVIEW DECISION',
    'Utilization Review Determination',
    'NOTICE OF NON-CERTIFICATION',
    'NOTICE OF MODIFICATION OF REQUESTED TREATMENT',
    'Utilization Review - Denial',
  ],
  'medical-legal-report': [
    'PANEL QUALIFIED MEDICAL EVALUATION',
    'AGREED MEDICAL EVALUATION',
    'QME Supplemental Report',
    'Medical-Legal Evaluation',
  ],
  'electrodiagnostic-report': [
    'ELECTRODIAGNOSTIC STUDY',
    'EMG/NCV REPORT',
    'Nerve Conduction Study',
    'Electrodiagnostic Consultation',
  ],
  laboratory: ['LABORATORY REPORT', 'Urine Drug Screen', 'TOXICOLOGY REPORT', 'Lab Results'],
  'medication-list': [
    'MEDICATION LIST',
    'Current Medications',
    'Prescription History',
    'CURES Patient Activity Report',
  ],
  correspondence: [''],
  'cover-sheet': ['FAX COVER SHEET', 'Facsimile Transmittal', 'FAX', 'COVER PAGE'],
}

const serviceLabels = [
  'Date of service',
  'Date of exam',
  'DOS',
  'Visit Date',
  'Exam Date',
  'Date of Examination',
  'Date',
]

type Party = { readonly worker: string; readonly claim: string; readonly injury: string }

function makeDocument(random: Random, kind: DocumentKind, party: Party, bodies: Bodies) {
  if (kind === 'blank') {
    return {
      pages: [
        [random.one(['This page intentionally left blank', 'BLANK PAGE', ''])]
          .filter((line) => line !== '')
          .concat(random.chance(0.3) ? ['.'] : [' ']),
      ],
      date: undefined,
      author: undefined,
    }
  }
  const iso = makeDay(random, 2018, 2019)
  const printed = printIso(random, iso)
  const title = random.one(titles[kind] ?? [''])
  const author = `${random.one(firstNames)} ${random.one(lastNames)}, ${kind === 'therapy-notes' ? random.one(['PT', 'DPT', 'DC', 'LAc']) : random.one(['MD', 'M.D.', 'DO', 'MD', 'PA-C'])}`
  const clinic = `${random.one(lastNames)} ${random.one(['Medical Group', 'Orthopaedics', 'Occupational Clinic', 'Imaging Center', 'Rehabilitation', 'Review Services'])}`
  const signs = random.chance(0.85) && kind !== 'cover-sheet' && kind !== 'medication-list'
  const dated = kind !== 'cover-sheet' && (kind !== 'medication-list' || random.chance(0.5))
  const head = headOf(random, {
    kind,
    title,
    clinic,
    printed: dated ? printed : null,
    party,
    author,
  })
  const body = bodyOf(random, kind, bodies)
  const foot = signs ? signatureOf(random, kind, author, printed) : []
  const lines = [...head, ...body, ...foot]
  const perPage = 38 + random.below(10)
  const numbering = random.one([
    'none',
    'full',
    'full',
    'footer',
    'running',
    'running-full',
  ] as const)
  const count = Math.ceil(lines.length / perPage)
  const pages: string[][] = []
  for (let index = 0; index < count; index += 1) {
    const page = lines.slice(index * perPage, (index + 1) * perPage)
    const running = [
      `${party.worker}   Claim: ${party.claim}`,
      ...(title ? [title] : []),
      `DOS: ${printed}`,
    ]
    if (index > 0 && numbering.startsWith('running'))
      page.unshift(...(random.chance(0.5) ? running : [`RE: ${party.worker}`, `Page ${index + 1}`]))
    if (numbering === 'full' || numbering === 'running-full')
      page.push(`Page ${index + 1} of ${count}`)
    if (numbering === 'footer' && count > 1) page.push(`- ${index + 1} -`)
    pages.push(page)
  }
  return { pages, date: dated ? iso : undefined, author: signs ? author : undefined }
}

function headOf(
  random: Random,
  about: {
    readonly kind: DocumentKind
    readonly title: string
    readonly clinic: string
    readonly printed: string | null
    readonly party: Party
    readonly author: string
  },
): string[] {
  const { kind, title, clinic, printed, party } = about
  const letterhead = random.chance(0.7)
    ? [
        clinic,
        ...(random.chance(0.6)
          ? ['72 Fictional Avenue, Fresno, CA 93721', 'Phone (559) 555-0117   Fax (559) 555-0118']
          : []),
      ]
    : []
  if (kind === 'cover-sheet') {
    return [
      title,
      'To: Review Organization',
      `From: ${clinic}`,
      `Re: ${party.worker}`,
      'Number of pages including this cover: 40',
      'Date: 12/28/2019',
    ]
  }
  if (kind === 'correspondence') {
    return [
      ...letterhead,
      printed ?? '',
      'Review Organization',
      'P.O. Box 5501, Sacramento, CA 95813',
      `Re: ${party.worker}`,
      `Claim number: ${party.claim}`,
      `Date of injury: ${party.injury}`,
      random.one(['Dear Claims Examiner:', 'To whom it may concern:', 'Dear Ms. Holloway:']),
    ]
  }
  const label =
    kind === 'utilization-review-decision'
      ? random.one(['Date of decision', 'Decision date', 'Date'])
      : kind === 'request-for-authorization'
        ? random.one(['Date of request', 'Date'])
        : random.one(serviceLabels)
  const person = [
    `${random.one(['Patient', 'Employee', 'Injured worker', 'Patient Name', 'Applicant'])}: ${party.worker}`,
    ...(random.chance(0.7) ? [`DOB: ${printDay(random, 1955, 1990)}`] : []),
    ...(random.chance(0.7) ? [`Date of injury: ${party.injury}`] : []),
    ...(random.chance(0.6) ? [`Claim number: ${party.claim}`] : []),
    ...(printed ? [`${label}: ${printed}`] : []),
  ]
  const shuffled = random.chance(0.3) ? [...person.slice(2), ...person.slice(0, 2)] : person
  const joined = random.chance(0.3)
    ? [shuffled.slice(0, 2).join('   '), ...shuffled.slice(2)]
    : shuffled
  const forms: Partial<Record<DocumentKind, string[]>> = {
    'request-for-authorization': [
      'New request [x]  Resubmission [ ]  Expedited review [ ]',
      'Claims administrator: Granite Fork',
      'Requesting physician information',
    ],
    'imaging-report': [
      'Exam: MRI of the lumbar spine without contrast',
      'Clinical history: Low back pain.',
    ],
  }
  return [...letterhead, ...(title ? [title] : []), ...joined, ...(forms[kind] ?? [])]
}

function signatureOf(
  random: Random,
  kind: DocumentKind,
  author: string,
  printed: string,
): string[] {
  if (kind === 'correspondence')
    return ['Please do not hesitate to contact me.', 'Sincerely,', '', author]
  if (kind === 'imaging-report')
    return [
      random.one([
        `Interpreting radiologist: ${author}`,
        `Electronically signed by: ${author}`,
        `Dictated by: ${author}`,
      ]),
    ]
  if (kind === 'utilization-review-decision')
    return [
      random.one([
        `Reviewing physician: ${author}, Internal Medicine`,
        `Physician reviewer: ${author}`,
      ]),
    ]
  return random.one([
    [`Electronically signed by ${author} on ${printed}`],
    [`Electronically signed by: ${author}`],
    ['Signature:', author],
    ['_____________________', author],
    [`Signed: ${author}`, `Date: ${printed}`],
    ['Sincerely,', author],
  ])
}

const headings: Partial<Record<DocumentKind, readonly string[]>> = {
  'progress-report': [
    'Subjective complaints',
    'Objective findings',
    'Diagnoses',
    'Treatment plan',
    'Work status',
  ],
  'therapy-notes': [
    'Subjective',
    'Therapeutic exercise',
    'Manual therapy',
    'Plan: home exercise program',
  ],
  'imaging-report': ['Technique:', 'Comparison:', 'Findings:', 'Impression:'],
  'operative-report': [
    'Preoperative diagnosis:',
    'Postoperative diagnosis:',
    'Anesthesia:',
    'Description of procedure:',
  ],
  consultation: [
    'Reason for referral',
    'History of present illness',
    'Physical examination',
    'Impression and recommendations',
  ],
  'request-for-authorization': [
    'Diagnosis  ICD-10  Service requested  CPT  Frequency',
    'Requesting physician signature',
  ],
  'utilization-review-decision': [
    'Determination: non-certified',
    'Clinical rationale',
    'Records reviewed',
    'Right to independent medical review',
  ],
  'medical-legal-report': [
    'History',
    'Review of records',
    'Physical examination',
    'Apportionment',
    'Whole person impairment',
  ],
  'electrodiagnostic-report': [
    'Nerve conduction: distal latency, amplitude',
    'Needle EMG: insertional activity, fibrillations',
    'Conclusion',
  ],
  laboratory: ['Test  Result  Reference range', 'Specimen collected', 'Cutoff ng/mL'],
  'medication-list': [
    'Naproxen 500 mg twice daily, quantity 60, refill 1',
    'Dispensed by pharmacy, days supply 30',
  ],
  correspondence: ['Enclosed please find the records.'],
}

function bodyOf(random: Random, kind: DocumentKind, bodies: Bodies): string[] {
  const given = bodies[kind]
  if (given?.length && random.chance(0.8)) return wrap(random.one(given))
  const long =
    { 'medical-legal-report': 160, 'progress-report': 50, 'utilization-review-decision': 60 }[
      kind as string
    ] ?? 18
  const lines: string[] = []
  for (const heading of headings[kind] ?? []) {
    lines.push(heading)
    const sentences = 1 + random.below(Math.max(2, Math.ceil(long / 4)))
    lines.push(
      ...wrap(Array.from({ length: sentences }, () => random.one(sentencesOfOurs)).join(' ')),
    )
  }
  return lines
}

/** Lines of a page's width. */
export function wrap(text: string): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(/\s+/).filter(Boolean)) {
      if (line.length + word.length > 96) {
        lines.push(line)
        line = ''
      }
      line += line ? ` ${word}` : word
    }
    if (line) lines.push(line)
  }
  return lines
}

/** Ways in which our files speak of other documents. */
export const mentionsOfOurs: Partial<Record<DocumentKind, readonly string[]>> = {
  'imaging-report': [
    'MRI of the lumbar spine dated {date} was reviewed.',
    'The MRI dated {date} was reviewed.',
    '3. MRI report, {date}',
    'X-rays of the knee on {date} were normal.',
  ],
  'progress-report': [
    '1. Progress report dated {date}',
    'See the PR-2 dated {date}.',
    '2. Office visit note, {date}',
  ],
  'medical-legal-report': ['4. QME report dated {date}'],
  'operative-report': ['Operative report dated {date} was reviewed.'],
  consultation: ['5. Consultation report, {date}'],
  'therapy-notes': ['6. Physical therapy notes dated {date}'],
}

const sentencesOfOurs = [
  'The patient reports low back pain, 6/10, worse with lifting.',
  'Motor strength is 4/5 in the left extensor hallucis longus.',
  'There is a disc protrusion at L4-5 without stenosis.',
  'MRI of the lumbar spine dated 02/03/2018 showed a protrusion.',
  'Twelve visits of physical therapy were completed.',
  'He takes Norco 10/325 as needed.',
  'The straight leg raise is positive on the left at 45 degrees.',
  'Return to modified duty with no lifting over 20 pounds.',
  'Recheck in six weeks; next appointment 03/15/2020.',
  'The consultation with the spine surgeon is pending.',
]

const firstNames = [
  'Orrin',
  'Sabine',
  'Lionel',
  'Yolanda',
  'Tobias',
  'Rosalind',
  'Emmett',
  'Nadia',
  'Hollis',
  'Wren',
]
const lastNames = [
  'Mockridge',
  'Thornquist',
  'Ashgrove',
  'Fairbrook',
  'Wexford',
  'Pemberly',
  'Rook',
  'Trevelyan',
  "O'Dell",
  'Vance-Hale',
]

function makeDay(random: Random, from: number, to: number): string {
  const year = from + random.below(to - from + 1)
  return `${year}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`
}

const printDay = (random: Random, from: number, to: number) =>
  printIso(random, makeDay(random, from, to))

/** A day as one of our documents prints it. */
export function printIso(random: Random, iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  const names = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ]
  return random.one([
    `${month}/${day}/${year}`,
    `${Number(month)}/${Number(day)}/${year.slice(2)}`,
    `${month}-${day}-${year}`,
    `${names[Number(month) - 1]} ${Number(day)}, ${year}`,
  ])
}

function addNoise(random: Random, line: string, share: number): string {
  if (share === 0) return line
  return Array.from(line)
    .map((letter) =>
      random.chance(share) ? random.one(['l', '1', 'c', 'rn', '', '~', 'O']) : letter,
    )
    .join('')
}
