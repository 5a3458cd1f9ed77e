import type { BodyRegion, Side } from '#intake'
import { findLevels, findMuscles, findReflexSites, findSides, nearest } from './anatomy.ts'
import type { Assertion } from './fact.ts'

/** One answer of an examination: what, where, and whether the sign is there. */
export type ExamReading = {
  readonly assertion: Assertion
  readonly side?: Side
  readonly levels?: readonly string[]
  readonly region?: BodyRegion
  readonly value?: string
  readonly unit?: string
}

const positive =
  /\b(?:positive|pos|elicit(?:s|ed)|reproduce[sd]?|reproducing|provoke[sd]?|painful|produces|produced)\b|\(\+\)|(?<![\d])\+(?!\d)/i
const negative =
  /\b(?:negative|neg|normal|unremarkable|absent|within normal limits|wnl|does not|did not|no (?:pain|radicular|radiat))\b|\(-\)/i
const untested =
  /\b(?:not (?:tested|performed|done|assessed|examined|evaluated|documented|recorded|obtained|checked)|deferred|unable to (?:test|assess|perform)|untested)\b/i

/**
 * The answers of a named test in its sentence: `SLR: negative on left, positive on right at 45
 * degrees` has two. A part without its own word takes the one before it. An angle alone, without
 * a word for positive or negative, is not an answer.
 */
