import { absent, type Example, fromGuideline, fromRecord } from './example.ts'
import {
  type Cast,
  firstReport,
  imagingReport,
  progressReport,
  requestForAuthorization,
  therapyNote,
  utilizationReviewDenial,
} from './forms.ts'
import { scannedPage } from './scan.ts'

const cast: Cast = {
  employee: 'Teodora Sandmark',
  born: '06/11/1969',
  claim: 'SYN-2016-004471',
  injured: '03/14/2016',
  employer: 'Palmetto Ridge Cold Storage (invented)',
  employeeAddress: '118 Invented Lane, Fresno, CA 93706',
  administrator: {
    company: 'Granite Fork Claims Services (invented)',
    contact: 'Ines Holloway',
    address: 'P.O. Box 5501, Sacramento, CA 95813',
    phone: '(916) 555-0142',
    fax: '(916) 555-0143',
  },
  physician: {
    name: 'Orrin Mockridge, MD',
    practice: 'Valley Lantern Occupational Clinic (invented)',
    specialty: 'Physical Medicine and Rehabilitation',
    address: '72 Fictional Avenue, Fresno, CA 93721',
    phone: '(559) 555-0117',
    fax: '(559) 555-0118',
    npi: '0000000001',
  },
  occupation: 'Order picker',
}

const diagnoses = ['Lumbar sprain, S33.5XXD', 'Low back pain, M54.5']

const visits = [
  {
    date: '04/18/2016',
    subjective:
      'The patient reports aching low back pain, 6/10, worse with lifting and with sitting for more than 30 minutes. She denies numbness or weakness in the legs. She denies bowel or bladder dysfunction.',
    objective: [
      'Gait is normal. Heel and toe walking are performed without difficulty.',
      'Lumbar spine: tenderness over the paraspinal muscles at L4-L5, no step-off. Flexion 50 degrees, extension 15 degrees.',
      'Straight leg raise is negative bilaterally to 80 degrees.',
      'Motor strength is 5/5 in both lower extremities. Sensation is intact to light touch in the L3 to S1 dermatomes.',
      'Patellar and Achilles reflexes are 2+ and symmetric.',
    ],
    treatment: ['Ibuprofen 600 mg three times a day since 03/15/2016, with partial relief.'],
    plan: 'Start physical therapy, two times a week for six weeks. Continue ibuprofen. Modified duty. Recheck in six weeks.',
    work: 'Modified duty: no lifting over 15 pounds.',
  },
  {
    date: '06/06/2016',
    subjective:
      'Pain is 5/10 in the low back, without radiation. The patient has attended ten visits of physical therapy and reports that bending is easier. She denies numbness in the legs.',
    objective: [
      'Gait is normal.',
      'Lumbar spine: mild tenderness of the left paraspinal muscles. Flexion 60 degrees, extension 20 degrees.',
      'Straight leg raise is negative bilaterally.',
      'Motor strength is 5/5 in both lower extremities. Sensation is intact in both legs.',
      'Patellar and Achilles reflexes are 2+ and symmetric.',
    ],
    treatment: [
      'Physical therapy, ten visits from 04/25/2016, with improved flexion.',
      'Ibuprofen 600 mg as needed.',
    ],
    plan: 'Finish physical therapy. Home exercise program. Recheck in six weeks.',
    work: 'Modified duty: no lifting over 20 pounds.',
  },
  {
    date: '08/15/2016',
    subjective:
      'The patient reports that her low back pain has returned to 6/10 after a long shift on 08/04/2016. The pain stays in the low back. She worries that something has been overlooked and asks for a scan.',
    objective: [
      'Gait is normal.',
      'Lumbar spine: tenderness over both paraspinal muscles, spasm is not palpated. Flexion 55 degrees.',
      'Straight leg raise is negative bilaterally to 75 degrees.',
      'Motor strength is 5/5 in both lower extremities. Sensation is intact.',
      'Patellar and Achilles reflexes are 2+ and symmetric.',
    ],
    treatment: [
      'Physical therapy, twelve visits, finished on 06/17/2016.',
      'Home exercise program, done three days a week.',
      'Naproxen 500 mg twice a day since 08/05/2016.',
    ],
    plan: 'MRI of the lumbar spine to exclude a disc lesion. Continue naproxen and home exercise.',
    work: 'Modified duty: no lifting over 20 pounds.',
  },
  {
    date: '09/19/2016',
    subjective:
      'Results of the MRI of the lumbar spine of 08/29/2016 were discussed. Pain is 5/10 and stays in the low back. She denies numbness, tingling or weakness.',
    objective: [
      'Gait is normal.',
      'Lumbar spine: tenderness over the left paraspinal muscles. Flexion 60 degrees.',
      'Straight leg raise is negative bilaterally.',
      'Motor strength is 5/5 in both lower extremities.',
    ],
    treatment: [
      'Physical therapy, twelve visits, finished on 06/17/2016.',
      'Naproxen 500 mg twice a day.',
    ],
    plan: 'Continue naproxen and home exercise. No surgical indication. Recheck in two months.',
    work: 'Modified duty: no lifting over 25 pounds.',
  },
  {
    date: '11/21/2016',
    subjective:
      'The patient reports low back pain of 6/10, worse in the cold storage rooms. The pain stays in the low back. She sleeps poorly. She asks whether the MRI can be repeated.',
    objective: [
      'Gait is normal. Heel and toe walking are performed without difficulty.',
      'Lumbar spine: tenderness over both paraspinal muscles at L4-L5 and L5-S1. Flexion 55 degrees, extension 15 degrees.',
      'Straight leg raise is negative bilaterally to 80 degrees.',
      'Motor strength is 5/5 in both lower extremities. Sensation is intact in the L3 to S1 dermatomes.',
      'Patellar and Achilles reflexes are 2+ and symmetric.',
    ],
    treatment: [
      'Physical therapy, twelve visits, finished on 06/17/2016, with temporary improvement.',
      'Naproxen 500 mg twice a day, with partial relief.',
      'Home exercise program.',
    ],
    plan: 'Request authorization for a repeat MRI of the lumbar spine because pain persists. Continue naproxen.',
    work: 'Modified duty: no lifting over 20 pounds.',
  },
] as const

