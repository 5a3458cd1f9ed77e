import { compileFrame, frameText } from './compile-frame.ts'
import type { Assertion } from './fact.ts'
import { type CueClass, cueFile } from './lexicon.ts'
import { findMentions } from './match-lexicon.ts'
import { findSections, sectionAt } from './sections.ts'
import { splitSentences } from './sentences.ts'

/** What is said about a phrase: whether it holds, when, and of whom. */
export type PhraseAssertion = {
  readonly assertion: Assertion
  readonly temporality: 'current' | 'historical' | 'hypothetical'
  readonly experiencer: 'patient' | 'other'
}

/** A treatment can be tried, planned or declined; a finding can only be there or not. */
export type PhraseKind = 'treatment' | 'study' | 'finding'

/** What the surroundings of a sentence add: its section, and the sentence after it. */
export type SentenceContext = {
  readonly sentence: string
  readonly start: number
  readonly end: number
  readonly kind: PhraseKind
  readonly section?: string | undefined
  readonly next?: string | undefined
}

const compiled: ReadonlyMap<string, readonly RegExp[]> = new Map(
  Object.entries(cueFile.frames).map(([name, frames]) => [
    name,
    frames.map(([frame]) => compileFrame(frame)),
  ]),
)

const pseudo = cueFile.pseudo.map((one) => new RegExp(`(?<=^| )${one}(?= )`, 'g'))
const hypothetical = cueFile.temporality.hypothetical.map((frame) =>
  compileFrame(frame, cueFile.temporality['hypothetical-stops']),
)
/** Who wants to avoid an operation avoids it; who wants to avoid an infection has none yet. */
const hypotheticalAct = cueFile.temporality.hypothetical
  .filter((frame) => !/\b(?:avoid|as needed)\b/.test(frame))
  .map((frame) => compileFrame(frame, cueFile.temporality['hypothetical-stops']))
const historical = cueFile.temporality.historical.map((frame) =>
  compileFrame(frame, cueFile.temporality['historical-stops']),
)
const current = cueFile.temporality.current.map((frame) => compileFrame(frame))
const other = cueFile.experiencer.other.map((frame) =>
  compileFrame(frame, cueFile.experiencer['other-stops']),
)

/**
 * Assertion, temporality and experiencer of a phrase in a text (clinical handbook 2.2, 2.3). The
 * text may hold several sentences and headings; the phrase's own sentence counts, its section,
 * and for a treatment a following sentence that speaks of `it` or `this`. A phrase that is not in
 * the text is judged as if it stood alone: `present`.
 */
export function assertPhrase(input: {
  readonly text: string
  readonly phrase: string
}): PhraseAssertion {
  const { text } = input
  const span = findPhrase(text, input.phrase)
  if (!span) return { assertion: 'present', temporality: 'current', experiencer: 'patient' }
  const sentences = splitSentences(text)
  // A phrase may reach over what the splitter takes for an end.
  const first = sentences.findIndex(({ end }) => end > span.start)
  const last = sentences.findIndex(({ end }) => end >= span.end)
  const from = sentences[first]?.start ?? 0
  const to = sentences[Math.max(first, last)]?.end ?? text.length
  const following = sentences[Math.max(first, last) + 1]
  return assertInSentence({
    sentence: text.slice(from, to),
    start: span.start - from,
    end: Math.min(span.end, to) - from,
    kind: kindOfPhrase(text.slice(span.start, span.end)),
    section: sectionAt(findSections(text), span.start)?.section,
    next: following ? text.slice(following.start, following.end) : undefined,
  })
}

/** As `assertPhrase`, for a caller that has the sentence, its section and the kind already. */
export function assertInSentence(context: SentenceContext): PhraseAssertion {
  const { kind, section } = context
  const words = frameText(context.sentence, context.start, context.end)
  // `NSAIDs were stopped; they did not help` goes on about the same treatment.
  const text = kind === 'treatment' ? words.replace(/ ; (?=(?:it|they|this|these) )/, ' , ') : words
  const phrase = context.sentence.slice(context.start, context.end)
  const anaphor =
    kind === 'treatment' &&
    context.next !== undefined &&
    /^(?:this|these|it|they|that|those|there was|there were|he|she|unfortunately|however)\b/i.test(
      context.next,
    )
      ? `${text.replace(/ \. $/, ' ')}, this ${frameText(context.next, 0, 0)
          .replace('@ ', '')
          .replace(/^(?:this|these|it|they|that|those|unfortunately ,|however ,) /, '')}`
      : undefined
  return {
    assertion: assertionOf(text, phrase, kind, section, anaphor),
    temporality: temporalityOf(text, kind, section),
    experiencer:
      section === 'family-history' || matches(other, text) !== null ? 'other' : 'patient',
  }
}

