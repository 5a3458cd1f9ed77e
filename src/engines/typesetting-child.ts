import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type MoreFont, PrintingError, type TypesettingJob } from './typesetter.ts'
import type { TypesettingReply, TypesettingRequest } from './typesetting-messages.ts'

/** Sets documents one after the other in a child process. */
export type TypesettingChild = {
  /** @throws PrintingError */
  set(job: TypesettingJob): Promise<Uint8Array>
  /** Ends the child; what was not yet set is rejected. */
  close(): Promise<void>
}

type Waiting = {
  readonly job: TypesettingJob
  /** Children that ended while they had it in hand. */
  lost: number
  resolve(pdf: Uint8Array): void
  reject(error: PrintingError): void
}

/** The child has the next document before it is done with one, so that it never waits for us. */
const inHandAtMost = 2
const lostAtMost = 2
/** A letter takes some hundredths of a second; one of a thousand pages a few seconds. */
const patience = 60_000

/**
 * A child process that starts with the first document and is replaced after `documentsPerProcess`,
 * when it ends by itself, or when a document takes longer than a minute. A document is tried in two
 * children before it is given up. An idle child does not keep this process alive, and ends with it.
 */
export function makeTypesettingChild(settings: {
  readonly moreFonts: readonly MoreFont[]
  readonly documentsPerProcess: number
}): TypesettingChild {
  const queue: Waiting[] = []
  let current: Running | null = null
  let closed = false

  const advance = (): void => {
    if (queue.length === 0 && (current === null || current.inHand.length === 0)) {
      if (current !== null) letGo(current.process)
      return
    }
    current ??= start()
    const { inHand, process } = current
    while (
      queue.length > 0 &&
      inHand.length < inHandAtMost &&
      current.documents < settings.documentsPerProcess
    ) {
      const next = queue.shift()
      if (next === undefined) break
      current.documents += 1
      inHand.push(next)
      if (inHand.length === 1) watch(current)
      tell(process, { kind: 'set', job: next.job })
    }
    hold(process)
  }

  const start = (): Running => {
    const process = forkWorker()
    const running: Running = { process, inHand: [], documents: 0, timer: undefined }
    process.on('message', (reply: TypesettingReply) => {
      const done = running.inHand.shift()
      if (done === undefined) return
      watch(running)
      if (reply.kind === 'pdf') done.resolve(reply.content)
      else done.reject(new PrintingError(reply.message))
      if (running.inHand.length === 0 && running.documents >= settings.documentsPerProcess) {
        retire(running)
      }
      advance()
    })
    process.once('exit', () => lose(running))
    process.once('error', () => lose(running))
    tell(process, { kind: 'fonts', moreFonts: settings.moreFonts })
    return running
  }

  /** What the lost child had in hand goes back to the head of the queue; the first of it may be why. */
  const lose = (running: Running): void => {
    retire(running)
    const [first, ...others] = running.inHand.splice(0)
    queue.unshift(...others)
    if (first !== undefined) {
      first.lost += 1
      if (first.lost < lostAtMost && !closed) queue.unshift(first)
      else first.reject(new PrintingError('the typesetter ended before the document was set'))
    }
    if (!closed) advance()
  }

  const retire = (running: Running): void => {
    clearTimeout(running.timer)
    if (current === running) current = null
    if (!hasEnded(running.process)) running.process.kill('SIGKILL')
  }

  return {
    set(job) {
      return new Promise((resolve, reject) => {
        if (closed) return reject(new PrintingError('this printer is closed'))
        queue.push({ job, lost: 0, resolve, reject })
        advance()
      })
    },
    async close() {
      closed = true
      const running = current
      const left = [...(running?.inHand.splice(0) ?? []), ...queue.splice(0)]
      for (const waiting of left) waiting.reject(new PrintingError('this printer is closed'))
      if (running === null || hasEnded(running.process)) return
      const gone = new Promise<void>((resolve) => running.process.once('exit', () => resolve()))
      running.process.ref()
      retire(running)
      await gone
    },
  }
}

type Running = {
  readonly process: ChildProcess
  readonly inHand: Waiting[]
  documents: number
  timer: NodeJS.Timeout | undefined
}

function forkWorker(): ChildProcess {
  const source = import.meta.url.endsWith('.ts')
  const script = new URL(
    source ? './typesetting-worker.ts' : './typesetting-worker.js',
    import.meta.url,
  )
  return fork(fileURLToPath(script), {
    execArgv: source ? ['--conditions=openimr-source'] : [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // It needs neither our settings nor our secrets.
    env: {},
  })
}

/** Gives the first document in hand its time; a child that needs more is ended and thereby lost. */
function watch(running: Running): void {
  clearTimeout(running.timer)
  running.timer =
    running.inHand.length === 0
      ? undefined
      : setTimeout(() => running.process.kill('SIGKILL'), patience)
}

/** A failure to tell is followed by the child's end, which is heard. */
function tell(process: ChildProcess, request: TypesettingRequest): void {
  process.send(request, () => {})
}

function hold(process: ChildProcess): void {
  process.ref()
  process.channel?.ref()
}

function letGo(process: ChildProcess): void {
  process.unref()
  process.channel?.unref()
}

function hasEnded(process: ChildProcess): boolean {
  return process.exitCode !== null || process.signalCode !== null
}
