import { type Example, fromGuideline, fromRecord } from './example.ts'
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
  employee: 'Philippa Wrenmoor',
  born: '10/03/1964',
  claim: 'SYN-2016-009153',
  injured: '04/11/2016',
  employer: 'Blue Heron Hospital Laundry (invented)',
  employeeAddress: '55 Pretend Road, San Bernardino, CA 92405',
  administrator: {
    company: 'Cinder Hill Claims (invented)',
    contact: 'Augustin Farrow',
    address: 'P.O. Box 3322, Riverside, CA 92502',
    phone: '(951) 555-0170',
    fax: '(951) 555-0171',
  },
  physician: {
    name: 'Casimir Dunleavy, MD',
    practice: 'Orchard Gate Orthopaedics (invented)',
    specialty: 'Orthopedic Surgery',
    address: '810 Imaginary Boulevard, Riverside, CA 92501',
    phone: '(951) 555-0130',
    fax: '(951) 555-0131',
    npi: '0000000003',
  },
  occupation: 'Laundry worker',
}

const diagnoses = ['Complete rotator cuff tear of the right shoulder, M75.121']

const visits = [
  {
    date: '05/16/2016',
    subjective:
      'The patient reports right shoulder pain of 7/10 since she pulled a jammed cart. She cannot lift her right arm above the shoulder. She sleeps poorly.',
    objective: [
      'Right shoulder: active abduction 70 degrees, forward flexion 85 degrees. Passive motion is full.',
      'Motor strength of the right supraspinatus is 3/5. Drop arm test is positive on the right.',
      'Neer and Hawkins signs are positive on the right.',
    ],
    treatment: ['Ibuprofen 600 mg three times a day since 04/12/2016.'],
    plan: 'Physical therapy, two times a week for eight weeks. MRI of the right shoulder. Continue ibuprofen.',
    work: 'Modified duty: no use of the right arm above the shoulder.',
  },
  {
    date: '07/18/2016',
    subjective:
      'Right shoulder pain is 6/10. The patient finished twelve visits of physical therapy and can still not reach a shelf. The MRI of 06/06/2016 was discussed.',
    objective: [
      'Right shoulder: active abduction 75 degrees, forward flexion 90 degrees.',
      'Motor strength of the right supraspinatus is 3/5. Drop arm test is positive on the right.',
    ],
    treatment: [
      'Physical therapy, twelve visits from 05/23/2016, without gain in active abduction.',
      'Corticosteroid injection of the right subacromial space on 07/18/2016.',
      'Ibuprofen 600 mg three times a day.',
    ],
    plan: 'Subacromial injection today. Continue physical therapy to sixteen visits. Recheck in six weeks.',
    work: 'Modified duty: no use of the right arm above the shoulder.',
  },
  {
    date: '09/12/2016',
    subjective:
      'The injection helped for two weeks. Right shoulder pain is 6/10 again. The patient cannot hang sheets, comb her hair or lift a pan with the right arm.',
    objective: [
      'Right shoulder: active abduction 70 degrees, forward flexion 85 degrees. Atrophy of the supraspinatus fossa is visible.',
      'Motor strength of the right supraspinatus is 3/5. Drop arm test is positive on the right.',
    ],
    treatment: [
      'Physical therapy, sixteen visits, finished on 08/19/2016, without lasting improvement.',
      'Corticosteroid injection of the right subacromial space on 07/18/2016, with relief for two weeks only.',
      'Home exercise program.',
    ],
    plan: 'Right shoulder arthroscopy with rotator cuff repair was discussed. The patient wants the operation.',
    work: 'Modified duty: no use of the right arm above the shoulder.',
  },
  {
    date: '11/07/2016',
    subjective:
      'Right shoulder pain is 6/10. The patient is limited in washing, dressing and all work above the waist. She asks when the operation will be.',
    objective: [
      'Right shoulder: active abduction 65 degrees, forward flexion 80 degrees.',
      'Motor strength of the right supraspinatus is 3/5. Drop arm test is positive on the right.',
      'Cervical spine: full motion, Spurling test is negative.',
    ],
    treatment: [
      'Physical therapy, sixteen visits, finished on 08/19/2016, without lasting improvement.',
      'Corticosteroid injection of the right subacromial space on 07/18/2016, with relief for two weeks only.',
      'Ibuprofen and home exercise program, seven months in all.',
    ],
    plan: 'Request authorization for right shoulder arthroscopy with rotator cuff repair, postoperative physical therapy, a shoulder sling, and a cold therapy unit for seven days.',
    work: 'Modified duty: no use of the right arm above the shoulder.',
  },
] as const