function assertionOf(
  text: string,
  phrase: string,
  kind: PhraseKind,
  section: string | undefined,
  anaphor: string | undefined,
): Assertion {
  const box = boxOf(text)
  if (box && (box !== 'absent' || kind === 'finding')) return box
  if (of('not-documented', text)) return 'not-documented'
  if (kind !== 'finding') {
    const acted = treatmentAssertion(text, kind, section, anaphor)
    if (acted) return acted
  }
  const bySide = sidedAnswer(text, phrase)
  if (bySide) return bySide
  const unmasked = mask(text)
  if (denied(unmasked, phrase)) return 'absent'
  if (of('possible', text)) return 'possible'
  return 'present'
}

const boxFrames = (['box-absent', 'box-present', 'box-empty'] as const).map((name) => {
  const frames = cueFile.frames[name].map(([frame]) => ({ frame, pattern: compileFrame(frame) }))
  const answers = frames.filter(({ frame }) => /\b(?:yes|no)\b/.test(frame))
  return {
    name,
    before: [...frames.filter(({ frame }) => !frame.startsWith('@')), ...answers],
    after: frames.filter(({ frame }) => frame.startsWith('@')),
  }
})

/**
 * What a form says. Boxes stand before their labels or after them: after, where the line ends in
 * a box or an answer. An empty box says nothing: the question was not answered.
 */
function boxOf(text: string): 'absent' | 'present' | 'not-documented' | null {
  const after = !/[☐☑]/.test(text) || /(?:[☐☑]|\b(?:yes|no)\b)[ .]*$/.test(text)
  for (const frames of boxFrames) {
    const patterns = (after ? frames.after : frames.before).map(({ pattern }) => pattern)
    if (matches(patterns, text) === null) continue
    if (frames.name === 'box-empty') return 'not-documented'
    return frames.name === 'box-present' ? 'present' : 'absent'
  }
  return null
}

function treatmentAssertion(
  text: string,
  kind: 'treatment' | 'study',
  section: string | undefined,
  anaphor: string | undefined,
): Assertion | null {
  if (of('declined', text)) return 'declined'
  if (kind === 'treatment') {
    const response = responseOf(text) ?? (anaphor === undefined ? null : responseOf(anaphor))
    if (response) return response
  }
  if (of('pending', text)) return 'pending'
  // A request that was denied is a request still; the worker denied nothing.
  if (/ (?:request|requests|requested|authorization)\b[^.;]* @ [^.;]* denied /.test(text))
    return 'planned'
  if (of('not-wanted', text)) return 'absent'
  if (of('box-absent', text) || of('absent', mask(text))) return 'absent'
  const done = of('done', text)
  const planned = of('planned', text)
  if (planned && (!done || planned.length <= done.length)) return 'planned'
  if (!done && (section === 'plan' || section === 'request')) return 'planned'
  return null
}

/**
 * `tried-failed` or `tried-helped`. Where both match, the nearer to the treatment counts, unless
 * the help is part of the denial (`no relief with`).
 */
function responseOf(text: string): Assertion | null {
  const failed = of('tried-failed', text)
  const helped = of('tried-helped', text)
  if (!helped) return failed ? 'tried-failed' : null
  // `there was no lasting improvement` is no help, wherever the frame began.
  const tail = text.slice(helped.start, helped.end).split(' ').slice(-6).join(' ')
  if (/\b(?:no|not|without|never|minimal|little)\b/.test(tail)) return 'tried-failed'
  if (!failed) return 'tried-helped'
  const inside = helped.start >= failed.start && helped.end <= failed.end
  return !inside && helped.length < failed.length ? 'tried-helped' : 'tried-failed'
}

/**
 * `SLR: negative on left, positive on right` has one answer for each side. The phrase's own side
 * decides; a phrase without side is present where it is on either side.
 */
function sidedAnswer(text: string, phrase: string): Assertion | null {
  const after = text.slice(text.indexOf('@'))
  const found = [
    ...after.matchAll(
      /\b(positive|pos|negative|neg)\b[^.;,]{0,24}?\b(left|lt|right|rt)\b|\b(left|lt|right|rt)\b[^.;,]{0,12}?\b(positive|pos|negative|neg)\b/g,
    ),
  ].map((match) => ({
    positive: (match[1] ?? match[4] ?? '').startsWith('pos'),
    left: (match[2] ?? match[3] ?? '').startsWith('l'),
  }))
  if (!found.some(({ positive }) => positive) || found.every(({ positive }) => positive))
    return null
  const side = /\b(left|right|lt|rt)\b/i.exec(phrase)?.[1]?.toLowerCase()
  const own = side ? found.filter(({ left }) => left === side.startsWith('l')) : found
  return own.some(({ positive }) => positive) ? 'present' : 'absent'
}

