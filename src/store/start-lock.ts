import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { DatabaseUnavailableError } from './faults.ts'

/**
 * Waits until no other process starts a server in the same folder, and keeps others waiting until
 * the answered function is called. The lock is held by `flock` in a child that ends with us, so a
 * killed process leaves no lock behind.
 */
export async function holdStartLock(file: string): Promise<() => Promise<void>> {
  const holder = spawn('flock', ['-x', file, 'sh', '-c', 'echo held; exec cat >/dev/null'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const ended = once(holder, 'exit').catch(() => [])
  const held = await Promise.race([
    once(holder.stdout, 'data').then(
      () => true,
      () => false,
    ),
    ended.then(() => false),
  ])
  if (!held) {
    throw new DatabaseUnavailableError(
      `The lock ${file} cannot be taken: the command "flock" (util-linux) is missing or the folder ` +
        'cannot be written. Mend that, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    )
  }
  return async () => {
    holder.stdin.end()
    await ended
  }
}
