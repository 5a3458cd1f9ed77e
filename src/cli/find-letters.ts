import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The letters that paths name: a file is itself, a folder all PDF and text files in it and below,
 * in the order of their names. A path that does not exist stays, so that opening it is refused.
 */
export function findLetters(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => (isFolder(path) ? lettersIn(path) : [path]))
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function lettersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:pdf|txt)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}
