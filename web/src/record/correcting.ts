import { useState } from 'react'
import { useAct } from '~/act.ts'
import { type ReceivedFile, useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { announce } from '~/ui/announce.tsx'
import type { CorrectionAct } from './correction-keys.ts'
import {
  change,
  documentAt,
  type EditedDocument,
  isUncertain,
  joinBefore,
  nextUncertain,
  split,
} from './document-edits.ts'
import { type DocumentKind, kindInWords } from './document-kinds.ts'
import type { FoundDocument } from './file-documents.ts'

export type Edited = EditedDocument<DocumentKind>

/** Corrections of the documents of a file, held here until they are saved as one list. */
export type Correcting = {
  readonly documents: readonly Edited[]
  /** As the server has them. */
  readonly known: readonly FoundDocument[]
  readonly changed: boolean
  readonly uncertain: number
  readonly editing: boolean
  readonly saving: boolean
  readonly error: Error | null
  readonly act: (asked: CorrectionAct) => void
  /** What was typed of the document on the page. */
  readonly say: (said: Parameters<typeof change<DocumentKind>>[2]) => void
  readonly closeEditing: () => void
  readonly save: () => void
  readonly discard: () => void
}

type Kept = {
  readonly fileId: string
  /** The list after each act. */
  readonly steps: readonly (readonly Edited[])[]
}

export function useCorrecting(
  file: ReceivedFile,
  known: readonly FoundDocument[],
  page: number,
  onPage: (page: number) => void,
): Correcting {
  const { caseId } = useCase()
  // The last one is what stands; those before are undone one by one.
  const [kept, setKept] = useState<Kept>({ fileId: file.documentId, steps: [] })
  const steps = kept.fileId === file.documentId ? kept.steps : []
  const setSteps = (next: Kept['steps']): void => setKept({ fileId: file.documentId, steps: next })
  const [editing, setEditing] = useState(false)
  const put = useAct(operations.correctDocuments, `The documents of ${file.fileName} were saved.`)
  const documents: readonly Edited[] = steps.at(-1) ?? known

  function take(next: readonly Edited[], says: string, otherwise: string): void {
    if (next === documents) return announce(otherwise)
    setSteps([...steps, next])
    announce(says)
  }

  function goOn(from: readonly Edited[]): void {
    const next = nextUncertain(from, page)
    if (next === null) announce('No uncertain document is left in this file.')
    else onPage(next)
  }

  return {
    documents,
    known,
    changed: steps.length > 0,
    uncertain: documents.filter(isUncertain).length,
    editing,
    saving: put.isPending,
    error: put.error,
    act(asked) {
      switch (asked.act) {
        case 'split':
          return take(
            split(documents, page),
            `A document begins on page ${page}.`,
            `A document begins on page ${page} already.`,
          )
        case 'join':
          return take(
            joinBefore(documents, page),
            'Joined to the document before.',
            'There is no document before this one.',
          )
        case 'kind':
          return take(
            change(documents, page, { kind: asked.kind, title: kindInWords(asked.kind) }),
            `${kindInWords(asked.kind)}.`,
            'There is no document on this page.',
          )
        case 'edit':
          return setEditing(documentAt(documents, page) !== -1)
        case 'undo':
          announce(steps.length > 0 ? 'Undone.' : 'There is nothing to undo.')
          return setSteps(steps.slice(0, -1))
        case 'confirm': {
          const document = documents[documentAt(documents, page)]
          if (!document || document.corrected) return goOn(documents)
          const confirmed = change(documents, page, {})
          setSteps([...steps, confirmed])
          return goOn(confirmed)
        }
      }
    },
    say(said) {
      setEditing(false)
      take(change(documents, page, said), 'The document was changed.', '')
    },
    closeEditing: () => setEditing(false),
    save() {
      put.mutate(
        {
          params: { caseId, documentId: file.documentId },
          body: { documents: documents.map(toSave) },
        },
        { onSuccess: () => setSteps([]) },
      )
    },
    discard: () => setSteps([]),
  }
}

/** What goes to the server: the words of a person, without how sure a proposal was. */
function toSave({
  kind,
  title,
  author,
  specialty,
  date,
  dateOfService,
  dateOfReport,
  pages,
}: Edited) {
  return {
    kind,
    title,
    ...(author === undefined ? {} : { author }),
    ...(specialty === undefined ? {} : { specialty }),
    ...(date === undefined ? {} : { date }),
    ...(dateOfService === undefined ? {} : { dateOfService }),
    ...(dateOfReport === undefined ? {} : { dateOfReport }),
    pages: { first: pages.first, last: pages.last },
  }
}
