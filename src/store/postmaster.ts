import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ServerFolder } from './server-folder.ts'

/** What the data folder says about its running server. */
export type Postmaster = {
  readonly pid: number
  readonly status: 'starting' | 'ready' | 'stopping' | 'unknown'
}

/** The live server of a data folder, or null: none, or one that was killed. */
export function findPostmaster(folder: ServerFolder): Postmaster | null {
  const lines = readLock(folder)
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isServerOf(folder, pid)) return null
  const word = lines[7]?.trim()
  const status = word === 'ready' || word === 'starting' || word === 'stopping' ? word : 'unknown'
  return { pid, status }
}

/**
 * Makes the lock of a killed server harmless where its number has gone to another process, which
 * PostgreSQL would take for a live server. The lock is not removed: its other lines let PostgreSQL
 * see whether parts of the killed server still run.
 */
export function releaseStaleLock(folder: ServerFolder): void {
  const lines = readLock(folder)
  const pid = Number(lines[0])
  if (pid > 0 && isAlive(pid)) {
    writeFileSync(
      join(folder.data, 'postmaster.pid'),
      [idOfNoProcess, ...lines.slice(1)].join('\n'),
    )
  }
  rmSync(join(folder.sockets, '.s.PGSQL.5432.lock'), { force: true })
  rmSync(join(folder.sockets, '.s.PGSQL.5432'), { force: true })
}

/** One more than the highest process id that Linux ever gives. */
const idOfNoProcess = 4_194_305

function readLock(folder: ServerFolder): readonly string[] {
  try {
    return readFileSync(join(folder.data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

function isServerOf(folder: ServerFolder, pid: number): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return words[words.indexOf('-D') + 1] === folder.data
  } catch {
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
