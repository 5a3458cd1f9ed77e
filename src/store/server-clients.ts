import { spawnSync } from 'node:child_process'
import { closeSync, constants, openSync, rmSync } from 'node:fs'
import { DatabaseUnavailableError } from './faults.ts'

/**
 * The pipe by which a server knows its clients. Every attached process holds the writing end open
 * and never writes; the kernel closes it when the process ends, in whatever way. A watcher beside
 * the server holds the reading end: when the last writer is gone it stops the server. So the
 * server outlives the process that started it for as long as another one uses it, and no longer.
 */
export function joinClients(pipe: string): number | null {
  try {
    return openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // ENXIO: the pipe is there, but no watcher reads it.
    if (code === 'ENOENT' || code === 'ENXIO') return null
    throw error
  }
}

/**
 * Opens both ends of the pipe, before there is a watcher: the writing end for us, the reading end
 * to be inherited. A new server gets a new pipe, so that the watcher of a dead one is not taken
 * for its own; an adopted one keeps its pipe, on which others may hang already.
 */
export function openClients(
  pipe: string,
  which: 'new' | 'kept',
): { readonly writing: number; readonly reading: number } {
  if (which === 'new') rmSync(pipe, { force: true })
  if (spawnSync('test', ['-p', pipe]).status !== 0) {
    rmSync(pipe, { force: true })
    if (spawnSync('mkfifo', ['-m', '600', pipe]).status !== 0) {
      throw new DatabaseUnavailableError(
        `A named pipe cannot be made at ${pipe}. Set OPENIMR_HOME to a folder on a local file ` +
          'system, or set DATABASE_URL to a PostgreSQL 15 or newer.',
      )
    }
  }
  // Opening one end alone would wait for the other.
  const both = openSync(pipe, constants.O_RDWR)
  const reading = openSync(pipe, constants.O_RDONLY)
  const writing = openSync(pipe, constants.O_WRONLY)
  closeSync(both)
  return { writing, reading }
}

/**
 * Shell script. `$1`: data folder; `$2`: process id of a running server to adopt, or `start`;
 * the rest: the server's command. File 3 is the reading end of the pipe.
 * The watcher is forked twice, so that it is no child of the server, whose id stays that of the
 * shell. It kills only the process that the data folder names as its server.
 */
export const keepServer: string = `
data=$1; server=$2; shift 2
[ "$server" = start ] && server=$$
(
  (
    trap '' HUP INT TERM
    exec 0<&3 3<&-
    while read -r _; do :; done
    exec 0</dev/null
    tries=0
    while kill -0 "$server" 2>/dev/null && [ "$tries" -lt 100 ]; do
      if read -r live <"$data/postmaster.pid"; then
        [ "$live" = "$server" ] && kill -INT "$server"
        exit
      fi 2>/dev/null
      sleep 0.1
      tries=$((tries + 1))
    done
  ) &
)
exec 3<&-
[ "$#" -eq 0 ] || exec "$@"
`
