import { copyFile, readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { explainRefusal, type Instant, parsePlainDate, type Result, refuse } from '#foundation'
import type { PartyRole } from '#intake'
import { type Deps, proceedingsRefusals, receiveFiles, type SentFile } from '#proceedings'
import type { Receipt } from '#records'
import type { Command, Io } from './io.ts'
import { openDesk } from './open-desk.ts'

const help = `openimr receive CASE_NUMBER FILE…|FOLDER… [--from PARTY] [--found-on DAY] [--json]

Takes files, folders of files and archives into the record of a case, and prints the receipt: every
file with its pages, its SHA-256, and whether it was received, there already, or refused and why.
Workers read the files afterwards. PARTY is employee, representative, requesting-physician,
claims-administrator (by default), employer or administrative-director; --found-on says when the
sender found them, where they were not sent with the others. Environment: that of "openimr serve".
Exit status: 0 all taken, 1 some refused, 2 wrong usage.

Example:
  npx openimr receive CM26-0000001 ./scans --from employee`

const parties: readonly PartyRole[] = [
  'employee',
  'representative',
  'requesting-physician',
  'claims-administrator',
  'employer',
  'administrative-director',
]

/** `openimr receive`: the same step as an upload. */
export const receive: Command = async (args, io) => {
  if (args.includes('--help')) {
    io.out(help)
    return 0
  }
  const asked = parseArguments(args)
  if (asked === null) {
    io.err(help)
    return 2
  }
  const desk = await openDesk(process.env, io)
  if (!desk.ok) {
    for (const refusal of desk.refusals) io.err(explainRefusal(refusal))
    return 2
  }
  try {
    const received = await receiveAll(desk.value.proceedings, asked)
    if (!received.ok) {
      for (const refusal of received.refusals) io.err(explainRefusal(refusal))
      return 1
    }
    if (asked.asJson) io.out(JSON.stringify(received.value.receipt))
    else sayReceipt(received.value.receipt, io)
    return received.value.receipt.files.some(({ outcome }) => outcome === 'refused') ? 1 : 0
  } finally {
    await desk.value.close()
  }
}

type Asked = {
  readonly caseNumber: string
  readonly paths: readonly string[]
  readonly from: PartyRole
  readonly foundOn: ReturnType<typeof parsePlainDate>
  readonly asJson: boolean
}

function parseArguments(args: readonly string[]): Asked | null {
  const plain: string[] = []
  let from: PartyRole | undefined = 'claims-administrator'
  let foundOn: Asked['foundOn'] = null
  let asJson = false
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? ''
    if (arg === '--json') asJson = true
    else if (arg === '--from') from = parties.find((party) => party === args[(index += 1)])
    else if (arg === '--found-on') {
      foundOn = parsePlainDate(args[(index += 1)] ?? '')
      if (!foundOn) return null
    } else if (arg.startsWith('--')) return null
    else plain.push(arg)
  }
  const [caseNumber, ...paths] = plain
  return caseNumber === undefined || paths.length === 0 || !from
    ? null
    : { caseNumber, paths, from, foundOn, asJson }
}

async function receiveAll(
  deps: Deps,
  { caseNumber, paths, from, foundOn }: Asked,
): Promise<Result<{ readonly receipt: Receipt }>> {
  const row = await deps.cases.rowByNumber(caseNumber)
  if (!row) {
    const because = `there is no case "${caseNumber}"`
    return { ok: false, refusals: [refuse(proceedingsRefusals, 'case-unknown', because)] }
  }
  return deps.workFiles.withFolders(async (another) => {
    const folder = await another()
    const files: SentFile[] = []
    for (const path of paths) {
      for (const { place, name } of await filesAt(path)) {
        // A copy: a file that is changed meanwhile does not change what was received.
        const copy = join(folder, String(files.length))
        await copyFile(place, copy)
        const content = { path: copy, bytes: (await stat(copy)).size }
        files.push({ fileName: basename(place), path: name, content })
      }
    }
    const at = new Date().toISOString() as Instant
    return receiveFiles(deps, { by: { kind: 'system', name: 'openimr receive' }, at }, row.caseId, {
      from,
      files,
      ...(foundOn ? { foundOn } : {}),
    })
  })
}

/** A file, or all files of a folder, with their places in it. */
async function filesAt(
  path: string,
): Promise<readonly { readonly place: string; readonly name: string }[]> {
  const root = resolve(path)
  if (!(await stat(root)).isDirectory()) return [{ place: root, name: basename(root) }]
  const entries = await readdir(root, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((place) => ({ place, name: place.slice(root.length + 1) }))
}

function sayReceipt(receipt: Receipt, io: Pick<Io, 'out'>): void {
  io.out(`Receipt ${receipt.receiptId} for ${receipt.caseNumber}, from the ${receipt.from}:`)
  for (const { path, fileName, outcome, pages, sha256, refusal } of receipt.files) {
    const count = pages === null ? 'pages counted when read' : `${pages} pages`
    const says =
      outcome === 'refused' ? `refused: ${refusal?.because ?? ''}` : `${outcome}, ${count}`
    io.out(`  ${path ?? fileName}: ${says}  ${sha256.slice(0, 12)}…`)
  }
}
