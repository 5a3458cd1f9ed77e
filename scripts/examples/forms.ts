import type { Paper } from './paper.ts'

/** Who stands on every paper of one example. */
export type Cast = {
  readonly employee: string
  readonly born: string
  readonly claim: string
  readonly injured: string
  readonly employer: string
  readonly employeeAddress: string
  readonly administrator: {
    readonly company: string
    readonly contact: string
    readonly address: string
    readonly phone: string
    readonly fax: string
  }
  readonly physician: {
    readonly name: string
    readonly practice: string
    readonly specialty: string
    readonly address: string
    readonly phone: string
    readonly fax: string
    readonly npi: string
  }
  readonly occupation: string
}

export type Denial = {
  readonly organization: string
  readonly received: string
  readonly decided: string
  readonly outcome: string
  readonly requests: readonly {
    readonly request: string
    readonly decision: string
    readonly guideline: string
    readonly reasons: string
  }[]
  readonly records: readonly string[]
  readonly reviewer: string
}

/** The utilization review decision with the parts that the law asks for (handbook, law 3.5). */
export function utilizationReviewDenial(paper: Paper, cast: Cast, denial: Denial): void {
  paper.begin('letter', `Utilization review decision, claim ${cast.claim}`)
  paper.heading(denial.organization, 16)
  paper.paragraph(`For ${cast.administrator.company}, ${cast.administrator.address}`)
  paper.heading('NOTICE OF UTILIZATION REVIEW DECISION')
  paper.fields([
    ['Date of decision', denial.decided],
    ['Injured worker', cast.employee],
    ['Claim number', cast.claim],
    ['Date of injury', cast.injured],
    ['Employer', cast.employer],
    ['Requesting physician', cast.physician.name],
    ['Request received', denial.received],
    ['Outcome', denial.outcome],
  ])
  paper.paragraph(`To: ${cast.employee}, ${cast.employeeAddress}`)
  paper.paragraph(
    'We reviewed the request for authorization named above. This letter says what was decided, why, and what you can do if you disagree.',
  )
  for (const [index, item] of denial.requests.entries()) {
    paper.section(`Request ${index + 1}: ${item.request}`)
    paper.fields([
      ['Decision', item.decision],
      ['Guideline', item.guideline],
    ])
    paper.paragraph(item.reasons)
  }
  paper.section('Records reviewed')
  paper.list(denial.records)
  paper.section('Reviewing physician')
  paper.paragraph(
    `${denial.reviewer}. The reviewing physician can be reached at ${cast.administrator.phone}, Monday to Thursday, 9:00 a.m. to 1:00 p.m. Pacific time.`,
  )
  paper.section('If you disagree')
  paper.paragraph(
    'You may ask for an Independent Medical Review. Sign the enclosed application, form DWC IMR, and mail it with a copy of this decision within 30 calendar days of the day this decision was served on you. The review costs you nothing.',
  )
  paper.paragraph(
    'You may also ask the claims administrator for an internal appeal within 10 days. The internal appeal is voluntary and does not extend the time to ask for an Independent Medical Review.',
  )
  paper.paragraph(
    'You may consult an attorney, or speak free of charge with an Information and Assistance officer of the Division of Workers Compensation at 1-800-555-0136.',
  )
  paper.section('Proof of service')
  paper.paragraph(
    `On ${denial.decided} this decision and the application form, filled in except for the signature, were placed in the United States mail in Sacramento, California, addressed to the injured worker and to the requesting physician.`,
  )
}

export type AuthorizationRequest = {
  readonly date: string
  readonly rows: readonly {
    readonly diagnosis: string
    readonly icd: string
    readonly service: string
    readonly quantity: string
  }[]
}

/** DWC Form RFA (8 CCR 9785.5). */
export function requestForAuthorization(
  paper: Paper,
  cast: Cast,
  request: AuthorizationRequest,
): void {
  paper.begin('clinic', 'Request for authorization')
  paper.heading('REQUEST FOR AUTHORIZATION')
  paper.paragraph('State of California, Division of Workers Compensation. DWC Form RFA.')
  paper.fields([
    ['Kind of request', '[x] New request   [ ] Resubmission   [ ] Expedited review'],
    ['Employee', cast.employee],
    ['Date of birth', cast.born],
    ['Date of injury', cast.injured],
    ['Claim number', cast.claim],
    ['Employer', cast.employer],
  ])
  paper.section('Requesting physician')
  paper.fields([
    ['Name', cast.physician.name],
    ['Practice', cast.physician.practice],
    ['Specialty', cast.physician.specialty],
    ['NPI', cast.physician.npi],
    ['Address', cast.physician.address],
    ['Phone', cast.physician.phone],
    ['Fax', cast.physician.fax],
  ])
  paper.section('Claims administrator')
  paper.fields([
    ['Company', cast.administrator.company],
    ['Contact', cast.administrator.contact],
    ['Fax', cast.administrator.fax],
  ])
  paper.section('Requested treatment')
  paper.table(
    [4, 1.4, 5, 2.4],
    [
      ['Diagnosis', 'ICD-10', 'Service or good requested', 'Quantity'],
      ...request.rows.map((row) => [row.diagnosis, row.icd, row.service, row.quantity]),
    ],
  )
  paper.fields([
    ['Physician signature', `Signed: ${cast.physician.name}`],
    ['Date', request.date],
  ])
}

export type Visit = {
  readonly date: string
  readonly subjective: string
  readonly objective: readonly string[]
  readonly diagnoses: readonly string[]
  readonly treatment: readonly string[]
  readonly plan: string
  readonly work: string
}

