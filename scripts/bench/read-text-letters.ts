import { lintDetermination } from '#determination'
import { type ReadLetter, readLetterText } from '#letters'
import { type Bench, perSecond, sayRate, timeInTurns } from './measure.ts'
import { textLetters } from './sample-letters.ts'

/** Text letters to fields on one core, and the lint of them, against cutting them into words. */
export const readTextLetters: Bench = async ({ quick, rounds }) => {
  const known = textLetters(0).length
  const letters = textLetters(quick ? 300 : 2000).map(({ name, content }) => ({
    name,
    text: new TextDecoder().decode(content),
  }))
  let read: ReadLetter[] = []
  const readAll = (): void => {
    read = letters.flatMap(({ name, text }) => {
      const letter = readLetterText(text, { file: name })
      return letter.ok ? [letter.value] : []
    })
  }
  // Real ones and those of conformance/ alone, several times over.
  const real = letters.slice(0, known)
  const times = quick ? 5 : 25
  const readReal = (): void => {
    for (let time = 0; time < times; time += 1) {
      for (const { name, text } of real) readLetterText(text, { file: name })
    }
  }
  const splitReal = (): void => {
    for (let time = 0; time < times; time += 1) for (const { text } of real) text.split(/\s+/)
  }
  const lintAll = (): number => read.reduce((sum, each) => sum + lintDetermination(each).length, 0)
  let words = 0
  const splitAll = (): void => {
    words = 0
    for (const { text } of letters) words += text.split(/\s+/).length
  }
  const [oursMs = 0, splitMs = 0, lintMs = 0, realMs = 0, splitRealMs = 0] = await timeInTurns(
    rounds,
    readAll,
    splitAll,
    lintAll,
    readReal,
    splitReal,
  )
  const characters = letters.reduce((sum, { text }) => sum + text.length, 0)
  const size =
    `${letters.length} letters (${known} real or from conformance/, the rest synthetic), ` +
    `${Math.round(characters / letters.length)} characters each on average, ${words} words`
  const common = {
    name: 'read-text-letters',
    size,
    rounds,
    yardstick: 'cutting the same texts at white space',
    yardstickMs: splitMs,
  }
  return [
    {
      ...common,
      ours: 'text to fields, one core',
      oursMs,
      ratio: oursMs / splitMs,
      rate: sayRate(letters.length, oursMs, 'letters'),
      target: '≥ 5,000 letters a second',
      met: perSecond(letters.length, oursMs) >= 5000,
    },
    {
      ...common,
      size: `${known} letters, real or from conformance/, ${times} times`,
      ours: 'text to fields, one core',
      oursMs: realMs,
      yardstickMs: splitRealMs,
      ratio: realMs / splitRealMs,
      rate: sayRate(times * known, realMs, 'letters'),
      target: '≥ 5,000 letters a second',
      met: perSecond(times * known, realMs) >= 5000,
    },
    {
      ...common,
      ours: 'lint of what was read, one core',
      oursMs: lintMs,
      ratio: lintMs / splitMs,
      rate: sayRate(read.length, lintMs, 'letters'),
    },
  ]
}
