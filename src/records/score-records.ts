// How well the rules tell documents apart, on made files with known truth: `npm run score-records`.
// Bodies come from a folder of transcribed reports where one is named; without, from sentences of ours.
import { existsSync, readFileSync } from 'node:fs'
import type { RecordDocument } from './document.ts'
import { findMentionedRecords } from './find-missing-records.ts'
import { identifyDocuments } from './identify-documents.ts'
import {
  type Manner,
  makeOtherwise,
  mentionsOtherwise,
  printOtherwise,
} from './made-otherwise.test-support.ts'
import {
  type Bodies,
  type MadeDocument,
  makeFile,
  mentionsOfOurs,
  printIso,
  type Random,
} from './made-records.test-support.ts'
import {
  type Damage,
  type MadePages,
  type MentionWords,
  plantMentions,
  readingOf,
  spoilPages,
} from './spoil-pages.test-support.ts'

type Maker = {
  readonly name: string
  readonly make: (seed: number) => MadePages
  readonly mentions: MentionWords
  /** Days of documents that the maker's own sentences mention and no file holds. */
  readonly alsoMissing: readonly string[]
  readonly print: (random: Random, iso: string) => string
}

type Score = {
  files: number
  pages: number
  documents: number
  hit: number
  wrong: number
  missed: number
  exact: number
  kind: number
  service: readonly [number, number, number]
  report: readonly [number, number, number]
  date: readonly [number, number, number]
  author: readonly [number, number, number]
  sure: readonly [number, number]
  unsure: readonly [number, number]
  asked: number
  askedFound: number
  falseRequests: number
  ofBodies: number
}

const damages: readonly (readonly [string, Damage])[] = [
  ['clean', {}],
  ['noise 1 %', { noise: 0.01 }],
  ['noise 3 %', { noise: 0.03 }],
  ['heads missing 20 %', { headless: 0.2 }],
  ['documents twice 20 %', { twice: 0.2 }],
  ['faxed', { faxed: true }],
  ['pages out of order 30 %', { shuffled: 0.3 }],
  ['blank separators', { separated: 0.5 }],
  [
    'all of it',
    { noise: 0.01, headless: 0.1, twice: 0.1, faxed: true, shuffled: 0.1, separated: 0.2 },
  ],
]

const [folder = '../shared/data/records', seedArgument = '4001', countArgument = '60'] =
  process.argv.slice(2)
const firstSeed = Number(seedArgument)
const count = Number(countArgument)
const perFile = 12
/** Days before are those of the transcribed bodies, which mention studies that no file holds. */
const madeSince = '2015'
const bodies = readBodies(folder)
const manners: readonly Manner[] = ['electronic', 'forms', 'legal']
const makers: readonly Maker[] = [
  {
    name: 'first maker',
    make: (seed) => {
      const { reading, truth } = makeFile(seed, perFile, bodies)
      const pages = reading.pages.map(({ text, source }) =>
        source === 'none' ? [] : text.split('\n'),
      )
      return { pages, truth }
    },
    mentions: mentionsOfOurs,
    alsoMissing: ['2018-02-03'],
    print: printIso,
  },
  ...manners.map((manner) => ({
    name: `second maker, ${manner}`,
    make: (seed: number) => makeOtherwise(seed, perFile, manner, bodies),
    mentions: mentionsOtherwise,
    alsoMissing: [],
    print: printOtherwise,
  })),
]

const bodyCount = Object.values(bodies).reduce((sum, each) => sum + each.length, 0)
console.log(
  `${count} files of ${perFile} documents for each row, seeds ${firstSeed} to ${firstSeed + count - 1}; ${bodyCount} bodies of reports.`,
)
console.log(
  'F1: first pages found. exact: documents with both ends right. Days and authors: of those the page bears, right (wrong of those found).\n',
)
for (const maker of makers) {
  console.log(maker.name)
  for (const [name, damage] of damages) console.log(sayScore(name, scoreOf(maker, damage)))
}

function scoreOf(maker: Maker, damage: Damage): Score {
  const score: Score = {
    files: count,
    pages: 0,
    documents: 0,
    hit: 0,
    wrong: 0,
    missed: 0,
    exact: 0,
    kind: 0,
    service: [0, 0, 0],
    report: [0, 0, 0],
    date: [0, 0, 0],
    author: [0, 0, 0],
    sure: [0, 0],
    unsure: [0, 0],
    asked: 0,
    askedFound: 0,
    falseRequests: 0,
    ofBodies: 0,
  }
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const planted = plantMentions(maker.make(seed), maker.mentions, maker.print, seed + 1)
    const spoiled = spoilPages(planted, damage, seed + 2)
    const reading = readingOf(spoiled)
    const found = identifyDocuments(reading, { fileId: 'f', fileName: 'f.pdf' })
    score.pages += reading.pages.length
    countDocuments(score, spoiled.truth, found)
    const missing = findMentionedRecords(new Map([['f', reading]]), found).filter(
      ({ foundIn }) => foundIn === null,
    )
    const wanted = new Set(
      planted.planted.filter(({ present }) => !present).map(({ date }) => date),
    )
    score.asked += wanted.size
    const absent = new Set([...wanted, ...maker.alsoMissing])
    for (const { date } of missing) {
      if (wanted.delete(date.value)) score.askedFound += 1
      else if (date.value < madeSince) score.ofBodies += 1
      else if (!absent.has(date.value)) score.falseRequests += 1
    }
  }
  return score
}

