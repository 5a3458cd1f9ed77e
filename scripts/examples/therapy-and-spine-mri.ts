import { absent, type Example, fromGuideline, fromRecord } from './example.ts'
import {
  type Cast,
  consultation,
  firstReport,
  imagingReport,
  progressReport,
  requestForAuthorization,
  therapyNote,
  utilizationReviewDenial,
} from './forms.ts'
import { scannedPage } from './scan.ts'

const cast: Cast = {
  employee: 'Desmond Quillfeather',
  born: '02/27/1978',
  claim: 'SYN-2016-007820',
  injured: '05/23/2016',
  employer: 'Copperline Freight (invented)',
  employeeAddress: '9 Makebelieve Court, Stockton, CA 95206',
  administrator: {
    company: 'Meridian Oak Administrators (invented)',
    contact: 'Petra Lindqvist',
    address: 'P.O. Box 7710, Rancho Cordova, CA 95741',
    phone: '(916) 555-0161',
    fax: '(916) 555-0162',
  },
  physician: {
    name: 'Yolanda Fairbrook, MD',
    practice: 'Tidewater Spine and Rehabilitation (invented)',
    specialty: 'Physical Medicine and Rehabilitation',
    address: '340 Storybook Street, Stockton, CA 95202',
    phone: '(209) 555-0120',
    fax: '(209) 555-0121',
    npi: '0000000002',
  },
  occupation: 'Delivery driver',
}

const diagnoses = ['Cervical radiculopathy, right, M54.12', 'Lumbar sprain, S33.5XXD']

const visits = [
  {
    date: '06/20/2016',
    subjective:
      'The patient reports neck pain 6/10 and low back pain 5/10 since his truck was hit from behind. The neck pain spreads to the right shoulder. He denies weakness of the arms. He denies bowel or bladder dysfunction.',
    objective: [
      'Cervical spine: tenderness of the right paraspinal muscles, rotation to the right 55 degrees. Spurling test is negative.',
      'Motor strength is 5/5 in both upper extremities. Biceps and triceps reflexes are 2+ and symmetric.',
      'Lumbar spine: tenderness over the paraspinal muscles. Flexion 60 degrees. Straight leg raise is negative bilaterally.',
      'Motor strength is 5/5 in both lower extremities. Sensation is intact in both legs.',
    ],
    treatment: ['Naproxen 500 mg twice a day since 05/24/2016.'],
    plan: 'Physical therapy for the neck and back, two times a week for six weeks. Continue naproxen.',
    work: 'Modified duty: no lifting over 20 pounds, no driving over four hours.',
  },
  {
    date: '08/08/2016',
    subjective:
      'The patient finished eight of twelve physical therapy visits. Low back pain is 4/10. Neck pain is 7/10 and now runs down the right arm to the thumb. He has tingling in the right thumb.',
    objective: [
      'Cervical spine: Spurling test is positive on the right.',
      'Sensation is diminished in the right C6 dermatome. Motor strength is 5/5 in both upper extremities.',
      'Lumbar spine: Straight leg raise is negative bilaterally. Flexion 65 degrees.',
      'Motor strength is 5/5 in both lower extremities. Sensation is intact in both legs.',
    ],
    treatment: [
      'Physical therapy, eight visits from 06/27/2016; the back is better, the neck is not.',
      'Naproxen 500 mg twice a day, without relief of the arm pain.',
    ],
    plan: 'Finish physical therapy. Add gabapentin 300 mg at night. Recheck in six weeks.',
    work: 'Modified duty: no lifting over 15 pounds.',
  },
  {
    date: '09/26/2016',
    subjective:
      'The patient finished twelve physical therapy visits on 08/26/2016. Neck pain is 7/10 with pain and tingling down the right arm. He drops his cup. Low back pain is 4/10 without leg pain.',
    objective: [
      'Cervical spine: Spurling test is positive on the right. Rotation to the right 40 degrees.',
      'Motor strength of the right wrist extensors is 4/5. The right biceps reflex is 1+, the left is 2+.',
      'Sensation is diminished in the right C6 dermatome.',
      'Lumbar spine: Straight leg raise is negative bilaterally. Motor strength is 5/5 in both lower extremities.',
    ],
    treatment: [
      'Physical therapy, twelve visits, finished on 08/26/2016, without improvement of the neck and arm.',
      'Gabapentin 300 mg at night, with little relief.',
    ],
    plan: 'Home exercise program. Consultation with a spine surgeon.',
    work: 'Modified duty: no lifting over 10 pounds.',
  },
  {
    date: '11/14/2016',
    subjective:
      'Neck pain is 8/10 and runs down the right arm to the thumb. Weakness of the right hand has grown since September. Low back pain is 4/10 and stays in the low back. The patient asks for more therapy.',
    objective: [
      'Cervical spine: Spurling test is positive on the right.',
      'Motor strength of the right wrist extensors is 3/5. The right biceps reflex is absent.',
      'Sensation is diminished in the right C6 dermatome.',
      'Lumbar spine: mild tenderness. Straight leg raise is negative bilaterally to 80 degrees. Motor strength is 5/5 in both lower extremities. Sensation is intact in both legs.',
    ],
    treatment: [
      'Physical therapy, twelve visits, finished on 08/26/2016.',
      'Home exercise program since 09/26/2016.',
      'Naproxen and gabapentin, with little relief.',
    ],
    plan: 'Request authorization for physical therapy, 12 visits for the neck and low back; MRI of the cervical spine; MRI of the lumbar spine.',
    work: 'Modified duty: no lifting over 10 pounds. No change since 09/26/2016.',
  },
] as const

