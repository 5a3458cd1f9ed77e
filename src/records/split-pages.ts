import type { PageFeatures } from './page-features.ts'

/** How strongly a page speaks for being the first of a document; 2 or more begins one. */
export const startsAt = 2

/** Pages that belong together, and how sure it is that they do. */
export type PageRun = {
  readonly pages: readonly PageFeatures[]
  /** Of the first page being a first page and of no later one being one, 0.5 to 1. */
  readonly sureness: number
}

/**
 * Groups the pages of a file into documents, each a run of pages. Every page is in exactly one
 * run. What decides are titles, page counts, dates, heads and signatures, weighed together:
 * none of them is always there in a faxed bundle.
 */
export function splitPages(pages: readonly PageFeatures[]): readonly PageRun[] {
  const bundleNumbered = isNumberedThrough(pages)
  const runs: { pages: PageFeatures[]; sureness: number }[] = []
  for (const [index, page] of pages.entries()) {
    const current = runs.at(-1)
    if (!current) {
      runs.push({ pages: [page], sureness: 1 })
      continue
    }
    const run = current.pages
    const follows = bundleNumbered ? 0 : numberFollows(run, page)
    const score = scoreOf(run, page, pages[index + 1], follows, bundleNumbered)
    const sureness = surenessOf(score)
    // What parts two documents is as sure for the one as for the other.
    current.sureness = Math.min(current.sureness, sureness)
    if (score >= startsAt) runs.push({ pages: [page], sureness })
    else run.push(page)
  }
  return runs
}

/** The further a score is from the line, the surer: 0.5 on it, near 1 two points off. */
const surenessOf = (score: number) => 1 / (1 + Math.exp(-2 * Math.abs(score - startsAt) - 0.2))

/** How strongly the page speaks for beginning a document after these. */
function scoreOf(
  run: readonly PageFeatures[],
  page: PageFeatures,
  next: PageFeatures | undefined,
  follows: -1 | 0 | 1,
  bundleNumbered: boolean,
): number {
  const before = last(run)?.state
  if (follows === 1 && page.state === 'empty' && before === 'text') return 0
  if (page.state === 'text' && before === 'text') {
    return scoreStart(run, page, follows, bundleNumbered)
  }
  return belongsDespiteSilence(run, page, next, follows) ? 1 : 3
}

const last = (run: readonly PageFeatures[]) => run.at(-1)

/** 1: the next number of the same count; -1: a number that begins or breaks a count; 0: none. */
function numberFollows(run: readonly PageFeatures[] | undefined, page: PageFeatures): -1 | 0 | 1 {
  const now = page.numbering
  if (!run || !now) return 0
  const before = last(run)?.numbering
  if (!before) {
    // The first page of a document often bears no number.
    return now.number === run.length + 1 ? 1 : now.number === 1 ? -1 : 0
  }
  const sameCount = before.of === null || now.of === null || before.of === now.of
  return now.number === before.number + 1 && sameCount ? 1 : -1
}

function scoreStart(
  run: readonly PageFeatures[],
  page: PageFeatures,
  follows: -1 | 0 | 1,
  bundleNumbered: boolean,
): number {
  const first = run[0]
  const previous = last(run)
  if (!first || !previous) return startsAt
  let score = 0
  const { title } = page
  if (title) score += title.at < 4 ? 2.5 : title.at < 8 ? 2 : 1.2
  if (follows === 1) score -= 4
  if (follows === -1) score += page.numbering?.number === 1 ? 2.5 : 1
  if (!bundleNumbered) {
    const { numbering } = previous
    if (numbering?.of && numbering.number === numbering.of && follows !== 1) score += 1
    if (page.numbering && page.numbering.number > 1 && follows === 0) score -= 1
  }
  if (page.continued) score -= 3
  if (page.headDate && first.headDate) score += page.headDate === first.headDate ? -0.8 : 1.2
  if (title && first.title && title.line === first.title.line && page.headDate === first.headDate) {
    // The same head on every page is a running head, unless the page before was the last.
    score -= previous.signed ? 0.5 : 2
  }
  if (page.headLabels >= 3) score += 0.8
  else if (page.headLabels === 0 && !title) score -= 0.8
  if (page.salutation && !page.continued) score += page.headLabels > 0 ? 2.4 : 1.8
  if (previous.signed) score += 0.8
  if (first.title?.kind === 'cover-sheet') score += 1.5
  // A title with a labelled head below it begins a document, whatever stood before.
  const headed = page.headLabels >= (title && title.at < 4 ? 1 : 3)
  if (!page.salutation && !headed && beginsInSentence(previous, page)) score -= 1.5
  return score
}

function beginsInSentence(previous: PageFeatures, page: PageFeatures): boolean {
  const start = page.lines[0] ?? ''
  const end = previous.lines.findLast((line) => !/\bpage\b/i.test(line)) ?? ''
  // "Name: A. Person, M.D.   Specialty: Family Medicine" is a field of a form, no sentence.
  const isProse = end.length > 50 && !/^[A-Z][\w '/().-]{0,40}:\s/.test(end)
  return /^[a-z]/.test(start) || (/[a-z,]$/.test(end) && isProse)
}

/**
 * Pages without text stay together; between two numbered pages of one document they belong to it.
 */
function belongsDespiteSilence(
  run: readonly PageFeatures[],
  page: PageFeatures,
  next: PageFeatures | undefined,
  follows: -1 | 0 | 1,
): boolean {
  const before = last(run)
  if (!before) return false
  if (page.state === 'text') {
    return before.state === 'unread' && run.length > 1 && run[0]?.state === 'text' && follows !== -1
      ? (page.numbering?.number ?? 0) > 1
      : false
  }
  if (page.state === before.state) return true
  const from = before.numbering
  const to = next?.numbering
  return (
    page.state === 'unread' &&
    from !== null &&
    to !== null &&
    to !== undefined &&
    to.number === from.number + 2 &&
    from.of === to.of
  )
}

/** Whether one count runs through the whole bundle: then it says nothing of its documents. */
function isNumberedThrough(pages: readonly PageFeatures[]): boolean {
  const numbered = pages.filter(({ numbering }) => numbering)
  if (pages.length < 4 || numbered.length < 0.7 * pages.length) return false
  const offsets = new Map<number, number>()
  for (const { numbering, page } of numbered) {
    const offset = (numbering?.number ?? 0) - page.page
    offsets.set(offset, (offsets.get(offset) ?? 0) + 1)
  }
  const through = Math.max(...offsets.values()) >= 0.9 * numbered.length
  const titled = pages.filter(
    ({ title, headLabels, salutation }) => title && title.at < 5 && (headLabels > 1 || salutation),
  )
  const kinds = new Set(titled.map(({ title, headDate }) => `${title?.kind} ${headDate}`))
  return through && titled.length >= 2 && kinds.size >= 2
}
