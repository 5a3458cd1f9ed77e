// A second maker of files, with other layouts and words than `made-records`: prints of electronic
// records, forms that were filled in, letters of law offices. So that the rules are not measured on
// the layouts of their own maker only. Every name and number is invented.
import type { DocumentKind } from './document.ts'
import {
  type Bodies,
  type MadeDocument,
  makeRandom,
  type Random,
  wrap,
} from './made-records.test-support.ts'
import type { MadePages, MentionWords } from './spoil-pages.test-support.ts'

export type Manner = 'electronic' | 'forms' | 'legal'

/** A file of `count` documents in one manner, as lines. */
export function makeOtherwise(
  seed: number,
  count: number,
  manner: Manner,
  bodies: Bodies = {},
): MadePages {
  const random = makeRandom(seed * 7919 + manner.length)
  const who: Who = {
    first: random.one(['Ida', 'Marcus', 'Lupe', 'Viet', 'Ansel', 'Dolores']),
    last: random.one(['Quillfeather', 'Barrowdale', 'Nguyen-Ames', 'Castellanos', 'Okafor']),
    number: `${200 + random.below(700)}${10_000 + random.below(80_000)}`,
    born: `${1 + random.below(12)}/${1 + random.below(28)}/19${60 + random.below(35)}`,
    hurt: `${1 + random.below(12)}/${1 + random.below(28)}/2017`,
  }
  const pages: (readonly string[])[] = []
  const truth: MadeDocument[] = []
  for (let index = 0; index < count; index += 1) {
    const make = random.one(makers[manner])
    const { kind, lines, perPage, decorate, ...days } = make({ random, who, bodies })
    const first = pages.length + 1
    const total = Math.max(1, Math.ceil(lines.length / perPage))
    for (let page = 0; page < total; page += 1) {
      const own = lines.slice(page * perPage, (page + 1) * perPage)
      pages.push(decorate ? decorate(own, page + 1, total) : own)
    }
    truth.push({ kind, first, last: pages.length, ...days })
  }
  return { pages, truth }
}

/** Ways in which these files speak of other documents. */
export const mentionsOtherwise: MentionWords = {
  'imaging-report': [
    'An MRI scan of the low back from {date} is said to show a protrusion.',
    'Imaging: lumbar MRI ({date}): protrusion at L4-5.',
    'The MRI report of {date} is enclosed in part.',
    'The magnetic resonance study obtained {date} was discussed.',
    '{date}: MRI lumbar spine, report',
  ],
  'progress-report': [
    "The PTP's PR-2 of {date} was received.",
    'Office visit note, date of service {date}',
    'PR-2 report by Dr. Halloway dated {date}',
    '{date}: Primary treating physician progress report',
  ],
  'medical-legal-report': [
    'The QME, in a report dated {date}, found no apportionment.',
    'Panel QME report of Dr. Brandywine, {date}',
  ],
  'operative-report': [
    'Operative report of {date} by Dr. Halloway was reviewed.',
    'Op note dated {date}',
  ],
  'therapy-notes': [
    'Physical therapy progress note of {date} lists eight visits.',
    'PT daily note {date}',
  ],
}

export function printOtherwise(random: Random, iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  const name = monthNames[Number(month) - 1] ?? ''
  return random.one([
    `${Number(month)}/${Number(day)}/${year}`,
    `${month}/${day}/${year.slice(2)}`,
    `${name.slice(0, 3)} ${Number(day)}, ${year}`,
    `${name} ${Number(day)}, ${year}`,
    `${month}-${day}-${year}`,
  ])
}

type Who = {
  readonly first: string
  readonly last: string
  readonly number: string
  readonly born: string
  readonly hurt: string
}
type Making = { readonly random: Random; readonly who: Who; readonly bodies: Bodies }
type Made = {
  readonly kind: DocumentKind
  readonly lines: readonly string[]
  readonly perPage: number
  readonly decorate?: (lines: readonly string[], page: number, of: number) => readonly string[]
  readonly date?: string
  readonly service?: string
  readonly report?: string
  readonly author?: string
}
type Maker = (making: Making) => Made

