import {
  type LetterPrinter,
  layOutBody,
  layOutServedLetter,
  letterHeading,
  type Notice,
  pageFoot,
} from '#letters'
import type { MoreFont } from './typesetter.ts'
import { makeTypesettingChild } from './typesetting-child.ts'

export type PrinterOptions = {
  /** Name of the review organization in the public letter, which carries no letterhead. */
  readonly organizationName?: string
  /** More TrueType or OpenType fonts (Noto families, say) for scripts that ours do not have. */
  readonly moreFonts?: readonly MoreFont[]
  /** After so many documents the child process is replaced, because Typst's memory only grows. */
  readonly documentsPerProcess?: number
}

/** A printer that can also be told to end its child process. */
export type ClosableLetterPrinter = LetterPrinter & { close(): Promise<void> }

/**
 * The letter printer: Typst in a child process that starts with the first letter, is replaced every
 * 2,000, and does not keep this process alive while idle. PDF/UA-1: tagged, titled, language set,
 * all fonts embedded, no author and no dates; the same letter gives the same bytes.
 *
 * Each print rejects with PrintingError where the letter cannot be set, where the typesetter ended
 * twice over it, and after `close`.
 */
export function makeLetterPrinter(options: PrinterOptions = {}): ClosableLetterPrinter {
  const organizationName = options.organizationName ?? 'Independent Review Organization'
  const child = makeTypesettingChild({
    moreFonts: options.moreFonts ?? [],
    documentsPerProcess: options.documentsPerProcess ?? 2_000,
  })
  return {
    printServedLetter: (letter) => {
      const foot = pageFoot(letter.determination.caseNumber)
      const content = layOutServedLetter(letter)
      return child.set({ template: 'served-letter.typ', title: foot, foot, content })
    },
    printPublicLetter: (determination) => {
      const foot = pageFoot(determination.caseNumber)
      const content = {
        kicker: organizationName,
        heading: letterHeading,
        body: layOutBody(determination, organizationName),
      }
      return child.set({ template: 'public-letter.typ', title: foot, foot, content })
    },
    printNotice: (notice) =>
      child.set({
        template: 'notice.typ',
        title: notice.title,
        foot: notice.reference ?? notice.title,
        content: layOutNotice(notice),
      }),
    close: () => child.close(),
  }
}

/** Columns of a notice's table get width by the length of what stands in them. */
function layOutNotice(notice: Notice): object {
  return {
    heading: notice.title,
    organization: notice.organization ?? null,
    date: notice.date,
    addressee: notice.addressee ?? [],
    blocks: notice.blocks.map((block) =>
      block.kind === 'table' ? { ...block, columns: columnWidths(block) } : block,
    ),
  }
}

function columnWidths(table: {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}): readonly number[] {
  return table.header.map((head, column) => {
    const cells = [head, ...table.rows.map((row) => row[column] ?? '')]
    const longest = Math.max(...cells.map((cell) => cell.length))
    return Math.min(4, Math.max(1, Math.sqrt(longest / 6)))
  })
}
