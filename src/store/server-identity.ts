import { spawnSync } from 'node:child_process'
import { chownSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseUnavailableError } from './faults.ts'
import { binariesIn, copyBinaries, type PostgresBinaries } from './postgres-binaries.ts'

/** As whom the server runs; PostgreSQL refuses to run as root or as an id without a name. */
export type ServerIdentity = {
  /**
   * `self`: as the user who runs OpenIMR. `namespace`: as that user too, who is called by an
   * ordinary id inside a user namespace. `nobody`: as the system's user without rights.
   */
  readonly kind: 'self' | 'namespace' | 'nobody'
  /** Put before the command. */
  readonly prefix: readonly string[]
  readonly binaries: PostgresBinaries
  /** To whom the data must belong, where that is not the caller. */
  readonly owner: { readonly uid: number; readonly gid: number } | null
}

/**
 * Chooses how to run PostgreSQL here: directly as an ordinary user; as root inside a user
 * namespace (files stay root's, and folders that only root can enter are no obstacle); where the
 * machine forbids namespaces (many containers), as `nobody`.
 */
export function chooseIdentity(
  binaries: PostgresBinaries,
  root: string,
  only?: ServerIdentity['kind'],
): ServerIdentity {
  const kinds = only ? [only] : process.getuid?.() === 0 || !hasName() ? others : own
  for (const kind of kinds) {
    const identity =
      kind === 'self'
        ? { kind, prefix: [], binaries, owner: null }
        : kind === 'namespace'
          ? inNamespace(binaries)
          : asNobody(binaries, root)
    if (identity) return identity
  }
  throw new DatabaseUnavailableError(
    'The embedded PostgreSQL cannot run as this user: PostgreSQL refuses root, and this machine ' +
      `allows neither a user namespace (unshare) nor the user nobody in ${root}. Start OpenIMR as an ` +
      'ordinary user, set OPENIMR_HOME to a folder that the user nobody can reach, or set ' +
      'DATABASE_URL to a PostgreSQL 15 or newer.',
  )
}

const own = ['self'] as const
const others = ['namespace', 'nobody'] as const

/** Gives the server's folders, those that are there, to the identity, if another one had them. */
export function giveFolders(paths: readonly string[], identity: ServerIdentity): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = identity.owner ?? { uid: 0, gid: 0 }
  const give = (entry: string): void => {
    if (lstatSync(entry).isDirectory()) {
      for (const name of readdirSync(entry)) give(join(entry, name))
    }
    // The folder itself comes last: an interrupted walk is begun again.
    if (!lstatSync(entry).isSymbolicLink()) chownSync(entry, uid, gid)
  }
  for (const path of paths) {
    if ((lstatSync(path, { throwIfNoEntry: false })?.uid ?? uid) !== uid) give(path)
  }
}

function inNamespace(binaries: PostgresBinaries): ServerIdentity | null {
  // initdb wants a name for its id, so an id of the machine's own list is used.
  const { uid, gid } = namedUser('nobody') ?? { uid: 1000, gid: 1000 }
  const prefix = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`]
  return runs([...prefix, join(binaries.bin, 'postgres'), '--version'])
    ? { kind: 'namespace', prefix, binaries, owner: null }
    : null
}

function asNobody(binaries: PostgresBinaries, root: string): ServerIdentity | null {
  const owner = namedUser('nobody')
  if (process.getuid?.() !== 0 || !owner) return null
  chownSync(root, owner.uid, owner.gid)
  const plain = ['setpriv', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups']
  // The data may lie under a folder that only root can enter (/root/.openimr): then the server
  // gets one right more, that of passing through folders.
  const prefix = [[], ['dac_read_search'], ['dac_override']]
    .map((rights) => [
      ...plain,
      ...rights.flatMap((right) => [`--inh-caps=+${right}`, `--ambient-caps=+${right}`]),
    ])
    .find((command) => runs([...command, 'stat', `${root}/.`]))
  if (!prefix) return null
  const executable = runs([...prefix, join(binaries.bin, 'postgres'), '--version'])
    ? binaries
    : binariesIn(join(copyBinaries(dirname(binaries.bin), '/var/cache/openimr'), 'bin'))
  return { kind: 'nobody', prefix, binaries: executable, owner }
}

function runs(command: readonly string[]): boolean {
  const [program, ...rest] = command
  return program !== undefined && spawnSync(program, rest, { stdio: 'ignore' }).status === 0
}

function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

function namedUser(name: string): { readonly uid: number; readonly gid: number } | null {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith(`${name}:`))
    const [, , uid, gid] = line?.split(':') ?? []
    return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
  } catch {
    return null
  }
}
