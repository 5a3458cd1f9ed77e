/** A file that a person chose, with its place in a folder. */
export type ChosenFile = {
  readonly content: File
  readonly fileName: string
  readonly path: string | null
}

/** Files that systems leave in folders; nobody means to send them. */
const leftBySystems: ReadonlySet<string> = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])

/** What was chosen by a field for files or for a folder. */
export function chosenOf(files: readonly File[]): readonly ChosenFile[] {
  return files
    .map((content) => ({
      content,
      fileName: content.name,
      path: content.webkitRelativePath === '' ? null : content.webkitRelativePath,
    }))
    .filter(isMeant)
}

/** What was dropped: files, and all that lies in folders. */
export async function droppedOf(transfer: DataTransfer): Promise<readonly ChosenFile[]> {
  // Entries are gone after the first wait; they are taken out before.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return chosenOf([...transfer.files])
  const found: ChosenFile[] = []
  for (const entry of entries) await gather(entry, found)
  return found.filter(isMeant)
}

async function gather(entry: FileSystemEntry, found: ChosenFile[]): Promise<void> {
  if (isFile(entry)) {
    const content = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    const path = entry.fullPath.replace(/^\//, '')
    found.push({ content, fileName: content.name, path: path.includes('/') ? path : null })
  } else if (isFolder(entry)) {
    const reader = entry.createReader()
    for (;;) {
      // A reader gives a part of a folder at a time.
      const part = await new Promise<readonly FileSystemEntry[]>((resolve, reject) =>
        reader.readEntries(resolve, reject),
      )
      if (part.length === 0) break
      for (const each of part) await gather(each, found)
    }
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

function isMeant({ fileName }: ChosenFile): boolean {
  return !leftBySystems.has(fileName) && !fileName.startsWith('._')
}
