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
  const lintAll = (): number => read.reduce((sum, each) => sum + lintDetermination(each).length, 0)
  let words = 0
  const splitAll = (): void => {
    words = 0
    for (const { text } of letters) words += text.split(/\s+/).length
  }
  const [oursMs = 0, splitMs = 0, lintMs = 0] = await timeInTurns(
    rounds,
    readAll,
    splitAll,
    lintAll,
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
      ours: 'lint of what was read, one core',
      oursMs: lintMs,
      ratio: lintMs / splitMs,
      rate: sayRate(read.length, lintMs, 'letters'),
    },
  ]
}
