import { describe, expect, it } from 'vitest'
import { parseGuideline } from '#guidelines'
import type { Determination, Issue } from './determination.ts'
import type { LintContext } from './finding.ts'
import { lintDetermination } from './lint-determination.ts'
import { aDetermination, anIssue, cites, day } from './test-builders.ts'

type Example = {
  readonly issue?: Partial<Issue>
  readonly letter?: Partial<Determination>
  readonly context?: LintContext
}

function codes({ issue, letter, context }: Example): readonly string[] {
  return lintDetermination(aDetermination(issue, letter), context).map(({ code }) => code)
}

const summary = (caseSummary: string): Example => ({ letter: { caseSummary } })
const says = (rationale: string, issue: Partial<Issue> = {}): Example => ({
  issue: { rationale, ...issue },
})
const cited = (text: string, issue: Partial<Issue> = {}): Example => ({
  issue: { reviewOrganizationGuideline: cites(text), ...issue },
})
const parsed = (text: string): Partial<Issue> => ({
  reviewOrganizationGuideline: parseGuideline(text),
})
const denied = 'The request is not medically necessary.'
const shoulder = { treatment: 'MRI of the right shoulder' }

const falls = 'As the requested surgery is not medically necessary, neither is the sling.'
const stands = 'The concurrent requested surgery is supported. The sling is medically necessary.'

const stock =
  'The guideline allows such a study where a red flag is on record, where surgery is planned after ' +
  'a failed trial of care, or where a nerve deficit gets worse from one examination to the next.'

function surgeryWithSling(decision: 'upheld' | 'overturned', rationale: string): Example {
  return {
    letter: {
      issues: [
        anIssue({ treatment: 'Lumbar fusion', decision }),
        anIssue({
          treatment: 'Associated surgical service: Sling',
          associatedSurgicalService: true,
          decision,
          rationale,
        }),
      ],
    },
  }
}

