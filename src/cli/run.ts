import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { makeLetterExporter } from '#engines'
import { explainRefusal } from '#foundation'
import {
  composeLetter,
  type Deps,
  exportBundle,
  getBytes,
  loadCase,
  recallPublished,
} from '#proceedings'
import { readCaseFolder } from './case-folder.ts'
import { conduct } from './conduct.ts'
import type { Command, Io } from './io.ts'
import { makeMemoryDeps } from './make-deps.ts'

const help = `openimr run CASE_FOLDER [--out DIR]: takes a case the whole way

The folder holds the application, the records and what each person did (docs/reference/case-folder.md).
Writes to DIR (out/<folder> by default): the served letter as PDF, DOCX and HTML, the public letter
as PDF, HTML and text, the assignment notice, the proof of service, the determination as JSON, the
deadline and conflict certificates, and the case bundle for "openimr verify". Stops where a person's
act is missing and says whose; what was reached is written.

Example:
  npx openimr run examples/lumbar-mri`

/** `openimr run`: exit status 1 where the case could not be carried to its end. */
export const run: Command = async (args, io) => {
  const outAt = args.indexOf('--out')
  const out = outAt >= 0 ? args[outAt + 1] : undefined
  const folders = args.filter((_, index) => outAt < 0 || (index !== outAt && index !== outAt + 1))
  const [path] = folders
  const unknown = folders.find((arg) => arg.startsWith('-'))
  if (args.includes('--help')) {
    io.out(help)
    return 0
  }
  if (
    folders.length !== 1 ||
    path === undefined ||
    unknown !== undefined ||
    (outAt >= 0 && (out === undefined || out.startsWith('-')))
  ) {
    io.err(unknown === undefined ? help : `openimr run does not know "${unknown}".\n\n${help}`)
    return 2
  }
  const folder = readCaseFolder(resolve(path))
  if (!folder.ok) {
    for (const refusal of folder.refusals) io.err(explainRefusal(refusal))
    return 1
  }
  const deps = makeMemoryDeps(folder.value.reviewers)
  try {
    const conducted = await conduct(deps, folder.value, (step) => io.err(`· ${step}`))
    const target = resolve(out ?? join('out', basename(folder.value.path)))
    if (conducted.caseId !== null) await writeAll(deps, conducted.caseId, target, io)
    if (!conducted.stopped) {
      io.out(`${conducted.caseNumber}: the whole way. Check it: npx openimr verify ${target}/*.zip`)
      return 0
    }
    io.err(`Stopped at "${conducted.stopped.step}":`)
    for (const refusal of conducted.stopped.refusals) io.err(`  ${explainRefusal(refusal)}`)
    return 1
  } finally {
    await deps.close()
  }
}

async function writeAll(deps: Deps, caseId: string, target: string, io: Io): Promise<void> {
  mkdirSync(target, { recursive: true })
  const write = (name: string, content: Uint8Array | string): void => {
    writeFileSync(join(target, name), content)
    io.out(join(target, name))
  }
  const state = await loadCase(deps, caseId)
  if (!state.ok) return
  const { determination, servedLetter } = state.value
  if (servedLetter) write('determination-letter.pdf', await getBytes(deps.artifacts, servedLetter))
  const exporter = makeLetterExporter({ organizationName: deps.organization.name })
  const served = await composeLetter(deps, caseId)
  if (served.ok) {
    write('determination-letter.docx', await exporter.exportServedLetterDocx(served.value))
    write('determination-letter.html', exporter.exportServedLetterHtml(served.value))
  }
  const published = await recallPublished(deps, caseId)
  if (published.ok) {
    write('public-letter.html', exporter.exportPublicLetterHtml(published.value))
  }
  if (determination) write('determination.json', await getBytes(deps.artifacts, determination))
  for (const { event } of await deps.cases.load(caseId)) {
    if (event.type === 'DeterminationPublished') {
      write('public-letter.pdf', await getBytes(deps.artifacts, event.letter))
      write('public-letter.txt', await getBytes(deps.artifacts, event.text))
    }
    if (event.type === 'ReviewAssigned') {
      write('assignment-notice.pdf', await getBytes(deps.artifacts, event.notice))
    }
    if (event.type === 'DeterminationServed') {
      write('proof-of-service.pdf', await getBytes(deps.artifacts, event.proof))
    }
    if (event.type === 'ClockStarted') {
      write(`deadline-${event.clock}.json`, await getBytes(deps.artifacts, event.certificate))
    }
    if (event.type === 'ReviewerSelected') {
      write('conflict-certificate.json', await getBytes(deps.artifacts, event.conflictCertificate))
    }
  }
  const bundle = await exportBundle(deps, caseId)
  if (bundle.ok) {
    const path = join(target, bundle.value.fileName)
    await pipeline(Readable.from(bundle.value.parts), createWriteStream(path))
    io.out(path)
  } else {
    for (const refusal of bundle.refusals) io.err(`  ${explainRefusal(refusal)}`)
  }
}
