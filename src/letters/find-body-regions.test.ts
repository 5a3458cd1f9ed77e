import { describe, expect, it } from 'vitest'
import { categorise, findBodyRegions } from './index.ts'

describe('body regions of a heading', () => {
  const cases: readonly (readonly [heading: string, regions: readonly string[]])[] = [
    ['MRI of the left knee without contrast', ['left knee']],
    ['PT 3x4 for the C/S and L/S', ['cervical spine', 'lumbar spine']],
    ['Right L4-5 and L5-S1 facet block', ['right lumbar spine L4-L5', 'lumbar spine L5-S1']],
    ['Fusion of the cervical spine C5/6', ['cervical spine C5-C6']],
    ['Therapy, left wrist/hand', ['left wrist', 'left hand']],
    ['TENS for left hip, lower leg and knee', ['left hip', 'lower leg', 'knee']],
    ['MRI of the fingers of the right hand', ['right finger', 'right hand']],
    ['Knee arthroscopy, left', ['left knee']],
    ['EMG/NCV of BLE', ['lower extremity']],
    ['EMG of both upper extremities', ['bilateral upper extremity']],
    ['Right and left shoulder injection', ['bilateral shoulder']],
    ['Hand therapy 8 visits', []],
    ['Labs: TSH, T4', []],
    ['Norco 10/325 mg #60', []],
    ['H-wave unit', []],
    ['Psychotherapy 6 sessions', ['psyche']],
  ]
  for (const [heading, regions] of cases) {
    it(`finds ${regions.join(' and ') || 'none'} in "${heading}"`, () => {
      expect(findBodyRegions(heading)).toEqual(regions)
    })
  }
})

describe("the State's category of a heading", () => {
  const cases: readonly (readonly [heading: string, category: string | null])[] = [
    ['X-rays of the neck, 2 views', 'Diagnostic Testing / Imaging/Radiology'],
    ['Urine drug screen', 'Diagnostic Testing / Lab & Pathology'],
    ['Medial branch block L4-S1', 'Injection / Facet Injection'],
    ['Synvisc injection, right knee', 'Pharmaceuticals / Viscosupplementation'],
    ['Right shoulder arthroscopy with labral repair', 'Surgery / Arthroscopic'],
    ['Assistant surgeon', 'Surgery / Adjunct Surgical Services'],
    ['Manipulation under anesthesia, left shoulder', 'Surgery / Non-arthroscopic'],
    ['Chiropractic manipulation 6 visits', 'Rehabilitation / Chiropractic'],
    ['Norco and lidocaine patch', 'Pharmaceuticals / Opioids'],
    ['Lidocaine patch and Norco', 'Pharmaceuticals / Topical Analgesics'],
    ['Compounded cream: ketoprofen 20%', 'Pharmaceuticals / Topical Compounds'],
    ['Soma 350 mg #90', 'Pharmaceuticals / Muscle Relaxant'],
    ['Cognitive behavioral therapy', 'Psych Services / Therapies'],
    ['Orthopedic consultation', 'Evaluation & Management / Medical Specialties'],
    ['Lumbar brace', 'DMEPOS / Prosthetics/Orthotics'],
    ['Something nobody has heard of', null],
  ]
  for (const [heading, category] of cases) {
    it(`puts "${heading}" under ${category ?? 'nothing'}`, () => {
      const found = categorise(heading)
      expect(found && `${found.category} / ${found.subcategory}`).toBe(category)
    })
  }
})