const monthNames = [
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

function aDay(random: Random): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${2018 + random.below(2)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`
}

/** Some days on; dictated first, signed later. */
function later(random: Random, iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1 + random.below(9))
  return date.toISOString().slice(0, 10)
}

const doctorNames = [
  'Percival Halloway',
  'Ximena Brandywine',
  'Theo Underhill',
  'Agatha Lindqvist',
  'Raj Pennington',
]
const fields = ['Physical Medicine', 'Orthopedic Surgery', 'Pain Medicine', 'Family Medicine']

function words(making: Making, kind: DocumentKind, lines: number, fallback: readonly string[]) {
  const { random, bodies } = making
  const given = bodies[kind]
  if (given?.length && random.chance(0.75)) return wrap(random.one(given)).slice(0, lines * 2)
  const said: string[] = []
  while (said.length < lines) said.push(...wrap(random.one(fallback)))
  return said
}

const clinical = [
  'Pt states pain is unchanged since last seen, rates it 6 out of 10 most days.',
  'Denies bowel or bladder changes. Gait is antalgic. SLR positive L at 50 degrees.',
  'Continue current meds. Recommend continued home program and follow up in 4 weeks.',
  'Sensation reduced over the left lateral calf; reflexes symmetric; no clonus.',
  'Modified duty: no lifting over 15 lbs, alternate sitting and standing.',
]
const therapeutic = [
  'Therapeutic exercise 30 min, manual therapy 15 min, patient tolerated session well.',
  'Goals: improve lumbar flexion to 60 degrees; independent with home exercise program.',
  'Visit 5 of 12 authorized. Pain 5/10 before and 4/10 after.',
]
const radiological = [
  'The vertebral bodies are normal in height and signal. The conus ends at L1.',
  'At L4-L5 there is a 4 mm broad-based protrusion with mild foraminal narrowing.',
  'No fracture. Soft tissues are unremarkable.',
]
const legalese = [
  'The parties are informed that the dispute concerns treatment under the Labor Code.',
  'Defendant reserves all rights and objections. Discovery is continuing.',
  'The undersigned requests that all records be produced within the time allowed by law.',
]

// Prints of electronic records: a head on every page, sections in small words, a signature line.

function printHead({ who, random }: Making, visit: string, title: string) {
  const stamp = `Printed on 12/15/2019 ${1 + random.below(11)}:${10 + random.below(49)} PM`
  return (lines: readonly string[], page: number, of: number): readonly string[] => [
    `${who.last}, ${who.first} (MRN ${who.number}) DOB: ${who.born}   Encounter Date: ${visit}`,
    ...(page === 1 ? [] : [`${title} (continued)`]),
    ...lines,
    `${stamp}   Page ${page} of ${of}`,
  ]
}

function encounter(kind: DocumentKind, titles: readonly string[], body: readonly string[]): Maker {
  return (making) => {
    const { random } = making
    const service = aDay(random)
    const report = random.chance(0.5) ? later(random, service) : service
    const visit = printOtherwise(random, service)
    const author = random.one(doctorNames)
    const title = random.one(titles)
    const suffix = kind === 'therapy-notes' ? random.one(['PT', 'DPT']) : random.one(['MD', 'DO'])
    const lines = [
      title,
      `Visit date: ${visit}   Provider: ${author}, ${suffix}`,
      `Department: ${random.one(['Spine Center', 'Occupational Health', 'Rehab Services'])}`,
      ...words(making, kind, 14 + random.below(50), body),
      `Electronically signed by ${author}, ${suffix} at ${printOtherwise(random, report)} ${1 + random.below(11)}:15 PM`,
    ]
    return {
      kind,
      lines,
      perPage: 44,
      decorate: printHead(making, visit, title),
      service,
      report,
      date: service,
      author,
    }
  }
}

const results: Maker = (making) => {
  const { random } = making
  const service = aDay(random)
  const visit = printOtherwise(random, service)
  const author = random.one(doctorNames)
  const study = random.one([
    'MR LUMBAR SPINE WO IV CONTRAST',
    'XR KNEE LEFT 3 VIEWS',
    'CT CERVICAL SPINE WITHOUT CONTRAST',
    'MRI SHOULDER RIGHT WO CONTRAST',
  ])
  return {
    kind: 'imaging-report',
    lines: [
      study,
      `Exam date: ${visit}   Ordering provider: Percival Halloway, MD`,
      `Indication: pain after work injury`,
      'Comparison: None available.',
      'FINDINGS',
      ...words(making, 'imaging-report', 10, radiological),
      'IMPRESSION',
      '1. Mild degenerative change.',
      `Reading radiologist: ${author}, MD`,
    ],
    perPage: 44,
    decorate: printHead(making, visit, study),
    service,
    date: service,
    author,
  }
}

const bloodwork: Maker = (making) => {
  const { random, who } = making
  const service = aDay(random)
  return {
    kind: 'laboratory',
    lines: [
      random.one([
        'Quillwort Diagnostics - Final Report',
        'LAB RESULTS',
        'Urine Drug Test - Final',
      ]),
      `Patient ${who.last}, ${who.first}   Specimen ID ${who.number}-4`,
      `Collected: ${printOtherwise(random, service)}   Received: ${printOtherwise(random, later(random, service))}`,
      'Analyte            Result      Cutoff        Reference interval',
      ...Array.from(
        { length: 8 + random.below(10) },
        (_, at) => `Analyte ${at + 1}      Negative    50 ng/mL      Negative`,
      ),
    ],
    perPage: 40,
    service,
    date: service,
  }
}

const medications: Maker = (making) => {
  const { random, who } = making
  const as = printOtherwise(random, aDay(random))
  return {
    kind: 'medication-list',
    lines: [
      random.one([
        'Medication Summary',
        'ACTIVE MEDICATIONS',
        'Medication list as of ' + as,
        'PRESCRIPTION HISTORY',
      ]),
      `${who.first} ${who.last}   DOB ${who.born}`,
      ...Array.from(
        { length: 5 + random.below(8) },
        (_, at) =>
          `Naproxen 500 mg tablet, 1 tab twice daily, qty 60, refill ${at}, dispensed ${at + 1}/4/2019`,
      ),
    ],
    perPage: 40,
  }
}

// Forms of the State, typed into; and what comes with them by fax.

const formProgress: Maker = (making) => {
  const { random, who } = making
  const service = aDay(random)
  const report = random.chance(0.4) ? later(random, service) : service
  const author = random.one(doctorNames)
  return {
    kind: 'progress-report',
    lines: [
      'State of California',
      'Division of Workers’ Compensation',
      "PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2)",
      'Check the box(es) which indicate why you are submitting a report at this time.',
      '[ ] Periodic Report (required 45 days after last report) [X] Change in treatment plan',
      `Patient: Last ${who.last} First ${who.first} M.I. __ Sex __`,
      `Date of Injury: ${who.hurt}   Date of Birth: ${who.born}`,
      `Claims Administrator: Granite Fork Claims   Claim Number: ${who.number}`,
      'Subjective complaints:',
      ...words(making, 'progress-report', 8, clinical),
      'Objective findings:',
      ...words(making, 'progress-report', 8, clinical),
      'Work Status: [X] Return to modified work',
      `Primary Treating Physician: (original signature, do not stamp)   Date of exam: ${printOtherwise(random, service)}`,
      `Signature: ${author}, M.D.   Cal. Lic. # A${who.number}`,
      `Executed at: Fresno   Date: ${printOtherwise(random, report)}`,
      `Name: ${author}, M.D.   Specialty: ${random.one(fields)}`,
    ],
    perPage: 36,
    service,
    report,
    date: service,
    author,
  }
}

