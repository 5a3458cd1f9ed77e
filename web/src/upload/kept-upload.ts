import type { Memory } from './send-file.ts'

/**
 * Remembers in this browser which upload a file belongs to. The same file, chosen again after the
 * page was closed, is known by its name, place, size and last change.
 */
export function keptUpload(
  caseId: string,
  from: string,
  file: {
    readonly fileName: string
    readonly path: string | null
    readonly bytes: number
    readonly changedAt: number
  },
): Memory {
  const key = `openimr.upload.${[caseId, from, file.path ?? file.fileName, file.bytes, file.changedAt].join('|')}`
  return {
    read: () => localStorage.getItem(key),
    keep: (uploadId) => localStorage.setItem(key, uploadId),
    forget: () => localStorage.removeItem(key),
  }
}
