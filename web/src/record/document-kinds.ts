import type { AnswerOf } from '#api'
import type { operations } from '~/client.ts'
import { plainTitle } from '~/ui/words.ts'

export type DocumentKind = AnswerOf<typeof operations.listDocuments>['documents'][number]['kind']

/** What a document can be, with the key that says so; the frequent ones have numbers. */
export const documentKinds: readonly (readonly [kind: DocumentKind, key: string])[] = [
  ['progress-report', '1'],
  ['imaging-report', '2'],
  ['consultation', '3'],
  ['medical-legal-report', '4'],
  ['operative-report', '5'],
  ['therapy-notes', '6'],
  ['laboratory', '7'],
  ['request-for-authorization', '8'],
  ['utilization-review-decision', '9'],
  ['electrodiagnostic-report', 'd'],
  ['medication-list', 'p'],
  ['legal', 'l'],
  ['correspondence', 'c'],
  ['cover-sheet', 'v'],
  ['blank', 'b'],
  ['unidentified', 'x'],
]

/** The kind as people say it; also the title of a document of which nothing more is known. */
export function kindInWords(kind: DocumentKind): string {
  return plainTitle(kind)
}
