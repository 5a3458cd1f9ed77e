import { createHash } from 'node:crypto'
import { chownSync, lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseUnavailableError } from './faults.ts'

/** Where the parts of one embedded server lie. */
export type ServerFolder = {
  readonly root: string
  /** PostgreSQL's own data folder. */
  readonly data: string
  /** Folder of the Unix socket, open to its owner only. */
  readonly sockets: string
  /** A pipe that every attached process holds open; its end is the signal to stop. */
  readonly clients: string
  readonly startLock: string
  readonly log: string
}

/** A path of a Unix socket may have 107 bytes; its name takes 13 of them. */
const longestSocketFolder = 107 - '/.s.PGSQL.5432'.length

/** Names (and makes) the folders of the embedded server of a home folder. */
export function serverFolder(home: string): ServerFolder {
  mkdirSync(join(home, 'database'), { recursive: true, mode: 0o700 })
  const root = realpathSync(join(home, 'database'))
  const near = join(root, 'run')
  return {
    root,
    data: join(root, 'data'),
    sockets: Buffer.byteLength(near) <= longestSocketFolder ? near : shortFolder(root),
    clients: join(root, 'clients'),
    startLock: join(root, 'start.lock'),
    log: join(root, 'server.log'),
  }
}

/**
 * Makes the socket folder, or checks the one that is there: it must be a real folder of the owner
 * that nobody else can enter, since under the temporary folder anyone could have put it.
 */
export function prepareSockets(
  folder: ServerFolder,
  owner: { readonly uid: number; readonly gid: number } | null,
): void {
  mkdirSync(folder.sockets, { recursive: true, mode: 0o700 })
  const mine = process.getuid?.() ?? 0
  const found = lstatSync(folder.sockets)
  const expected = owner?.uid ?? mine
  if (
    !found.isDirectory() ||
    (found.uid !== expected && found.uid !== mine) ||
    found.mode & 0o077
  ) {
    throw new DatabaseUnavailableError(
      `The socket folder ${folder.sockets} belongs to someone else or is open to others. ` +
        'Remove it, or set OPENIMR_HOME to a folder with a shorter path.',
    )
  }
  if (found.uid !== expected) chownSync(folder.sockets, expected, owner?.gid ?? -1)
}

function shortFolder(root: string): string {
  const key = createHash('sha256').update(root).digest('hex').slice(0, 16)
  return join(tmpdir(), `openimr-${process.getuid?.() ?? 0}-${key}`)
}
