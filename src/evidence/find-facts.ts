import {
  atAStretch,
  type InTurns,
  type PartialDate,
  type PlainDate,
  type RecordCitation,
  type TextSpan,
} from '#foundation'
import type { BodyRegion, Side } from '#intake'
import { sha256OfJson } from '#integrity'
import { type FileReading, findDates, type RecordDocument } from '#records'
import { findLevels, findMuscles, findRegions, findSides, nearest } from './anatomy.ts'
import { assertInSentence, type PhraseAssertion, type PhraseKind } from './assert-phrase.ts'
import { collapseInTurns } from './collapse-copies.ts'
import {
  type ExamReading,
  readMotor,
  readNamedTest,
  readQuality,
  readReflexes,
} from './examination.ts'
import type { Fact, FactKind } from './fact.ts'
import { findMentions, type Mention } from './match-lexicon.ts'
import { findQuantities } from './quantities.ts'
import { findSections, sectionAt } from './sections.ts'
import { splitSentences } from './sentences.ts'

/** Name and version of the extractor: part of every fact's id. */
export const extractor = 'openimr-lexicon@1'

/** Documents that speak about the record or the law instead of being the record. */
const notRecord = new Set(['utilization-review-decision', 'cover-sheet', 'blank'])

/**
 * The statements that the record makes, each with the place that proves it. Every fact is a
 * proposal: a physician confirms, corrects or discards it. The claims administrator's own decision
 * is no medical record and gives no facts. Of a sentence copied from note to note the first and
 * the last occurrence stay. The quote is the page's text at the span, to the letter.
 */
export function findFacts(
  documents: readonly RecordDocument[],
  readings: ReadonlyMap<string, FileReading>,
): readonly Fact[] {
  return atAStretch(findFactsInTurns(documents, readings))
}

/** `findFacts`, page by page. */
export function* findFactsInTurns(
  documents: readonly RecordDocument[],
  readings: ReadonlyMap<string, FileReading>,
): InTurns<readonly Fact[]> {
  const facts: Fact[] = []
  for (const document of documents) {
    if (notRecord.has(document.kind)) continue
    const reading = readings.get(document.fileId)
    if (!reading) continue
    let carried: Carried = {
      ...(document.kind === 'imaging-report' ? studyOf(document, reading) : {}),
      treated: yield* placeOfReport(document, reading),
    }
    for (const page of reading.pages) {
      if (page.page < document.pages.first || page.page > document.pages.last) continue
      yield
      const found = factsOfPage(document, page.page, page.text, carried)
      facts.push(...found.facts)
      carried = { ...carried, section: found.lastSection }
    }
  }
  return yield* collapseInTurns(facts)
}

/** What the sentence before leaves to the next. */
type Before = {
  readonly region: BodyRegion | undefined
  readonly age: number
  readonly section: string | undefined
  readonly study: boolean
}

type Carried = {
  readonly section?: string | undefined
  /** The region and side that an imaging report is about. */
  readonly region?: BodyRegion | undefined
  readonly side?: Side | undefined
  /** The region, and its side, that a report treats. */
  readonly treated?: TreatedPlace | undefined
}

/** The region and side that an imaging report is about. */
function studyOf(
  document: RecordDocument,
  reading: FileReading,
): { readonly region: BodyRegion | undefined; readonly side: Side | undefined } {
  const text = reading.pages.find(({ page }) => page === document.pages.first)?.text ?? ''
  const study = findMentions(text).find(({ concept }) => concept.kind === 'imaging-study')
  const around = study ? text.slice(Math.max(0, study.start - 40), study.end + 60) : document.title
  const region = findRegions(around)[0]?.region ?? findRegions(document.title)[0]?.region
  return {
    region,
    side: region?.endsWith('spine') ? undefined : findSides(around)[0]?.side,
  }
}

/** What a report is about: one region, and its side where only one is named with it. */
type TreatedPlace = { readonly region: BodyRegion; readonly side: Side | undefined }

/**
 * The one region that a report's complaints and diagnoses speak of; undefined where they speak of
 * several. A treatment that names no region was for it: a proposal like every fact.
 */