/** For each defect: examples that have it, and near examples that do not. */
const examples: Readonly<Record<string, { has: readonly Example[]; hasNot: readonly Example[] }>> =
  {
    'date-order': {
      has: [
        { letter: { applicationReceived: day('2026-10-01') } },
        { letter: { decisionDate: day('2026-11-20'), urDenialDate: null } },
      ],
      hasNot: [{ letter: { dateAssigned: null } }, { letter: { dateAssigned: day('2026-12-18') } }],
    },
    'date-impossible': {
      has: [
        says(`The record of 10/204 was reviewed. ${denied}`),
        says(`A study of 2/30/2016 was normal. ${denied}`),
        summary('The injured worker was seen on 13/45/2016.'),
      ],
      hasNot: [
        says(`He takes Norco 10/325 mg and Percocet 5/325. Motor strength is 4/5. ${denied}`),
        says(`Pain is 7/10 on most days. BP 140/90. Rest for 24-48-72 hours. ${denied}`),
      ],
    },
    'date-after-decision': {
      has: [says(`The exam of 01/05/2027 was normal. ${denied}`)],
      hasNot: [says(`Surgery is scheduled for 01/05/2027. ${denied}`)],
    },
    'injury-date-differs': {
      has: [
        summary('This is a 46-year-old female with an occupational claim from 05/14/2026.'),
        summary('The worker sustained an industrial injury on May 4, 2025.'),
      ],
      hasNot: [
        summary('The worker sustained an industrial injury on May 4, 2026.'),
        summary('After the injury she was seen. The exam on 06/01/2026 was normal.'),
      ],
    },
    'review-date-differs': {
      has: [
        summary('The original utilization review (10-15-2026) denied it.'),
        summary('The Utilization Review documentation dated 10-15-26 denied it.'),
        summary('On 10-15-2026, Utilization Review (UR) non-certified the MRI.'),
        summary('On 10-15-26 the request was non-certified by utilization review.'),
      ],
      hasNot: [summary('The utilization review dated October 20, 2026 denied it.')],
    },
    'age-contradiction': {
      has: [
        says(`This 57 year old worker had a study. ${denied}`),
        { context: { dateOfBirth: day('1990-01-01') } },
      ],
      hasNot: [
        { context: { dateOfBirth: day('1980-02-03') } },
        says(`A 20-year-old MRI is on file. ${denied}`),
      ],
    },
    'sex-contradiction': {
      has: [says(`He has had a normal study. ${denied}`)],
      hasNot: [
        says(`Her pain persists. ${denied}`),
        says(`The treating physician wrote that he would wait. ${denied}`),
      ],
    },
    'review-copied-as-summary': {
      has: [
        summary('The following was taken directly from the utilization review denial.'),
        {
          letter: {
            caseSummary: 'the worker fell and hurt the low back while lifting '.repeat(6),
          },
          context: {
            utilizationReviewReasons:
              'the worker fell and hurt the low back while lifting the worker fell and hurt the low back',
          },
        },
      ],
      hasNot: [{ context: { utilizationReviewReasons: 'no red flags' } }],
    },
    'decision-contradicts-rationale': {
      has: [
        says('The request is medically necessary.'),
        says(denied, { decision: 'overturned' }),
        says('Medical necessity has not been established.', { decision: 'overturned' }),
        says('The request is determined to not be medically necessary.', {
          decision: 'overturned',
        }),
        says('The MRI is not supported by the records as being medically necessary.', {
          decision: 'overturned',
        }),
      ],
      hasNot: [
        says('The request is determined to not be medically necessary.'),
        says('The requested surgery is medically necessary.', { decision: 'overturned' }),
        says(`${denied} This medical necessity decision should not be read as advice to stop.`),
        says('It would be medically necessary if a red flag were present. It is not supported.'),
      ],
    },
    'mixed-conclusion': {
      has: [says('The MRI is not medically necessary or fully established for this patient.')],
      hasNot: [says('The MRI is not medically necessary and appropriate.')],
    },
    'conclusion-missing': {
      has: [says('The guideline asks for red flags. None is on record.')],
      hasNot: [says(denied)],
    },
    'conclusion-names-other-region': {
      has: [says('The request for an MRI of the right knee is not medically necessary.')],
      hasNot: [says(`The knee is well. ${denied}`)],
    },
    'contingent-contradicts-surgery': {
      has: [surgeryWithSling('overturned', falls), surgeryWithSling('upheld', stands)],
      hasNot: [surgeryWithSling('upheld', falls), surgeryWithSling('overturned', stands)],
    },
    'contingent-before-surgery': {
      has: [
        {
          letter: {
            issues: [
              anIssue({
                treatment: 'Associated surgical service: Sling',
                associatedSurgicalService: true,
              }),
              anIssue({ treatment: 'Lumbar fusion' }),
            ],
          },
        },
      ],
      hasNot: [surgeryWithSling('upheld', falls)],
    },
    'citation-missing': {
      has: [
        cited('The Expert Reviewer did not cite any medical evidence for its decision.'),
        cited('The Expert Reviewer did not cite any medical evidence for its decision.', {
          treatment: 'Lumbar fusion',
          rationale: 'As such, the requested surgical intervention is not medically necessary.',
        }),
      ],
      hasNot: [
        cited('The Expert Reviewer did not cite any medical evidence for its decision.', {
          associatedSurgicalService: true,
          treatment: 'Associated surgical service: Sling',
        }),
        cited('The Expert Reviewer did not cite any medical evidence for its decision.', {
          rationale:
            'As the requested surgical intervention is not medically necessary, the requested ' +
            'ancillary service is not medically necessary.',
        }),
      ],
    },
    'wrong-region-citation': {
      has: [
        cited('Decision based on MTUS Low Back Complaints 2004.', {
          treatment: 'MRI of the left knee',
        }),
        cited('Decision based on MTUS Elbow Complaints 2007.', shoulder),
      ],
      hasNot: [
        cited('Decision based on MTUS Neck and Upper Back Complaints 2004.', {
          treatment: 'MRI of the thoracic spine',
        }),
        cited('Decision based on MTUS Chronic Pain Medical Treatment 2016.'),
        cited(
          'Decision based on MTUS Shoulder Complaints 2004, and Low Back Complaints 2004.',
          shoulder,
        ),
        cited('Decision based on MTUS Low Back Complaints 2004.', {
          treatment: 'Norco 10/325 #60',
        }),
      ],
    },
    'claims-administrator-wrong-region': {
      has: [
        {
          issue: {
            claimsAdministratorGuideline: cites('Decision based on MTUS Elbow Complaints 2007.'),
          },
        },
      ],
      hasNot: [{}],
    },
    'section-of-other-service': {
      has: [
        {
          issue: {
            claimsAdministratorGuideline: cites('ODG Low Back (updated 7/3/14) Office Visits'),
          },
        },
      ],
      hasNot: [
        {
          issue: {
            treatment: 'Follow-up visit for the lumbar spine',
            claimsAdministratorGuideline: cites('ODG Low Back, Office Visits'),
          },
        },
      ],
    },
    'chapter-missing': {
      has: [cited('Decision based on MTUS ACOEM Page(s): 503.')],
      hasNot: [cited('Decision based on MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 303.')],
    },
    'citation-ambiguous': {
      has: [
        {
          issue: {
            rationale: `Per the cited guidelines a repeat is rare. ${denied}`,
            reviewOrganizationGuideline: cites(
              'Decision based on MTUS Low Back Complaints 2004. Decision based on Non-MTUS Citation ODG Low Back.',
            ),
          },
        },
      ],
      hasNot: [says(`Per the cited guidelines a repeat is rare. ${denied}`)],
    },
    'hierarchy-reason-missing': {
      has: [
        cited(
          'Decision based on MTUS Low Back Complaints 2004. Decision based on Non-MTUS Citation ODG Low Back.',
        ),
      ],
      hasNot: [
        {
          issue: {
            rationale: `The MTUS does not address repeat studies; ODG does. ${denied}`,
            reviewOrganizationGuideline: cites(
              'Decision based on MTUS Low Back Complaints 2004. Decision based on Non-MTUS Citation ODG Low Back.',
            ),
          },
        },
      ],
    },
    'source-not-scholarly': {
      has: [cited('Decision based on Non-MTUS Citation http://www.slideshare.net/abc')],
      hasNot: [cited('Decision based on Non-MTUS Citation N Engl J Med 2001;344:363.')],
    },
    'pages-differ': {
      has: [
        {
          issue: {
            treatment: 'MRI of the thoracic spine',
            rationale: `Chapter 8 specifies on pages 177-182 the following. ${denied}`,
            reviewOrganizationGuideline: cites(
              'MTUS ACOEM Chapter 8 Neck and Upper Back Complaints Page(s): 176-177.',
            ),
          },
        },
      ],
      hasNot: [
        {
          issue: {
            rationale: `See Table 12-1; pages 289-90 of the guideline. ${denied}`,
            reviewOrganizationGuideline: cites(
              'MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 289-90, 303.',
            ),
          },
        },
      ],
    },
    'citation-repeated': {
      has: [cited('MTUS Chronic Pain, page(s) 98-99 Page(s): 98-99.')],
      hasNot: [cited('MTUS Chronic Pain Page(s): 98-99, 101.')],
    },
    'quotation-differs': {
      has: [says(`It asks for further psychological evidence of nerve dysfunction. ${denied}`)],
      hasNot: [
        says(`It asks for further physiological evidence of nerve dysfunction. ${denied}`),
        says(`Psychological evidence of distress was found. ${denied}`),
      ],
    },
    'side-mismatch': {
      has: [says(`The left shoulder is stiff. ${denied}`, shoulder)],
      hasNot: [
        says(`The left shoulder is well, the right shoulder is stiff. ${denied}`, shoulder),
        says(`The left knee is stiff. ${denied}`, shoulder),
      ],
    },
    'level-mismatch': {
      has: [
        says(`The disc at C5-6 bulges. ${denied}`, {
          treatment: 'L5-S1 epidural steroid injection',
        }),
      ],
      hasNot: [
        says(`The disc at L4-5 bulges. ${denied}`, {
          treatment: 'L5-S1 epidural steroid injection',
        }),
      ],
    },
    'joined-body-parts': {
      has: [{ issue: { treatment: 'MRI FOR THE C/S AND L/S' } }],
      hasNot: [
        { issue: { treatment: 'Physical therapy for the neck and low back' } },
        { issue: { treatment: 'X-ray of the right wrist and hand' } },
      ],
    },
    'rationale-other-region': {
      has: [says(`The right knee pain persists. ${denied}`, { treatment: 'MRI of the neck' })],
      hasNot: [
        says(`Pain radiates to both hands with radicular signs. ${denied}`, {
          treatment: 'MRI of the neck',
        }),
      ],
    },
    'request-without-complaint': {
      has: [{ issue: { treatment: 'MRI of the thoracic spine' } }],
      hasNot: [{}],
    },
    'remainder-does-not-add-up': {
      has: [
        {
          issue: {
            partial: {
              requested: 'Physical therapy 3 times a week for 4 weeks (12 sessions)',
              authorized: 'Physical therapy for 10 sessions',
              remainder: '4 sessions of physical therapy',
            },
          },
        },
      ],
      hasNot: [
        {
          issue: {
            partial: {
              requested: 'Physical therapy 3 times a week for 4 weeks (12 sessions)',
              authorized: 'Physical therapy for 10 sessions',
              remainder: '2 sessions of physical therapy',
            },
          },
        },
        {
          issue: {
            partial: { requested: 'a program', authorized: 'a visit', remainder: 'the rest' },
          },
        },
      ],
    },
    'request-within-quoted-limit': {
      has: [
        says(`The guideline recommends 8 to 10 visits. ${denied}`, {
          treatment: 'PT 2X4 FOR THE L/S',
        }),
      ],
      hasNot: [
        says(`The guideline recommends 8 to 10 visits. ${denied}`, {
          treatment: 'PT 3x4 for the low back',
        }),
        says(`8 to 10 visits are recommended; 10 were already given. ${denied}`, {
          treatment: 'PT 2x4 for the low back',
        }),
      ],
    },
    'undocumented-but-in-summary': {
      has: [
        {
          issue: {
            rationale: `There is no documentation of physical therapy in the record. ${denied}`,
          },
          letter: { caseSummary: 'Treatment has included physical therapy for the low back.' },
        },
      ],
      hasNot: [
        {
          issue: {
            rationale: `There is no documentation of the response to physical therapy. ${denied}`,
          },
          letter: { caseSummary: 'Treatment has included physical therapy for the low back.' },
        },
        {
          issue: {
            rationale: `There is no documentation of physical therapy in the record. ${denied}`,
          },
          letter: { caseSummary: 'Physical therapy was requested for the low back.' },
        },
        {
          issue: {
            rationale: `The worker responds to physical therapy; there is no evidence of nerve damage. ${denied}`,
          },
          letter: { caseSummary: 'Treatment has included physical therapy for the low back.' },
        },
      ],
    },
    'record-unspecified': {
      has: [says(`An X-ray of an unspecified part of the body was reviewed. ${denied}`)],
      hasNot: [says(`An X-ray of the low back was reviewed. ${denied}`)],
    },
    'sentence-repeated': {
      has: [
        says(
          `The worker had a normal study of the low back in June. The worker had a normal study of the low back in June. ${denied}`,
        ),
      ],
      hasNot: [says(`It was normal. It was normal. ${denied}`)],
    },
    'copied-from-summary': {
      has: [
        {
          issue: {
            rationale: `She was seen in June with pain in the low back that had lasted for weeks. ${denied}`,
          },
          letter: {
            caseSummary:
              'She was seen in June with pain in the low back that had lasted for weeks.',
          },
        },
      ],
      hasNot: [{}],
    },
    'boilerplate-share': {
      has: [
        { letter: { issues: [anIssue(), anIssue({ treatment: 'CT of the lumbar spine' })] } },
        {
          issue: { rationale: `${stock} ${denied}` },
          context: { stockTexts: ['Another text.', stock] },
        },
      ],
      hasNot: [
        { issue: { rationale: `${stock} ${denied}` } },
        surgeryWithSling('upheld', `${falls} ${stock}`),
        says(denied),
      ],
    },
    'edition-not-in-force': {
      has: [{ issue: parsed('Decision based on MTUS Low Back Complaints 2004.') }],
      hasNot: [
        {
          issue: parsed('Decision based on MTUS Low Back Complaints 2004.'),
          letter: { decisionDate: day('2016-12-16') },
        },
        {
          issue: parsed('Decision based on MTUS Low Back Complaints 2004.'),
          letter: { decisionDate: null },
        },
        { issue: parsed('Decision based on Non-MTUS Citation Low Back Complaints 2004.') },
      ],
    },
    'pages-outside-chapter': {
      has: [
        {
          issue: parsed('Decision based on MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 17.'),
        },
      ],
      hasNot: [
        {
          issue: parsed(
            'Decision based on MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 303-5.',
          ),
        },
      ],
    },
    'side-not-in-summary': {
      has: [
        {
          issue: { ...shoulder, rationale: denied },
          letter: { caseSummary: 'She has pain in the left shoulder since the injury.' },
        },
      ],
      hasNot: [
        {
          issue: { ...shoulder, rationale: denied },
          letter: { caseSummary: 'She has pain in the left shoulder and in the right shoulder.' },
        },
        {
          issue: { ...shoulder, rationale: denied },
          letter: { caseSummary: 'She has shoulder pain and a stiff left knee.' },
        },
      ],
    },
    'conclusion-names-other-service': {
      has: [
        says('The request for acupuncture is not medically necessary.'),
        says('The request for an MRI is not medically necessary.', {
          treatment: 'Norco 5/325mg #40',
        }),
      ],
      hasNot: [
        says('Acupuncture may help. The request is not medically necessary.'),
        says('The request for magnetic resonance imaging is not medically necessary.'),
      ],
    },
    'list-garbled': {
      has: [says(`Criteria are:o Emergence of a red flag. ${denied}`)],
      hasNot: [says(`Criteria are: emergence of a red flag. ${denied}`)],
    },
    'typing-error': {
      has: [says(`The canal os otherwise open. The the disc bulges. ${denied}`)],
      hasNot: [says(`An os trigonum is seen, so no study is due, as we go on. ${denied}`)],
    },
    'part-missing': {
      has: [
        summary(' '),
        says(''),
        { letter: { reviewer: { licensure: [], specialties: ['Neurology'] } } },
      ],
      hasNot: [{}],
    },
    'header-incomplete': {
      has: [{ letter: { urDenialDate: null } }],
      hasNot: [{}],
    },
  }

