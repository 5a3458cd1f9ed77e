import { addressOf, csrfHeader, problemShape } from '#api'
import { keptToken, operations, RefusedError } from '~/client.ts'
import type { PartyRole } from '~/ui/words.ts'

/**
 * Sends one PDF and tells how far it is, from 0 to 1. `fetch` tells no progress of what it sends;
 * this is the one call that does not go through the client. @throws RefusedError or a fault
 */
export function sendFile(
  file: { readonly caseId: string; readonly from: PartyRole; readonly content: File },
  onProgress: (part: number) => void,
): Promise<void> {
  const address = addressOf(operations.uploadRecord, {
    params: { caseId: file.caseId },
    query: { fileName: file.content.name, from: file.from },
  })
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('content-type', 'application/pdf')
    const token = keptToken()
    if (token !== null) request.setRequestHeader(csrfHeader, token)
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    )
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve()
      else reject(refusalIn(request.responseText))
    })
    request.addEventListener('error', () => reject(new Error('the connection broke')))
    request.send(file.content)
  })
}

function refusalIn(text: string): Error {
  try {
    const [first, ...rest] = problemShape
      .parse(JSON.parse(text))
      .refusals.map((refusal) => ({ kind: 'refusal' as const, ...refusal }))
    return first ? new RefusedError([first, ...rest]) : new Error('the server failed')
  } catch {
    return new Error('the server answered in no known way')
  }
}
