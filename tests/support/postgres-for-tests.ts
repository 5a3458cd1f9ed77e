import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { attachToServer, binariesIn, serverStopped } from '#store'

/** A PostgreSQL in which each test has a room of its own. */
export type PostgresForTests = {
  readonly name: string
  /** The address of an empty schema. */
  emptySchema(): Promise<string>
  stop(): Promise<void>
}

/** The PostgreSQL that npm brings, in a throw-away folder. */
export function embeddedPostgres(): Promise<PostgresForTests> {
  return throwAway('embedded PostgreSQL')
}

/**
 * Another PostgreSQL: the one of DATABASE_URL (a schema of our own, removed afterwards), else a
 * throw-away server of the one installed on this machine; null with neither.
 */
export async function externalPostgres(): Promise<PostgresForTests | null> {
  const url = process.env['DATABASE_URL']
  if (url) return schemasIn('PostgreSQL at DATABASE_URL', url)
  const bin = installed()
  return bin ? throwAway(`PostgreSQL ${binariesIn(bin).major} of this machine`, bin) : null
}

/** Whether there is another PostgreSQL, without starting it. */
export function hasExternalPostgres(): boolean {
  return Boolean(process.env['DATABASE_URL']) || installed() !== null
}

/** A new folder under the machine's temporary folder. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'openimr-test-'))
}

function installed(): string | null {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return null
  const bins = readdirSync(root)
    .filter((version) => Number(version) >= 15)
    .toSorted()
    .map((version) => join(root, version, 'bin'))
  return bins.find((bin) => existsSync(join(bin, 'initdb'))) ?? null
}

async function throwAway(name: string, bin?: string): Promise<PostgresForTests> {
  const home = temporaryFolder()
  const share = await attachToServer(home, bin ? { binaries: binariesIn(bin) } : {})
  const host = encodeURIComponent(share.socketFolder)
  const url = `postgresql://openimr@/openimr?host=${host}`
  // Nothing here is to survive a power cut; what survives a kill is tested elsewhere.
  await run(url, 'alter system set fsync = off')
  await run(url, 'select pg_reload_conf()')
  return {
    ...schemasIn(name, url),
    stop: async () => {
      share.release()
      await serverStopped(home)
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function schemasIn(name: string, url: string): PostgresForTests {
  const schemas: string[] = []
  return {
    name,
    emptySchema: async () => {
      const schema = `openimr_test_${randomUUID().slice(0, 8)}`
      schemas.push(schema)
      await run(url, `create schema ${schema}`)
      const options = encodeURIComponent(`-c search_path=${schema}`)
      return `${url}${url.includes('?') ? '&' : '?'}options=${options}`
    },
    stop: async () => {
      for (const schema of schemas) await run(url, `drop schema if exists ${schema} cascade`)
    },
  }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