function* placeOfReport(
  document: RecordDocument,
  reading: FileReading,
): InTurns<TreatedPlace | undefined> {
  const regions = new Set<BodyRegion>()
  const sides = new Set<Side>()
  for (const { page, text } of reading.pages) {
    if (page < document.pages.first || page > document.pages.last) continue
    yield
    const sections = findSections(text)
    for (const place of findRegions(text)) {
      const section = sectionAt(sections, place.start)?.section
      if (section !== 'assessment' && section !== 'subjective') continue
      regions.add(place.region)
      const around = text.slice(Math.max(0, place.start - 12), place.end + 12)
      for (const { side } of findSides(around)) sides.add(side)
    }
  }
  const [region] = regions
  if (region === undefined || regions.size > 1) return undefined
  return { region, side: sides.size === 1 ? [...sides][0] : undefined }
}

/** What is known about a sentence before its mentions are read. */
type Sentence = {
  readonly document: RecordDocument
  readonly page: number
  readonly pageText: string
  readonly span: TextSpan
  readonly text: string
  readonly next: string | undefined
  readonly section: string | undefined
  /** Of the heading it stands under, of an imaging report, or of the sentence before it. */
  readonly region: BodyRegion | undefined
  readonly side: Side | undefined
  readonly treated: TreatedPlace | undefined
  /** The region of the imaging study that a report is about. */
  readonly studied: BodyRegion | undefined
  readonly speaksOfStudy: boolean
  readonly mentions: readonly Mention[]
}

function factsOfPage(
  document: RecordDocument,
  page: number,
  pageText: string,
  carried: Carried,
): { readonly facts: readonly Fact[]; readonly lastSection: string | undefined } {
  const sections = findSections(pageText)
  const headings = regionHeadings(pageText)
  const spans = splitSentences(pageText)
  const facts: Fact[] = []
  let before: Before = {
    region: undefined,
    age: 0,
    section: undefined,
    study: false,
  }
  spans.forEach((span, index) => {
    const text = pageText.slice(span.start, span.end)
    const start = sectionAt(sections, span.end - 1)
    const section =
      document.kind === 'request-for-authorization'
        ? 'request'
        : (start?.section ?? carried.section)
    const heading = headings.findLast((one) => one.start <= span.start)
    const under = heading && (!start || start.start <= heading.start) ? heading.region : undefined
    const following = spans[index + 1]
    const mentions = findMentions(text)
    const own = new Set(findRegions(text).map(({ region }) => region))
    const study = mentions.some(({ concept }) => concept.kind === 'imaging-study')
    const same = before.section === section
    const sentence: Sentence = {
      document,
      page,
      pageText,
      span,
      text,
      next: following ? pageText.slice(following.start, following.end) : undefined,
      section,
      region: under ?? carried.region ?? (same ? before.region : undefined),
      side: carried.side ?? headedSide(text),
      treated: carried.treated,
      studied: carried.region,
      speaksOfStudy: study || (same && before.study),
      mentions,
    }
    if (section !== 'guideline-text') facts.push(...factsOfSentence(sentence))
    // A region reaches two sentences on, no further.
    const reaches = same && own.size === 0 && before.age < 2
    before = {
      region: own.size === 1 ? [...own][0] : reaches ? before.region : undefined,
      age: own.size === 0 ? before.age + 1 : 0,
      section,
      study: study || (same && before.study && own.size === 0),
    }
  })
  return { facts: distinct(facts), lastSection: sections.at(-1)?.section ?? carried.section }
}

/** `Right shoulder: active abduction 70 degrees, …` is about the right one to its end. */
function headedSide(text: string): Side | undefined {
  const head = /^\W*(?:\d+[.)]\s*)?((?:left|right|bilateral)\s+\w+(?:\s\w+)?)\s*:/i.exec(text)?.[1]
  return head === undefined ? undefined : findSides(head)[0]?.side
}

/** `Lumbar spine:` at the head of a line: what follows is about that region. */
function regionHeadings(text: string): readonly { start: number; region: BodyRegion }[] {
  return [
    ...text.matchAll(/(?:^|\n)[ \t]*([A-Za-z][A-Za-z/ -]{2,40})(?:\((?:left|right)\))?\s*:/g),
  ].flatMap((match) => {
    const written = match[1] ?? ''
    const region = findRegions(written)[0]
    const rest = written.replace(
      /spine|examination|exam|left|right|bilateral|the|of|and|region|upper|lower/gi,
      '',
    )
    return region && rest.trim().length <= region.end - region.start + 2
      ? [{ start: match.index, region: region.region }]
      : []
  })
}