describe('the lint', () => {
  it('finds nothing in a letter without defects', () => {
    expect(lintDetermination(aDetermination())).toEqual([])
  })

  for (const [code, { has, hasNot }] of Object.entries(examples)) {
    it.each(has.map((example) => [example]))(`finds "${code}" in %j`, (example) => {
      expect(codes(example)).toContain(code)
    })
    it.each(hasNot.map((example) => [example]))(`does not find "${code}" in %j`, (example) => {
      expect(codes(example)).not.toContain(code)
    })
  }

  it('names the issue, counted from 1, and the very words', () => {
    const rationale = `The record of 10/204 was reviewed. ${denied}`
    const letter = aDetermination({}, { issues: [anIssue(), anIssue({ rationale })] })
    const finding = lintDetermination(letter).find(({ code }) => code === 'date-impossible')
    expect(finding).toMatchObject({ issue: 2, part: 'rationale', quote: '10/204' })
    expect(rationale.slice(finding?.span?.start, finding?.span?.end)).toBe('10/204')
  })

  it('puts what blocks first', () => {
    const found = lintDetermination(
      aDetermination({ ...shoulder, rationale: `Seen 2/30/2016. Pages 1-2. ${denied}` }),
    ).map(({ severity }) => severity)
    const order = ['blocking', 'warning', 'note']
    expect(found).toEqual(found.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)))
  })

  it('has an example for every defect that it can find', () => {
    const found = new Set(
      Object.values(examples).flatMap(({ has }) => has.flatMap((example) => codes(example))),
    )
    expect([...found].filter((code) => !(code in examples))).toEqual([])
  })
})
