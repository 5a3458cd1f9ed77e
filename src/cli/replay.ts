import { tmpdir } from 'node:os'
import { makeApplicationForms, makeLetterPrinter, makePdfReader, makeRecordReader } from '#engines'
import { isNonEmpty, ok, type Refusal, type Result } from '#foundation'
import type { ReadLetter } from '#letters'
import type { Deps } from '#proceedings'
import type { Reviewer } from '#reviewers'
import { makeMemoryArtifactStore, makeMemoryCaseStore, makeWorkFiles } from '#store'
import { findLetters } from './find-letters.ts'
import type { Command } from './io.ts'
import { exampleOrganization } from './make-deps.ts'
import { readLetterFile } from './read.ts'
import { refusalLine, sayCount, sayRefusal } from './refusal-line.ts'
import { replayLetter } from './replay-letter.ts'

const help = `openimr replay LETTER… [--json]: carries real determination letters through a case

Each letter is read, opened as a case, decided as it records, printed as our letter, and read
again; the two readings are compared field by field. What a case needs and a letter does not say
stands in, is named, and is not printed.

Example:
  npx openimr replay ../shared/data/seeds/*.txt ../shared/data/dwc/pdf/*.pdf`

/** `openimr replay`: exit status 1 where a letter was refused; differences are listed, not hidden. */
export const replay: Command = async (args, io) => {
  const paths = args.filter((arg) => !arg.startsWith('--'))
  if (args.includes('--help')) {
    io.out(help)
    return 0
  }
  if (paths.length === 0 || args.some((arg) => arg.startsWith('--') && arg !== '--json')) {
    io.err(help)
    return 2
  }
  const asJson = args.includes('--json')
  const pdf = makePdfReader()
  const forms = makeApplicationForms()
  const recordReader = makeRecordReader()
  const printer = makeLetterPrinter()
  const depsFor = (reviewer: Reviewer, caseNumber: string): Deps => {
    let ids = 0
    return {
      cases: { ...makeMemoryCaseStore(), nextCaseNumber: async () => caseNumber },
      artifacts: makeMemoryArtifactStore(),
      pdf,
      recordReader,
      workFiles: makeWorkFiles(tmpdir()),
      printer,
      forms,
      reviewers: { list: async () => [reviewer], get: async () => reviewer },
      organization: exampleOrganization,
      newId: () => `replay-${(ids += 1)}`,
    }
  }
  const files = findLetters(paths)
  let equal = 0
  let refusedLetters = 0
  try {
    for (const [index, file] of files.entries()) {
      io.progress(`${index + 1} of ${files.length}: ${file}`)
      const read = await readWithRecord(file, pdf, printer)
      const replayed = read.ok
        ? await replayLetter(depsFor, read.value.letter, read.value.record)
        : read
      if (!replayed.ok) {
        refusedLetters += 1
        const refusals: readonly Refusal[] = replayed.refusals
        if (isNonEmpty(refusals)) {
          io.out(asJson ? refusalLine({ file }, refusals) : sayRefusal(file, refusals))
        }
        continue
      }
      const { differences, standIns } = replayed.value
      if (differences.length === 0) equal += 1
      if (asJson) {
        io.out(JSON.stringify({ file, equal: differences.length === 0, differences, standIns }))
      } else {
        io.out(
          `${file}: ${differences.length === 0 ? 'equal' : sayCount(differences.length, 'difference')}`,
        )
        for (const { field, first, second } of differences) {
          io.out(
            `  ${field}\n    first:  ${JSON.stringify(first)}\n    second: ${JSON.stringify(second)}`,
          )
        }
      }
    }
  } finally {
    await Promise.all([pdf.close(), recordReader.close(), printer.close(), forms.close()])
  }
  io.err(
    `${sayCount(files.length, 'letter')}: ${equal} equal, ${files.length - equal - refusedLetters} with differences, ${refusedLetters} refused`,
  )
  return refusedLetters > 0 ? 1 : 0
}

/** The letter, and a page with its summary to stand in for the medical records. */
async function readWithRecord(
  file: string,
  pdf: Deps['pdf'],
  printer: Deps['printer'],
): Promise<Result<{ readonly letter: ReadLetter; readonly record: Uint8Array }>> {
  const letter = await readLetterFile(file, () => pdf)
  if (!letter.ok) return letter
  const record = await printer.printNotice({
    title: 'Letter of summary of the medical records, as published',
    date: '',
    blocks: [{ kind: 'paragraph', text: letter.value.caseSummary || '(none)' }],
  })
  return ok({ letter: letter.value, record })
}
