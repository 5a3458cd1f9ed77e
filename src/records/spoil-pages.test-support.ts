import type { DocumentKind } from './document.ts'
import { type MadeDocument, makeRandom, type Random } from './made-records.test-support.ts'
import type { FileReading, PageText } from './page.ts'

/** A made file as lines, before it becomes a reading. */
export type MadePages = {
  readonly pages: readonly (readonly string[])[]
  readonly truth: readonly MadeDocument[]
}

/** What may have happened to a file on its way; shares between 0 and 1. */
export type Damage = {
  /** Characters that recognition got wrong. */
  readonly noise?: number
  /** Documents whose first lines are missing. */
  readonly headless?: number
  /** Documents that were sent twice. */
  readonly twice?: number
  /** A line of a fax machine on every page. */
  readonly faxed?: boolean
  /** Documents with two inner pages in the wrong order. */
  readonly shuffled?: number
  /** Documents with a blank sheet before them. */
  readonly separated?: number
}

/** The file with the damage, and what it then truly holds. */
export function spoilPages(made: MadePages, damage: Damage, seed: number): MadePages {
  const random = makeRandom(seed)
  const chosen = made.truth.map((document) => ({
    document,
    pages: made.pages.slice(document.first - 1, document.last).map((lines) => [...lines]),
  }))
  const again = chosen
    .filter(({ document }) => document.kind !== 'blank' && random.chance(damage.twice ?? 0))
    .map(({ document, pages }) => ({ document, pages: pages.map((lines) => [...lines]) }))
  const pages: string[][] = []
  const truth: MadeDocument[] = []
  for (const { document, pages: own } of [...chosen, ...again]) {
    const marked = document.kind === 'blank' || document.kind === 'unidentified'
    if (!marked && random.chance(damage.headless ?? 0)) own[0]?.splice(0, 3 + random.below(3))
    if (own.length >= 3 && random.chance(damage.shuffled ?? 0)) {
      const at = 1 + random.below(own.length - 2)
      own.splice(at, 2, ...own.slice(at, at + 2).toReversed())
    }
    if (random.chance(damage.separated ?? 0)) {
      pages.push([random.one(['.', ' ', 'Page intentionally left blank'])])
      addDocument(truth, { kind: 'blank', first: pages.length, last: pages.length })
    }
    const first = pages.length + 1
    pages.push(...own)
    addDocument(truth, { ...document, first, last: pages.length })
  }
  const total = pages.length
  return {
    pages: pages.map((lines, index) => {
      const noisy = lines.map((line) => misread(random, line, damage.noise ?? 0))
      if (!damage.faxed || lines.length === 0) return noisy
      return [faxLine(random, index + 1, total), ...noisy]
    }),
    truth,
  }
}

/** Blank sheets that follow one another are one blank. */
function addDocument(truth: MadeDocument[], document: MadeDocument): void {
  const before = truth.at(-1)
  if (before?.kind === 'blank' && document.kind === 'blank') {
    truth[truth.length - 1] = { ...before, last: document.last }
  } else truth.push(document)
}

/** The reading of a made file: a page without lines is a picture that nobody reads. */
export function readingOf({ pages }: MadePages, sha256: string = '0'.repeat(64)): FileReading {
  return {
    sha256,
    engine: 'made',
    remarks: [],
    pages: pages.map((lines, index): PageText => {
      const source = lines.length === 0 ? 'none' : 'layer'
      const text = lines.join('\n')
      return { page: index + 1, width: 612, height: 792, text, words: [], source }
    }),
  }
}

function faxLine(random: Random, page: number, total: number): string {
  const clock = `${10 + random.below(9)}:${10 + random.below(49)}`
  return random.one([
    `DEC-28-2019 ${clock} FROM:Granite Fork Claims 5595550117 TO:19165550142 P.${page}/${total}`,
    `12/28/2019 ${clock} PM PST TO: 19165550142 FROM: 5595550117 Page: ${page} of ${total}`,
  ])
}

const confusions: readonly (readonly [RegExp, readonly string[]])[] = [
  [/[il]/, ['1', 'l', 'I', '|']],
  [/[oO]/, ['0', 'c', 'Q']],
  [/0/, ['O', '8']],
  [/1/, ['l', '7']],
  [/[sS5]/, ['5', 'S', '8']],
  [/m/, ['rn', 'nn']],
  [/[ec]/, ['c', 'e', 'o']],
  [/[aeiou]/, ['a', 'o', '']],
  [/ /, ['', '  ']],
]

/** Recognition takes letters for those that look like them; figures too. */
function misread(random: Random, line: string, share: number): string {
  if (share === 0) return line
  return Array.from(line, (letter) => {
    if (!random.chance(share)) return letter
    const fitting = confusions.find(([pattern]) => pattern.test(letter))
    return random.one(fitting?.[1] ?? [letter, '', '.', letter])
  }).join('')
}

/** A mention of a document that a file should hold, in words; `{date}` and `{author}` stand in. */
export type MentionWords = Readonly<Partial<Record<DocumentKind, readonly string[]>>>

/** A document that the pages now speak of. */
export type PlantedMention = {
  readonly kind: DocumentKind
  readonly date: string
  readonly present: boolean
}

/**
 * Lets pages speak of documents: some of the file, some that are not in it. Words go before the
 * last lines of pages of decisions, letters and notes.
 */
export function plantMentions(
  made: MadePages,
  words: MentionWords,
  print: (random: Random, iso: string) => string,
  seed: number,
): MadePages & { readonly planted: readonly PlantedMention[] } {
  const random = makeRandom(seed)
  const pages = made.pages.map((lines) => [...lines])
  const planted: PlantedMention[] = []
  const hosts = made.truth.filter(({ kind }) =>
    [
      'utilization-review-decision',
      'progress-report',
      'consultation',
      'medical-legal-report',
    ].includes(kind),
  )
  const kinds = Object.keys(words) as DocumentKind[]
  const taken = new Set(made.truth.flatMap(({ date, service, report }) => [date, service, report]))
  const plant = (kind: DocumentKind, date: string, present: boolean): void => {
    const host = hosts[random.below(hosts.length)]
    // A study of the file is mentioned without its region: the maker does not say which it is of.
    const fitting = (words[kind] ?? []).filter(
      (each) => !present || !/lumbar|back|knee|spine/i.test(each),
    )
    const sentence = fitting.length > 0 ? random.one(fitting) : undefined
    if (!host || sentence === undefined || host.date === date) return
    const page = pages[host.first - 1 + random.below(host.last - host.first + 1)]
    if (!page || page.length < 6) return
    const said = sentence.replaceAll('{date}', print(random, date)).split('\n')
    page.splice(Math.max(4, page.length - 4), 0, ...said)
    planted.push({ kind, date, present })
  }
  for (const { kind, service, report, date } of made.truth) {
    const own = service ?? date ?? report
    if (own && kinds.includes(kind) && random.chance(0.35)) plant(kind, own, true)
  }
  for (let count = 0; count < 4; count += 1) {
    const day = `20${17 + random.below(2)}-0${1 + random.below(9)}-1${random.below(10)}`
    if (!taken.has(day)) plant(random.one(kinds), day, false)
  }
  return { pages, truth: made.truth, planted }
}
