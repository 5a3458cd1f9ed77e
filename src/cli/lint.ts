import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { type Determination, type Finding, lintDetermination } from '#determination'
import { type ClosablePdfReader, makePdfReader } from '#engines'
import { isNonEmpty, type Refusal, type Result, refuse, refused } from '#foundation'
import { findLetters } from './find-letters.ts'
import type { Command, Io } from './io.ts'
import { parseDraft } from './parse-draft.ts'
import { readLetterFile } from './read.ts'
import { refusalLine, sayCount, sayRefusal } from './refusal-line.ts'
import { cliRefusals } from './refusals.ts'

const help = `openimr lint FILE…|FOLDER [--json]: looks for defects in determinations

Letters as PDF or text, and drafts as JSON (*.json, the shape that "openimr read" prints). A folder
gives all letters in it. With --json one object per file: {"file", "findings": [{"code",
"severity", "issue"?, "part"?, "message", "span"?, "quote"}]}; the span counts in the text of the
part named, issues count from 1. "blocking" stops a letter, "warning" is worth a look, "note" may
well be right. Findings do not change the exit status: 0 all read, 1 some refused, 2 wrong usage.

Example:
  npx openimr lint conformance/letters/f1b-damaged.txt --json`

/** `openimr lint`: exit status 1 where a file was refused; the others are still looked at. */
export const lint: Command = async (args, io) => {
  if (args.includes('--help')) {
    io.out(help)
    return 0
  }
  const paths = args.filter((arg) => !arg.startsWith('--'))
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--json')
  if (paths.length === 0 || unknown !== undefined) {
    io.err(unknown === undefined ? help : `openimr lint does not know "${unknown}".\n\n${help}`)
    return 2
  }
  const asJson = args.includes('--json')
  const say = asJson ? sayAsJson : sayInWords
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
      io.progress(`${index + 1} of ${files.length}: ${file}`)
      const read = await readAny(file, reader)
      if (read.ok) say(file, lintDetermination(read.value), io)
      else {
        refusedFiles += 1
        const refusals: readonly Refusal[] = read.refusals
        if (isNonEmpty(refusals)) {
          io.out(asJson ? refusalLine({ file }, refusals) : sayRefusal(file, refusals))
        }
      }
    }
  } finally {
    await closeReader(pdf)
  }
  if (files.length === 0) io.err('no letters: the folder has no PDF and no text file')
  return refusedFiles > 0 ? 1 : 0
}

async function closeReader(pdf: ClosablePdfReader | null): Promise<void> {
  await pdf?.close()
}

async function readAny(
  file: string,
  reader: () => ClosablePdfReader,
): Promise<Result<Determination>> {
  if (extname(file).toLowerCase() !== '.json') return readLetterFile(file, reader)
  try {
    return parseDraft(readFileSync(file, 'utf8'), file)
  } catch {
    return refused(refuse(cliRefusals, 'file-cannot-be-opened', 'the file cannot be opened', file))
  }
}

/** In the shape of the command-line contract: the quote is always there, empty where none fits. */
function sayAsJson(file: string, findings: readonly Finding[], io: Pick<Io, 'out'>): void {
  io.out(
    JSON.stringify({
      file,
      findings: findings.map(({ code, severity, issue, part, message, span, quote }) => ({
        code,
        severity,
        ...(issue === undefined ? {} : { issue }),
        ...(part === undefined ? {} : { part }),
        message,
        ...(span === undefined ? {} : { span }),
        quote: quote ?? '',
      })),
    }),
  )
}

function sayInWords(file: string, findings: readonly Finding[], io: Pick<Io, 'out'>): void {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length
  io.out(
    `${file}: ${count('blocking')} blocking, ${sayCount(count('warning'), 'warning')}, ${sayCount(count('note'), 'note')}`,
  )
  for (const { code, severity, issue, message, quote } of findings) {
    const place = issue === undefined ? '' : `issue ${issue}: `
    const words = quote === undefined ? '' : `\n      "${short(quote)}"`
    io.out(`  ${severity}: ${place}${message} (${code})${words}`)
  }
}

function short(quote: string): string {
  return quote.length > 120 ? `${quote.slice(0, 117)}…` : quote
}