const therapyDates = [
  '04/25/2016',
  '04/28/2016',
  '05/02/2016',
  '05/05/2016',
  '05/09/2016',
  '05/12/2016',
  '05/16/2016',
  '05/19/2016',
  '05/24/2016',
  '05/27/2016',
  '06/10/2016',
  '06/17/2016',
]

const treatment = 'Repeat MRI of the lumbar spine'

export const lumbarMri: Example = {
  folder: 'lumbar-mri',
  title: 'Repeat MRI of the lumbar spine',
  about:
    'A repeat MRI of the lumbar spine three months after a normal one. Every examination is normal and no red flag is documented. The physician upholds the denial.',
  application: {
    program: 'CA-WC',
    receivedOn: '2016-12-27',
    priority: 'standard',
    employee: {
      name: { first: 'Teodora', last: 'Sandmark' },
      dateOfBirth: '1969-06-11',
      address: { street: '118 Invented Lane', city: 'Fresno', state: 'CA', zip: '93706' },
      phone: '(559) 555-0150',
    },
    employer: { name: cast.employer },
    claimsAdministrator: {
      company: cast.administrator.company,
      contact: cast.administrator.contact,
      address: { street: 'P.O. Box 5501', city: 'Sacramento', state: 'CA', zip: '95813' },
      phone: cast.administrator.phone,
      fax: cast.administrator.fax,
    },
    requestingPhysician: {
      name: { first: 'Orrin', last: 'Mockridge' },
      practice: cast.physician.practice,
      specialty: cast.physician.specialty,
      npi: cast.physician.npi,
      address: { street: '72 Fictional Avenue', city: 'Fresno', state: 'CA', zip: '93721' },
      phone: cast.physician.phone,
      fax: cast.physician.fax,
    },
    claimNumber: cast.claim,
    dateOfInjury: '2016-03-14',
    primaryDiagnosis: { description: 'Lumbar sprain', icd10: 'S33.5XXD' },
    signature: { by: 'employee', name: 'Teodora Sandmark', signedOn: '2016-12-20' },
    utilizationReview: {
      organization: 'Bracken Utilization Review (invented)',
      reviewerName: 'Lionel Ashgrove, MD',
      requestReceivedOn: '2016-11-28',
      decidedOn: '2016-12-05',
      servedOn: '2016-12-05',
      served: { method: 'mail', place: 'CA' },
      outcome: 'denied',
      conditional: false,
      formServed: true,
      formularyDispute: false,
      reasons:
        'A recent MRI showed no disc herniation or stenosis, and no change in the examination is documented since.',
    },
    disputedTreatments: [
      {
        treatment,
        category: 'Diagnostic Testing',
        subcategory: 'Imaging/Radiology',
        bodyRegions: ['lumbar spine'],
        retrospective: false,
        claimsAdministratorGuideline:
          'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.',
      },
    ],
  },
  records: [
    {
      file: 'utilization-review-decision.pdf',
      from: 'employee',
      receivedOn: '2016-12-27',
      title: 'Utilization review decision',
      write(paper) {
        utilizationReviewDenial(paper, cast, {
          organization: 'Bracken Utilization Review (invented)',
          received: '11/28/2016',
          decided: '12/05/2016',
          outcome: 'Denied',
          requests: [
            {
              request: treatment,
              decision: 'Denied (non-certified)',
              guideline: 'MTUS Low Back Complaints 2004, Special Studies',
              reasons:
                'The MRI of the lumbar spine of 08/29/2016 showed no disc herniation and no stenosis. The examination of 11/21/2016 is without neurologic deficit. A change that would call for a second study is not documented. The request is not medically necessary.',
            },
          ],
          records: [
            'Request for authorization, 11/28/2016',
            'Progress report, 11/21/2016, Dr. Mockridge',
            'MRI of the lumbar spine, 08/29/2016',
          ],
          reviewer:
            'Lionel Ashgrove, MD, Physical Medicine and Rehabilitation, California license SYN-A1042',
        })
      },
    },
    {
      file: 'case-file.pdf',
      from: 'claims-administrator',
      receivedOn: '2017-01-12',
      title: 'Case file',
      async write(paper) {
        requestForAuthorization(paper, cast, {
          date: '11/28/2016',
          rows: [
            {
              diagnosis: 'Lumbar sprain',
              icd: 'S33.5XXD',
              service: treatment,
              quantity: '1',
            },
          ],
        })
        firstReport(paper, cast, {
          clinic: 'Harbor Pine Urgent Care (invented)',
          date: '03/15/2016',
          how: 'The patient bent to lift a crate of frozen goods of about 40 pounds and felt a pull in the low back. She finished the shift.',
          findings: [
            'Lumbar paraspinal tenderness, no bruising, no midline tenderness.',
            'Straight leg raise is negative bilaterally. Strength and sensation in both legs are normal.',
          ],
          plan: 'Ibuprofen 600 mg three times a day, ice, modified duty. Follow up with the primary treating physician.',
          signed: 'Hollis Bergamot, MD, Emergency Medicine',
        })
        for (const [index, visit] of visits.entries()) {
          progressReport(paper, cast, { ...visit, diagnoses })
          if (index === 0) {
            for (const [number, date] of therapyDates.entries()) {
              therapyNote(paper, cast, 'Juniper Court Physical Therapy (invented)', {
                number: number + 1,
                of: 12,
                date,
                subjective:
                  number < 4
                    ? 'Patient says the back is stiff in the morning and eases after walking.'
                    : number < 9
                      ? 'Patient says bending to the floor is easier. No leg symptoms.'
                      : 'Patient says she does the exercises at home and feels ready to stop visits.',
                pain: `${Math.max(3, 6 - Math.floor(number / 3))}/10 in the low back`,
                objective: `Lumbar flexion ${45 + number * 2} degrees. Neutral gait.`,
                exercises: [
                  ['Pelvic tilt', '3 sets of 10'],
                  ['Bridging', `3 sets of ${8 + Math.floor(number / 2)}`],
                  ['Prone press up', '2 sets of 10'],
                  ['Treadmill', `${8 + number} minutes`],
                ],
                assessment:
                  number === 11
                    ? 'Goals met for flexion. Discharged to a home exercise program.'
                    : 'Tolerated well. Continue the plan of care.',
                therapist: 'Wren Calloway, PT',
              })
            }
          }
          if (index === 2) {
            imagingReport(paper, cast, {
              centre: 'NORTHGATE IMAGING (INVENTED)',
              date: '08/29/2016',
              study: 'MRI lumbar spine without contrast',
              indication: 'Low back pain since a lifting injury on 03/14/2016.',
              technique: 'Sagittal and axial T1 and T2 images, 1.5 Tesla.',
              comparison: 'None.',
              findings: [
                'Alignment is normal. Vertebral body heights are preserved. No fracture.',
                'L1-L2 to L3-L4: Normal disc height and signal.',
                'L4-L5: Mild disc desiccation. No disc herniation. No central canal stenosis. Neural foramina are patent.',
                'L5-S1: Normal. No nerve root compression.',
                'The conus ends at L1 and is normal. No mass and no abnormal marrow signal.',
              ],
              impression: [
                'No disc herniation, central canal stenosis or nerve root compression.',
                'Mild disc desiccation at L4-L5, common at this age.',
              ],
              radiologist: 'Sabine Thornquist, MD, Diagnostic Radiology',
            })
          }
        }
        await paper.picture(
          await scannedPage([
            'Palmetto Ridge Cold Storage (invented)',
            'Return to work slip (fax)',
            '',
            'Employee: Teodora Sandmark',
            'Restriction: no lifting over 20 pounds',
            'Valid until: 01/31/2017',
            '',
            'Received by the supervisor, 11/22/2016',
            '',
            'Synthetic example written for OpenIMR.',
          ]),
        )
      },
    },
  ],
  acts: {
    caseManager: {
      person: 'case-manager',
      testEligibility: { on: '2016-12-30' },
      assignReview: { on: '2017-01-03', noticeMethod: 'electronic' },
      completeRecords: { on: '2017-01-13' },
      selectReviewer: { on: '2017-01-13', reviewerId: 'reviewer-pmr-01' },
      serve: { on: '2017-01-27' },
      publish: { on: '2017-01-30' },
    },
    reviewer: (find) => ({
      reviewerId: 'reviewer-pmr-01',
      attest: { on: '2017-01-17', statements: 'all' },
      reviewFacts: { on: '2017-01-24', confirm: 'cited' },
      caseSummary: {
        on: '2017-01-24',
        text: 'The injured worker is a 47 year old female who was injured on 3/14/2016 when she lifted a crate and felt a pull in the low back. She has been treated with ibuprofen, naproxen, twelve visits of physical therapy that ended on 6/17/2016, a home exercise program and modified duty. An MRI of the lumbar spine of 8/29/2016 showed no disc herniation, central canal stenosis or nerve root compression. On 11/21/2016 she reported low back pain of 6/10 that stays in the low back. The examination showed a negative straight leg raise on both sides, motor strength of 5/5 and intact sensation in both legs, and symmetric reflexes. The treating physician asked for a repeat MRI because pain persists. The utilization review of 12/5/2016 denied it.',
      },
      decisions: [
        {
          treatment,
          on: '2017-01-25',
          decision: 'upheld',
          guideline:
            'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.',
          rationale:
            'The MTUS chapter on low back complaints reserves imaging for red flags, or for clear findings on examination that point to a specific nerve root in a patient who has not improved and would consider surgery. This injured worker has had an MRI of the lumbar spine on 8/29/2016, which showed no disc herniation, stenosis or nerve root compression. On 11/21/2016 the straight leg raise was negative on both sides, motor strength was 5/5 and sensation was intact in both legs. The pages of the file do not document a red flag such as cauda equina syndrome or a history of cancer, and they do not document a new injury or a change since the first study. Persistent pain alone does not call for a second MRI three months after a normal one. Therefore, the request for a repeat MRI of the lumbar spine is not medically necessary.',
          sources: [
            fromRecord(
              find,
              'The MRI of 8/29/2016 showed no herniation, stenosis or nerve root compression.',
              'No disc herniation, central canal stenosis or nerve root compression.',
            ),
            fromRecord(
              find,
              'The straight leg raise was negative on both sides on 11/21/2016.',
              'Straight leg raise is negative bilaterally to 80 degrees.',
              'Date of exam: 11/21/2016',
            ),
            fromRecord(
              find,
              'Strength was 5/5 and sensation intact in both legs on 11/21/2016.',
              'Motor strength is 5/5 in both lower extremities. Sensation is intact in the L3 to S1 dermatomes.',
              'Date of exam: 11/21/2016',
            ),
            absent('No cauda equina syndrome is documented.', 'cauda-equina'),
            absent('No history of cancer is documented.', 'cancer'),
            fromGuideline(
              'Imaging is reserved for red flags or a specific nerve compromise.',
              'MTUS Low Back Complaints 2004, Special Studies',
            ),
          ],
        },
      ],
      submitDraft: { on: '2017-01-25' },
      sign: { on: '2017-01-27' },
    }),
    quality: { person: 'quality', passQuality: { on: '2017-01-26', overrides: [] } },
  },
}
