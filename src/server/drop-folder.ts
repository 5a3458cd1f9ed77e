import { randomUUID } from 'node:crypto'
import type { Dirent } from 'node:fs'
import {
  copyFile,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { type Instant, parsePlainDate, type Refusal, type Result, refuse } from '#foundation'
import { type Deps, printReceipt, receiveFiles, type SentFile } from '#proceedings'
import type { Receipt } from '#records'
import { serverRefusals } from './refusals.ts'

export type DropWatch = {
  /** Looks once, now; answers how many deliveries were taken or refused. */
  look(): Promise<number>
  /** No further delivery is begun; resolves when the last one has ended. */
  stop(): Promise<void>
}

/**
 * Takes deliveries out of a folder (docs/how-to/send-files-by-folder.md). A delivery is a folder
 * below it: with a `manifest.json` that names its files, or named by the case number and closed by
 * a file `.done`. It is taken when it is complete and nobody has written to it for some seconds.
 * Several servers may watch one folder: who renames a delivery first has it; one that was left by a
 * server that died is taken again, and what it had received already is then named as such.
 */
export function startDropWatch(deps: {
  readonly folder: string
  readonly proceedings: Deps
  now(): Instant
  readonly intervalSeconds?: number
  /** A file that changed within so many seconds may still be on its way. */
  readonly quietSeconds?: number
  /** A delivery that its taker has not touched for so long is taken again. */
  readonly leftAfterSeconds?: number
  onFault?(fault: unknown): void
}): DropWatch {
  const { folder } = deps
  const quiet = (deps.quietSeconds ?? 5) * 1000
  const leftAfter = (deps.leftAfterSeconds ?? 900) * 1000
  let stopped = false
  let running: Promise<unknown> = Promise.resolve()

  const look = async (): Promise<number> => {
    for (const own of [taking, receipts, refusedFolder]) {
      await mkdir(join(folder, own), { recursive: true, mode: 0o700 })
    }
    await giveBackWhatWasLeft(folder, leftAfter)
    let taken = 0
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (stopped) break
      if (!entry.isDirectory() || isOurs(entry.name)) continue
      const delivery = await completeDelivery(join(folder, entry.name), entry.name, quiet)
      if (delivery && (await take(deps, entry.name, delivery))) taken += 1
    }
    return taken
  }

  const timer = setInterval(
    () => {
      running = running
        .then(() => (stopped ? 0 : look()))
        .catch((fault: unknown) => deps.onFault?.(fault))
    },
    (deps.intervalSeconds ?? 5) * 1000,
  )
  timer.unref()
  return {
    look,
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}

const taking = '.taking'
const receipts = 'receipts'
const refusedFolder = 'refused'

function isOurs(name: string): boolean {
  return name.startsWith('.') || name === receipts || name === refusedFolder
}

const parties = [
  'employee',
  'representative',
  'requesting-physician',
  'claims-administrator',
  'employer',
  'administrative-director',
] as const

const manifestShape = z.strictObject({
  caseNumber: z.string().min(1).max(40),
  from: z.enum(parties).default('claims-administrator'),
  foundOn: z.iso.date().optional(),
  files: z
    .array(
      z.strictObject({
        path: z.string().min(1).max(1000),
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/i)
          .optional(),
        bytes: z.int().min(0).optional(),
      }),
    )
    .min(1)
    .max(10_000),
})

type Delivery = z.output<typeof manifestShape> | { readonly because: string }

/** What the folder holds; null while it is not complete. */
async function completeDelivery(
  path: string,
  name: string,
  quiet: number,
): Promise<Delivery | null> {
  const text = await readFile(join(path, 'manifest.json'), 'utf8').catch(() => null)
  const delivery = text === null ? await folderOfCase(path, name) : parseManifest(text)
  if (delivery === null) return null
  if ('because' in delivery) {
    const changed = (await stat(join(path, 'manifest.json')).catch(() => null))?.mtimeMs ?? 0
    return Date.now() - changed < quiet ? null : delivery
  }
  for (const file of delivery.files) {
    const found = await lstat(join(path, file.path)).catch(() => null)
    if (!found?.isFile()) return null
    if (file.bytes !== undefined && found.size !== file.bytes) return null
    if (Date.now() - found.mtimeMs < quiet) return null
  }
  return delivery
}

function parseManifest(text: string): Delivery {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { because: 'manifest.json is not JSON' }
  }
  const parsed = manifestShape.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { because: `manifest.json: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}` }
  }
  const outside = parsed.data.files.find(({ path }) => !isInside(path))
  return outside ? { because: `manifest.json: "${outside.path}" is no path below it` } : parsed.data
}

function isInside(path: string): boolean {
  return (
    !path.startsWith('/') &&
    !path.includes('\\') &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  )
}

/** `CM26-0000001`, or `CM26-0000001 employee` to say who sends; null before `.done` is there. */
async function folderOfCase(path: string, name: string): Promise<Delivery | null> {
  if (!(await lstat(join(path, '.done')).catch(() => null))?.isFile()) return null
  const [, caseNumber = '', from = 'claims-administrator'] = /^(\S+)(?: (\S+))?$/.exec(name) ?? []
  const parsed = manifestShape.safeParse({ caseNumber, from, files: await filesIn(path, '') })
  return parsed.success
    ? parsed.data
    : { because: `the folder is empty, or "${name}" is no case number with its sender` }
}

