import type { UnpackedFrom } from '#case'
import { type NonEmpty, type Refusal, refuse } from '#foundation'
import type { FileContent } from '#records'
import type { Deps } from './deps.ts'
import type { SentFile } from './receive-files.ts'
import { proceedingsRefusals } from './refusals.ts'

/** A file that was sent, or lay in one that was sent, as its content says it is. */
export type OpenedFile = {
  readonly fileName: string
  readonly path?: string
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: string
} & (
  | {
      readonly ok: true
      readonly content: FileContent
      readonly pages: number | null
      readonly unpackedFrom?: UnpackedFrom
    }
  | { readonly ok: false; readonly refusals: NonEmpty<Refusal> }
)

/**
 * Looks at each file by its content and unpacks what holds others. An archive is replaced by what is in it; a message that shows pages of its own is kept beside its attachments.
 */
export async function openSentFiles(
  deps: Deps,
  files: readonly SentFile[],
  another: () => Promise<string>,
): Promise<readonly OpenedFile[]> {
  const opened: OpenedFile[] = []
  for (const file of files) opened.push(...(await open(deps, file, another, 0)))
  return opened
}

/** What lies in an archive is opened, and what is attached to a message in it. */
const deepest = 2

async function open(
  deps: Deps,
  file: SentFile & { readonly unpackedFrom?: UnpackedFrom },
  another: () => Promise<string>,
  depth: number,
): Promise<readonly OpenedFile[]> {
  const { fileName, path, content } = file
  const about = {
    fileName,
    ...(path === undefined ? {} : { path }),
    sha256: file.sha256 ?? (await deps.workFiles.sha256Of(content)),
    bytes: content instanceof Uint8Array ? content.length : content.bytes,
  }
  const inspected = await deps.recordReader.inspect(content, { fileName })
  if (!inspected.ok) {
    const mediaType = 'application/octet-stream'
    return [{ ...about, mediaType, ok: false, refusals: inspected.refusals }]
  }
  const { mediaType, pages } = inspected.value
  const inside =
    depth < deepest
      ? await deps.recordReader.unpack(content, { mediaType, folder: await another() })
      : ({ ok: true, value: [] } as const)
  if (!inside.ok) return [{ ...about, mediaType, ok: false, refusals: inside.refusals }]
  const parts: OpenedFile[] = []
  for (const part of inside.value) {
    const within = `${path ?? fileName}/${part.path}`
    const unpackedFrom = { sha256: about.sha256, fileName, path: part.path }
    const { fileName: name, content: bytes } = part
    const sent = { fileName: name, path: within, content: bytes, unpackedFrom }
    parts.push(...(await open(deps, sent, another, depth + 1)))
  }
  if (isArchive(mediaType)) {
    const empty = refuse(proceedingsRefusals, 'archive-empty', 'the archive holds no file')
    return parts.length > 0 ? parts : [{ ...about, mediaType, ok: false, refusals: [empty] }]
  }
  const { unpackedFrom } = file
  return [
    { ...about, mediaType, ok: true, content, pages, ...(unpackedFrom ? { unpackedFrom } : {}) },
    ...parts,
  ]
}

/** What has no page of its own. */
function isArchive(mediaType: string): boolean {
  return /\/(?:x-)?(?:zip|gzip|tar|7z|rar|bzip2)\b/.test(mediaType)
}
