import type { Determination } from '#determination'

/** What the reader noticed: something odd, missing or read with less than full certainty. */
export type Finding = {
  /** Stable, kebab-case. */
  readonly code: string
  readonly message: string
  /** Field path (`issues[2].rationale`), where one is concerned. */
  readonly where?: string
}

/** Layout families of published letters (handbook, letters.md 2). */
export type LetterFormat = 'F1a' | 'F1b-early' | 'F1b' | 'F2' | 'F3' | 'F-N'

/** A determination as `openimr read` prints it (contracts/determination.schema.json). */
export type ReadLetter = Determination & {
  readonly file: string
  readonly sha256?: string
  readonly pages?: number
  readonly format: LetterFormat
  readonly findings: readonly Finding[]
  /** Field paths that the letter should have and that were not found: null or empty above. */
  readonly notFound: readonly string[]
}

/** What the caller knows about the file. */
export type AboutFile = {
  readonly file: string
  readonly sha256?: string
  readonly pages?: number
}
