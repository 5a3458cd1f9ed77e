import type { Command } from './io.ts'
import { makeTerminal } from './terminal.ts'

const commands: Readonly<Record<string, { readonly says: string; load(): Promise<Command> }>> = {
  serve: {
    says: 'start the server with the web application',
    load: async () => (await import('./serve.ts')).serve,
  },
  run: {
    says: 'take a case folder the whole way to the determination',
    load: async () => (await import('./run.ts')).run,
  },
  receive: {
    says: 'take files into the record of a case',
    load: async () => (await import('./receive.ts')).receive,
  },
  work: {
    says: 'read the files that were received',
    load: async () => (await import('./work.ts')).work,
  },
  replay: {
    says: 'carry real letters through a case and compare what comes out',
    load: async () => (await import('./replay.ts')).replay,
  },
  read: {
    says: 'read determination letters, PDF or text',
    load: async () => (await import('./read.ts')).read,
  },
  lint: {
    says: 'look for defects in letters and drafts',
    load: async () => (await import('./lint.ts')).lint,
  },
  verify: {
    says: 'check a case bundle, offline',
    load: async () => (await import('./verify.ts')).verify,
  },
  assert: {
    says: 'judge what a sentence says of a phrase in it',
    load: async () => (await import('./assert.ts')).assertCommand,
  },
  facts: {
    says: 'find facts in records, each with page and span',
    load: async () => (await import('./facts.ts')).factsCommand,
  },
  deidentify: {
    says: 'strike out of texts what identifies a person',
    load: async () => (await import('./deidentify.ts')).deidentifyCommand,
  },
  deadline: {
    says: 'compute deadlines with their derivation',
    load: async () => (await import('./deadline.ts')).deadline,
  },
}

function usage(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  return [
    'openimr: Independent Medical Review that can be checked',
    '',
    'Usage: npx openimr <command> [arguments]      npx openimr <command> --help',
    '',
    ...Object.entries(commands).map(([name, { says }]) => `  ${name.padEnd(width)}  ${says}`),
  ].join('\n')
}

/** Faults whose message says what to do: a database that cannot be opened, a page not built. */
const mendable: ReadonlySet<string> = new Set([
  'DatabaseUnavailableError',
  'MigrationError',
  'PortTakenError',
  'WebNotBuiltError',
])

/** A disk that is full, a folder that is a file, a right that is missing: the message names it. */
function isMendable(fault: Error): boolean {
  return mendable.has(fault.name) || ('syscall' in fault && 'path' in fault)
}

const terminal = makeTerminal()
const [name, ...args] = process.argv.slice(2)

if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
  terminal.out(usage())
  process.exitCode = name === undefined ? 2 : 0
} else {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command) {
    try {
      process.exitCode = await (await command.load())(args, terminal)
    } catch (fault) {
      // Faults that a person can mend are said in a line; others keep their trace.
      if (!(fault instanceof Error) || !isMendable(fault)) throw fault
      terminal.err(fault.message)
      process.exitCode = 1
    }
  } else {
    terminal.err(`openimr has no command "${name}".\n\n${usage()}`)
    process.exitCode = 2
  }
}
