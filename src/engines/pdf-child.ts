import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { PdfReply, PdfRequest } from './pdf-messages.ts'

/** How an answer failed to come: the time was up, or the process ended by itself. */
export type Interruption = { readonly interrupted: 'late' | 'lost' }

/** Milliseconds: from the start, and without any sign of life. */
export type Patience = { readonly total: number; readonly silence: number }

/** A child process in which foreign PDFs are opened; it is asked one thing at a time. */
export type PdfChild = {
  isUsable(): boolean
  /** It still works, and has done all that one child should. */
  isWornOut(): boolean
  /** `hear` gives the answer, or null while more replies are awaited. */
  ask<T>(
    request: PdfRequest,
    patience: Patience,
    hear: (reply: PdfReply, allow: (patience: Patience) => void) => T | null,
  ): Promise<T | Interruption>
  end(): Promise<void>
}

/** After so much a child is replaced: an engine's memory grows and never shrinks. */
const filesPerChild = 200
const bytesPerChild = 256 * 1024 * 1024

export function startPdfChild(memoryBytes: number): PdfChild {
  const source = import.meta.url.endsWith('.ts')
  const script = new URL(source ? './pdf-worker.ts' : './pdf-worker.js', import.meta.url)
  const child = fork(fileURLToPath(script), {
    execArgv: [
      ...(source ? ['--conditions=openimr-source'] : []),
      '--max-old-space-size=512',
      '--max-semi-space-size=4',
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // A reader of foreign files is told nothing of our settings and secrets.
    env: { OPENIMR_PDF_MEMORY: String(memoryBytes) },
  })
  let usable = true
  let files = 0
  let bytes = 0
  const retire = () => {
    usable = false
  }
  child.on('exit', retire)
  child.on('error', retire)
  letGo(child)

  const isWorn = () => files >= filesPerChild || bytes >= bytesPerChild
  return {
    isUsable: () => usable && !isWorn(),
    isWornOut: () => usable && isWorn(),
    ask(request, patience, hear) {
      files += 1
      // A file on disk is read by ranges and leaves little behind.
      bytes += request.content instanceof Uint8Array ? request.content.length : 0
      return new Promise((resolve) => {
        const startedAt = performance.now()
        let allowed = patience
        let timer: NodeJS.Timeout | undefined
        const finish = (answer: Parameters<typeof resolve>[0]) => {
          clearTimeout(timer)
          child.off('message', listen)
          child.off('exit', lost)
          child.off('error', lost)
          letGo(child)
          resolve(answer)
        }
        const late = () => {
          retire()
          child.kill('SIGKILL')
          finish({ interrupted: 'late' })
        }
        const lost = () => {
          retire()
          finish({ interrupted: 'lost' })
        }
        const wait = () => {
          clearTimeout(timer)
          const rest = allowed.total - (performance.now() - startedAt)
          timer = setTimeout(late, Math.max(0, Math.min(rest, allowed.silence)))
        }
        const listen = (reply: PdfReply) => {
          const answer = hear(reply, (more) => {
            allowed = more
          })
          if (answer === null) wait()
          else finish(answer)
        }
        if (!usable) return lost()
        child.on('message', listen)
        child.on('exit', lost)
        child.on('error', lost)
        child.ref()
        child.channel?.ref()
        wait()
        child.send(request, (error) => {
          if (error) lost()
        })
      })
    },
    async end() {
      retire()
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      child.ref()
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** An idle child does not keep this process alive. */
function letGo(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
}

export type PdfPool = {
  /** Lends a child to the work; ends it afterwards if it is no longer fit for use. */
  withChild<T>(work: (child: PdfChild) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** At most `size` children at work at once; the others wait their turn. */
export function makePdfPool(size: number, memoryBytes: number): PdfPool {
  const free: PdfChild[] = []
  const busy = new Set<PdfChild>()
  const waiting: (() => void)[] = []
  let atWork = 0
  let closed = false

  const next = (): PdfChild => {
    for (let child = free.pop(); child; child = free.pop()) {
      if (child.isUsable()) return child
      void child.end()
    }
    return startPdfChild(memoryBytes)
  }
  return {
    async withChild(work) {
      if (closed) throw new PdfReaderClosedError()
      // Whoever waits is handed the place of the one before; nobody overtakes.
      if (atWork >= size) await new Promise<void>((resolve) => waiting.push(resolve))
      else atWork += 1
      if (closed) throw new PdfReaderClosedError()
      const child = next()
      busy.add(child)
      try {
        return await work(child)
      } finally {
        busy.delete(child)
        if (!closed && child.isUsable()) {
          free.push(child)
        } else {
          void child.end()
          // Who comes next need not wait for the start of one that was only worn out.
          if (!closed && child.isWornOut()) free.push(startPdfChild(memoryBytes))
        }
        const successor = waiting.shift()
        if (successor) successor()
        else atWork -= 1
      }
    },
    async close() {
      closed = true
      for (const resolve of waiting.splice(0)) resolve()
      await Promise.all([...free.splice(0), ...busy].map((child) => child.end()))
    },
  }
}

/** A closed reader was asked to read. */
export class PdfReaderClosedError extends Error {
  constructor() {
    super('this PDF reader is closed')
    this.name = 'PdfReaderClosedError'
  }
}
