import { expect, it } from 'vitest'
import {
  type Announced,
  delayAfter,
  type Judged,
  type Memory,
  pieceBytes,
  sendFile,
  type Transport,
} from './send-file.ts'

class Refusal extends Error {}

/** A server that keeps what it was sent, and fails as a test asks. */
function server(fails: readonly (Error | null)[] = []) {
  const kept = new Map<string, number>()
  const failures = [...fails]
  const sent: [offset: number, bytes: number][] = []
  const transport: Transport = {
    begin: async () => {
      const uploadId = `upload-${kept.size + 1}`
      kept.set(uploadId, 0)
      return { uploadId, offset: 0 }
    },
    find: async (uploadId) => {
      const offset = kept.get(uploadId)
      if (offset === undefined) throw new Refusal('upload-unknown')
      return { uploadId, offset }
    },
    write: async (uploadId, offset, piece) => {
      const failure = failures.shift()
      if (failure) throw failure
      if (kept.get(uploadId) !== offset) throw new Refusal('upload-offset-wrong')
      sent.push([offset, piece.size])
      kept.set(uploadId, offset + piece.size)
      return offset + piece.size
    },
    abandon: async (uploadId) => void kept.delete(uploadId),
  }
  return { transport, kept, sent }
}

function memory(known: string | null = null): Memory {
  let id = known
  return {
    read: () => id,
    keep: (uploadId) => {
      id = uploadId
    },
    forget: () => {
      id = null
    },
  }
}

function judge(fault: unknown): Judged {
  if (!(fault instanceof Refusal)) return 'wait'
  if (fault.message === 'upload-unknown') return 'anew'
  return fault.message === 'upload-offset-wrong' ? 'ask' : 'refused'
}

const file = (bytes: number): Announced => ({
  content: new Blob([new Uint8Array(bytes)]),
  fileName: 'record.pdf',
  path: null,
})

async function send(
  bytes: number,
  given: { readonly transport: Transport; readonly memory?: Memory },
) {
  const waits: number[] = []
  const uploadId = await sendFile(file(bytes), {
    transport: given.transport,
    memory: given.memory ?? memory(),
    judge,
    wait: async (milliseconds) => void waits.push(milliseconds),
    signal: new AbortController().signal,
    onProgress: () => {},
  })
  return { uploadId, waits }
}

const bytes = 2 * pieceBytes + 5

it('sends a file in pieces, each at the place where the one before ended', async () => {
  const { transport, sent } = server()
  await send(bytes, { transport })
  expect(sent).toEqual([
    [0, pieceBytes],
    [pieceBytes, pieceBytes],
    [2 * pieceBytes, 5],
  ])
})

it('goes on where an upload stood when the page was closed', async () => {
  const { transport, kept, sent } = server()
  kept.set('upload-before', pieceBytes)
  const { uploadId } = await send(bytes, { transport, memory: memory('upload-before') })
  expect(uploadId).toBe('upload-before')
  expect(sent[0]).toEqual([pieceBytes, pieceBytes])
})

it('waits longer and longer for a connection that is broken, and loses nothing', async () => {
  const broken = new Error('the connection broke')
  const { transport, sent } = server([null, broken, broken, broken])
  const { waits } = await send(bytes, { transport })
  expect(waits).toEqual([1000, 2000, 4000])
  expect(sent.map(([offset]) => offset)).toEqual([0, pieceBytes, 2 * pieceBytes])
  expect(delayAfter(20)).toBe(30_000)
})

it('asks how far the upload is when the server has other bytes than thought', async () => {
  const { transport, kept, sent } = server([new Refusal('upload-offset-wrong')])
  const { waits } = await send(bytes, { transport })
  expect(waits).toEqual([])
  expect(sent).toHaveLength(3)
  expect([...kept.values()]).toEqual([bytes])
})

it('begins anew when the server has forgotten the upload', async () => {
  const { transport, kept } = server()
  await send(bytes, { transport, memory: memory('upload-of-last-month') })
  expect([...kept]).toEqual([['upload-1', bytes]])
})

it('says at once what is refused', async () => {
  const { transport } = server([new Refusal('storage-full')])
  await expect(send(bytes, { transport })).rejects.toThrow('storage-full')
})

it('gives up when the connection does not come back', async () => {
  const { transport } = server(Array.from({ length: 50 }, () => new Error('the connection broke')))
  await expect(send(bytes, { transport })).rejects.toThrow('the connection broke')
})

it('stops when a person pauses it, and keeps what was sent', async () => {
  const { transport, kept } = server()
  const pause = new AbortController()
  const known = memory()
  const sending = sendFile(file(bytes), {
    transport,
    memory: known,
    judge,
    wait: async () => {},
    signal: pause.signal,
    onProgress: (sent) => {
      if (sent >= pieceBytes) pause.abort(new Error('paused'))
    },
  })
  await expect(sending).rejects.toThrow('paused')
  expect(kept.get(known.read() ?? '')).toBe(pieceBytes)
})
