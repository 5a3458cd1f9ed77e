import type { Labelled, LetterBody } from './letter-body.ts'
import type { ServedLetterLayout } from './served-letter-layout.ts'

/**
 * A letter as a row of blocks for formats without a page of their own (HTML, DOCX): what each part
 * is, in reading order, with nothing said of its looks. The title comes first and stands once;
 * headings do not skip a level.
 */
export type LetterBlock =
  | {
      readonly kind: 'letterhead'
      readonly name: string
      readonly lines: readonly string[]
    }
  | { readonly kind: 'title'; readonly text: string }
  | {
      readonly kind: 'heading'
      readonly level: 1 | 2
      readonly text: string
      /** Begins a new sheet where there are sheets. */
      readonly onNewPage?: boolean
    }
  | {
      readonly kind: 'paragraph'
      readonly text: string
      /** Printed bold before the text. */
      readonly label?: string
    }
  | { readonly kind: 'lines'; readonly lines: readonly string[]; readonly label?: string }
  /** Labels with their values; `of` says for people who do not see it what they are about. */
  | { readonly kind: 'facts'; readonly of: string; readonly pairs: readonly Labelled[] }
  | {
      readonly kind: 'table'
      readonly of: string
      readonly header: readonly string[]
      readonly rows: readonly (readonly string[])[]
      /** The column that tells what was decided, or by when. */
      readonly strongColumn?: number
    }
  /** Set apart from the rest; `language` where it is not English. */
  | {
      readonly kind: 'panel'
      readonly language: 'en' | 'es'
      readonly blocks: readonly LetterBlock[]
    }
  /** A line to write on. */
  | { readonly kind: 'signature-line'; readonly text: string }

/** The served letter in blocks: every word of the layout, in the order of the printed letter. */
export function blocksOfServedLetter(layout: ServedLetterLayout): readonly LetterBlock[] {
  const { organization, outcome, decisions, next, spanish, closing, copies, documents, service } =
    layout
  return [
    {
      kind: 'letterhead',
      name: organization.name,
      lines: [...organization.address, organization.phone].filter((line) => line !== ''),
    },
    { kind: 'paragraph', text: layout.date },
    { kind: 'lines', lines: layout.addressee },
    { kind: 'title', text: layout.heading },
    { kind: 'facts', of: 'Reference', pairs: layout.reference },
    {
      kind: 'panel',
      language: 'en',
      blocks: [
        { kind: 'paragraph', label: outcome.line, text: '' },
        ...outcome.sentences.map(paragraph),
      ],
    },
    { kind: 'table', of: 'Decisions', strongColumn: 1, ...decisions },
    { kind: 'heading', level: 1, text: next.heading },
    paragraph(next.introduction),
    {
      kind: 'table',
      of: 'What happens next',
      header: next.header,
      rows: next.rows,
      strongColumn: 2,
    },
    {
      kind: 'panel',
      language: 'es',
      blocks: [
        { kind: 'heading', level: 1, text: spanish.heading },
        ...spanish.sentences.map(paragraph),
      ],
    },
    ...layout.sections.flatMap(({ heading, paragraphs }): LetterBlock[] => [
      { kind: 'heading', level: 1, text: heading },
      ...paragraphs.map(paragraph),
    ]),
    paragraph(closing.word),
    {
      kind: 'lines',
      label: closing.name,
      lines: [closing.office, closing.organization],
    },
    ...(copies.items.length === 0
      ? []
      : [{ kind: 'lines' as const, label: copies.heading, lines: copies.items }]),
    { kind: 'heading', level: 1, text: documents.heading },
    paragraph(documents.introduction),
    ...(documents.rows.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            of: 'Documents reviewed',
            header: documents.header,
            rows: documents.rows,
          },
        ]),
    { kind: 'heading', level: 1, text: layout.bodyHeading, onNewPage: true },
    ...blocksOfBody(layout.body),
    { kind: 'heading', level: 1, text: service.heading, onNewPage: true },
    ...service.paragraphs.map(paragraph),
    { kind: 'table', of: 'Persons served', header: service.header, rows: service.rows },
    ...service.declaration.map(paragraph),
    ...service.lines.map((text) => ({ kind: 'signature-line' as const, text })),
  ]
}

/** The public letter in blocks: header and determination, nobody's name. */
export function blocksOfPublicLetter(
  body: LetterBody,
  letter: { readonly organization: string; readonly heading: string },
): readonly LetterBlock[] {
  return [
    { kind: 'letterhead', name: letter.organization, lines: [] },
    { kind: 'title', text: letter.heading },
    ...blocksOfBody(body),
  ]
}

function blocksOfBody(body: LetterBody): readonly LetterBlock[] {
  return [
    { kind: 'facts', of: 'The case', pairs: body.header },
    { kind: 'heading', level: 1, text: body.headings.howMade },
    paragraph(body.howMade),
    paragraph(body.credentials.introduction),
    ...body.credentials.lines.map(([label, text]) => ({ kind: 'paragraph' as const, label, text })),
    { kind: 'heading', level: 1, text: body.headings.caseSummary },
    paragraph(body.caseSummaryIntroduction),
    ...body.caseSummary.map(paragraph),
    { kind: 'heading', level: 1, text: body.headings.issues },
    paragraph(body.issuesIntroduction),
    ...body.issues.flatMap(({ heading, parts }): LetterBlock[] => [
      { kind: 'heading', level: 2, text: heading },
      ...parts.flatMap(([label, [first, ...rest]]): LetterBlock[] => [
        { kind: 'paragraph', label, text: first ?? '' },
        ...rest.map(paragraph),
      ]),
    ]),
  ]
}

function paragraph(text: string): LetterBlock {
  return { kind: 'paragraph', text }
}
