import { isNonEmpty, type Refusal } from '#foundation'
import type { CommandOf } from './command.ts'
import type { CorrectedDocument, PageTextsPart } from './event.ts'
import { beforeQuality, type Decision, decided, inStatus, no, ofKind, said } from './guards.ts'
import type { CaseState } from './state.ts'

/**
 * The pages of a received file were read. In any status: what was received is read, whatever
 * became of the case meanwhile. A file is read once; one that could not be read may be tried again.
 */
export function recordReading(command: CommandOf<'RecordReading'>, state: CaseState): Decision {
  const { documentId, pages, pageTexts, engine, rendition, remarks } = command
  return decided(
    [
      unread(documentId, state),
      pages >= 1 ? null : no('record-empty', 'the file has no page', 'pages'),
      said(engine, 'engine'),
      pageTexts.flatMap(
        (part, index) => ofKind(part.artifact, 'page-texts', `pageTexts[${index}].artifact`) ?? [],
      ),
      coversPages(pageTexts, pages)
        ? null
        : no('reading-has-gaps', `the readings do not cover pages 1 to ${pages}`, 'pageTexts'),
      rendition ? ofKind(rendition, 'rendition', 'rendition') : null,
    ],
    () =>
      isNonEmpty(pageTexts)
        ? [
            {
              type: 'RecordRead',
              documentId,
              pages,
              pageTexts,
              engine,
              ...(rendition ? { rendition } : {}),
              remarks,
            },
          ]
        : [],
  )
}

/** A file cannot be read; it stays in the record, and completing the record needs a reason. */
export function giveUpReading(command: CommandOf<'GiveUpReading'>, state: CaseState): Decision {
  const { documentId, code, because } = command
  return decided([unread(documentId, state), said(code, 'code'), said(because, 'because')], () => [
    { type: 'RecordNotRead', documentId, code, because },
  ])
}

/** A person has looked at why a file could not be read, and has it tried again. */
export function requestReading(command: CommandOf<'RequestReading'>, state: CaseState): Decision {
  const { documentId } = command
  const file = state.records.find((record) => record.documentId === documentId)
  return decided(
    [
      unread(documentId, state),
      file?.reading === 'waiting'
        ? no('record-not-read-yet', `${file.fileName} waits to be read already`, 'documentId')
        : null,
    ],
    () => [{ type: 'ReadingRequested', documentId }],
  )
}

/**
 * A person says which documents a file holds. Every page is in exactly one of them, in order. Not
 * while quality reads the draft: the list is part of what is read (8 CCR 9792.10.6(d)).
 */
export function correctDocuments(
  command: CommandOf<'CorrectDocuments'>,
  state: CaseState,
): Decision {
  const { fileId, documents } = command
  const file = state.records.find(({ documentId }) => documentId === fileId)
  return decided(
    [
      inStatus(state, ...beforeQuality),
      file ? null : no('record-not-received', `no file ${fileId} was received`, 'fileId'),
      file?.reading === 'waiting'
        ? no('record-not-read-yet', `${file.fileName} is not read yet`, 'fileId')
        : null,
      documents.flatMap((document, index) => [
        ...(said(document.title, `documents[${index}].title`) ? [untitled(index)] : []),
        ...(said(document.kind, `documents[${index}].kind`) ? [untitled(index)] : []),
      ]),
      file &&
      file.reading === 'read' &&
      !coversPages(
        documents.map(({ pages }) => pages),
        file.pages,
      )
        ? no(
            'listed-pages-wrong',
            `the documents do not hold each of the ${file.pages} pages once, in order`,
            'documents',
          )
        : null,
    ],
    () => (isNonEmpty(documents) ? [{ type: 'DocumentsCorrected', fileId, documents }] : []),
  )
}

function untitled(index: number): Refusal {
  return no('text-missing', 'the document has no kind or title', `documents[${index}]`)
}

function unread(documentId: string, state: CaseState): Refusal | null {
  const file = state.records.find((record) => record.documentId === documentId)
  if (!file) return no('record-not-received', `no file ${documentId} was received`, 'documentId')
  return file.reading === 'read'
    ? no('record-already-read', `${file.fileName} was read already`, 'documentId')
    : null
}

/** Whether the runs follow one another from page 1 to the last. */
function coversPages(
  runs: readonly Pick<PageTextsPart & CorrectedDocument['pages'], 'first' | 'last'>[],
  pages: number | null,
): boolean {
  let next = 1
  for (const { first, last } of runs) {
    if (first !== next || last < first || !Number.isInteger(last)) return false
    next = last + 1
  }
  return next === (pages ?? 0) + 1
}