const therapyDates = [
  '06/27/2016',
  '06/30/2016',
  '07/05/2016',
  '07/08/2016',
  '07/12/2016',
  '07/15/2016',
  '07/21/2016',
  '07/28/2016',
  '08/11/2016',
  '08/16/2016',
  '08/22/2016',
  '08/26/2016',
]

const cervicalMri = 'MRI of the cervical spine'
const lumbarMri = 'MRI of the lumbar spine'
const therapy = {
  requested: 'Physical therapy, 12 visits, for the neck and low back',
  authorized: 'Six visits of physical therapy',
  remainder: 'Physical therapy, 6 visits, for the neck and low back',
}

export const therapyAndSpineMri: Example = {
  folder: 'therapy-and-spine-mri',
  title: 'Physical therapy and MRI of the cervical and lumbar spine',
  about:
    'Six of twelve visits of therapy were authorized; both MRIs were denied. A growing C6 deficit supports the cervical MRI, nothing supports the lumbar one, and earlier therapy shows no gain in function. The physician overturns one denial and upholds two.',
  application: {
    program: 'CA-WC',
    receivedOn: '2016-12-19',
    priority: 'standard',
    employee: {
      name: { first: 'Desmond', last: 'Quillfeather' },
      dateOfBirth: '1978-02-27',
      address: { street: '9 Makebelieve Court', city: 'Stockton', state: 'CA', zip: '95206' },
    },
    employer: { name: cast.employer },
    claimsAdministrator: {
      company: cast.administrator.company,
      contact: cast.administrator.contact,
      address: { street: 'P.O. Box 7710', city: 'Rancho Cordova', state: 'CA', zip: '95741' },
      phone: cast.administrator.phone,
      fax: cast.administrator.fax,
    },
    requestingPhysician: {
      name: { first: 'Yolanda', last: 'Fairbrook' },
      practice: cast.physician.practice,
      specialty: cast.physician.specialty,
      npi: cast.physician.npi,
      address: { street: '340 Storybook Street', city: 'Stockton', state: 'CA', zip: '95202' },
      phone: cast.physician.phone,
      fax: cast.physician.fax,
    },
    representative: {
      name: { first: 'Imogen', last: 'Castellane' },
      firm: 'Castellane and Webb (invented)',
      capacity: 'attorney',
      designatedOn: '2016-12-06',
      address: { street: '1 Placeholder Plaza', city: 'Stockton', state: 'CA', zip: '95202' },
      email: 'imogen@castellane.example',
    },
    claimNumber: cast.claim,
    dateOfInjury: '2016-05-23',
    primaryDiagnosis: { description: 'Cervical radiculopathy', icd10: 'M54.12' },
    signature: { by: 'representative', name: 'Imogen Castellane', signedOn: '2016-12-16' },
    utilizationReview: {
      organization: 'Larkspur Review Services (invented)',
      reviewerName: 'Emmett Rook, MD',
      requestReceivedOn: '2016-11-21',
      decidedOn: '2016-11-28',
      servedOn: '2016-11-28',
      served: { method: 'fax', place: 'CA' },
      outcome: 'modified',
      conditional: false,
      formServed: true,
      formularyDispute: false,
      reasons:
        'Six visits of therapy are authorized for review of the home program. Imaging is denied because red flags are not documented.',
    },
    disputedTreatments: [
      {
        treatment: cervicalMri,
        category: 'Diagnostic Testing',
        subcategory: 'Imaging/Radiology',
        bodyRegions: ['cervical spine'],
        retrospective: false,
        claimsAdministratorGuideline:
          'Decision based on MTUS Neck and Upper Back Complaints 2004, Section(s): Special Studies.',
      },
      {
        treatment: lumbarMri,
        category: 'Diagnostic Testing',
        subcategory: 'Imaging/Radiology',
        bodyRegions: ['lumbar spine'],
        retrospective: false,
        claimsAdministratorGuideline:
          'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.',
      },
      {
        treatment: therapy.remainder,
        category: 'Rehabilitation',
        subcategory: 'Physical Therapy/Occupational Therapy (PT/OT)',
        bodyRegions: ['cervical spine', 'lumbar spine'],
        partial: therapy,
        retrospective: false,
        claimsAdministratorGuideline:
          'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical Medicine.',
      },
    ],
  },
  records: [
    {
      file: 'utilization-review-decision.pdf',
      from: 'employee',
      receivedOn: '2016-12-19',
      title: 'Utilization review decision',
      write(paper) {
        utilizationReviewDenial(paper, cast, {
          organization: 'Larkspur Review Services (invented)',
          received: '11/21/2016',
          decided: '11/28/2016',
          outcome: 'Modified',
          requests: [
            {
              request: cervicalMri,
              decision: 'Denied (non-certified)',
              guideline: 'MTUS Neck and Upper Back Complaints 2004, Special Studies',
              reasons:
                'A red flag or a failed strengthening program is not documented in the two reports received.',
            },
            {
              request: lumbarMri,
              decision: 'Denied (non-certified)',
              guideline: 'MTUS Low Back Complaints 2004, Special Studies',
              reasons: 'The examination of the legs is normal. A red flag is not documented.',
            },
            {
              request: therapy.requested,
              decision: 'Modified: six visits authorized',
              guideline: 'MTUS Chronic Pain Medical Treatment 2016, Physical Medicine',
              reasons:
                'Twelve visits have been given. Six more allow the home program to be reviewed.',
            },
          ],
          records: [
            'Request for authorization, 11/21/2016',
            'Progress report, 06/20/2016, Dr. Fairbrook',
            'Progress report, 11/14/2016, Dr. Fairbrook',
          ],
          reviewer: 'Emmett Rook, MD, Internal Medicine, California license SYN-A2077',
        })
      },
    },
    {
      file: 'case-file.pdf',
      from: 'claims-administrator',
      receivedOn: '2017-01-05',
      title: 'Case file',
      async write(paper) {
        requestForAuthorization(paper, cast, {
          date: '11/21/2016',
          rows: [
            {
              diagnosis: 'Cervical radiculopathy',
              icd: 'M54.12',
              service: cervicalMri,
              quantity: '1',
            },
            { diagnosis: 'Lumbar sprain', icd: 'S33.5XXD', service: lumbarMri, quantity: '1' },
            {
              diagnosis: 'Cervical radiculopathy, lumbar sprain',
              icd: 'M54.12',
              service: 'Physical therapy for the neck and low back',
              quantity: '2 x 6 = 12 visits',
            },
          ],
        })
        firstReport(paper, cast, {
          clinic: 'Delta Gate Urgent Care (invented)',
          date: '05/24/2016',
          how: 'The patient was stopped at a light in his delivery truck when a car struck it from behind. He wore a seat belt and did not strike his head.',
          findings: [
            'Cervical and lumbar paraspinal tenderness, no midline tenderness.',
            'Strength and sensation in the arms and legs are normal.',
          ],
          plan: 'X-ray of the cervical spine. Naproxen 500 mg twice a day. Modified duty.',
          signed: 'Marguerite Oduya, MD, Family Medicine',
        })
        imagingReport(paper, cast, {
          centre: 'NORTHGATE IMAGING (INVENTED)',
          date: '05/24/2016',
          study: 'X-ray cervical spine, 3 views',
          indication: 'Neck pain after a rear-end collision on 05/23/2016.',
          technique: 'AP, lateral and odontoid views.',
          comparison: 'None.',
          findings: [
            'Alignment is normal. No fracture.',
            'Mild narrowing of the C5-C6 disc space.',
          ],
          impression: ['No fracture.', 'Mild narrowing of the disc space at C5-C6.'],
          radiologist: 'Sabine Thornquist, MD, Diagnostic Radiology',
        })
        for (const [index, visit] of visits.entries()) {
          progressReport(paper, cast, { ...visit, diagnoses })
          if (index === 0) {
            for (const [number, date] of therapyDates.entries()) {
              therapyNote(paper, cast, 'Saltgrass Physical Therapy (invented)', {
                number: number + 1,
                of: 12,
                date,
                subjective:
                  number < 6
                    ? 'Patient says the low back is looser. The neck is the same.'
                    : 'Patient says the arm tingles at night. The low back is a little better.',
                pain: `neck ${number < 6 ? 6 : 7}/10, low back ${number < 6 ? 5 : 4}/10`,
                objective: `Cervical rotation to the right ${55 - number} degrees. Lumbar flexion ${55 + number} degrees.`,
                exercises: [
                  ['Chin tuck', '3 sets of 10'],
                  ['Scapular retraction', '3 sets of 12'],
                  ['Cervical traction, manual', '8 minutes'],
                  ['Bridging', '3 sets of 10'],
                ],
                assessment:
                  number === 11
                    ? 'The neck and arm have not improved. The patient has a home exercise program. Return to the physician.'
                    : 'Continue the plan of care.',
                therapist: 'Bastian Ferro, PT',
              })
            }
          }
        }
        consultation(paper, cast, {
          practice: 'Alder Bay Spine Surgery (invented)',
          date: '10/24/2016',
          consultant: 'Rosalind Pemberly, MD, Orthopedic Surgery',
          history:
            'Right-handed driver with neck pain and pain down the right arm since a collision on 05/23/2016. Twelve visits of physical therapy, naproxen and gabapentin have not helped the arm. He has noticed growing weakness of the right hand.',
          examination: [
            'Motor strength of the right wrist extensors is 4/5, all other groups of the upper extremities are 5/5.',
            'The right biceps reflex is 1+.',
            'Hoffmann sign is negative. Gait is normal.',
          ],
          studies:
            'X-ray of the cervical spine of 05/24/2016 shows narrowing at C5-C6. There is no MRI.',
          impression: ['Right C6 radiculopathy with motor deficit.'],
          recommendation:
            'MRI of the cervical spine. If it shows compression of the C6 root and the deficit continues, the patient would consider surgery.',
        })
        await paper.picture(
          await scannedPage([
            'Copperline Freight (invented)',
            'Job description (fax)',
            '',
            'Employee: Desmond Quillfeather',
            'Delivery driver, lifts up to 70 pounds,',
            'drives six hours a day.',
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
      testEligibility: { on: '2016-12-21' },
      assignReview: { on: '2016-12-22', noticeMethod: 'mail' },
      completeRecords: { on: '2017-01-06' },
      selectReviewer: { on: '2017-01-06', reviewerId: 'reviewer-pain-02' },
      serve: { on: '2017-01-30' },
      publish: { on: '2017-02-02' },
    },
    reviewer: (find) => ({
      reviewerId: 'reviewer-pain-02',
      attest: { on: '2017-01-09', statements: 'all' },
      reviewFacts: { on: '2017-01-20', confirm: 'cited' },
      caseSummary: {
        on: '2017-01-20',
        text: 'The injured worker is a 38 year old male whose truck was struck from behind on 5/23/2016. He has been treated for neck and low back pain with naproxen, gabapentin, twelve visits of physical therapy that ended on 8/26/2016, and a home exercise program. An X-ray of the cervical spine of 5/24/2016 showed no fracture and narrowing at C5-C6. Strength of the right wrist extensors was normal on 8/8/2016, 4/5 on 9/26/2016 and 3/5 on 11/14/2016; the right biceps reflex was absent on that day and sensation was diminished in the right C6 dermatome. A spine surgeon who saw him on 10/24/2016 advised an MRI of the cervical spine. The low back pain is 4/10 and stays in the low back; straight leg raise is negative and strength and sensation of the legs are normal. The utilization review of 11/28/2016 denied both MRI studies and authorized six of twelve visits of physical therapy.',
      },
      decisions: [
        {
          treatment: cervicalMri,
          on: '2017-01-23',
          decision: 'overturned',
          guideline:
            'Decision based on MTUS Neck and Upper Back Complaints 2004, Section(s): Special Studies.',
          rationale:
            'The MTUS chapter on neck and upper back complaints supports imaging where the examination shows physiologic evidence of nerve dysfunction, and where a strengthening program has failed. Here strength of the right wrist extensors fell from 5/5 in August to 3/5 on 11/14/2016, the right biceps reflex is absent and sensation is diminished in the right C6 dermatome. Twelve visits of physical therapy ended without improvement of the neck and arm. The spine surgeon wrote on 10/24/2016 that the injured worker would consider surgery. Therefore, the request for an MRI of the cervical spine is medically necessary.',
          sources: [
            fromRecord(
              find,
              'Strength of the right wrist extensors is 3/5 and the biceps reflex is absent.',
              'Motor strength of the right wrist extensors is 3/5. The right biceps reflex is absent.',
            ),
            fromRecord(
              find,
              'Sensation is diminished in the right C6 dermatome.',
              'Sensation is diminished in the right C6 dermatome.',
              'Date of exam: 11/14/2016',
            ),
            fromRecord(
              find,
              'Therapy did not help the neck and arm.',
              'Physical therapy, twelve visits, finished on 08/26/2016, without improvement of the neck and arm.',
            ),
            fromRecord(find, 'He would consider surgery.', 'the patient would consider surgery.'),
            fromGuideline(
              'Imaging is supported by physiologic evidence of nerve dysfunction.',
              'MTUS Neck and Upper Back Complaints 2004, Special Studies',
            ),
          ],
        },
        {
          treatment: lumbarMri,
          on: '2017-01-23',
          decision: 'upheld',
          guideline:
            'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.',
          rationale:
            'The MTUS chapter on low back complaints reserves imaging for red flags, or for clear findings on examination that point to a specific nerve root. On 11/14/2016 the low back pain was 4/10 and stayed in the low back, the straight leg raise was negative on both sides, and strength and sensation of the legs were normal. Bowel or bladder dysfunction was denied, and a history of cancer is not documented. Therefore, the request for an MRI of the lumbar spine is not medically necessary.',
          sources: [
            fromRecord(
              find,
              'The straight leg raise was negative and strength normal on 11/14/2016.',
              'Straight leg raise is negative bilaterally to 80 degrees. Motor strength is 5/5 in both lower extremities.',
              'Date of exam: 11/14/2016',
            ),
            fromRecord(
              find,
              'The pain stays in the low back.',
              'Low back pain is 4/10 and stays in the low back.',
            ),
            fromRecord(
              find,
              'Bowel or bladder dysfunction was denied.',
              'He denies bowel or bladder dysfunction.',
            ),
            absent('No history of cancer is documented.', 'cancer'),
            fromGuideline(
              'Imaging is reserved for red flags or a specific nerve root.',
              'MTUS Low Back Complaints 2004, Special Studies',
            ),
          ],
        },
        {
          treatment: therapy.remainder,
          on: '2017-01-24',
          decision: 'upheld',
          guideline:
            'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical Medicine.',
          rationale:
            'The MTUS allows for fading of supervised therapy toward a home program and looks for a gain in function from the visits already given. The injured worker has had twelve visits. The neck and arm did not improve, work restrictions did not change between 9/26/2016 and 11/14/2016, and a home exercise program is in place. Six visits have been authorized to review that program; the file gives no functional goal that needs six more. Therefore, the request for the remaining six visits of physical therapy is not medically necessary.',
          sources: [
            fromRecord(
              find,
              'Therapy did not help the neck and arm.',
              'The neck and arm have not improved. The patient has a home exercise program.',
            ),
            fromRecord(
              find,
              'Work restrictions did not change.',
              'Modified duty: no lifting over 10 pounds. No change since 09/26/2016.',
            ),
            fromGuideline(
              'Supervised therapy fades toward a home program.',
              'MTUS Chronic Pain Medical Treatment 2016, Physical Medicine',
            ),
          ],
        },
      ],
      submitDraft: { on: '2017-01-24' },
      sign: { on: '2017-01-30' },
    }),
    quality: { person: 'quality', passQuality: { on: '2017-01-27', overrides: [] } },
  },
}
