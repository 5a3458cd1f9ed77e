import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { type DeadlineCertificate, verifyDeadlineCertificate } from '#deadlines'
import { type ByteSource, verifyBundle } from '#integrity'
import { verifyConflictCertificate } from '#reviewers'
import { findListDefect } from './check-lists.ts'
import type { Command } from './io.ts'

const help = `openimr verify BUNDLE…: checks case bundles, offline

Says whether every event, file and certificate is intact, and every list of documents that of
its ledger, page for page; names the first that is not.
--json answers one JSON line for each bundle.

Example:
  npx openimr verify out/lumbar-mri/CM16-0000001.openimr.zip`

/** `openimr verify`: exit status 1 where a bundle is not intact or cannot be read. */
export const verify: Command = async (args, io) => {
  const files = args.filter((arg) => !arg.startsWith('--'))
  const asJson = args.includes('--json')
  if (args.includes('--help')) {
    io.out(help)
    return 0
  }
  if (files.length === 0 || args.some((arg) => arg.startsWith('--') && arg !== '--json')) {
    io.err(help)
    return 2
  }
  let broken = 0
  for (const file of files) {
    const checked = check(file)
    if (!checked.intact) broken += 1
    if (asJson) {
      io.out(JSON.stringify({ file, ...checked, ...refusalOf(checked) }))
    } else if (checked.intact) {
      io.out(
        `${file}: intact. ${checked.caseNumber}: ${checked.events} events, ${checked.files} files, ${checked.certificates} certificates. Head ${checked.head}`,
      )
    } else {
      io.out(`${file}: NOT INTACT. ${checked.what}: ${checked.because}`)
    }
  }
  return broken > 0 ? 1 : 0
}

/** What is not intact, in the shape that every command refuses in. */
function refusalOf(checked: Checked): Record<string, unknown> {
  if (checked.intact) return {}
  const next =
    checked.what === 'the file'
      ? 'Check the path and the permission to read it.'
      : 'Get the bundle once more from where it was written; do not rely on this one.'
  const message = `${checked.what}: ${checked.because}`
  return { refusal: { code: 'bundle-not-intact', message, next } }
}

type Checked =
  | {
      readonly intact: true
      readonly caseNumber: string
      readonly head: string
      readonly events: number
      readonly files: number
      readonly certificates: number
    }
  | { readonly intact: false; readonly what: string; readonly because: string }

function check(file: string): Checked {
  let opened: number
  try {
    opened = openSync(file, 'r')
  } catch {
    return { intact: false, what: 'the file', because: 'it cannot be opened' }
  }
  try {
    return checkSource(sourceOfFile(opened))
  } catch (fault) {
    if (!(fault instanceof Error && 'syscall' in fault)) throw fault
    return { intact: false, what: 'the file', because: 'it cannot be read' }
  } finally {
    closeSync(opened)
  }
}

/** A file on the disk, which is not held. */
function sourceOfFile(file: number): ByteSource {
  return {
    bytes: fstatSync(file).size,
    read(at, length) {
      const content = Buffer.allocUnsafe(length)
      for (let filled = 0; filled < length; ) {
        const read = readSync(file, content, filled, length - filled, at + filled)
        // A file that is cut off meanwhile reads as zeros, which no bundle is intact with.
        if (read === 0) return content.fill(0, filled)
        filled += read
      }
      return content
    },
  }
}

function checkSource(bundle: ByteSource): Checked {
  let certificates = 0
  const verified = verifyBundle(bundle, {
    checkCertificate: (kind, certificate) => {
      certificates += 1
      return checkCertificate(kind, certificate)
    },
  })
  if (!verified.intact) return { intact: false, ...verified.first }
  const defect = findListDefect(verified.events, verified.artifacts)
  if (defect) return { intact: false, ...defect }
  return {
    intact: true,
    caseNumber: verified.manifest.caseNumber,
    head: verified.manifest.head,
    events: verified.events.length,
    files: verified.artifacts.size,
    certificates,
  }
}

function checkCertificate(kind: string, certificate: unknown): string | null {
  if (kind === 'deadline-certificate') {
    const checked = verifyDeadlineCertificate(certificate as DeadlineCertificate)
    return checked.ok ? null : checked.because
  }
  if (kind === 'conflict-certificate') return verifyConflictCertificate(certificate)
  return null
}
