import { describe, expect, it } from 'vitest'
import { assertPhrase } from './assert-phrase.ts'
import { cueFile } from './lexicon.ts'

const expected: Readonly<Record<string, string>> = {
  'box-absent': 'absent',
  'box-present': 'present',
  'box-empty': 'not-documented',
  'not-wanted': 'absent',
  done: 'present',
}

/** `«phrase»` marks the phrase in a sentence. */
function read(marked: string): ReturnType<typeof assertPhrase> & { readonly text: string } {
  const phrase = /«(.*?)»/.exec(marked)?.[1] ?? ''
  const text = marked.replace(/[«»]/g, '')
  return { text, ...assertPhrase({ text, phrase }) }
}

describe('each frame of the cue file catches its own example', () => {
  for (const [name, frames] of Object.entries(cueFile.frames)) {
    for (const [, example] of frames) {
      it(`${name}: ${example}`, () => {
        expect(read(example).assertion).toBe(expected[name] ?? name)
      })
    }
  }
})

/** The traps of clinical handbook 2.3, word for word where it gives them. */
const traps: readonly (readonly [string, string])[] = [
  ['No significant improvement with «epidural steroid injection»', 'tried-failed'],
  ['No prior «lumbar MRI» was provided for review', 'not-documented'],
  ['lack of documentation indicating «neurological deficits»', 'not-documented'],
  [
    'There was a lack of documentation indicating «neurological deficits» of the lumbar and cervical spine to warrant further evaluation with imaging.',
    'not-documented',
  ],
  ['no change in «lower back pain» which remains constant at a 4-5 out of 10', 'present'],
  ['«SLR»: negative on left, positive on right', 'present'],
  ['«Tumor»: No. Infection: [ ] Fracture: [x]', 'absent'],
  ['Tumor: No. «Infection»: [ ] Fracture: [x]', 'not-documented'],
  ['Tumor: No. Infection: [ ] «Fracture»: [x]', 'present'],
]

describe('the traps that change a determination', () => {
  for (const [marked, assertion] of traps) {
    it(`${marked} is ${assertion}`, () => expect(read(marked).assertion).toBe(assertion))
  }
  it('does not give the worker the diabetes of the mother', () => {
    expect(read('Mother has «diabetes»').experiencer).toBe('other')
    expect(read('FAMILY HISTORY: Noncontributory except for «diabetes».').experiencer).toBe('other')
  })
})

