import type { PartialDate, RecordCitation } from '#foundation'
import type { BodyRegion, Side } from '#intake'

/** How the record says it: the classes that the letters' language needs (handbook, clinical 2.3). */
export type Assertion =
  | 'present'
  | 'absent'
  | 'not-documented'
  | 'tried-failed'
  | 'tried-helped'
  | 'planned'
  | 'pending'
  | 'declined'
  | 'possible'

export type FactKind =
  | 'symptom'
  | 'examination-finding'
  | 'imaging-study'
  | 'imaging-finding'
  | 'treatment'
  | 'medication'
  | 'red-flag'
  | 'diagnosis'
  | 'request'
  | 'work-status'

/** A statement found in the record. A proposal until a physician confirms it. */
export type Fact = {
  /** Stable: hash of extractor, citation and concept, so that a second run finds the same ids. */
  readonly factId: string
  readonly kind: FactKind
  /** Of the lexicon under `rules/lexicon/`: `straight-leg-raise`, `mri`, `physical-therapy`, … */
  readonly concept: string
  readonly region?: BodyRegion
  readonly levels?: readonly string[]
  readonly side?: Side
  readonly value?: string
  readonly unit?: string
  /** Of the event, not of the note, where the text says so; else the note's. */
  readonly date?: PartialDate
  readonly assertion: Assertion
  readonly temporality: 'current' | 'historical' | 'hypothetical'
  readonly experiencer: 'patient' | 'other'
  readonly section?: string
  readonly citation: RecordCitation
}

/** The proof behind "not documented": what was searched for, where, and that nothing was found. */
export type ProofOfAbsence = {
  readonly concept: string
  /** Every word and phrase looked for. */
  readonly terms: readonly string[]
  readonly documents: readonly {
    readonly documentId: string
    readonly sha256: string
    readonly pages: number
  }[]
  readonly pagesSearched: number
  /** Pages without readable text: the absence is not proved for them. */
  readonly pagesNotReadable: readonly { readonly documentId: string; readonly page: number }[]
  /** Passages that came near, for the physician to look at. */
  readonly nearMisses: readonly RecordCitation[]
}
