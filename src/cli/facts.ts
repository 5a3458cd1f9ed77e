import { readFileSync } from 'node:fs'
import { type ClosablePdfReader, makePdfReader } from '#engines'
import { type Fact, findFacts } from '#evidence'
import { ok, type Result, refuse, refused } from '#foundation'
import { sha256Of } from '#integrity'
import { type FileReading, identifyDocuments } from '#records'
import { findLetters } from './find-letters.ts'
import type { Io } from './io.ts'
import { refusalLine } from './refusal-line.ts'
import { cliRefusals } from './refusals.ts'

const help = `openimr facts FILE…|FOLDER --json: the statements that medical records make

Records are PDF or text; in a text a form feed begins a new page. One fact on each line:
{"file", "page", "span", "quote", "kind", "concept", "region"?, "level"?, "side"?, "value"?,
"unit"?, "date"?, "assertion", "temporality", "experiencer", "section"?}. The quote is the page's
text at the span. Facts are proposals; a physician confirms them. A utilization review decision
is no medical record and gives none.
Exit status: 0 all read, 1 some refused, 2 wrong usage.

Example:
  npx openimr facts examples/lumbar-mri/records --json`

/** `openimr facts`: exit status 1 where a file was refused; the others still come. */
export async function factsCommand(
  args: readonly string[],
  io: Pick<Io, 'out' | 'err'>,
): Promise<number> {
  if (args.includes('--help')) {
    io.out(help)
    return 0
  }
  const paths = args.filter((arg) => !arg.startsWith('--'))
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--json')
  if (paths.length === 0 || unknown !== undefined) {
    io.err(unknown === undefined ? help : `openimr facts does not know "${unknown}".\n\n${help}`)
    return 2
  }
  let status = 0
  let pdf: ClosablePdfReader | null = null
  const reader = (): ClosablePdfReader => {
    pdf ??= makePdfReader()
    return pdf
  }
  try {
    const files = findLetters(paths)
    if (files.length === 0) io.err('no records: the folder has no PDF and no text file')
    for (const file of files) {
      const reading = await readRecordFile(file, reader)
      if (!reading.ok) {
        status = 1
        io.out(refusalLine({ file }, reading.refusals))
        continue
      }
      const documents = identifyDocuments(reading.value, { fileId: 'file', fileName: file })
      for (const fact of findFacts(documents, new Map([['file', reading.value]]))) {
        io.out(JSON.stringify(printed(file, fact)))
      }
    }
  } finally {
    await closeReader(pdf)
  }
  return status
}

/** Whether it has characters that no text has: a picture, an archive or another file of bytes. */
function isBinary(text: string): boolean {
  return Array.from(text).some((character) => {
    const code = character.codePointAt(0) ?? 0
    return code < 9 || (code > 13 && code < 32 && code !== 27)
  })
}

async function closeReader(pdf: ClosablePdfReader | null): Promise<void> {
  await pdf?.close()
}

async function readRecordFile(
  file: string,
  reader: () => ClosablePdfReader,
): Promise<Result<FileReading>> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch {
    return refused(refuse(cliRefusals, 'file-cannot-be-opened', 'the file cannot be opened', file))
  }
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return reader().read(bytes)
  const whole = decode(bytes)
  if (whole.trim() === '' || isBinary(whole)) {
    return refused(refuse(cliRefusals, 'not-a-record', 'it is neither a PDF nor a text', file))
  }
  const pages = whole.split('\f')
  return ok({
    sha256: sha256Of(bytes),
    engine: 'text',
    remarks: [],
    pages: pages.map((text, index) => ({
      page: index + 1,
      width: 612,
      height: 792,
      text,
      words: [],
      source: 'layer' as const,
    })),
  })
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** A fact in the shape of the command-line contract: one level, or several joined by a comma. */
function printed(file: string, fact: Fact): Record<string, unknown> {
  const { citation, factId: _, levels, kind, concept, ...rest } = fact
  return {
    file,
    page: citation.page,
    span: citation.span,
    quote: citation.quote,
    kind,
    concept,
    ...(levels === undefined ? {} : { level: levels.join(', ') }),
    ...rest,
  }
}