function factsOfSentence(sentence: Sentence): readonly Fact[] {
  const facts = sentence.mentions.flatMap((mention, index): readonly Fact[] => {
    const next = sentence.mentions
      .slice(index + 1)
      .find(({ concept }) => concept.grammar === 'named-test')
    switch (mention.concept.grammar) {
      case 'named-test':
        return readTest(sentence, mention, next?.start ?? sentence.text.length)
      case 'motor-deficit':
        return /[0-5]\s?[+-]?\s?(?:\/|out of)\s?5(?!\d)/.test(sentence.text)
          ? []
          : examFacts(sentence, mention, readQuality(clauseOf(sentence.text, mention), 'motor'))
      case 'sensory-deficit':
        return examFacts(
          sentence,
          mention,
          readQuality(clauseOf(sentence.text, mention), 'sensory'),
        )
      case 'reflex-deficit':
        return examFacts(sentence, mention, readReflexes(clauseOf(sentence.text, mention)))
      case 'range-of-motion':
        return rangeOfMotion(sentence, mention)
      default:
        return plainFacts(sentence, mention)
    }
  })
  return [...facts, ...gradedMotor(sentence), ...painScores(sentence), ...diagnosisCodes(sentence)]
}

/** The part of a sentence around a mention, between full stops, semicolons and sentence-like commas. */
function clauseOf(text: string, mention: Mention): string {
  const from =
    Math.max(text.lastIndexOf(';', mention.start), text.lastIndexOf('. ', mention.start)) + 1
  const semicolon = text.indexOf(';', mention.end)
  return text.slice(from, semicolon < 0 ? text.length : semicolon)
}

function readTest(sentence: Sentence, mention: Mention, until: number): readonly Fact[] {
  const readings = readNamedTest(sentence.text, mention.start, mention.end, until)
  if (readings.length > 0) return examFacts(sentence, mention, readings)
  // `Hawkins, Neer and Speed tests were positive`: the answer stands behind the list.
  const list = sentence.text.slice(mention.end)
  const said = /\b(?:was|were|are|is|tests?|signs?)\b[^.;]{0,24}?\b(positive|negative)\b/i.exec(
    list,
  )?.[1]
  const led = /\b(positive|negative)\b(?:(?!\b(?:positive|negative)\b)[^.;]){0,120}$/i.exec(
    sentence.text.slice(0, mention.start),
  )?.[1]
  const word = said ?? led
  const listSide = findSides(list)[0]?.side
  if (!word) return []
  return examFacts(sentence, mention, [
    {
      assertion: word.toLowerCase() === 'positive' ? 'present' : 'absent',
      ...(listSide === undefined ? {} : { side: listSide }),
    },
  ])
}

function gradedMotor(sentence: Sentence): readonly Fact[] {
  const { text } = sentence
  if (!/[0-5]\s?[+-]?\s?(?:\/|out of)\s?5(?!\d)/.test(text)) return []
  const motor = sentence.mentions.find(({ concept }) => concept.concept === 'motor-deficit')
  const muscle = findMuscles(text)[0]
  if (!motor && !muscle) return []
  if (!motor && /\b(?:pain|rated|vas|scale)\b/i.test(text)) return []
  const at = motor ?? muscle
  if (!at) return []
  return examFacts(sentence, { start: at.start, end: at.end }, readMotor(text), 'motor-deficit')
}

