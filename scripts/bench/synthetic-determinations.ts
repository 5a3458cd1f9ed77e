import { outcomeOf } from '#case'
import type { Determination, Issue } from '#determination'
import { addDays, isNonEmpty, plainDateOf } from '#foundation'
import { parseGuideline } from '#guidelines'
import { makeRandom, type Random } from './random.ts'

/**
 * An invented determination of the size and shape of published ones (handbook, letters.md 6): most
 * with one issue, a summary of some 240 words, rationales of some 120. The same number gives the
 * same determination.
 */
export function syntheticDetermination(number: number): Determination {
  const random = makeRandom(7, number)
  const region = random.pick(regions)
  const count = random.pick([1, 1, 1, 1, 1, 1, 2, 2, 3, 5, 8])
  const issues = Array.from({ length: count }, () => issueOf(random, region))
  if (!isNonEmpty(issues)) throw new RangeError('a determination decides something')
  const injury = plainDateOf(2016, 1 + random.below(12), 1 + random.below(28))
  if (injury === null) throw new RangeError('no such day')
  const denial = addDays(injury, 30 + random.below(60))
  const application = addDays(denial, random.below(31))
  const assigned = addDays(application, 1 + random.below(12))
  return {
    caseNumber: `CM16-${String(1_000_000 + number).slice(-7)}`,
    priority: random.chance(0.05) ? 'expedited' : 'standard',
    dateAssigned: assigned,
    dateOfInjury: injury,
    decisionDate: addDays(assigned, 21 + random.below(18)),
    urDenialDate: denial,
    applicationReceived: application,
    reviewer: {
      licensure: random.chance(0.5) ? ['California'] : ['California', random.pick(states)],
      specialties: [random.pick(specialties)],
    },
    caseSummary: `The injured worker is a ${20 + random.below(45)} year old ${random.pick(['male', 'female'])} with a date of injury on ${injury.slice(5, 7)}/${injury.slice(8)}/${injury.slice(0, 4)}. ${prose(random, region, 16)}`,
    issues,
    outcome: outcomeOf(issues),
  }
}

function issueOf(random: Random, region: string): Issue {
  const decision = random.chance(0.11) ? 'overturned' : 'upheld'
  const service = random.pick(services).replace('%', region)
  const total = 4 * (2 + random.below(4))
  const treatment = random.chance(0.1)
    ? `${total} sessions of physical therapy for the ${region} was the original request. ${total / 2} sessions was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, ${total / 2} sessions is`
    : service
  const partial = treatment === service ? null : partialOf(total, region)
  return {
    treatment,
    decision,
    partial,
    associatedSurgicalService: false,
    retrospective: false,
    datesOfService: [],
    category: null,
    subcategory: null,
    bodyRegions: [region],
    claimsAdministratorGuideline: parseGuideline(random.pick(citations)),
    reviewOrganizationGuideline: parseGuideline(random.pick(citations)),
    rationale: `${prose(random, region, 7)} Therefore, the request is ${decision === 'upheld' ? 'not medically necessary' : 'medically necessary'}.`,
  }
}

function partialOf(total: number, region: string): NonNullable<Issue['partial']> {
  return {
    requested: `${total} sessions of physical therapy for the ${region}`,
    authorized: `${total / 2} sessions`,
    remainder: `${total / 2} sessions`,
  }
}

function prose(random: Random, region: string, sentences: number): string {
  return Array.from({ length: sentences }, () =>
    random
      .pick(sentenceForms)
      .replaceAll('%', region)
      .replaceAll('#', String(2 + random.below(8)))
      .replaceAll('@', random.pick(findings)),
  ).join(' ')
}

const regions = [
  'low back',
  'neck',
  'right shoulder',
  'left knee',
  'right wrist',
  'left ankle',
] as const
const states = ['Texas', 'New York', 'Florida', 'Nevada', 'Oregon', 'Virginia'] as const
const specialties = [
  'Occupational Medicine',
  'Family Practice',
  'Physical Medicine & Rehabilitation',
  'Orthopedic Surgery',
  'Pain Management',
  'Internal Medicine',
] as const
const services = [
  'MRI of the % without contrast',
  'Physical therapy 2 times a week for 4 weeks, %',
  'Acupuncture 6 visits for the %',
  'X-ray of the %, three views',
  'Ibuprofen 800mg #60 with 2 refills',
  'EMG/NCV of the bilateral upper extremities',
  'TENS unit, 30 day trial',
  'Functional restoration evaluation',
] as const
const citations = [
  'The Claims Administrator did not cite any medical evidence for its decision.',
  'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.',
  'Decision based on MTUS Shoulder Complaints 2004, Section(s): Initial Care, Special Studies, and Chronic Pain Medical Treatment 2016.',
  'Decision based on MTUS Chronic Pain Medical Treatment 2016.',
  'The Expert Reviewer based his/her decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Knee & Leg (Acute & Chronic), MRI.',
] as const
const findings = [
  'tenderness to palpation with a normal gait',
  'decreased range of motion and intact sensation',
  'motor strength of 5/5 in every group tested',
  'a positive straight leg raise at 60 degrees',
  'no swelling, no redness and no instability',
  'pain at the end of flexion and rotation',
] as const
const sentenceForms = [
  'The patient complained of constant pain in the %, rated #/10, made worse by lifting and long standing.',
  'On examination of the % there was @.',
  'Treatment to date has included rest, ice, medications, a home exercise program and # sessions of physical therapy.',
  'The progress report notes @, and the provider asks for authorization of further care.',
  'X-rays of the % taken after the injury showed no fracture, no dislocation and no other acute finding.',
  'The guidelines recommend such a study where red flags are present or a trial of # weeks of care has failed.',
  'The records provided for review do not show that symptoms have changed since the visit # weeks before.',
  'The patient works with restrictions: no lifting above # pounds and no repeated bending.',
  'Medications are taken as needed with partial relief, without side effects, and sleep is disturbed # nights a week.',
] as const
