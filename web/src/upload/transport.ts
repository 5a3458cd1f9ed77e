import { addressOf, csrfHeader, problemShape } from '#api'
import { call, keptToken, operations, RefusedError } from '~/client.ts'
import type { PartyRole } from '~/ui/words.ts'
import type { Announced, Transport } from './send-file.ts'

/** Of files up to this many bytes the hash is announced: reading them twice costs little. */
const hashedUpTo = 32 * 1024 * 1024

/** The operations of the upload for one case; faults and refusals are thrown. */
export function makeTransport(caseId: string, from: PartyRole): Transport {
  const params = { caseId }
  return {
    async begin({ content, fileName, path }: Announced) {
      const sha256 = content.size <= hashedUpTo ? await digestOf(content) : null
      return call(operations.beginUpload, {
        params,
        body: {
          fileName,
          from,
          bytes: content.size,
          ...(path === null ? {} : { path }),
          ...(sha256 === null ? {} : { sha256: hex(sha256) }),
        },
      })
    },
    find: (uploadId) => call(operations.getUpload, { params: { ...params, uploadId } }),
    async write(uploadId, offset, piece, onSent, signal) {
      const digest = await digestOf(piece)
      return put(
        addressOf(operations.continueUpload, {
          params: { ...params, uploadId },
          query: { offset },
        }),
        piece,
        digest,
        onSent,
        signal,
      )
    },
    async abandon(uploadId) {
      await call(operations.abandonUpload, { params: { ...params, uploadId } })
    },
  }
}

/**
 * Sends a piece and tells how far it is. `fetch` tells no progress of what it sends; this is the one
 * call that does not go through the client. @throws RefusedError or a fault
 */
function put(
  address: string,
  piece: Blob,
  digest: ArrayBuffer | null,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', address)
    request.setRequestHeader('content-type', 'application/octet-stream')
    const token = keptToken()
    if (token !== null) request.setRequestHeader(csrfHeader, token)
    if (digest !== null) {
      request.setRequestHeader('content-digest', `sha-256=:${base64(digest)}:`)
    }
    const stop = (): void => request.abort()
    signal.addEventListener('abort', stop)
    request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded))
    request.addEventListener('loadend', () => {
      signal.removeEventListener('abort', stop)
      if (signal.aborted) return reject(signal.reason as Error)
      if (request.status === 0) return reject(new Error('the connection broke'))
      const answer = answerOf(request.responseText)
      if (request.status < 300 && typeof answer?.offset === 'number') resolve(answer.offset)
      else reject(refusalIn(answer))
    })
    request.send(piece)
  })
}

function answerOf(text: string): { readonly offset?: unknown } | null {
  try {
    return JSON.parse(text) as { readonly offset?: unknown }
  } catch {
    return null
  }
}

function refusalIn(answer: unknown): Error {
  const problem = problemShape.safeParse(answer)
  const [first, ...rest] = problem.success
    ? problem.data.refusals.map((refusal) => ({ kind: 'refusal' as const, ...refusal }))
    : []
  return first ? new RefusedError([first, ...rest]) : new Error('the server failed')
}

/** SHA-256; null where the browser gives none, as on addresses without https. */
async function digestOf(content: Blob): Promise<ArrayBuffer | null> {
  const { subtle } = globalThis.crypto
  if (!window.isSecureContext) return null
  return subtle.digest('SHA-256', await content.arrayBuffer())
}

function hex(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function base64(digest: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
}