function countDocuments(
  score: Score,
  truth: readonly MadeDocument[],
  found: readonly RecordDocument[],
): void {
  const starts = new Set(truth.map(({ first }) => first).filter((first) => first > 1))
  const kept = new Set(starts)
  for (const { pages } of found) {
    if (pages.first === 1) continue
    if (kept.delete(pages.first)) score.hit += 1
    else score.wrong += 1
  }
  score.missed += kept.size
  score.documents += truth.length
  for (const one of truth) {
    const same = found.find(({ pages }) => pages.first <= one.first && one.first <= pages.last)
    const exact = same?.pages.first === one.first && same.pages.last === one.last
    if (exact) score.exact += 1
    if (same?.kind === one.kind) score.kind += 1
    const whole = exact && same.kind === one.kind
    const add = ([right, all]: readonly [number, number]) =>
      [right + Number(whole), all + 1] as const
    if ((same?.confidence ?? 0) >= 0.8) score.sure = add(score.sure)
    else score.unsure = add(score.unsure)
    score.service = tally(score.service, one.service, same?.dateOfService)
    score.report = tally(score.report, one.report, same?.dateOfReport)
    score.date = tally(score.date, one.date, same?.date)
    const named = (name: string | undefined) => name?.replace(/,.*$/, '')
    score.author = tally(score.author, named(one.author), named(same?.author))
  }
}

/** Right, borne by the document, found although wrong. */
function tally(
  [right, all, wrong]: readonly [number, number, number],
  truth: string | undefined,
  found: string | undefined,
): readonly [number, number, number] {
  if (truth === undefined) return [right, all, wrong]
  const same = truth === found
  return [right + Number(same), all + 1, wrong + Number(!same && found !== undefined)]
}

function sayScore(name: string, score: Score): string {
  const share = (part: number, whole: number) =>
    whole === 0 ? '   –' : (part / whole).toFixed(3).replace(/^0/, '')
  const of = ([right, all, wrong]: readonly [number, number, number]) =>
    `${share(right, all)} (${share(wrong, all)})`
  return [
    `  ${name.padEnd(24)}`,
    `${String(score.pages).padStart(5)} pages`,
    `F1 ${share(2 * score.hit, 2 * score.hit + score.wrong + score.missed)}`,
    `exact ${share(score.exact, score.documents)}`,
    `kind ${share(score.kind, score.documents)}`,
    `service ${of(score.service)}`,
    `report ${of(score.report)}`,
    `day ${of(score.date)}`,
    `author ${of(score.author)}`,
    `missing recall ${share(score.askedFound, score.asked)}`,
    `false requests ${(score.falseRequests / score.files).toFixed(2)}/case (of the bodies' own studies ${(score.ofBodies / score.files).toFixed(2)})`,
    `right where sure ${share(score.sure[0], score.sure[1])} of ${share(score.sure[1], score.documents)}, else ${share(score.unsure[0], score.unsure[1])}`,
  ].join('  ')
}

/** Bodies of transcribed reports by kind; their line breaks were lost as commas and are put back. */
function readBodies(from: string): Bodies {
  const table = `${from}/mtsamples-msk-dev.csv`
  if (!existsSync(table)) return {}
  const kept: Record<string, string[]> = {}
  for (const { specialty = '', text = '' } of rowsOf(readFileSync(table, 'utf8'))) {
    const kind = kindOfBody(specialty, text)
    if (kind) (kept[kind] ??= []).push(text)
  }
  return kept
}

function kindOfBody(specialty: string, text: string): keyof Bodies | null {
  if (/^\s*Radiology/.test(specialty)) {
    return /\b(?:EMG|NCV|nerve conduction)\b/i.test(text.slice(0, 400))
      ? 'electrodiagnostic-report'
      : 'imaging-report'
  }
  if (/pre-?operative diagnos/i.test(text)) return 'operative-report'
  if (/Consult|Neurosurgery/.test(specialty)) return 'consultation'
  if (/SOAP|Office|Orthopedic|Podiatry|Rheumatology/.test(specialty)) return 'progress-report'
  if (/IME/.test(specialty)) return 'medical-legal-report'
  return null
}

/** Rows of a table with quoted fields (RFC 4180). */
function rowsOf(table: string): readonly { specialty?: string; text?: string }[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of table.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  )) {
    rows.at(-1)?.push((quoted ?? plain ?? '').replaceAll('""', '"'))
    if (end !== ',') rows.push([])
  }
  const [head = [], ...rest] = rows
  const specialty = head.indexOf('medical_specialty')
  const text = head.indexOf('transcription')
  return rest.map((row) => ({
    specialty: row[specialty] ?? '',
    text: (row[text] ?? '').replaceAll(/,\s*(?=[A-Z][A-Z ]{3,}:)|\.,\s*/g, (found) =>
      found.startsWith('.') ? '.\n' : '\n',
    ),
  }))
}
