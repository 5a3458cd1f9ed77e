import type { TextSpan } from '#foundation'

/** A word with its box in points, origin top left, and its characters in the page's text. */
export type Word = {
  readonly text: string
  readonly span: TextSpan
  readonly box: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
  /** How sure the engine is of a word read from a picture, 0 to 1. */
  readonly confidence?: number
}

/** One page as read: text in reading order with offsets that citations use. */
export type PageText = {
  /** Counted from 1. */
  readonly page: number
  readonly width: number
  readonly height: number
  readonly text: string
  readonly words: readonly Word[]
  /** `layer`: from the text layer. `none`: a picture without text, to be read by a person. */
  readonly source: 'layer' | 'ocr' | 'none'
  /**
   * Clockwise turn that sets the page upright. Width, height and boxes are of the upright page;
   * pictures of the page are turned before they are shown.
   */
  readonly turned?: 90 | 180 | 270
  /** Of the words read from a picture, 0 to 1: the mean, weighted by characters. */
  readonly confidence?: number
  /** The other reading, where the page has a text layer and was read from its picture as well. */
  readonly setAside?: {
    readonly source: 'layer' | 'ocr'
    readonly text: string
    readonly because: string
  }
}

/** The reading of one file: kept as the artifact `page-texts`. */
export type FileReading = {
  readonly sha256: string
  readonly engine: string
  readonly pages: readonly PageText[]
  /** What was odd about the file: scripts, attachments, encryption. */
  readonly remarks: readonly string[]
}