const formRequest: Maker = (making) => {
  const { random, who } = making
  const report = aDay(random)
  const author = random.one(doctorNames)
  return {
    kind: 'request-for-authorization',
    lines: [
      'State of California, Division of Workers’ Compensation',
      'REQUEST FOR AUTHORIZATION',
      'DWC Form RFA',
      'Attach the Doctor’s First Report of Occupational Injury or Illness, Form DLSR 5021, a Treating',
      'Physician’s Progress Report, DWC Form PR-2, or equivalent narrative report.',
      '[X] New Request  [ ] Resubmission – Change in Material Facts  [ ] Expedited Review',
      'Employee Information',
      `Name (Last, First, Middle): ${who.last}, ${who.first}`,
      `Date of Injury: ${who.hurt}   Date of Birth: ${who.born}   Claim Number: ${who.number}`,
      'Requesting Physician Information',
      `Name: ${author}   Practice Name: Underhill Spine   Contact Name: Front Desk`,
      'Claims Administrator Information',
      'Company Name: Granite Fork Claims   Contact Name: Adjuster',
      'Diagnosis (Required)   ICD-Code   Service/Good Requested   CPT/HCPCS   Other information',
      'Lumbar radiculopathy   M54.16   MRI lumbar spine   72148   Frequency 1, Duration 1, Quantity 1',
      `Requesting Physician Signature: ${author}   Date: ${printOtherwise(random, report)}`,
      'Claims Administrator/Utilization Review Organization (URO) Response',
    ],
    perPage: 40,
    report,
    date: report,
    author,
  }
}

