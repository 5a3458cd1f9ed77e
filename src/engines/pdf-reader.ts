import { type ChildProcess, fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { ok, type Result, refuse, refused } from '#foundation'
import type { FileReading, PageText, PdfReader } from '#records'
import {
  type PdfReply,
  type PdfRequest,
  pdfEngineName,
  sayTrouble,
  unpackPage,
} from './pdf-messages.ts'
import { pdfRefusals } from './pdf-refusals.ts'

export type PdfReaderOptions = {
  /** Child processes at work at once; 1 unless said. */
  readonly processes?: number
  /** Milliseconds a file may take, and besides for each of its pages: 30,000 and 200. */
  readonly timeLimit?: { readonly base: number; readonly perPage: number }
  /** Of the engine; 1 GiB unless said. */
  readonly maximumMemoryBytes?: number
  /** 20,000 unless said. */
  readonly maximumPages?: number
  /** 512 MiB unless said, and never more than half of the memory limit allows. */
  readonly maximumFileBytes?: number
}

/** A reader that also can be told to end its child processes. */
export type ClosablePdfReader = PdfReader & { close(): Promise<void> }

/**
 * Reads PDFs that nobody vouches for, each in a child process that is ended when the file takes
 * too long or too much memory; this process and the files after it are not touched. Children are
 * reused and do not keep this process alive while idle.
 *
 * `read` refuses `not-a-pdf`, `pdf-needs-password`, `pdf-damaged`, `pdf-too-slow`,
 * `pdf-too-many-pages`, `pdf-too-large`; `renderPage` besides `pdf-no-such-page`.
 */
export function makePdfReader(options: PdfReaderOptions = {}): ClosablePdfReader {
  const limits = {
    base: options.timeLimit?.base ?? 30_000,
    perPage: options.timeLimit?.perPage ?? 200,
    memory: options.maximumMemoryBytes ?? 1_073_741_824,
    pages: options.maximumPages ?? 20_000,
    bytes: options.maximumFileBytes ?? 536_870_912,
  }
  const pool = makePool(options.processes ?? 1, limits.memory)
  const tooLarge = (content: Uint8Array) =>
    content.length > limits.bytes
      ? refuse(
          pdfRefusals,
          'pdf-too-large',
          `the file has ${content.length} bytes; the limit is ${limits.bytes}`,
        )
      : null

  return {
    async read(content) {
      const large = tooLarge(content)
      if (large) return refused(large)
      const child = await pool.take()
      return readWith(child, content, limits).finally(() => pool.giveBack(child))
    },
    async renderPage(content, page, width) {
      const large = tooLarge(content)
      if (large) return refused(large)
      const child = await pool.take()
      return renderWith(child, { kind: 'render', content, page, width }, limits.base).finally(() =>
        pool.giveBack(child),
      )
    },
    close: () => pool.close(),
  }
}

type Limits = { readonly base: number; readonly perPage: number; readonly pages: number }

function readWith(child: Child, content: Uint8Array, limits: Limits): Promise<Result<FileReading>> {
  const pages: PageText[] = []
  const remarks: string[] = []
  let pageCount = 0
  return child.ask<FileReading>(
    { kind: 'read', content, maximumPages: limits.pages, from: 1 },
    limits.base,
    (reply, allow) => {
      if (reply.kind === 'trouble') {
        return refused(refuse(pdfRefusals, reply.trouble, sayTrouble(reply.trouble)))
      }
      if (reply.kind === 'opened') {
        pageCount = reply.pageCount
        remarks.push(...reply.remarks)
        if (pageCount > limits.pages) {
          const because = `the file claims ${pageCount} pages; the limit is ${limits.pages}`
          return refused(refuse(pdfRefusals, 'pdf-too-many-pages', because))
        }
        allow(limits.base + limits.perPage * pageCount)
      }
      if (reply.kind === 'pages') {
        for (const page of reply.pages) pages.push(unpackPage(page))
        remarks.push(...reply.remarks)
      }
      if (reply.kind !== 'done') return null
      const sha256 = createHash('sha256').update(content).digest('hex')
      return ok({ sha256, engine: pdfEngineName, pages, remarks })
    },
    () => (pageCount ? ` after page ${pages.length} of ${pageCount}` : ''),
  )
}

function renderWith(
  child: Child,
  request: PdfRequest & { readonly kind: 'render' },
  milliseconds: number,
): Promise<Result<Uint8Array>> {
  return child.ask<Uint8Array>(
    request,
    milliseconds,
    (reply) => {
      if (reply.kind === 'trouble') {
        return refused(refuse(pdfRefusals, reply.trouble, sayTrouble(reply.trouble)))
      }
      if (reply.kind !== 'picture') return null
      if (reply.png) return ok(reply.png)
      const because = `page ${request.page} is not among the ${reply.pageCount} pages that can be shown`
      return refused(refuse(pdfRefusals, 'pdf-no-such-page', because))
    },
    () => ` at page ${request.page}`,
  )
}

/** One child process, asked one thing at a time. */
type Child = {
  isUsable(): boolean
  ask<T>(
    request: PdfRequest,
    milliseconds: number,
    /** The answer, or null while more replies are awaited; `allow` sets a new total time. */
    hear: (reply: PdfReply, allow: (milliseconds: number) => void) => Result<T> | null,
    /** Where the reading stands, for a refusal. */
    sayPlace: () => string,
  ): Promise<Result<T>>
  end(): Promise<void>
}

/** After this many files a child is replaced: an engine's memory grows and never shrinks. */
const filesPerChild = 200
const bytesPerChild = 256 * 1024 * 1024

function startChild(memory: number): Child {
  const source = import.meta.url.endsWith('.ts')
  const script = new URL(source ? './pdf-worker.ts' : './pdf-worker.js', import.meta.url)
  const child: ChildProcess = fork(fileURLToPath(script), {
    execArgv: [...(source ? ['--conditions=openimr-source'] : []), '--max-old-space-size=512'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // A reader of foreign files is told nothing of our settings and secrets.
    env: { OPENIMR_PDF_MEMORY: String(memory) },
  })
  let usable = true
  let files = 0
  let bytes = 0
  child.on('exit', () => {
    usable = false
  })
  child.on('error', () => {
    usable = false
  })
  idle(child)

  return {
    isUsable: () => usable && files < filesPerChild && bytes < bytesPerChild,
    ask(request, milliseconds, hear, sayPlace) {
      files += 1
      bytes += request.content.length
      return new Promise((resolve) => {
        const startedAt = performance.now()
        const finish = (answer: Parameters<typeof resolve>[0]) => {
          clearTimeout(timer)
          child.off('message', listen)
          child.off('exit', lost)
          child.off('error', lost)
          idle(child)
          resolve(answer)
        }
        const late = () => {
          usable = false
          child.kill('SIGKILL')
          const seconds = Math.round((performance.now() - startedAt) / 1000)
          const because = `reading was stopped${sayPlace()}: it had taken ${seconds} s`
          finish(refused(refuse(pdfRefusals, 'pdf-too-slow', because)))
        }
        const lost = () => {
          usable = false
          const because = `the reading engine gave up on the file${sayPlace()}`
          finish(refused(refuse(pdfRefusals, 'pdf-damaged', because)))
        }
        let timer = setTimeout(late, milliseconds)
        const listen = (reply: PdfReply) => {
          const answer = hear(reply, (total) => {
            clearTimeout(timer)
            timer = setTimeout(late, total - (performance.now() - startedAt))
          })
          if (answer) finish(answer)
        }
        child.on('message', listen)
        child.on('exit', lost)
        child.on('error', lost)
        child.ref()
        child.channel?.ref()
        if (!usable) return lost()
        child.send(request, (error) => {
          if (error) lost()
        })
      })
    },
    async end() {
      usable = false
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      child.ref()
      child.kill('SIGKILL')
      await gone
    },
  }
}

function idle(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
}

function makePool(size: number, memory: number) {
  const free: Child[] = []
  const waiting: ((child: Child) => void)[] = []
  const busy = new Set<Child>()
  let closed = false
  const usableChild = () => {
    let child = free.pop()
    while (child && !child.isUsable()) {
      void child.end()
      child = free.pop()
    }
    return child ?? startChild(memory)
  }
  return {
    take(): Promise<Child> {
      if (closed) throw new PdfReaderClosedError()
      if (busy.size < size) {
        const child = usableChild()
        busy.add(child)
        return Promise.resolve(child)
      }
      return new Promise((resolve) => waiting.push(resolve))
    },
    giveBack(child: Child): void {
      busy.delete(child)
      if (!closed && child.isUsable()) free.push(child)
      else void child.end()
      const next = waiting.shift()
      if (!next) return
      const successor = usableChild()
      busy.add(successor)
      next(successor)
    },
    async close(): Promise<void> {
      closed = true
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
