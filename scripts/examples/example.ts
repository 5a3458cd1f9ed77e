import type { Paper } from './paper.ts'

/** What the three people of a case did, as the files of a case folder say it. */
export type ExampleActs = {
  readonly caseManager: unknown
  readonly reviewer: (find: FindPage) => unknown
  readonly quality: unknown
}

/** The place of words in the folder's record files; `beside` names other words of the same page. */
export type FindPage = (
  quote: string,
  beside?: string,
) => { readonly file: string; readonly page: number }

/** One example: what is in its folder and how its papers are written. */
export type Example = {
  readonly folder: string
  readonly title: string
  /** For the README of the folder. */
  readonly about: string
  readonly application: unknown
  readonly records: readonly {
    readonly file: string
    readonly from: 'claims-administrator' | 'employee' | 'requesting-physician'
    readonly receivedOn: string
    readonly title: string
    write(paper: Paper): Promise<void> | void
  }[]
  readonly acts: ExampleActs
}

/** A source of a rationale, with the page on which its words stand. */
export function fromRecord(find: FindPage, says: string, quote: string, beside?: string): unknown {
  return { kind: 'record', says, ...find(quote, beside), quote }
}

export function absent(says: string, concept: string): unknown {
  return { kind: 'absence', says, concept }
}

export function fromGuideline(says: string, citation: string): unknown {
  return { kind: 'guideline', says, citation }
}
