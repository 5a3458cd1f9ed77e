import { sectionFile } from './lexicon.ts'

/** A heading on a page and where its text begins. */
export type SectionStart = {
  readonly section: string
  readonly heading: string
  readonly start: number
  readonly bodyStart: number
}

const sectionByHeading: ReadonlyMap<string, string> = new Map(
  sectionFile.sections.flatMap(({ section, headings }) =>
    headings.map((heading) => [heading, section] as const),
  ),
)

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const allHeadings = [...sectionByHeading.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((heading) => escape(heading).replace(/ /g, '[ \\t]+'))
  .join('|')
const withColon = new RegExp(
  `(?<=^|\\n[ \\t]*|[.;,?]\\s*|\\s{2,})(${allHeadings})[ \\t]*(?::|\\s[-–]\\s)`,
  'gi',
)
const aloneOnLine = new RegExp(`(?<=^|\\n)[ \\t]*(${allHeadings})[ \\t]*(?=\\r?\\n|$)`, 'gi')

/** The known headings of a page in order: at the head of a line or behind a full stop, with a colon, or alone on a line. */
export function findSections(text: string): readonly SectionStart[] {
  const found = new Map<number, SectionStart>()
  for (const pattern of [aloneOnLine, withColon]) {
    for (const match of text.matchAll(pattern)) {
      const written = match[1] ?? ''
      const heading = written.toLowerCase().replace(/\s+/g, ' ')
      const section = sectionByHeading.get(heading)
      // `Extension: 20` style words in running text are not headings unless capitalised.
      if (section === undefined || !/^[A-Z]/.test(written)) continue
      const start = match.index + match[0].indexOf(written)
      found.set(start, { section, heading, start, bodyStart: match.index + match[0].length })
    }
  }
  return [...found.values()].toSorted((a, b) => a.start - b.start)
}

/** The section that a place of the page lies in: the last heading before it. */
export function sectionAt(
  sections: readonly SectionStart[],
  offset: number,
): SectionStart | undefined {
  return sections.findLast(({ start }) => start <= offset)
}
