import { createInterface } from 'node:readline'
import type { Io } from './io.ts'

/** The process's own terminal. Progress is shown only where a person looks. */
export function makeTerminal(): Io {
  let shown = false
  // Whoever reads may stop early (`| head`): then nothing is left to say, and that is no fault.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (fault: NodeJS.ErrnoException) => {
      if (fault.code !== 'EPIPE') throw fault
      process.exit()
    })
  }
  const clear = (): void => {
    if (shown) process.stderr.write('\r\u001B[K')
    shown = false
  }
  return {
    out: (line) => {
      clear()
      process.stdout.write(`${line}\n`)
    },
    err: (line) => {
      clear()
      process.stderr.write(`${line}\n`)
    },
    progress: (line) => {
      if (!process.stderr.isTTY) return
      process.stderr.write(`\r\u001B[K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`)
      shown = true
    },
    input: () => linesOf(process.stdin),
  }
}

/** The lines, without the mark that some editors put before the first. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  let first = true
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    yield first ? line.replace(/^\uFEFF/, '') : line
    first = false
  }
}