const decision: Maker = (making) => {
  const { random, who } = making
  const report = aDay(random)
  const author = random.one(doctorNames)
  return {
    kind: 'utilization-review-decision',
    lines: [
      random.one(['Quorum Care Review, Inc.', 'Tallgrass Managed Care']),
      printOtherwise(random, report),
      `${who.first} ${who.last}`,
      '4410 Nowhere Lane, Fresno, CA 93701',
      `RE: Claimant: ${who.first} ${who.last}   Claim #: ${who.number}   DOI: ${who.hurt}`,
      random.one([
        'UTILIZATION REVIEW: TREATMENT DENIED',
        'Subject: Notice of Adverse Determination',
        'DENIAL OF REQUESTED TREATMENT - UTILIZATION REVIEW',
        'Notice of Utilization Review Determination - Modified',
      ]),
      `Dear ${who.first} ${who.last}:`,
      'We have reviewed the request for authorization of your physician and the decision is: not certified.',
      ...words(making, 'utilization-review-decision', 20 + random.below(20), clinical),
      'You may ask for independent medical review within 30 days of service of this decision.',
      `Physician reviewer: ${author}, MD, ${random.one(fields)}`,
    ],
    perPage: 34,
    decorate: (lines, page) =>
      page === 1
        ? lines
        : [`${who.first} ${who.last}, Claim # ${who.number}`, `Page ${page}`, ...lines],
    report,
    date: report,
    author,
  }
}

const cover: Maker = ({ random, who }) => ({
  kind: 'cover-sheet',
  lines: [
    random.one(['FACSIMILE COVER SHEET', 'Fax', 'FAX TRANSMISSION', 'Transmittal of Records']),
    'TO: Independent review unit   FAX: (916) 555-0142',
    'FROM: Granite Fork Claims   PHONE: (559) 555-0117',
    `RE: ${who.last}, ${who.first}   ${who.number}`,
    `PAGES (including cover): ${12 + random.below(60)}`,
    'CONFIDENTIAL: intended only for the use of the addressee. If you received this fax in error call us.',
  ],
  perPage: 40,
})

const empty: Maker = ({ random }) => ({
  kind: 'blank',
  lines: [random.one(['This page is blank', 'INTENTIONALLY LEFT BLANK', '-'])],
  perPage: 40,
})

const operation: Maker = (making) => {
  const { random, who } = making
  const service = aDay(random)
  const author = random.one(doctorNames)
  return {
    kind: 'operative-report',
    lines: [
      'TALL PINE SURGERY CENTER',
      random.one(['REPORT OF OPERATION', 'OPERATIVE RECORD', 'Procedure Report']),
      `PATIENT: ${who.last}, ${who.first}   CHART #: ${who.number}`,
      `DATE OF SURGERY: ${printOtherwise(random, service)}`,
      `SURGEON: ${author}, M.D.   ANESTHESIA: General`,
      'PRE-OP DIAGNOSIS: Lumbar disc displacement',
      'PROCEDURE: Left L4-5 microdiscectomy',
      ...words(making, 'operative-report', 20, clinical),
    ],
    perPage: 42,
    service,
    date: service,
    author,
  }
}

// Letters and papers of the law.