const therapyDates = [
  '05/23/2016',
  '05/26/2016',
  '05/31/2016',
  '06/03/2016',
  '06/09/2016',
  '06/13/2016',
  '06/17/2016',
  '06/22/2016',
  '06/27/2016',
  '07/01/2016',
  '07/08/2016',
  '07/13/2016',
  '07/29/2016',
  '08/05/2016',
  '08/12/2016',
  '08/19/2016',
]

const surgery = 'Right shoulder arthroscopy with rotator cuff repair'
const postoperative = 'Postoperative physical therapy, 12 visits, right shoulder'
const sling = 'Shoulder sling with abduction pillow'
const cold = 'Cold therapy unit, seven days of rental'
const shoulderChapter =
  'Decision based on MTUS Shoulder Complaints 2004, Section(s): Surgical Considerations.'

export const shoulderSurgery: Example = {
  folder: 'shoulder-surgery',
  title: 'Shoulder surgery with associated services',
  about:
    'A full-thickness rotator cuff tear with seven months of conservative care. The physician overturns the denial of the surgery and, with it, those of the services that go with it.',
  application: {
    program: 'CA-WC',
    receivedOn: '2016-12-12',
    priority: 'standard',
    employee: {
      name: { first: 'Philippa', last: 'Wrenmoor' },
      dateOfBirth: '1964-10-03',
      address: { street: '55 Pretend Road', city: 'San Bernardino', state: 'CA', zip: '92405' },
    },
    employer: { name: cast.employer },
    claimsAdministrator: {
      company: cast.administrator.company,
      contact: cast.administrator.contact,
      address: { street: 'P.O. Box 3322', city: 'Riverside', state: 'CA', zip: '92502' },
      phone: cast.administrator.phone,
      fax: cast.administrator.fax,
    },
    requestingPhysician: {
      name: { first: 'Casimir', last: 'Dunleavy' },
      practice: cast.physician.practice,
      specialty: cast.physician.specialty,
      npi: cast.physician.npi,
      address: { street: '810 Imaginary Boulevard', city: 'Riverside', state: 'CA', zip: '92501' },
      phone: cast.physician.phone,
      fax: cast.physician.fax,
    },
    claimNumber: cast.claim,
    dateOfInjury: '2016-04-11',
    primaryDiagnosis: {
      description: 'Complete rotator cuff tear, right shoulder',
      icd10: 'M75.121',
    },
    signature: { by: 'employee', name: 'Philippa Wrenmoor', signedOn: '2016-12-08' },
    utilizationReview: {
      organization: 'Bracken Utilization Review (invented)',
      reviewerName: 'Nadia Trevelyan, MD',
      requestReceivedOn: '2016-11-10',
      decidedOn: '2016-11-17',
      servedOn: '2016-11-17',
      served: { method: 'mail', place: 'CA' },
      outcome: 'denied',
      conditional: false,
      formServed: true,
      formularyDispute: false,
      reasons:
        'The report of the MRI was not among the records received, and failed conservative care was not shown.',
    },
    disputedTreatments: [
      {
        treatment: surgery,
        category: 'Surgery',
        subcategory: 'Arthroscopic',
        bodyRegions: ['shoulder'],
        side: 'right',
        retrospective: false,
        claimsAdministratorGuideline: shoulderChapter,
      },
      {
        treatment: postoperative,
        category: 'Rehabilitation',
        subcategory: 'Physical Therapy/Occupational Therapy (PT/OT)',
        bodyRegions: ['shoulder'],
        side: 'right',
        associatedWith: 't1',
        retrospective: false,
        claimsAdministratorGuideline:
          'Decision based on MTUS Postsurgical Treatment 2009, Section(s): Shoulder.',
      },
      {
        treatment: sling,
        category: 'DMEPOS',
        subcategory: 'DME',
        bodyRegions: ['shoulder'],
        side: 'right',
        associatedWith: 't1',
        retrospective: false,
        claimsAdministratorGuideline:
          'The Claims Administrator did not cite any medical evidence for its decision.',
      },
      {
        treatment: cold,
        category: 'DMEPOS',
        subcategory: 'DME',
        bodyRegions: ['shoulder'],
        side: 'right',
        associatedWith: 't1',
        retrospective: false,
        claimsAdministratorGuideline:
          'The Claims Administrator did not cite any medical evidence for its decision.',
      },
    ],
  },
  records: [
    {
      file: 'utilization-review-decision.pdf',
      from: 'employee',
      receivedOn: '2016-12-12',
      title: 'Utilization review decision',
      write(paper) {
        utilizationReviewDenial(paper, cast, {
          organization: 'Bracken Utilization Review (invented)',
          received: '11/10/2016',
          decided: '11/17/2016',
          outcome: 'Denied',
          requests: [
            {
              request: surgery,
              decision: 'Denied (non-certified)',
              guideline: 'MTUS Shoulder Complaints 2004, Surgical Considerations',
              reasons:
                'The report of the MRI was not among the records received. Failed conservative care was not shown.',
            },
            ...[postoperative, sling, cold].map((request) => ({
              request,
              decision: 'Denied (non-certified)',
              guideline:
                request === postoperative
                  ? 'MTUS Postsurgical Treatment 2009, Shoulder'
                  : 'None cited',
              reasons: 'The surgery is not certified; this service goes with it.',
            })),
          ],
          records: [
            'Request for authorization, 11/10/2016',
            'Progress report, 11/07/2016, Dr. Dunleavy',
          ],
          reviewer: 'Nadia Trevelyan, MD, Orthopedic Surgery, California license SYN-A3310',
        })
      },
    },
    {
      file: 'case-file.pdf',
      from: 'claims-administrator',
      receivedOn: '2016-12-23',
      title: 'Case file',
      async write(paper) {
        requestForAuthorization(paper, cast, {
          date: '11/10/2016',
          rows: [
            {
              diagnosis: 'Rotator cuff tear, right',
              icd: 'M75.121',
              service: surgery,
              quantity: '1',
            },
            {
              diagnosis: 'Rotator cuff tear, right',
              icd: 'M75.121',
              service: postoperative,
              quantity: '12 visits',
            },
            {
              diagnosis: 'Rotator cuff tear, right',
              icd: 'M75.121',
              service: sling,
              quantity: '1',
            },
            {
              diagnosis: 'Rotator cuff tear, right',
              icd: 'M75.121',
              service: cold,
              quantity: '7 days',
            },
          ],
        })
        firstReport(paper, cast, {
          clinic: 'Marigold Urgent Care (invented)',
          date: '04/12/2016',
          how: 'The patient pulled a jammed laundry cart with her right arm and felt a snap in the right shoulder.',
          findings: [
            'Right shoulder: painful arc, abduction 60 degrees.',
            'The neurovascular examination of the right arm is normal.',
          ],
          plan: 'Sling for three days, ibuprofen 600 mg three times a day, X-ray of the right shoulder.',
          signed: 'Lucian Abernathy, MD, Family Medicine',
        })
        imagingReport(paper, cast, {
          centre: 'CITRUS VALLEY IMAGING (INVENTED)',
          date: '04/12/2016',
          study: 'X-ray right shoulder, 3 views',
          indication: 'Right shoulder pain after an injury on 04/11/2016.',
          technique: 'AP, axillary and outlet views.',
          comparison: 'None.',
          findings: ['No fracture or dislocation. Type II acromion.'],
          impression: ['No fracture or dislocation of the right shoulder.'],
          radiologist: 'Tobias Wexford, MD, Diagnostic Radiology',
        })
        for (const [index, visit] of visits.entries()) {
          progressReport(paper, cast, { ...visit, diagnoses })
          if (index === 0) {
            imagingReport(paper, cast, {
              centre: 'CITRUS VALLEY IMAGING (INVENTED)',
              date: '06/06/2016',
              study: 'MRI right shoulder without contrast',
              indication: 'Weak abduction of the right shoulder after an injury on 04/11/2016.',
              technique: 'Multiplanar T1, T2 and proton density images, 3 Tesla.',
              comparison: 'X-ray of the right shoulder of 04/12/2016.',
              findings: [
                'Rotator cuff: full-thickness tear of the supraspinatus tendon, 18 mm, with retraction to the level of the humeral head.',
                'Muscle: mild fatty infiltration of the supraspinatus, Goutallier grade 1.',
                'Labrum and biceps tendon are intact. Glenohumeral cartilage is preserved.',
              ],
              impression: [
                'Full-thickness tear of the right supraspinatus tendon, 18 mm, with retraction.',
                'Mild fatty infiltration.',
              ],
              radiologist: 'Tobias Wexford, MD, Diagnostic Radiology',
            })
            for (const [number, date] of therapyDates.entries()) {
              therapyNote(paper, cast, 'Quarry Lane Physical Therapy (invented)', {
                number: number + 1,
                of: 16,
                date,
                subjective:
                  number < 8
                    ? 'Patient says the right shoulder hurts with every reach.'
                    : 'Patient says she does the exercises at home and can still not reach a shelf.',
                pain: `${number < 8 ? 7 : 6}/10 in the right shoulder`,
                objective: `Right shoulder active abduction ${68 + (number % 4)} degrees.`,
                exercises: [
                  ['Pendulum', '3 minutes'],
                  ['Isometric external rotation', '3 sets of 10'],
                  ['Scapular stabilisation', '3 sets of 12'],
                  ['Wall slides', `2 sets of ${6 + Math.floor(number / 3)}`],
                ],
                assessment:
                  number === 15
                    ? 'Plateau: active abduction is not better than at the first visit. Return to the surgeon.'
                    : 'Continue the plan of care.',
                therapist: 'Odalys Brightwater, PT',
              })
            }
          }
        }
        consultation(paper, cast, {
          practice: 'Orchard Gate Orthopaedics (invented)',
          date: '10/10/2016',
          consultant: 'Seraphine Holt, MD, Internal Medicine',
          history:
            'Preoperative medical evaluation before a planned operation of the right shoulder.',
          examination: ['Blood pressure 128/76. Heart and lungs are normal.'],
          studies: 'Electrocardiogram is normal.',
          impression: ['Low risk for the planned operation.'],
          recommendation: 'The patient may have the operation under general anesthesia.',
        })
        await paper.picture(
          await scannedPage([
            'Blue Heron Hospital Laundry (invented)',
            'Incident report (fax)',
            '',
            'Employee: Philippa Wrenmoor',
            'Cart jammed at the lift door, 04/11/2016.',
            'Employee felt a snap in the right shoulder.',
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
      testEligibility: { on: '2016-12-14' },
      assignReview: { on: '2016-12-15', noticeMethod: 'electronic' },
      completeRecords: { on: '2017-01-03' },
      selectReviewer: { on: '2017-01-03', reviewerId: 'reviewer-ortho-03' },
      serve: { on: '2017-01-19' },
      publish: { on: '2017-01-24' },
    },
    reviewer: (find) => ({
      reviewerId: 'reviewer-ortho-03',
      attest: { on: '2017-01-05', statements: 'all' },
      reviewFacts: { on: '2017-01-11', confirm: 'cited' },
      caseSummary: {
        on: '2017-01-11',
        text: 'The injured worker is a 52 year old female who felt a snap in the right shoulder when she pulled a jammed cart on 4/11/2016. An X-ray of 4/12/2016 showed no fracture. An MRI of the right shoulder of 6/6/2016 showed a full-thickness tear of the supraspinatus tendon of 18 mm with retraction. She has been treated with ibuprofen, sixteen visits of physical therapy that ended on 8/19/2016, a subacromial injection on 7/18/2016 that helped for two weeks, and a home exercise program. On 11/7/2016 active abduction of the right shoulder was 65 degrees, strength of the supraspinatus was 3/5 and the drop arm test was positive. The utilization review of 11/17/2016 denied the surgery and the services that go with it.',
      },
      decisions: [
        {
          treatment: surgery,
          on: '2017-01-12',
          decision: 'overturned',
          guideline: shoulderChapter,
          rationale:
            'The MTUS chapter on shoulder complaints supports surgical consideration for activity limitation that has lasted, a failure to regain motion and strength after exercise programs, and clear clinical and imaging evidence of a lesion that benefits from repair. The MRI of 6/6/2016 shows a full-thickness tear of the right supraspinatus tendon with retraction. Strength of the supraspinatus remains 3/5 and the drop arm test is positive. Sixteen visits of physical therapy and an injection gave no lasting improvement in seven months, and the injured worker is limited in washing, dressing and all work above the waist. The report of the MRI, which the utilization review did not have, is in the file. Therefore, the request for right shoulder arthroscopy with rotator cuff repair is medically necessary.',
          sources: [
            fromRecord(
              find,
              'The MRI shows a full-thickness tear with retraction.',
              'Full-thickness tear of the right supraspinatus tendon, 18 mm, with retraction.',
            ),
            fromRecord(
              find,
              'Strength is 3/5 and the drop arm test is positive on 11/7/2016.',
              'Motor strength of the right supraspinatus is 3/5. Drop arm test is positive on the right.',
              'Date of exam: 11/07/2016',
            ),
            fromRecord(
              find,
              'Therapy gave no lasting improvement.',
              'Physical therapy, sixteen visits, finished on 08/19/2016, without lasting improvement.',
              'Ibuprofen and home exercise program, seven months in all.',
            ),
            fromRecord(
              find,
              'She is limited in daily life.',
              'The patient is limited in washing, dressing and all work above the waist.',
            ),
            fromGuideline(
              'Surgery is considered for lasting limitation with a lesion that benefits from repair.',
              'MTUS Shoulder Complaints 2004, Surgical Considerations',
            ),
          ],
        },
        {
          treatment: postoperative,
          on: '2017-01-12',
          decision: 'overturned',
          guideline: 'Decision based on MTUS Postsurgical Treatment 2009, Section(s): Shoulder.',
          rationale:
            'The surgery is medically necessary. The MTUS postsurgical schedule supports therapy after a rotator cuff repair, and twelve visits are an initial course within it. Therefore, the request for twelve visits of postoperative physical therapy for the right shoulder is medically necessary.',
          sources: [
            fromRecord(find, 'Twelve visits were asked for.', '12 visits'),
            fromGuideline(
              'Postsurgical therapy after rotator cuff repair.',
              'MTUS Postsurgical Treatment 2009, Shoulder',
            ),
          ],
        },
        {
          treatment: sling,
          on: '2017-01-12',
          decision: 'overturned',
          guideline:
            'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Shoulder, Postoperative abduction pillow sling.',
          rationale:
            'The MTUS does not address slings after surgery. The Official Disability Guidelines support an abduction pillow sling after the open repair of large tears, and such protection is usual after the repair of a retracted tear. The surgery is medically necessary. Therefore, the request for a shoulder sling with abduction pillow is medically necessary.',
          sources: [
            fromRecord(
              find,
              'The tear is retracted.',
              'Full-thickness tear of the right supraspinatus tendon, 18 mm, with retraction.',
            ),
            fromGuideline(
              'Abduction pillow sling after repair.',
              'Official Disability Guidelines (ODG), Shoulder, Postoperative abduction pillow sling',
            ),
          ],
        },
        {
          treatment: cold,
          on: '2017-01-12',
          decision: 'overturned',
          guideline:
            'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Shoulder, Continuous-flow cryotherapy.',
          rationale:
            'The MTUS does not address cold therapy units after surgery. The Official Disability Guidelines recommend continuous-flow cryotherapy as an option after surgery for up to seven days, which is what was asked for. The surgery is medically necessary. Therefore, the request for seven days of rental of a cold therapy unit is medically necessary.',
          sources: [
            fromRecord(find, 'Seven days were asked for.', '7 days'),
            fromGuideline(
              'Continuous-flow cryotherapy after surgery up to seven days.',
              'Official Disability Guidelines (ODG), Shoulder, Continuous-flow cryotherapy',
            ),
          ],
        },
      ],
      submitDraft: { on: '2017-01-12' },
      sign: { on: '2017-01-19' },
    }),
    quality: { person: 'quality', passQuality: { on: '2017-01-17', overrides: [] } },
  },
}
