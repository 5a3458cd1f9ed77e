import { describe, expect, it } from 'vitest'
import { isGarbled, isSoundWord, measureSoundness } from './word-shape.ts'

const note = `The patient is a 45-year-old warehouse worker who was lifting a box when he felt pain in the
lower back. Lumbar radiculopathy was diagnosed and gabapentin, cyclobenzaprine and physical therapy
were prescribed. An epidural steroid injection at L4-5 is requested.`

/** As a font looks that gives every glyph the code three places on. */
const shifted = note.replaceAll(/[a-z]/gi, (letter) => {
  const base = letter < 'a' ? 65 : 97
  return String.fromCharCode(((letter.charCodeAt(0) - base + 3) % 26) + base)
})

describe('telling language from what a broken text layer gives', () => {
  it('takes medical English for language', () => {
    expect(measureSoundness(note).sound).toBeGreaterThan(0.9)
    expect(isGarbled(note)).toBe(false)
    for (const word of ['radiculopathy', 'laminectomy', 'Okafor', 'McMurray', 'EXAMINATION']) {
      expect([word, isSoundWord(word)]).toEqual([word, true])
    }
  })

  it('sees shifted letters and symbols', () => {
    expect(isGarbled(shifted)).toBe(true)
    expect(isGarbled('~|}{ ^%$ #@! (*& <>? ;;: ][} '.repeat(6))).toBe(true)
  })

  it('lets tables of figures, names and short texts pass', () => {
    expect(isGarbled('BP 120/80 HR 72 RR 16 T 98.6 SpO2 99% 01/02/2025 01/09/2025 5/5 4/5')).toBe(
      false,
    )
    expect(isGarbled('Nguyen, Przybylski, Szczepanik')).toBe(false)
    expect(isGarbled('')).toBe(false)
  })
})