function examFacts(
  sentence: Sentence,
  mention: Mention | TextSpan,
  readings: readonly ExamReading[],
  name?: string,
): readonly Fact[] {
  const concept = 'concept' in mention ? mention.concept : undefined
  const about = assertionAt(sentence, mention, 'finding')
  return readings.map((one) => {
    const region = concept?.region ?? one.region ?? regionNear(sentence, mention)[0]
    return makeFact(sentence, mention, {
      kind: 'examination-finding',
      concept: name ?? concept?.concept ?? '',
      assertion: one.assertion,
      temporality: about.temporality,
      experiencer: about.experiencer,
      ...(region === undefined ? {} : { region }),
      ...(one.levels === undefined ? {} : { levels: one.levels }),
      ...(one.side === undefined ? {} : { side: one.side }),
      ...(one.value === undefined ? {} : { value: one.value }),
      ...(one.unit === undefined ? {} : { unit: one.unit }),
    })
  })
}

function rangeOfMotion(sentence: Sentence, mention: Mention): readonly Fact[] {
  const after = sentence.text.slice(mention.end, mention.end + 60)
  const degrees = /^[^.;,]{0,24}?(\d{1,3})(?:\s*\/\s*\d{1,3})?\s*(?:°|º|deg(?:rees)?\b)/i.exec(
    after,
  )?.[1]
  const around = sentence.text.slice(Math.max(0, mention.start - 30), mention.end + 40)
  const quality =
    /\b(decreas\w+|limit\w+|restrict\w+|reduc\w+|diminish\w+|full|normal|painful)\b/i.exec(
      around,
    )?.[1]
  if (degrees === undefined && quality === undefined) return []
  const movement = sentence.text.slice(mention.start, mention.end).toLowerCase()
  const [region] = regionNear(sentence, mention)
  const side = sideNear(sentence, mention)
  const about = assertionAt(sentence, mention, 'finding')
  return [
    makeFact(sentence, mention, {
      kind: 'examination-finding',
      concept: 'range-of-motion',
      assertion: 'present',
      temporality: about.temporality,
      experiencer: about.experiencer,
      value: degrees ?? quality?.toLowerCase() ?? '',
      unit: degrees === undefined ? movement : `degrees ${movement}`,
      ...(region === undefined ? {} : { region }),
      ...(side === undefined ? {} : { side }),
    }),
  ]
}

function plainFacts(sentence: Sentence, mention: Mention): readonly Fact[] {
  const { concept } = mention
  const kind = phraseKindOf(concept.kind)
  // A drug among the allergies is not taken.
  if (sentence.section === 'allergies' && kind === 'treatment') return []
  if (kind === 'treatment' && namesPerson.test(sentence.text)) return []
  // The neurological examination as such says something only when it says normal or abnormal.
  if (concept.concept === 'neurologic-examination') return neurologicExamination(sentence, mention)
  const said = assertionAt(sentence, mention, kind)
  const regions = concept.region
    ? [concept.region]
    : regionNear(
        takesContext(concept) ? sentence : { ...sentence, region: sentence.studied },
        mention,
      )
  const treated =
    regions.length === 0 && concept.kind === 'treatment' && !/\bback\b/i.test(sentence.text)
      ? sentence.treated
      : undefined
  const side = sideNear(sentence, mention) ?? treated?.side
  const levels = levelsNear(sentence, mention)
  const quantities = quantitiesOf(sentence, mention)
  const factKind = kindOf(sentence, concept.kind, said)
  return (regions.length > 0 ? regions : [treated?.region]).flatMap((region) =>
    quantities.map((quantity) =>
      makeFact(sentence, mention, {
        kind: factKind,
        concept: concept.concept,
        ...said,
        ...(region === undefined ? {} : { region }),
        ...(side === undefined || concept.kind === 'medication' ? {} : { side }),
        ...(levels === undefined ? {} : { levels }),
        ...quantity,
      }),
    ),
  )
}

/** A fever or a wish has no region but the one its own words give. */
function takesContext({ kind, concept }: Mention['concept']): boolean {
  return (
    kind !== 'red-flag' &&
    kind !== 'medication' &&
    kind !== 'work-status' &&
    concept !== 'willing-to-consider-surgery'
  )
}

/** Lines that name a person's profession, not a treatment: `Wren Calloway, PT`. */
const namesPerson =
  /\b(?:signed by|specialty|therapist)\b\s*:|,\s*(?:M\.?D|D\.?O|D\.?C|PT|DPT|OT|R\.?N|PA-?C|N\.?P|L\.?Ac)\b\.?\s*(?:,|$)/

