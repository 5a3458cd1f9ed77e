import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The letters that paths name: a file is itself, a folder all PDF and text files in it and below,
 * in the order of their names. A path that does not exist stays, so that opening it is refused.
 */
export function findLetters(paths: readonly string[]): readonly string[] {
  return findFiles(paths, /\.(?:pdf|txt)$/i)
}

/** The same, of files whose names look like `kinds`. */
export function findFiles(paths: readonly string[], kinds: RegExp): readonly string[] {
  return paths.flatMap((path) => (isFolder(path) ? filesIn(path, kinds) : [path]))
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function filesIn(folder: string, kinds: RegExp): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && kinds.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}