/** The treating physician's progress report (PR-2), two pages as they usually are. */
export function progressReport(paper: Paper, cast: Cast, visit: Visit): void {
  paper.begin('clinic', `Progress report ${visit.date}`)
  paper.heading("PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2)")
  paper.fields([
    ['Practice', `${cast.physician.practice}, ${cast.physician.address}`],
    ['Patient', cast.employee],
    ['Date of birth', cast.born],
    ['Claim number', cast.claim],
    ['Date of injury', cast.injured],
    ['Date of exam', visit.date],
    ['Occupation', cast.occupation],
  ])
  paper.section('Subjective complaints')
  paper.paragraph(visit.subjective)
  paper.section('Objective findings')
  paper.list(visit.objective)
  paper.section('Diagnoses')
  paper.list(visit.diagnoses)
  paper.newPage()
  paper.section('Treatment to date')
  paper.list(visit.treatment)
  paper.section('Treatment plan')
  paper.paragraph(visit.plan)
  paper.section('Work status')
  paper.paragraph(visit.work)
  paper.paragraph(
    'I declare that this report is true and correct to the best of my knowledge and that I have not violated Labor Code section 139.3.',
  )
  paper.fields([
    ['Electronically signed by', `${cast.physician.name}, ${cast.physician.specialty}`],
    ['Date of report', visit.date],
  ])
}

export type Imaging = {
  readonly centre: string
  readonly date: string
  readonly study: string
  readonly indication: string
  readonly technique: string
  readonly comparison: string
  readonly findings: readonly string[]
  readonly impression: readonly string[]
  readonly radiologist: string
}

export function imagingReport(paper: Paper, cast: Cast, imaging: Imaging): void {
  paper.begin('radiology', `${imaging.study} ${imaging.date}`)
  paper.heading(imaging.centre)
  paper.heading('DIAGNOSTIC IMAGING REPORT', 12)
  paper.fields([
    ['Patient', cast.employee],
    ['DOB', cast.born],
    ['Ordering', cast.physician.name],
    ['Exam', imaging.study],
    ['Date of exam', imaging.date],
  ])
  paper.section('INDICATION')
  paper.paragraph(imaging.indication)
  paper.section('TECHNIQUE')
  paper.paragraph(imaging.technique)
  paper.section('COMPARISON')
  paper.paragraph(imaging.comparison)
  paper.section('FINDINGS')
  for (const finding of imaging.findings) paper.paragraph(finding)
  paper.section('IMPRESSION')
  paper.list(imaging.impression)
  paper.fields([['Interpreted by', imaging.radiologist]])
}

export type TherapyVisit = {
  readonly number: number
  readonly of: number
  readonly date: string
  readonly subjective: string
  readonly pain: string
  readonly objective: string
  readonly exercises: readonly (readonly [string, string])[]
  readonly assessment: string
  readonly therapist: string
}

export function therapyNote(paper: Paper, cast: Cast, clinic: string, visit: TherapyVisit): void {
  paper.begin('therapy', `Physical therapy note ${visit.date}`)
  paper.heading(clinic, 13)
  paper.heading('PHYSICAL THERAPY DAILY NOTE', 11)
  paper.fields([
    ['Patient', cast.employee],
    ['Date of service', visit.date],
    ['Visit', `${visit.number} of ${visit.of}`],
    ['Referred by', cast.physician.name],
  ])
  paper.section('Subjective')
  paper.paragraph(visit.subjective)
  paper.paragraph(`Pain today: ${visit.pain}.`)
  paper.section('Objective')
  paper.paragraph(visit.objective)
  paper.section('Treatment given')
  paper.table([5, 3], [['Exercise or modality', 'Dose'], ...visit.exercises])
  paper.section('Assessment and plan')
  paper.paragraph(visit.assessment)
  paper.fields([['Therapist', visit.therapist]])
}

export type Consultation = {
  readonly practice: string
  readonly date: string
  readonly consultant: string
  readonly history: string
  readonly examination: readonly string[]
  readonly studies: string
  readonly impression: readonly string[]
  readonly recommendation: string
}

export function consultation(paper: Paper, cast: Cast, visit: Consultation): void {
  paper.begin('letter', `Consultation ${visit.date}`)
  paper.heading(visit.practice, 15)
  paper.heading('CONSULTATION REPORT', 12)
  paper.fields([
    ['Patient', cast.employee],
    ['Date of birth', cast.born],
    ['Claim number', cast.claim],
    ['Date of consultation', visit.date],
    ['Referred by', cast.physician.name],
  ])
  paper.section('History of present illness')
  paper.paragraph(visit.history)
  paper.section('Physical examination')
  paper.list(visit.examination)
  paper.section('Review of studies')
  paper.paragraph(visit.studies)
  paper.section('Impression')
  paper.list(visit.impression)
  paper.section('Recommendation')
  paper.paragraph(visit.recommendation)
  paper.fields([['Electronically signed by', visit.consultant]])
}

/** First report of the injury by the employer's clinic. */
export function firstReport(
  paper: Paper,
  cast: Cast,
  visit: {
    readonly clinic: string
    readonly date: string
    readonly how: string
    readonly findings: readonly string[]
    readonly plan: string
    readonly signed: string
  },
): void {
  paper.begin('letter', `First report ${visit.date}`)
  paper.heading(visit.clinic, 15)
  paper.heading("DOCTOR'S FIRST REPORT OF OCCUPATIONAL INJURY", 12)
  paper.fields([
    ['Patient', cast.employee],
    ['Date of birth', cast.born],
    ['Employer', cast.employer],
    ['Occupation', cast.occupation],
    ['Date of injury', cast.injured],
    ['Date of exam', visit.date],
  ])
  paper.section('How the injury happened')
  paper.paragraph(visit.how)
  paper.section('Findings')
  paper.list(visit.findings)
  paper.section('Plan')
  paper.paragraph(visit.plan)
  paper.fields([['Electronically signed by', visit.signed]])
}
