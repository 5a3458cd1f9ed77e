import type { RecordMediaType } from './detect-media-type.ts'
import type { RecordFileRefusalCode } from './record-refusals.ts'

/** What the child that opens foreign documents is asked: to show a file, or to take files out. */
export type RenditionRequest = {
  readonly kind: 'render' | 'unpack'
  readonly mediaType: RecordMediaType
  readonly path: string
  /** Where the PDF, or the files, are laid. */
  readonly folder: string
}

export type RenditionReply =
  | { readonly kind: 'rendered'; readonly path: string; readonly bytes: number }
  | {
      readonly kind: 'unpacked'
      readonly files: readonly {
        readonly fileName: string
        readonly path: string
        readonly bytes: number
      }[]
    }
  | {
      readonly kind: 'refused'
      readonly code: RecordFileRefusalCode
      readonly because: string
    }
