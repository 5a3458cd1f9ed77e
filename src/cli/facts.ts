import { makeRecordReader } from '#engines'
import { type Fact, findFacts } from '#evidence'
import { identifyDocuments } from '#records'
import { findFiles } from './find-letters.ts'
import type { Io } from './io.ts'
import { readRecordFile } from './read-record-file.ts'
import { refusalLine } from './refusal-line.ts'

const help = `openimr facts FILE…|FOLDER --json: the statements that medical records make

Records are PDF, text, pictures (TIFF, JPEG, PNG), DOCX, RTF, HTML, clinical documents (CDA), FHIR
bundles, or archives (ZIP) of these; in a text a form feed begins a new page. Pages that are pictures
are read by OCR. A file within another one comes under both names. One fact on each line:
{"file", "page", "span", "quote", "kind", "concept", "region"?, "level"?, "side"?, "value"?,
"unit"?, "date"?, "assertion", "temporality", "experiencer", "section"?}. The quote is the page's
text at the span. Facts are proposals; a physician confirms them. A utilization review decision
is no medical record and gives none.
Exit status: 0 all read, 1 some refused, 2 wrong usage.

Example:
  npx openimr facts examples/lumbar-mri/records --json`

const kindsOfRecords = /\.(?:pdf|txt|tiff?|jpe?g|png|docx|rtf|html?|xml|json|zip)$/i

/** `openimr facts`: exit status 1 where a file was refused; the others still come. */
export async function factsCommand(
  args: readonly string[],
  io: Pick<Io, 'out' | 'err'>,
): Promise<number> {
  if (args.includes('--help')) {
    io.out(help)
    return 0
  }
  const named = args.filter((arg) => !arg.startsWith('--'))
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--json')
  if (named.length === 0 || unknown !== undefined) {
    io.err(unknown === undefined ? help : `openimr facts does not know "${unknown}".\n\n${help}`)
    return 2
  }
  let status = 0
  const reader = makeRecordReader()
  try {
    const paths = findFiles(named, kindsOfRecords)
    if (paths.length === 0) io.err('no records: the folder has no file of a kind that is read')
    for (const path of paths) {
      for (const { file, reading } of await readRecordFile(path, reader)) {
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
    }
  } finally {
    await reader.close()
  }
  return status
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
