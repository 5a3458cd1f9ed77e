import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** What a process acknowledged: version and hash. */
export type Acknowledged = { readonly version: number; readonly hash: string }

export type AppendingChild = {
  readonly process: ChildProcess
  /** Grows while the child works. */
  readonly acknowledged: readonly Acknowledged[]
  /** Resolves when the child has the database open. */
  readonly opened: Promise<void>
  /** Resolves when the child has acknowledged so many. */
  reached(count: number): Promise<void>
  /** Resolves, with the exit code or signal, when all it said has been read. */
  readonly ended: Promise<number | string | null>
}

/** Starts a process that appends `count` times to a case of a home folder's database. */
export function startAppending(home: string, caseId: string, count: number): AppendingChild {
  const program = fileURLToPath(new URL('append-in-child.ts', import.meta.url))
  const child = spawn(
    process.execPath,
    ['--conditions=openimr-source', program, home, caseId, String(count)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const acknowledged: Acknowledged[] = []
  let isOpen = false
  const changed = new EventTarget()
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    const [word, version, hash] = line.split(' ')
    if (word === 'open') isOpen = true
    // The last line of a killed process may be half a line.
    if (word === 'ack' && hash?.length === 64) acknowledged.push({ version: Number(version), hash })
    changed.dispatchEvent(new Event('changed'))
  })
  const ended = Promise.all([once(child, 'exit'), once(lines, 'close')]).then(
    ([[code, signal]]: readonly [readonly unknown[], unknown]) =>
      (code ?? signal) as number | string | null,
  )
  const until = async (condition: () => boolean): Promise<void> => {
    let over = false
    void ended.then(() => {
      over = true
      changed.dispatchEvent(new Event('changed'))
    })
    while (!condition()) {
      if (over) throw new Error('the appending process ended too early')
      await once(changed, 'changed')
    }
  }
  return {
    process: child,
    acknowledged,
    opened: until(() => isOpen),
    reached: (wanted) => until(() => acknowledged.length >= wanted),
    ended,
  }
}