function neurologicExamination(sentence: Sentence, mention: Mention): readonly Fact[] {
  const clause = clauseOf(sentence.text, mention)
  if (!/\b(?:intact|normal|non-?focal|unremarkable|within normal)\b/i.test(clause)) return []
  const [region] = regionNear(sentence, mention)
  return [
    makeFact(sentence, mention, {
      ...assertionAt(sentence, mention, 'finding'),
      kind: 'examination-finding',
      concept: 'neurologic-deficit',
      assertion: 'absent',
      ...(region === undefined ? {} : { region }),
    }),
  ]
}

function phraseKindOf(kind: FactKind): PhraseKind {
  if (kind === 'treatment' || kind === 'medication') return 'treatment'
  return kind === 'imaging-study' ? 'study' : 'finding'
}

/** A finding is an imaging finding only where a study speaks; a planned study is a request. */
function kindOf(sentence: Sentence, kind: FactKind, said: PhraseAssertion): FactKind {
  if (kind === 'imaging-finding') {
    const imaging =
      sentence.document.kind === 'imaging-report' ||
      sentence.section === 'imaging' ||
      sentence.section === 'findings' ||
      sentence.speaksOfStudy
    return imaging ? 'imaging-finding' : 'diagnosis'
  }
  const asked = said.assertion === 'planned' || said.assertion === 'pending'
  return asked && (kind === 'imaging-study' || kind === 'treatment') ? 'request' : kind
}

function assertionAt(
  sentence: Sentence,
  place: { readonly start: number; readonly end: number },
  kind: PhraseKind,
): PhraseAssertion {
  return assertInSentence({
    sentence: sentence.text,
    start: place.start,
    end: place.end,
    kind,
    section: sentence.section,
    next: sentence.next,
  })
}

/** The regions a mention speaks of: nearest in the sentence with those joined to it, else the context's. */
function regionNear(sentence: Sentence, place: TextSpan): readonly BodyRegion[] {
  const clause = clauseBounds(sentence.text, place)
  const inClause = <T extends TextSpan>(one: T): boolean =>
    one.start >= clause.start && one.end <= clause.end
  const regions = findRegions(sentence.text).filter(inClause)
  const found = nearest(regions, place)
  if (found) {
    const joined = regions.filter(
      (one) => one === found || isJoined(sentence.text, regions, found, one),
    )
    return [...new Set(joined.map(({ region }) => region))]
  }
  const level = nearest(findLevels(sentence.text).filter(inClause), place)
  if (level) return [level.region]
  // `Back` without more may be the low, the middle or the upper one: nothing is inherited.
  if (/\bback\b/i.test(sentence.text.slice(clause.start, clause.end))) return []
  return sentence.region === undefined ? [] : [sentence.region]
}

/** Whether two region names stand in one list: `cervical and lumbar spine`. */
function isJoined(
  text: string,
  regions: readonly TextSpan[],
  first: TextSpan,
  second: TextSpan,
): boolean {
  const ordered = regions.toSorted((a, b) => a.start - b.start)
  const from = ordered.indexOf(first)
  const to = ordered.indexOf(second)
  for (let i = Math.min(from, to); i < Math.max(from, to); i++) {
    const between = text.slice(ordered[i]?.end ?? 0, ordered[i + 1]?.start ?? 0)
    if (
      !/^[\s,]*(?:spine)?[\s,]*(?:and|&|\/|or)?\s*(?:the|left|right|bilateral)?\s*$/i.test(between)
    )
      return false
  }
  return true
}

function clauseBounds(text: string, place: TextSpan): TextSpan {
  const start = text.lastIndexOf(';', place.start) + 1
  const end = text.indexOf(';', place.end)
  return { start, end: end < 0 ? text.length : end }
}

function sideNear(sentence: Sentence, place: TextSpan): Side | undefined {
  const bounds = clauseBounds(sentence.text, place)
  const sides = findSides(sentence.text).filter(
    (one) =>
      one.start >= bounds.start &&
      one.end <= bounds.end &&
      Math.min(Math.abs(one.start - place.end), Math.abs(place.start - one.end)) < 40 &&
      !/,/.test(
        sentence.text.slice(Math.min(one.end, place.end), Math.max(one.start, place.start)),
      ),
  )
  return nearest(sides, place)?.side ?? sentence.side
}

