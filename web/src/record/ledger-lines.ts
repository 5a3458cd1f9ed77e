import type { AnswerOf } from '#api'
import type { operations } from '~/client.ts'

export type Ledger = AnswerOf<typeof operations.getLedger>
export type LedgerLine = Ledger['lines'][number]

/** Which pages of the ledger are shown. */
export type LedgerFilter = 'all' | 'not-opened' | 'cited' | 'copies' | 'no-text' | 'hard-to-read'

export const ledgerFilters: readonly (readonly [LedgerFilter, string])[] = [
  ['all', 'All'],
  ['not-opened', 'Not opened'],
  ['cited', 'Cited'],
  ['copies', 'Copies'],
  ['no-text', 'No text'],
  ['hard-to-read', 'Hard to read'],
]

/** Whether a page passes the filter. */
export function passes(
  line: Pick<LedgerLine, 'opened' | 'cited' | 'duplicateOf' | 'readable' | 'poorlyRead'>,
  filter: LedgerFilter,
): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'not-opened':
      return line.opened.length === 0
    case 'cited':
      return line.cited.length > 0
    case 'copies':
      return line.duplicateOf !== undefined
    case 'no-text':
      return !line.readable
    case 'hard-to-read':
      return line.poorlyRead
  }
}

/** How many pages there are of each sort: what a drawing of them says in words. */
export function countLines(lines: readonly LedgerLine[]): {
  readonly pages: number
  readonly opened: number
  readonly cited: number
  readonly copies: number
  readonly noText: number
  readonly hardToRead: number
} {
  const count = (filter: LedgerFilter): number =>
    lines.filter((line) => passes(line, filter)).length
  return {
    pages: lines.length,
    opened: lines.length - count('not-opened'),
    cited: count('cited'),
    copies: count('copies'),
    noText: count('no-text'),
    hardToRead: count('hard-to-read'),
  }
}

/** "26 pages: 12 opened, 3 cited, 1 copy, none without text". */
export function countsInWords(lines: readonly LedgerLine[]): string {
  const { pages, opened, cited, copies, noText, hardToRead } = countLines(lines)
  return [
    `${pages} ${pages === 1 ? 'page' : 'pages'}: ${opened} opened`,
    `${cited} cited`,
    `${copies} ${copies === 1 ? 'copy' : 'copies'}`,
    `${noText} without text`,
    ...(hardToRead > 0 ? [`${hardToRead} hard to read`] : []),
  ].join(', ')
}