const normalWords =
  /\b(?:normal|intact|clear|supple|regular|soft|stable|unremarkable|atraumatic|benign|within normal limits|non-?\w{4,}|perrla|eomi|alert|oriented|healthy|good|full|symmetric\w*|patent)\b/i

/** Whether the text denies the phrase. A list's denial does not reach a word for what is normal. */
function denied(text: string, phrase: string): boolean {
  const cue = of('absent', text)
  if (!cue) return false
  if (!normalWords.test(phrase)) return true
  const between = text.slice(cue.start, cue.end)
  return !between.includes(',') && !/ (?:or|and) /.test(between)
}

/** Words that look like a denial and are none (`no change in`) are taken out of the text. */
function mask(text: string): string {
  let masked = text
  for (const pattern of pseudo) masked = masked.replace(pattern, '~')
  return masked
}

function temporalityOf(
  text: string,
  kind: PhraseKind,
  section: string | undefined,
): PhraseAssertion['temporality'] {
  if (
    matches(kind === 'finding' ? hypothetical : hypotheticalAct, text) !== null ||
    section === 'discharge-instructions'
  ) {
    // `Norco as needed for pain`: the pain is there; only what may come is hypothetical.
    return 'hypothetical'
  }
  if (matches(current, text) !== null && kind === 'finding') return 'current'
  if (
    section === 'past-history' ||
    section === 'surgical-history' ||
    section === 'social-history' ||
    section === 'family-history'
  ) {
    return 'historical'
  }
  return matches(historical, text) === null ? 'current' : 'historical'
}

type Found = { readonly start: number; readonly end: number; readonly length: number }

const of = (name: CueClass, text: string): Found | null => matches(compiled.get(name) ?? [], text)

/** The shortest match of any of the patterns, or null. */
function matches(patterns: readonly RegExp[], text: string): Found | null {
  let best: Found | null = null
  for (const pattern of patterns) {
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const length = match[0].length
      if (!best || length < best.length) {
        best = { start: match.index, end: match.index + length, length }
      }
      // A later start may give a shorter match of the same frame.
      pattern.lastIndex = match.index + 1
    }
  }
  return best
}

const treatmentWords =
  /\b(?:therap(?:y|ies)|treatments?|injections?|blocks?|surger(?:y|ies)|exercises?|medications?|care|program|ablation|brace|bracing|trial|sessions?|visits?|drugs?|patch(?:es)?|cream|steroids?|antibiotics?|chemotherapy|\w+ectomy|\w+otomy|\w+plasty|\w+odesis|arthroscopy|pt|hep|nsaids?|\w+ consultation|referral|unit)\b/i
const studyWords =
  /\b(?:scan|x-?rays?|mri|ct|emg|ncv|imaging|study|studies|radiographs?|ultrasound|\w+gram|\w+graphy|screen|testing|labs?)\b/i

/** What kind of thing a phrase names: the lexicon's word first, then the shape of the word. */
export function kindOfPhrase(phrase: string): PhraseKind {
  const kinds = findMentions(phrase).map(({ concept }) => concept.kind)
  const findings = kinds.filter(
    (kind) => kind !== 'treatment' && kind !== 'medication' && kind !== 'imaging-study',
  )
  if (findings.length > 0 && kinds.at(-1) === findings.at(-1)) return 'finding'
  if (kinds.includes('treatment') || kinds.includes('medication')) return 'treatment'
  if (kinds.includes('imaging-study')) return 'study'
  if (findings.length > 0) return 'finding'
  if (treatmentWords.test(phrase)) return 'treatment'
  return studyWords.test(phrase) ? 'study' : 'finding'
}

/** The phrase in the text: to the letter, else without regard to case, white space and hyphens. */
export function findPhrase(
  text: string,
  phrase: string,
): { readonly start: number; readonly end: number } | null {
  const words = phrase.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return null
  const loose = words
    .map((word) =>
      word
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/-/g, '-\\s*')
        .replace(/['’‘]/g, "['’‘]"),
    )
    .join('\\s+')
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${loose}(?![\\p{L}\\p{N}])`, 'iu').exec(text)
  const match = whole ?? new RegExp(loose, 'iu').exec(text)
  return match ? { start: match.index, end: match.index + match[0].length } : null
}