/** Levels of a finding: `L4-5: a 2 mm bulge` and `bulge at L4-5`. */
function levelsNear(sentence: Sentence, place: TextSpan): readonly string[] | undefined {
  const levels = findLevels(sentence.text)
  const after = levels.filter(
    (one) =>
      one.start >= place.end &&
      /^[^,;:.]{0,40}\b(?:at|of|in|levels?|from|the)\b[^,;:.]{0,24}$|^\s*$/i.test(
        sentence.text.slice(place.end, one.start),
      ),
  )
  const first = after[0] ?? levels.findLast((one) => one.end <= place.start)
  if (!first) return undefined
  const group = [first]
  for (const one of levels.slice(levels.indexOf(first) + 1)) {
    const last = group.at(-1) ?? first
    if (!/^[\s,]*(?:and|&|,)[\s,]*$/.test(sentence.text.slice(last.end, one.start))) break
    group.push(one)
  }
  return group.flatMap((one) => one.levels)
}

type Measured = { readonly value?: string; readonly unit?: string }

/** The numbers that belong to a mention: visits and durations of a treatment, strength of a drug. */
function quantitiesOf(sentence: Sentence, mention: Mention): readonly Measured[] {
  const { text, mentions } = sentence
  if (mention.concept.kind === 'medication') {
    const dose =
      /^[\s,]*(?:(?:ER|XR|SR|IR|tablets?|tabs?|patch(?:es)?|gel|cream|capsules?)\s+)*(\d{1,4}(?:\.\d+)?(?:\s?[/-]\s?\d{1,4}(?:\.\d+)?)?)\s?(mg|mcg|g|%|ml)?(?![\d/])/i.exec(
        text.slice(mention.end, mention.end + 40),
      )
    if (!dose || (dose[2] === undefined && !dose[1]?.includes('/'))) return [{}]
    return [{ value: (dose[1] ?? '').replace(/\s/g, ''), unit: dose[2]?.toLowerCase() ?? 'mg' }]
  }
  if (mention.concept.kind !== 'treatment') return [{}]
  const rivals = mentions.filter(({ concept }) => concept.kind === 'treatment')
  const own = findQuantities(text).filter((one) => nearest(rivals, one) === mention)
  const visits = own.find(({ unit }) => unit === 'visits')
  const duration = own.find(({ unit }) => unit !== 'visits')
  const all = [visits, duration].filter((one) => one !== undefined)
  return all.length === 0 ? [{}] : all.map(({ value, unit }) => ({ value, unit }))
}

/** `pain 7/10`, `4-5 out of 10`: the higher number of a range. */
function painScores(sentence: Sentence): readonly Fact[] {
  if (!/\bpain|\bVAS\b|\bscale\b/i.test(sentence.text)) return []
  return [
    ...sentence.text.matchAll(
      /(?<![\d/.])(\d{1,2})(?:\s?(?:-|to|–)\s?(\d{1,2}))?\s*(?:\/\s?10\b|(?:out\s+)?(?:of|out)\s+(?:of\s+)?10\b)(?![/\d])/gi,
    ),
  ].flatMap((match) => {
    const value = Number(match[2] ?? match[1])
    if (value > 10) return []
    const place = { start: match.index, end: match.index + match[0].length }
    const [region] = regionNear(sentence, place)
    return [
      makeFact(sentence, place, {
        kind: 'symptom',
        concept: 'pain',
        ...assertionAt(sentence, place, 'finding'),
        assertion: 'present',
        value: String(value),
        unit: '/10',
        ...(region === undefined ? {} : { region }),
      }),
    ]
  })
}

/**
 * Codes of ICD-10-CM, with their full stop: `M54.16`. Recognition takes the S of an injury for a
 * dollar; no amount ends in the letter of an encounter (A, D or S).
 */
const diagnosisCode =
  /(?<![\w.])(?:[A-TV-Z]\d[\dAB]\.[\dA-Z]{1,4}|\$\d[\dAB]\.[\dA-Z]{3}[ADS])(?![\w])/g