async function filesIn(folder: string, within: string): Promise<{ readonly path: string }[]> {
  const found: { readonly path: string }[] = []
  const entries: readonly Dirent[] = await readdir(join(folder, within), { withFileTypes: true })
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = within === '' ? entry.name : `${within}/${entry.name}`
    if (entry.isDirectory()) found.push(...(await filesIn(folder, path)))
    else if (entry.isFile()) found.push({ path })
  }
  return found
}

/** False where another server was faster, or the delivery has to wait. */
async function take(
  deps: Parameters<typeof startDropWatch>[0],
  name: string,
  delivery: Delivery,
): Promise<boolean> {
  const { folder, proceedings } = deps
  const claimed = join(folder, taking, `${name}.${randomUUID()}`)
  try {
    await rename(join(folder, name), claimed)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw fault
  }
  const now = new Date()
  await utimes(claimed, now, now)
  const alive = setInterval(() => {
    const then = new Date()
    utimes(claimed, then, then).catch(() => undefined)
  }, 30_000)
  try {
    const received = await receive(deps, claimed, delivery)
    if (received.ok) {
      await writeReceipt(proceedings, folder, name, received.value)
      await moveRefused(folder, name, claimed, received.value.receipt)
      await rm(claimed, { recursive: true, force: true })
      return true
    }
    const [first] = received.refusals
    if (first.code === 'storage-full' || first.code === 'case-changed-meanwhile') {
      await rename(claimed, join(folder, name))
      return false
    }
    await refuseAll(folder, name, claimed, received.refusals)
    return true
  } finally {
    clearInterval(alive)
  }
}

type Received = { readonly caseId: string; readonly receipt: Receipt }

async function receive(
  { proceedings, now }: Pick<Parameters<typeof startDropWatch>[0], 'proceedings' | 'now'>,
  claimed: string,
  delivery: Delivery,
): Promise<Result<Received>> {
  if ('because' in delivery) return no('delivery-unreadable', delivery.because)
  const { caseNumber, from, foundOn, files } = delivery
  const row = await proceedings.cases.rowByNumber(caseNumber)
  if (!row) return no('case-unknown', `there is no case "${caseNumber}"`)
  return proceedings.workFiles.withFolders(async (another) => {
    const folder = await another()
    const sent: SentFile[] = []
    for (const [index, { path, sha256 }] of files.entries()) {
      // A copy: whoever still has the file open cannot change what was received.
      const copy = join(folder, String(index))
      await copyFile(join(claimed, path), copy)
      const content = { path: copy, bytes: (await stat(copy)).size }
      const found = await proceedings.workFiles.sha256Of(content)
      if (sha256 !== undefined && sha256.toLowerCase() !== found) {
        const because = `${path} has the SHA-256 ${found}, the manifest says ${sha256}`
        return no('upload-damaged', because)
      }
      sent.push({ fileName: path.split('/').at(-1) ?? path, path, content, sha256: found })
    }
    const day = foundOn === undefined ? null : parsePlainDate(foundOn)
    const act = { by: { kind: 'system', name: 'drop-folder' }, at: now() } as const
    return receiveFiles(proceedings, act, row.caseId, {
      from,
      files: sent,
      ...(day ? { foundOn: day } : {}),
    })
  })
}

function no(code: keyof typeof serverRefusals, because: string): Result<never> {
  return { ok: false, refusals: [refuse(serverRefusals, code, because)] }
}

async function writeReceipt(
  proceedings: Deps,
  folder: string,
  name: string,
  { caseId, receipt }: Received,
): Promise<void> {
  const target = join(folder, receipts, `${name} ${receipt.receiptId}`)
  await writeWhole(`${target}.json`, `${JSON.stringify(receipt, null, 2)}\n`)
  const printed = await printReceipt(proceedings, caseId, receipt.receiptId)
  if (printed.ok) await writeWhole(`${target}.pdf`, printed.value)
}

/** Files of a delivery that were not taken stay with their senders, each with its reason. */
async function moveRefused(
  folder: string,
  name: string,
  claimed: string,
  receipt: Receipt,
): Promise<void> {
  for (const { path, outcome, refusal } of receipt.files) {
    if (outcome !== 'refused' || path === undefined) continue
    const from = join(claimed, path)
    const target = join(folder, refusedFolder, `${name} ${receipt.receiptId}`, path)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await writeWhole(`${target}.reason.json`, `${JSON.stringify(refusal, null, 2)}\n`)
    // What lay in an archive is refused in words; the archive itself was taken apart.
    if ((await lstat(from).catch(() => null))?.isFile()) await rename(from, target)
  }
}

async function refuseAll(
  folder: string,
  name: string,
  claimed: string,
  refusals: readonly Refusal[],
): Promise<void> {
  const target = join(folder, refusedFolder, `${name} ${randomUUID().slice(0, 8)}`)
  const reasons = refusals.map(({ code, because, where, next }) => ({ code, because, where, next }))
  await writeWhole(`${target}.reason.json`, `${JSON.stringify(reasons, null, 2)}\n`)
  await rename(claimed, target)
}

async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const partial = `${path}.${randomUUID()}.partial`
  await writeFile(partial, content, { mode: 0o600 })
  await rename(partial, path)
}

/** A server died over a delivery: it lies where it was dropped again. */
async function giveBackWhatWasLeft(folder: string, leftAfter: number): Promise<void> {
  for (const name of await readdir(join(folder, taking))) {
    const claimed = join(folder, taking, name)
    const touched = (await stat(claimed).catch(() => null))?.mtimeMs
    if (touched === undefined || Date.now() - touched < leftAfter) continue
    const original = name.slice(0, -'.'.length - 36)
    await rename(claimed, join(folder, original)).catch(() => undefined)
  }
}
