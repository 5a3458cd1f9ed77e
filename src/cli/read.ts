import { readFileSync } from 'node:fs'
import { type ClosablePdfReader, makePdfReader } from '#engines'
import { isNonEmpty, type Result, refuse, refused } from '#foundation'
import { sha256Of } from '#integrity'
import { type ReadLetter, readLetterPages, readLetterText } from '#letters'
import { findLetters } from './find-letters.ts'
import type { Io } from './io.ts'
import { refusalLine, sayCount, sayRefusal } from './refusal-line.ts'
import { cliRefusals } from './refusals.ts'

const help = `openimr read FILE…|FOLDER [--json]: reads determination letters, PDF or text

Every layout of the published letters, encrypted PDFs with an empty password too. A folder gives
all letters in it. With --json one object per letter (determination.schema.json, with "findings"
and "notFound"), and {"file", "refusal"} for each file that was refused; else a summary in words.
Exit status: 0 all read, 1 some refused, 2 wrong usage.

Example:
  npx openimr read conformance/letters --json`

/** What reading needs of the terminal. */
export type ReadIo = Pick<Io, 'out' | 'err'> & Partial<Pick<Io, 'progress'>>

/** `openimr read`: exit status 1 where a file was refused; the others are still printed. */
export async function read(args: readonly string[], io: ReadIo): Promise<number> {
  if (args.includes('--help')) {
    io.out(help)
    return 0
  }
  const paths = args.filter((arg) => !arg.startsWith('--'))
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--json')
  if (paths.length === 0 || unknown !== undefined) {
    io.err(unknown === undefined ? help : `openimr read does not know "${unknown}".\n\n${help}`)
    return 2
  }
  const asJson = args.includes('--json')
  const files = findLetters(paths)
  let refusedFiles = 0
  // Started at the first PDF: texts need no engine.
  let pdf: ClosablePdfReader | null = null
  const reader = () => {
    pdf ??= makePdfReader()
    return pdf
  }
  try {
    for (const [index, file] of files.entries()) {
      io.progress?.(`${index + 1} of ${files.length}: ${file}`)
      const letter = await readLetterFile(file, reader)
      if (!letter.ok) {
        refusedFiles += 1
        io.out(asJson ? refusalLine({ file }, letter.refusals) : sayRefusal(file, letter.refusals))
      } else if (asJson) io.out(JSON.stringify(letter.value))
      else for (const line of sayLetter(letter.value)) io.out(line)
    }
  } finally {
    await closeReader(pdf)
  }
  if (files.length === 0) io.err('no letters: the folder has no PDF and no text file')
  else
    io.err(
      `${sayCount(files.length, 'file')}: ${files.length - refusedFiles} read, ${refusedFiles} refused`,
    )
  return refusedFiles > 0 ? 1 : 0
}

async function closeReader(pdf: ClosablePdfReader | null): Promise<void> {
  await pdf?.close()
}

/** Reads one file: PDF by its first bytes, else text (UTF-8, or Windows-1252 where it is not). */
export async function readLetterFile(
  file: string,
  reader: () => Pick<ClosablePdfReader, 'read'>,
): Promise<Result<ReadLetter>> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch {
    return refused(refuse(cliRefusals, 'file-cannot-be-opened', 'the file cannot be opened', file))
  }
  const about = { file, sha256: sha256Of(bytes) }
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) {
    const reading = await reader().read(bytes)
    return reading.ok ? readLetterPages(reading.value.pages, about) : reading
  }
  return readLetterText(decode(bytes), about)
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function sayLetter(letter: ReadLetter): readonly string[] {
  const { reviewer } = letter
  return [
    `${letter.file}: ${letter.caseNumber ?? 'no case number'}, ${letter.format}, ${letter.outcome}, decided ${letter.decisionDate ?? 'on an unknown day'}`,
    `  reviewer: ${reviewer.specialties.join(', ') || 'not found'}; licensed in ${reviewer.licensure.join(', ') || 'not found'}`,
    ...letter.issues.map(
      (issue, index) =>
        `  ${index + 1}. ${issue.decision}: ${issue.treatment}${issue.category ? ` [${issue.category}: ${issue.subcategory}]` : ''}`,
    ),
    ...letter.findings.map(
      ({ code, message, where }) => `  note: ${where ? `${where}: ` : ''}${message} (${code})`,
    ),
    ...(isNonEmpty(letter.notFound) ? [`  not found: ${letter.notFound.join(', ')}`] : []),
  ]
}