export function readNamedTest(
  sentence: string,
  start: number,
  end: number,
  until: number,
): readonly ExamReading[] {
  const before = sentence.slice(Math.max(0, start - 60), start)
  const after = sentence.slice(end, until)
  const lead =
    /(?:\b(positive|pos|negative|neg|normal|painful)\b)(?:\s+(?:for|on|in))?((?:\s+(?:and|bilateral|bilaterally|left|right|lt|rt|supine|seated|sitting|cervical|lumbar|a|the|for|maximal|ipsilateral|contralateral)\b|\s+[\w']+'s\b)*)[\s,]*$/i.exec(
      before,
    )
  const parts = splitAnswers(after)
  const answers: ExamReading[] = []
  let polarity: boolean | null = lead ? /^(?:pos|pain)/i.test(lead[1] ?? '') : null
  const leadSide = lead
    ? findSides(lead[0])[0]?.side
    : /\b(left|right|bilateral)\s+(?:\w+\s+)?$/i.exec(before)
      ? findSides(before).at(-1)?.side
      : undefined
  for (const part of parts) {
    if (untested.test(part))
      return [{ assertion: 'not-documented', ...(leadSide ? { side: leadSide } : {}) }]
    const hasPositive = positive.test(part)
    const hasNegative = negative.test(part)
    const own =
      hasPositive && !/\bnot (?:positive|reproduce)/i.test(part)
        ? !hasNegative || /positive/i.test(part)
        : hasNegative
          ? false
          : null
    const side = findSides(part)[0]?.side
    const angle = /(\d{1,3})\s*(?:°|º|deg(?:rees)?\b)/i.exec(part)?.[1]
    if (own !== null) polarity = own
    if (own === null && side === undefined && angle === undefined) continue
    if (polarity === null) continue
    const where = side ?? leadSide
    answers.push({
      assertion: polarity ? 'present' : 'absent',
      ...(where === undefined ? {} : { side: where }),
      ...(angle === undefined ? {} : { value: angle, unit: 'degrees' }),
    })
  }
  if (answers.length === 0 && polarity !== null) {
    return [{ assertion: polarity ? 'present' : 'absent', ...(leadSide ? { side: leadSide } : {}) }]
  }
  return answers
}

/** Parts of an answer: at commas and semicolons, and at `and` where another side or word follows. */
function splitAnswers(text: string): readonly string[] {
  return text.split(
    /[;,]|\b(?:and|but)\b(?=[^;,]{0,20}\b(?:left|right|lt|rt|positive|negative|pos|neg)\b)/i,
  )
}

const weak =
  /\b(?:decreas\w+|diminish\w+|reduc\w+|weak\w*|impair\w+|loss|lost|absent|alter\w+|abnormal\w*|hypo\w+|dull\w*|deficits?|foot drop|drop foot|give\s?way|trace|asymmetric\w*)\b/i
const sound =
  /\b(?:normal|intact|full|symmetric(?:al)?|preserved|within normal limits|wnl|unremarkable|equal|good|grossly (?:normal|intact)|physiologic|no (?:deficits?|weakness|loss|focal))\b/i

/** Motor grades (`EHL 4/5 on the left`) in a sentence; without grades what the words say. */
export function readMotor(sentence: string): readonly ExamReading[] {
  const grades = [...sentence.matchAll(/(?<![\d/])([0-5])\s?([+-])?\s?(?:\/|out of)\s?5(?![\d/])/g)]
  const places = findMuscles(sentence)
  const answers = valueSegments(sentence, grades).map(({ match, segment, start }) => {
    const at = { start: match.index, end: match.index + match[0].length }
    const inSegment = places.filter(
      (place) => place.start >= start && place.end <= start + segment.length,
    )
    const named = inSegment.filter(({ levels }) => levels.length > 0)
    const muscle = nearest(named.length > 0 ? named : inSegment, at)
    const levels = findLevels(segment).filter(({ region }) => region !== 'thoracic spine')
    const side =
      findSides(segment)[0]?.side ??
      (grades.length === 1 ? findSides(sentence)[0]?.side : undefined)
    const normal = match[1] === '5' && match[2] !== '-'
    const levelNames = levels.flatMap((level) => level.levels)
    const region = levels[0]?.region ?? muscle?.region
    return reading(
      normal ? 'absent' : 'present',
      side,
      levelNames.length > 0 ? levelNames : (muscle?.levels ?? []),
      region,
      `${match[1]}${match[2] ?? ''}/5`,
    )
  })
  return answers
}

/** What words say of strength or sensation in a sentence: `decreased`, `intact`, `not tested`. */
export function readQuality(sentence: string, place: 'motor' | 'sensory'): readonly ExamReading[] {
  if (untested.test(sentence)) return [{ assertion: 'not-documented' }]
  return sentence
    .split(
      /[;]|,\s*(?=(?:decreas|diminish|reduc|intact|normal|but)\w*)|\bbut\b|\bwith\b(?=\s+(?:decreas|diminish|reduc))/i,
    )
    .flatMap((part) => {
      const isWeak =
        weak.test(part) &&
        !/\b(?:no|without|denies|not)\b[^,;]*$/i.test(part.slice(0, weak.exec(part)?.index ?? 0))
      if (!isWeak && !sound.test(part) && !weak.test(part)) return []
      const levels = findLevels(part)
      const body = findMuscles(part)
      const names = levels.flatMap((level) => level.levels)
      return [
        reading(
          isWeak ? 'present' : 'absent',
          findSides(part)[0]?.side,
          names.length > 0 ? names : place === 'motor' ? (body[0]?.levels ?? []) : [],
          levels[0]?.region ?? body[0]?.region,
          undefined,
        ),
      ]
    })
}

/** Reflexes: grades 0 to 4+, and words. 2 is normal; less or more is a sign. */
export function readReflexes(sentence: string): readonly ExamReading[] {
  if (untested.test(sentence)) return [{ assertion: 'not-documented' }]
  const grades = [
    ...sentence.matchAll(
      /(?<![\d/.])([0-4])\s?(?:\+|\/\s?4)(?!\d)|\b(absent|trace|diminished|decreased|hypoactive|hyperactive|brisk|normal|intact|symmetric(?:al)?|physiologic|equal|unremarkable|reduced)\b/gi,
    ),
  ]
  const numbers = grades.filter((match) => match[1] !== undefined)
  const used = numbers.length > 0 ? numbers : grades.slice(0, 4)
  const sites = findReflexSites(sentence)
  return valueSegments(sentence, used).map(({ match, segment, start }) => {
    const word = match[2]?.toLowerCase()
    const normal =
      match[1] === undefined
        ? /^(?:normal|intact|symm|phys|equal|unrem)/.test(word ?? '')
        : match[1] === '2'
    const at = { start: match.index, end: match.index + match[0].length }
    const site = nearest(
      sites.filter((one) => one.start >= start && one.end <= start + segment.length),
      at,
    )
    const levels = findLevels(segment)
    return reading(
      normal ? 'absent' : 'present',
      findSides(segment)[0]?.side,
      levels.length > 0 ? levels.flatMap((level) => level.levels) : (site?.levels ?? []),
      levels[0]?.region ?? site?.region,
      match[1] === undefined ? word : `${match[1]}+`,
    )
  })
}

function reading(
  assertion: Assertion,
  side: Side | undefined,
  levels: readonly string[],
  region: BodyRegion | undefined,
  value: string | undefined,
): ExamReading {
  return {
    assertion,
    ...(side === undefined ? {} : { side }),
    ...(levels.length === 0 ? {} : { levels }),
    ...(region === undefined ? {} : { region }),
    ...(value === undefined ? {} : { value }),
  }
}

type Segment = { readonly match: RegExpExecArray; readonly segment: string; readonly start: number }

/** The part of a sentence that speaks of each value: from the part before to the next comma or `and`. */
function valueSegments(sentence: string, matches: readonly RegExpExecArray[]): readonly Segment[] {
  let start = 0
  return matches.map((match, index) => {
    const from = match.index + match[0].length
    const limit = matches[index + 1]?.index ?? sentence.length
    const stop = /[,;]|\band\b(?!\s+(?:symmetric|equal|bilateral))/i.exec(
      sentence.slice(from, limit),
    )
    const end = index === matches.length - 1 ? sentence.length : stop ? from + stop.index : limit
    const segment = { match, segment: sentence.slice(start, end), start }
    start = end
    return segment
  })
}
