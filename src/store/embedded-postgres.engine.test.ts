import { execFileSync, spawn } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { attachToServer, type ServerShare, serverStopped } from './embedded-postgres.ts'
import { findPostgresBinaries } from './postgres-binaries.ts'

const isRoot = process.getuid?.() === 0

describe('the embedded PostgreSQL', () => {
  let made = ''
  let home = ''
  beforeAll(async () => {
    made = newHome()
    const share = await attachToServer(made)
    share.release()
    await serverStopped(made)
  })
  afterAll(() => {
    rmSync(made, { recursive: true, force: true })
  })
  beforeEach(() => {
    home = newHome()
  })
  afterEach(async () => {
    await serverStopped(home)
    rmSync(home, { recursive: true, force: true })
  })

  it('is started once, however many ask for it at the same time, and stops with the last', async () => {
    const shares = await Promise.all(Array.from({ length: 6 }, () => attachToServer(home)))
    expect(new Set(shares.map((share) => share.socketFolder)).size).toBe(1)
    expect(starts()).toBe(1)
    for (const share of shares.slice(1)) share.release()
    await pause(100)
    expect(await say(shares[0], 'select 42 as answer')).toEqual([{ answer: 42 }])
    shares[0]?.release()
    shares[0]?.release()
    await serverStopped(home)
  })

  it('keeps what it holds over a stop, and is reached through a socket of its owner only', async () => {
    copyMade()
    const first = await attachToServer(home)
    await say(first, 'create table kept as select 7 as number')
    expect(statSync(first.socketFolder).mode & 0o777).toBe(0o700)
    expect(await say(first, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
    expect(await say(first, 'show fsync')).toEqual([{ fsync: 'on' }])
    const collation = `select datlocprovider::text as provider, datlocale as locale
      from pg_database where datname = 'openimr'`
    expect(await say(first, collation)).toEqual([{ provider: 'b', locale: 'C.UTF-8' }])
    first.release()
    await serverStopped(home)
    const second = await attachToServer(home)
    expect(await say(second, 'select number from kept')).toEqual([{ number: 7 }])
    second.release()
  })

  it('is attached to, watched again, and stopped in the end, where its watcher was killed', async () => {
    copyMade()
    const first = await attachToServer(home)
    const watchers = readers(join(home, 'database', 'clients'))
    expect(watchers).toHaveLength(1)
    for (const pid of watchers) process.kill(pid, 'SIGKILL')
    await pause(50)
    const second = await attachToServer(home)
    expect(starts()).toBe(1)
    first.release()
    expect(await say(second, 'select 1 as here')).toEqual([{ here: 1 }])
    second.release()
    await serverStopped(home)
  })

  it('starts over the lock of a killed server whose number another process has got', async () => {
    copyMade()
    const first = await attachToServer(home)
    await say(first, 'create table kept as select 7 as number')
    const lock = join(home, 'database', 'data', 'postmaster.pid')
    const lines = readFileSync(lock, 'utf8').split('\n')
    process.kill(Number(lines[0]), 'SIGKILL')
    first.release()
    await serverStopped(home)
    const other = spawn('sleep', ['60'])
    try {
      writeFileSync(lock, [other.pid, ...lines.slice(1)].join('\n'))
      const second = await attachToServer(home)
      expect(await say(second, 'select number from kept')).toEqual([{ number: 7 }])
      second.release()
    } finally {
      other.kill()
    }
  })

  it('makes its data folder anew where making it was interrupted', async () => {
    const partial = join(home, 'database', 'data.partial')
    mkdirSync(partial, { recursive: true })
    writeFileSync(join(partial, 'PG_VERSION'), '18\n')
    const share = await attachToServer(home)
    expect(existsSync(partial)).toBe(false)
    share.release()
  })

  it('works from a folder whose path is too long for a socket', async () => {
    const deep = join(home, 'x'.repeat(120))
    copyMade(deep)
    const share = await attachToServer(deep)
    expect(share.socketFolder.startsWith(tmpdir())).toBe(true)
    expect(await say(share, 'select 1 as here')).toEqual([{ here: 1 }])
    share.release()
    await serverStopped(deep)
    rmSync(share.socketFolder, { recursive: true })
  })

  it('does not use a data folder of another PostgreSQL, and says what to do', async () => {
    const data = join(home, 'database', 'data')
    mkdirSync(data, { recursive: true, mode: 0o700 })
    writeFileSync(join(data, 'PG_VERSION'), '17\n')
    await expect(attachToServer(home)).rejects.toThrow(/made by PostgreSQL 17.*pg_dump/s)
  })

  it('says what PostgreSQL said, and asks for DATABASE_URL, when it cannot start', async () => {
    copyMade()
    appendFileSync(join(home, 'database', 'data', 'postgresql.conf'), '\nno_such_setting = 1\n')
    await expect(attachToServer(home)).rejects.toThrow(/no_such_setting.*DATABASE_URL/s)
  })

  it('asks for DATABASE_URL where its programs do not run on this machine', async () => {
    const bin = join(home, 'bin')
    mkdirSync(bin)
    for (const name of ['initdb', 'postgres']) {
      writeFileSync(join(bin, name), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    }
    const binaries = { bin, major: 18 }
    await expect(attachToServer(home, { binaries })).rejects.toThrow(/DATABASE_URL/)
  })

  it.skipIf(!isRoot)(
    'runs for root as the user nobody where user namespaces are forbidden, and back again',
    async () => {
      const hidden = join(home, 'only-root')
      mkdirSync(hidden, { mode: 0o700 })
      copyMade(hidden)
      const asNobody = await attachToServer(hidden, { identity: 'nobody' })
      await say(asNobody, 'create table kept as select 7 as number')
      expect(lstatSync(join(hidden, 'database', 'data')).uid).not.toBe(0)
      asNobody.release()
      await serverStopped(hidden)
      const asRoot = await attachToServer(hidden, { identity: 'namespace' })
      expect(await say(asRoot, 'select number from kept')).toEqual([{ number: 7 }])
      expect(lstatSync(join(hidden, 'database', 'data')).uid).toBe(0)
      asRoot.release()
      await serverStopped(hidden)
    },
  )

  it('brings the links to its libraries along', () => {
    const { bin, major } = findPostgresBinaries()
    expect(major).toBe(18)
    expect(existsSync(join(bin, '..', 'lib', 'libpq.so.5'))).toBe(true)
  })

  /** A copy of a data folder that was made before: making one anew takes most of a second. */
  function copyMade(into: string = home): void {
    const target = join(into, 'database', 'data')
    cpSync(join(made, 'database', 'data'), target, { recursive: true })
    chmodSync(target, 0o700)
  }

  function starts(): number {
    const log = readFileSync(join(home, 'database', 'server.log'), 'utf8')
    return log.split('ready to accept connections').length - 1
  }
})

function newHome(): string {
  return mkdtempSync(join(tmpdir(), 'openimr-test-'))
}

async function say(share: ServerShare | undefined, sql: string): Promise<readonly unknown[]> {
  const client = new Client({
    host: share?.socketFolder ?? '',
    port: 5432,
    user: 'openimr',
    database: 'openimr',
  })
  await client.connect()
  try {
    return (await client.query(sql)).rows as readonly unknown[]
  } finally {
    await client.end()
  }
}

/** Processes that have the pipe open for reading only. */
function readers(pipe: string): readonly number[] {
  const found = execFileSync(
    'sh',
    ['-c', 'for fd in /proc/[0-9]*/fd/0; do [ "$fd" -ef "$0" ] && echo "$fd"; done; true', pipe],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  )
  return found
    .split('\n')
    .filter(Boolean)
    .map((path) => Number(path.split('/')[2]))
}
