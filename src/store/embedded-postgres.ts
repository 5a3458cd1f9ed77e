import { spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseUnavailableError } from './faults.ts'
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts'
import { findPostmaster, releaseStaleLock } from './postmaster.ts'
import { joinClients, keepServer, openClients } from './server-clients.ts'
import { prepareSockets, type ServerFolder, serverFolder } from './server-folder.ts'
import { chooseIdentity, giveFolders, type ServerIdentity } from './server-identity.ts'
import { holdStartLock } from './start-lock.ts'

/** Our share in a running server: it runs at least until everybody has released theirs. */
export type ServerShare = {
  /** Folder of the Unix socket; port 5432, user and database `openimr`. */
  readonly socketFolder: string
  release(): void
}

export type ServerOptions = {
  /** Another PostgreSQL than the one npm brought, for tests. */
  readonly binaries?: PostgresBinaries
  /** Only this way of running it, for tests. */
  readonly identity?: ServerIdentity['kind']
}

/**
 * The embedded PostgreSQL of a home folder: attaches to the one that runs, or starts it (and makes
 * its data folder the first time). Any number of processes may call this at once.
 * The server listens on a Unix socket in a folder of its owner only, never on a network.
 * Throws `DatabaseUnavailableError`, in words that say what to do, where it cannot run.
 */
export async function attachToServer(
  home: string,
  options: ServerOptions = {},
): Promise<ServerShare> {
  const folder = serverFolder(home)
  const running = attach(folder)
  if (running) return running
  const unlock = await holdStartLock(folder.startLock)
  try {
    return (await attachOrAdopt(folder, options)) ?? (await start(folder, options))
  } finally {
    await unlock()
  }
}

/** Waits until the server of a home folder has stopped; for whoever wants to move its files. */
export async function serverStopped(home: string): Promise<void> {
  const folder = serverFolder(home)
  while (findPostmaster(folder)) await pause(10)
}

const patience = { stopping: 60_000, starting: 300_000, orphan: 1000 }

function attach(folder: ServerFolder): ServerShare | null {
  const writing = joinClients(folder.clients)
  if (writing === null) return null
  if (findPostmaster(folder)?.status === 'ready') return share(folder, writing)
  closeSync(writing)
  return null
}

/** With the start lock held: a server that runs, starts or stops is waited for. */
async function attachOrAdopt(
  folder: ServerFolder,
  options: ServerOptions,
): Promise<ServerShare | null> {
  const began = Date.now()
  for (;;) {
    const server = findPostmaster(folder)
    if (!server) return null
    const running = attach(folder)
    if (running) return running
    const waited = Date.now() - began
    const watched = closeIfOpen(joinClients(folder.clients))
    if (server.status !== 'stopping' && !watched && waited > patience.orphan) {
      // Its watcher is gone: it gets a new one.
      const identity = identityOf(folder, options)
      const { writing, reading } = openClients(folder.clients, 'kept')
      launch(folder, identity, reading, [String(server.pid)])
      while (findPostmaster(folder)?.status === 'starting') await pause(20)
      return share(folder, writing)
    }
    if (waited > (server.status === 'stopping' ? patience.stopping : patience.starting)) {
      throw new DatabaseUnavailableError(
        `The embedded PostgreSQL (process ${server.pid}) has been ${server.status} for ` +
          `${Math.round(waited / 1000)} seconds. Look at ${folder.log}.`,
      )
    }
    await pause(20)
  }
}