const evaluation: Maker = (making) => {
  const { random, who } = making
  const service = aDay(random)
  const report = later(random, service)
  const author = random.one(doctorNames)
  const printed = printOtherwise(random, report)
  return {
    kind: 'medical-legal-report',
    lines: [
      `${author}, M.D.`,
      'Diplomate, American Board of Orthopaedic Surgery',
      printed,
      'Barnstable & Crewe, Attorneys at Law',
      `RE: ${who.last}, ${who.first}   DOI: ${who.hurt}   Claim: ${who.number}`,
      random.one([
        'PANEL QUALIFIED MEDICAL EVALUATION',
        'QUALIFIED MEDICAL RE-EVALUATION',
        'AGREED MEDICAL EXAMINATION',
        'COMPREHENSIVE MEDICAL-LEGAL EVALUATION (ML 201)',
      ]),
      'Dear Counsel:',
      `I saw ${who.first} ${who.last} on ${printOtherwise(random, service)} for an evaluation; face-to-face time 45 minutes.`,
      ...words(making, 'medical-legal-report', 60 + random.below(60), [
        ...clinical,
        'Apportionment is deferred. Whole person impairment per the AMA Guides is 8%.',
      ]),
      'I declare under penalty of perjury that the information is true and correct.',
      'Sincerely,',
      `${author}, M.D.`,
    ],
    perPage: 40,
    decorate: (lines, page) =>
      page === 1 ? lines : [`RE: ${who.last}, ${who.first}`, printed, `Page ${page}`, ...lines],
    report,
    date: report,
    author,
  }
}

const pleading: Maker = (making) => {
  const { random, who } = making
  return {
    kind: 'legal',
    lines: [
      'Barnstable & Crewe, Attorneys at Law',
      '100 Fiction Plaza, Sacramento, CA 95814',
      random.one([
        "WORKERS' COMPENSATION APPEALS BOARD",
        "BEFORE THE WORKERS' COMPENSATION APPEALS BOARD OF THE STATE OF CALIFORNIA",
      ]),
      `${who.first} ${who.last}, Applicant, vs. Sample Orchards, Defendants.   Case No. ADJ${1_000_000 + random.below(8_000_000)}`,
      random.one([
        'PETITION FOR EXPEDITED HEARING',
        'DECLARATION OF READINESS TO PROCEED',
        'SUBPOENA DUCES TECUM',
        'STIPULATIONS WITH REQUEST FOR AWARD',
      ]),
      ...words(making, 'legal', 20 + random.below(40), legalese),
    ],
    perPage: 28,
    decorate: (lines, page) => [...lines, `- ${page} -`],
  }
}

const letter: Maker = (making) => {
  const { random, who } = making
  const report = aDay(random)
  const author = random.one(doctorNames)
  return {
    kind: 'correspondence',
    lines: [
      'Barnstable & Crewe, Attorneys at Law',
      printOtherwise(random, report),
      'VIA U.S. MAIL AND FAX',
      'Granite Fork Claims, P.O. Box 88, Fresno, CA 93701',
      `Re: ${who.first} ${who.last} v. Sample Orchards, Claim ${who.number}`,
      random.one(['Dear Adjuster:', 'To Whom It May Concern:', 'Dear Sir or Madam:']),
      ...words(making, 'correspondence', 8 + random.below(20), legalese),
      'Very truly yours,',
      author,
    ],
    perPage: 40,
    report,
    date: report,
    author,
  }
}

const visit = encounter(
  'progress-report',
  [
    'Progress Notes',
    'Office Visit',
    'Office Visit - Follow Up',
    'Encounter Summary',
    'Telemedicine Visit Note',
  ],
  clinical,
)
const session = encounter(
  'therapy-notes',
  [
    'PT Daily Treatment Note',
    'Physical Therapy - Progress Note',
    'Outpatient Rehab Treatment Note',
  ],
  therapeutic,
)
const consult = encounter(
  'consultation',
  [
    'Consults',
    'Consultation - Spine Surgery',
    'New Patient Consultation',
    'Pain Medicine Consult Note',
  ],
  clinical,
)

const makers: Readonly<Record<Manner, readonly Maker[]>> = {
  electronic: [
    visit,
    visit,
    visit,
    session,
    session,
    results,
    results,
    consult,
    bloodwork,
    medications,
  ],
  forms: [
    cover,
    formProgress,
    formProgress,
    formRequest,
    decision,
    operation,
    results,
    session,
    empty,
  ],
  legal: [evaluation, pleading, letter, letter, decision, formProgress, formRequest],
}