function diagnosisCodes(sentence: Sentence): readonly Fact[] {
  return [...sentence.text.matchAll(diagnosisCode)].map((match) =>
    makeFact(
      sentence,
      { start: match.index, end: match.index + match[0].length },
      {
        kind: 'diagnosis',
        concept: 'icd-10-cm',
        assertion: 'present',
        temporality: 'current',
        experiencer: 'patient',
        value: match[0].replace('$', 'S'),
      },
    ),
  )
}

type Draft = Omit<Fact, 'factId' | 'citation' | 'date' | 'section'>

function makeFact(sentence: Sentence, place: TextSpan, draft: Draft): Fact {
  const { document, page, pageText } = sentence
  const span = quoteSpan(sentence, place)
  const citation: RecordCitation = {
    documentId: document.documentId,
    sha256: document.sha256,
    page,
    span,
    quote: pageText.slice(span.start, span.end),
  }
  const date = dateOf(sentence, place, draft)
  const { kind, concept, ...rest } = draft
  return {
    factId: sha256OfJson({ extractor, citation, at: place.start, ...draft }).slice(0, 24),
    kind,
    concept,
    ...rest,
    ...(date === undefined ? {} : { date }),
    ...(sentence.section === undefined ? {} : { section: sentence.section }),
    citation,
  }
}

/** The sentence; of a very long one the part around the mention, cut at white space. */
function quoteSpan(sentence: Sentence, place: TextSpan): TextSpan {
  const { span, pageText } = sentence
  if (span.end - span.start <= 400) return span
  let start = Math.max(span.start, span.start + place.start - 160)
  let end = Math.min(span.end, span.start + place.end + 200)
  while (start > span.start && !/\s/.test(pageText[start - 1] ?? ' ')) start--
  while (end < span.end && !/\s/.test(pageText[end] ?? ' ')) end++
  return { start, end }
}

/**
 * The date of the event, where the sentence gives one, else of the note. For studies, requests and
 * treatments the nearest date of the same part counts; for findings only a date that opens the
 * sentence (`On 04/11/2014 …`, `the note dated …`): the date of an injury is not that of a finding.
 */
function dateOf(sentence: Sentence, place: TextSpan, draft: Draft): PartialDate | undefined {
  const { document, text } = sentence
  const noteDate = document.date
  const own: PartialDate | undefined =
    noteDate === undefined ? undefined : { precision: 'day', value: noteDate }
  const found = datesIn(text, noteDate)
  if (found.length === 0) return own
  const isEvent =
    draft.kind === 'imaging-study' ||
    draft.kind === 'request' ||
    draft.kind === 'treatment' ||
    draft.kind === 'imaging-finding'
  const bounds = clauseBounds(text, place)
  const near = found.filter(({ span }) => span.start >= bounds.start && span.end <= bounds.end)
  // A date behind `as per the QME dated` is that of the source.
  const events = near.filter(
    ({ span }) =>
      !/\b(?:per|by|qme|ame|report|note|injury|injured|born|dob|since)\b[^,;]{0,24}$/i.test(
        text.slice(0, span.start),
      ),
  )
  if (isEvent) {
    const after = events.find(({ span }) => span.start >= place.end)
    return (after ?? events.findLast(({ span }) => span.end <= place.start))?.date ?? own
  }
  const opening = found.find(({ span }) => span.start < 60)
  return opening &&
    /\b(?:on|dated|date|of|per)\b\s*[:(]?\s*$/i.test(text.slice(0, opening.span.start)) &&
    !/\b(?:injur|sustain|hired|born|since)/i.test(text.slice(0, opening.span.start))
    ? opening.date
    : own
}

const datesIn = (text: string, anchor: PlainDate | undefined): ReturnType<typeof findDates> =>
  /\d/.test(text) ? findDates(text, anchor) : []

/** Of equal statements in one sentence one stays. */
function distinct(facts: readonly Fact[]): readonly Fact[] {
  const seen = new Set<string>()
  return facts.filter((fact) => {
    const key = JSON.stringify([
      fact.citation.page,
      fact.citation.span.start,
      fact.concept,
      fact.side,
      fact.region,
      fact.levels,
      fact.value,
      fact.unit,
      fact.assertion,
      fact.date?.value,
    ])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