const more: readonly (readonly [string, string])[] = [
  [
    'There is a lack of documentation regarding the failure of «conservative treatment».',
    'not-documented',
  ],
  [
    'Failure to recent «conservative therapy» for the coccyx is not specified in the records provided.',
    'not-documented',
  ],
  [
    'X-ray of an unspecified part was reviewed (the «findings» were not reported).',
    'not-documented',
  ],
  [
    'The submitted medical records do not contain sufficient «neurologic testing» of the thoracic region.',
    'not-documented',
  ],
  [
    'There is no clear cut documentation of «neurologic dysfunction» on examination.',
    'not-documented',
  ],
  ['No «EMG» report was available for review.', 'not-documented'],
  ['There was no mention of «bowel or bladder dysfunction».', 'not-documented'],
  [
    'The progress report fails to document «functional improvement» with prior visits.',
    'not-documented',
  ],
  ['It is not clear whether he has had «physical therapy».', 'not-documented'],
  ['Sensation: not tested. «Reflexes»: not assessed.', 'not-documented'],
  ['The response to «acupuncture» was not documented.', 'not-documented'],
  ['A recent «X-ray» report is not specified in the records provided.', 'not-documented'],
  ['The number of «physical therapy» visits completed was not provided.', 'not-documented'],
  [
    'The documentation does not indicate «radicular pain» in a dermatomal pattern.',
    'not-documented',
  ],
  ['MRI showed no evidence of «disc herniation» or stenosis.', 'absent'],
  ['MRI showed no evidence of disc herniation or «stenosis».', 'absent'],
  ['He denies fever, chills, or «night sweats».', 'absent'],
  ['Denies bowel or bladder incontinence, «saddle anesthesia» or progressive weakness.', 'absent'],
  ['No fracture is seen, but there is a «disc bulge».', 'present'],
  ['There is no fever; «numbness» of the left leg persists.', 'present'],
  ['No atrophy, he has «weakness» of the left leg.', 'present'],
  ['Hawkins test is «negative for impingement».', 'present'],
  ['Negative «Hoffmann» bilaterally.', 'absent'],
  ['«Spurling» was negative on both sides.', 'absent'],
  ['«Fracture» was ruled out by radiographs.', 'absent'],
  ['«Fracture» cannot be ruled out.', 'possible'],
  ['MRI to rule out «disc herniation».', 'possible'],
  ['Suspected «rotator cuff tear».', 'possible'],
  ['Motor strength is 5/5 without «atrophy».', 'absent'],
  ['The patient failed «physical therapy», chiropractic care and NSAIDs.', 'tried-failed'],
  ['The patient failed physical therapy, «chiropractic care» and NSAIDs.', 'tried-failed'],
  ['He has completed 12 visits of «physical therapy». This did not help.', 'tried-failed'],
  ['He received an «ESI» without any significant relief.', 'tried-failed'],
  ['She continues to have pain despite «home exercises» and medication.', 'tried-failed'],
  ['«NSAIDs» were discontinued; they were not effective.', 'tried-failed'],
  ['There was only temporary relief with the «epidural injection».', 'tried-failed'],
  ['Minimal benefit from «chiropractic treatment».', 'tried-failed'],
  ['The symptoms are unchanged after «physical therapy».', 'tried-failed'],
  ['«Physical therapy» made her pain worse.', 'tried-failed'],
  ['«Norco» reduces his pain from 8/10 to 4/10.', 'tried-helped'],
  ['He reports 70% improvement following the «lumbar epidural».', 'tried-helped'],
  ['«Physical therapy» has been helpful for her shoulder.', 'tried-helped'],
  ['She benefited from 6 sessions of «acupuncture».', 'tried-helped'],
  ['«Acupuncture» did not help but physical therapy provided relief.', 'tried-failed'],
  ['Acupuncture did not help but «physical therapy» provided relief.', 'tried-helped'],
  ['I am requesting authorization for «MRI of the lumbar spine».', 'planned'],
  ['PLAN: 1. «MRI lumbar spine». 2. Return in four weeks.', 'planned'],
  ['He was referred to «physical therapy» twice a week for four weeks.', 'planned'],
  ['The request for «acupuncture» was denied by utilization review.', 'planned'],
  ['A «lumbar fusion» has been recommended by Dr. Lee.', 'planned'],
  ['Authorization for «physical therapy» is pending.', 'pending'],
  ['«MRI» results pending.', 'pending'],
  ['He has not yet had the «epidural injection».', 'pending'],
  ['He refused «surgery».', 'declined'],
  ['«Injections» were offered but she declined.', 'declined'],
  ['The patient does not wish to undergo «surgery».', 'declined'],
  ['The worker is not interested in «epidural injections».', 'declined'],
  ['The patient denies prior «surgery».', 'absent'],
  ['He has had no «physical therapy».', 'absent'],
  ['He has never undergone «chiropractic care».', 'absent'],
  ['He has had «physical therapy» with no prior surgery.', 'present'],
  ['The patient underwent «microdiscectomy» in 2009.', 'present'],
  ['«MRI» of 6/1/2015 was normal.', 'present'],
  ['Currently taking «Norco» 10/325 twice daily.', 'present'],
  ['The patient has a positive bilateral «straight leg raise».', 'present'],
  ['«Radiculopathy» is not only present but worsening.', 'present'],
  ['[x] «Numbness» [ ] Weakness', 'present'],
  ['[x] Numbness [ ] «Weakness»', 'not-documented'],
  ['«Fever» ☐ Yes ☑ No', 'absent'],
]

describe('sentences of our own in the language of reports and reviews', () => {
  for (const [marked, assertion] of more) {
    it(`${marked} is ${assertion}`, () => expect(read(marked).assertion).toBe(assertion))
  }
})

const times: readonly (readonly [string, string])[] = [
  ['History of «lumbar strain» in 2004.', 'historical'],
  ['PAST MEDICAL HISTORY: «Hypertension», diabetes.', 'historical'],
  ['Status post «laminectomy».', 'historical'],
  ['Past history of «cancer» treated twenty years ago.', 'historical'],
  ['He presents with a 3-week history of «back pain».', 'current'],
  ['History of hypertension, presents with «back pain».', 'current'],
  ['Return to the clinic if «fever» develops.', 'hypothetical'],
  ['Call for any «numbness» or weakness.', 'hypothetical'],
  ['If «weakness» progresses, surgery will be considered.', 'hypothetical'],
  ['The risks include «infection» and bleeding.', 'hypothetical'],
  ['He has «back pain» and cannot return to work.', 'current'],
]

describe('when it is said to hold', () => {
  for (const [marked, temporality] of times) {
    it(`${marked} is ${temporality}`, () => expect(read(marked).temporality).toBe(temporality))
  }
})

describe('of whom it is said', () => {
  for (const [marked, experiencer] of [
    ['His brother had «colon cancer».', 'other'],
    ['«Arthritis» in his mother.', 'other'],
    ['Family history of «rheumatoid arthritis».', 'other'],
    ['His wife reports that he has «numbness» in the foot.', 'patient'],
    ['He lives with his mother and has «back pain».', 'patient'],
  ] as const) {
    it(`${marked} is about the ${experiencer}`, () =>
      expect(read(marked).experiencer).toBe(experiencer))
  }
})