async function start(folder: ServerFolder, options: ServerOptions): Promise<ServerShare> {
  const identity = identityOf(folder, options)
  if (!existsSync(folder.data)) makeDataFolder(folder, identity)
  checkMajor(folder, identity.binaries)
  giveFolders([folder.data, folder.root], identity)
  prepareSockets(folder, identity.owner)
  releaseStaleLock(folder)
  if ((statSync(folder.log, { throwIfNoEntry: false })?.size ?? 0) > largestLog) {
    renameSync(folder.log, `${folder.log}.1`)
  }
  const began = Date.now()
  for (;;) {
    const logged = statSync(folder.log, { throwIfNoEntry: false })?.size ?? 0
    const { writing, reading } = openClients(folder.clients, 'new')
    const program = join(identity.binaries.bin, 'postgres')
    const server = launch(folder, identity, reading, ['start', program, ...settings(folder)])
    const answer = await ready(folder, server)
    if (answer === 'ready') return share(folder, writing)
    closeSync(writing)
    const said = readFileSync(folder.log, 'utf8').slice(logged)
    // Parts of a killed server need a moment to notice it.
    if (/pre-existing shared memory block/.test(said) && Date.now() - began < 10_000) {
      await pause(100)
      continue
    }
    throw new DatabaseUnavailableError(
      `The embedded PostgreSQL did not start (${answer}). It said: ${lastLines(said)} ` +
        `(log: ${folder.log}). Mend that, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

function identityOf(folder: ServerFolder, options: ServerOptions): ServerIdentity {
  return chooseIdentity(options.binaries ?? findPostgresBinaries(), folder.root, options.identity)
}

const largestLog = 5_000_000

/** Runs the script that watches the clients and, unless it adopts, becomes the server. */
function launch(
  folder: ServerFolder,
  identity: ServerIdentity,
  reading: number,
  command: readonly string[],
): ReturnType<typeof spawn> {
  const log = openSync(folder.log, 'a', 0o600)
  const [program, ...rest] = [...identity.prefix, 'sh', '-c', keepServer, 'sh']
  const child = spawn(program ?? 'sh', [...rest, folder.data, ...command], {
    // A session of its own: Ctrl-C in the terminal is for us, not for the server.
    detached: true,
    stdio: ['ignore', log, log, reading],
    cwd: '/',
    env: plainEnvironment(),
  })
  child.on('error', () => {})
  child.unref()
  closeSync(log)
  closeSync(reading)
  return child
}

/** `ready`, or why it never will be. */
async function ready(folder: ServerFolder, server: ReturnType<typeof spawn>): Promise<string> {
  const began = Date.now()
  while (Date.now() - began < patience.starting) {
    if (server.exitCode !== null) return `exit code ${server.exitCode}`
    if (server.signalCode !== null) return `signal ${server.signalCode}`
    if (server.pid === undefined) return 'the command could not be run'
    const found = findPostmaster(folder)
    if (found?.pid === server.pid && found.status === 'ready') return 'ready'
    await pause(5)
  }
  return 'it took too long'
}

function settings(folder: ServerFolder): readonly string[] {
  const values = {
    listen_addresses: '',
    unix_socket_directories: folder.sockets,
    unix_socket_permissions: '0700',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Small shared memory (containers) must not make a large query fail.
    max_parallel_workers_per_gather: '0',
    jit: 'off',
    // No statement and no value of a case may reach the log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  }
  return [
    '-D',
    folder.data,
    ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
}

/** Makes the data folder under another name and renames it: it is there whole or not at all. */
function makeDataFolder(folder: ServerFolder, identity: ServerIdentity): void {
  const partial = `${folder.data}.partial`
  rmSync(partial, { recursive: true, force: true })
  giveFolders([folder.root], identity)
  const { bin, major } = identity.binaries
  // An order of letters that no library of the machine can change: indexes survive a move.
  const order = major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []
  run(identity, 'The data folder cannot be made', [
    join(bin, 'initdb'),
    `--pgdata=${partial}`,
    '--username=openimr',
    '--encoding=UTF8',
    '--locale=C',
    ...order,
    '--auth-local=trust',
    '--auth-host=reject',
  ])
  run(
    identity,
    'The database cannot be made',
    [join(bin, 'postgres'), '--single', '-D', partial, 'postgres'],
    'create database openimr\n',
  )
  renameSync(partial, folder.data)
}

function run(
  identity: ServerIdentity,
  what: string,
  command: readonly string[],
  input: string = '',
): void {
  const [program, ...rest] = [...identity.prefix, ...command]
  const done = spawnSync(program ?? '', rest, {
    input,
    encoding: 'utf8',
    cwd: '/',
    env: plainEnvironment(),
  })
  if (done.status === 0) return
  throw new DatabaseUnavailableError(
    `${what}: ${lastLines(done.stderr ?? '')}. Mend that, or set DATABASE_URL to a PostgreSQL 15 ` +
      'or newer.',
    { cause: done.error },
  )
}

function checkMajor(folder: ServerFolder, binaries: PostgresBinaries): void {
  const made = Number(readFileSync(join(folder.data, 'PG_VERSION'), 'utf8'))
  if (made === binaries.major) return
  throw new DatabaseUnavailableError(
    `${folder.data} was made by PostgreSQL ${made}, and this OpenIMR brings PostgreSQL ` +
      `${binaries.major}. Move the data with pg_dump as docs/decisions/0002-database.md says.`,
  )
}

function share(folder: ServerFolder, writing: number): ServerShare {
  let held = true
  return {
    socketFolder: folder.sockets,
    release: () => {
      if (held) closeSync(writing)
      held = false
    },
  }
}

function closeIfOpen(file: number | null): boolean {
  if (file !== null) closeSync(file)
  return file !== null
}

/** Settings of other PostgreSQLs in our environment are not meant for this one. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', HOME: '/' }
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-3).join(' · ')
}
