import {
  blocksOfPublicLetter,
  blocksOfServedLetter,
  type LetterExporter,
  layOutBody,
  layOutServedLetter,
  letterHeading,
  pageFoot,
  type ServedLetter,
} from '#letters'
import { writeDocx } from './letter-docx.ts'
import { writeHtml } from './letter-html.ts'

/**
 * Letters as DOCX and HTML, from the layout that is printed. `organizationName` is the review
 * organization's name in the public letter, as for the printer.
 */
export function makeLetterExporter(
  options: { readonly organizationName?: string } = {},
): LetterExporter {
  const organization = options.organizationName ?? 'Independent Review Organization'
  const served = (letter: ServedLetter) => ({
    title: pageFoot(letter.determination.caseNumber),
    blocks: blocksOfServedLetter(layOutServedLetter(letter)),
  })
  return {
    exportServedLetterDocx: (letter) => {
      const { title, blocks } = served(letter)
      return writeDocx({ title, foot: title, organization: letter.organization.name, blocks })
    },
    exportServedLetterHtml: (letter) => writeHtml(served(letter)),
    exportPublicLetterHtml: (determination) =>
      writeHtml({
        title: pageFoot(determination.caseNumber),
        blocks: blocksOfPublicLetter(layOutBody(determination, organization), {
          organization,
          heading: letterHeading,
        }),
      }),
  }
}
