import type { AnswerOf } from '#api'
import { call, operations, RefusedError, refusedWith } from '~/client.ts'
import type { PartyRole } from '~/ui/words.ts'
import type { ChosenFile } from './chosen-files.ts'
import { keptUpload } from './kept-upload.ts'
import { delayAfter, type Judged, type Memory, sendFile, type Transport } from './send-file.ts'
import { makeTransport } from './transport.ts'

export type Receipt = AnswerOf<typeof operations.finishUpload>['receipt']

/** A file on its way. */
export type Sending = {
  readonly key: number
  readonly file: ChosenFile
  readonly sent: number
  readonly state: 'queued' | 'sending' | 'waiting' | 'sent' | 'failed'
  readonly error: Error | null
}

export type Delivery = {
  readonly from: PartyRole
  readonly sendings: readonly Sending[]
  readonly paused: boolean
  /** All is sent; the server takes it into the record. */
  readonly finishing: boolean
  readonly error: Error | null
  readonly receipts: readonly Receipt[]
}

/** Sends files of a case, two at a time, and takes what came together into the record together. */
export type Deliveries = {
  subscribe(listener: () => void): () => void
  now(): Delivery
  add(files: readonly ChosenFile[], from: PartyRole): void
  pause(): void
  goOn(): void
  cancel(key: number): void
  again(key: number): void
}

type Own = Sending & {
  readonly from: PartyRole
  readonly memory: Memory
  readonly transport: Transport
  readonly stop: AbortController
  readonly uploadId: string | null
}

const atOnce = 2
const kept = new Map<string, Deliveries>()

/** The deliveries of a case; they go on while other pages are shown. */
export function deliveriesOf(caseId: string, onReceived: () => void): Deliveries {
  const known = kept.get(caseId)
  if (known) return known
  const made = makeDeliveries(caseId, onReceived)
  kept.set(caseId, made)
  return made
}

function makeDeliveries(caseId: string, onReceived: () => void): Deliveries {
  const listeners = new Set<() => void>()
  let files: readonly Own[] = []
  let state: Delivery = {
    from: 'claims-administrator',
    sendings: [],
    paused: false,
    finishing: false,
    error: null,
    receipts: [],
  }
  let lastKey = 0

  function say(next: Partial<Delivery>): void {
    state = { ...state, ...next, sendings: files }
    for (const listener of listeners) listener()
  }
  function change(key: number, next: Partial<Own>): void {
    files = files.map((file) => (file.key === key ? { ...file, ...next } : file))
    say({})
  }
  const isGoing = ({ state: own }: Own): boolean => own === 'sending' || own === 'waiting'

  function startMore(): void {
    if (state.paused) return
    for (const file of files.filter(({ state: own }) => own === 'queued')) {
      if (files.filter(isGoing).length >= atOnce) break
      void sendOne(file.key)
    }
    const underWay = files.some((file) => isGoing(file) || file.state === 'queued')
    const sent = files.filter((file) => file.state === 'sent')
    if (!underWay && sent.length > 0 && !state.finishing) void finish(sent)
  }

  async function sendOne(key: number): Promise<void> {
    const stop = new AbortController()
    change(key, { state: 'sending', stop, error: null })
    const file = files.find((each) => each.key === key)
    if (!file) return
    try {
      const uploadId = await sendFile(file.file, {
        transport: file.transport,
        memory: file.memory,
        judge,
        wait: waitForConnection,
        signal: stop.signal,
        onProgress: (sent, waits) =>
          change(key, waits ? { state: 'waiting' } : { state: 'sending', sent }),
      })
      change(key, { state: 'sent', sent: file.file.content.size, uploadId })
    } catch (fault) {
      if (stop.signal.aborted) change(key, { state: 'queued' })
      else change(key, { state: 'failed', error: asError(fault) })
    }
    startMore()
  }

  async function finish(sent: readonly Own[]): Promise<void> {
    // A receipt acknowledges what came from one sender.
    const mine = sent.filter(({ from }) => from === sent[0]?.from)
    const [first, ...rest] = mine.flatMap(({ uploadId }) => uploadId ?? [])
    if (first === undefined) return
    say({ finishing: true, error: null })
    try {
      const receipt = await untilDone(() =>
        call(operations.finishUpload, {
          params: { caseId, uploadId: first },
          body: rest.length > 0 ? { together: rest } : {},
        }),
      )
      for (const { memory } of mine) memory.forget()
      files = files.filter((file) => !mine.includes(file))
      say({ finishing: false, receipts: [receipt.receipt, ...state.receipts] })
      onReceived()
      startMore()
    } catch (fault) {
      if (refusedWith(asError(fault), 'upload-unknown')) {
        // Taken before an answer that never came, or too long ago: the receipts tell.
        for (const { memory } of mine) memory.forget()
        files = files.filter((file) => !mine.includes(file))
        onReceived()
      }
      say({ finishing: false, error: asError(fault) })
    }
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    now: () => state,
    add(chosen, from) {
      const transport = makeTransport(caseId, from)
      const added = chosen.map((file): Own => {
        lastKey += 1
        const { content, fileName, path } = file
        return {
          key: lastKey,
          file,
          from,
          sent: 0,
          state: 'queued',
          error: null,
          transport,
          memory: keptUpload(caseId, from, {
            fileName,
            path,
            bytes: content.size,
            changedAt: content.lastModified,
          }),
          stop: new AbortController(),
          uploadId: null,
        }
      })
      files = [...files, ...added]
      say({ from, error: null })
      startMore()
    },
    pause() {
      say({ paused: true })
      for (const { stop } of files.filter(isGoing)) stop.abort(new Error('paused'))
    },
    goOn() {
      say({ paused: false, error: null })
      startMore()
    },
    cancel(key) {
      const file = files.find((each) => each.key === key)
      if (!file) return
      files = files.filter((each) => each !== file)
      file.stop.abort(new Error('cancelled'))
      const begun = file.memory.read()
      file.memory.forget()
      // What cannot be forgotten now the server forgets by itself after some days.
      if (begun !== null) file.transport.abandon(begun).catch(() => undefined)
      say({})
      startMore()
    },
    again(key) {
      change(key, { state: 'queued', error: null })
      startMore()
    },
  }
}

/** What a fault asks for. */
function judge(fault: unknown): Judged {
  const error = asError(fault)
  if (refusedWith(error, 'upload-unknown')) return 'anew'
  if (refusedWith(error, 'upload-offset-wrong') || refusedWith(error, 'upload-damaged'))
    return 'ask'
  return error instanceof RefusedError && !refusedWith(error, 'too-many-calls') ? 'refused' : 'wait'
}

/** Calls again after faults of the network; what is refused is thrown. */
async function untilDone<T>(work: () => Promise<T>): Promise<T> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await work()
    } catch (fault) {
      if (judge(fault) !== 'wait' || failures >= 6) throw fault
      await waitForConnection(delayAfter(failures), new AbortController().signal)
    }
  }
}

/** Waits so long, or until the browser says that the connection is back. */
function waitForConnection(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = new AbortController()
    const end = (then: () => void): void => {
      clearTimeout(timer)
      done.abort()
      then()
    }
    const timer = setTimeout(() => end(resolve), milliseconds)
    window.addEventListener('online', () => end(resolve), { signal: done.signal })
    signal.addEventListener('abort', () => end(() => reject(signal.reason as Error)), {
      signal: done.signal,
    })
  })
}

function asError(fault: unknown): Error {
  return fault instanceof Error ? fault : new Error('not sent')
}
