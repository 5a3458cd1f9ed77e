/** A file as it is announced to the server. */
export type Announced = {
  readonly content: Blob
  readonly fileName: string
  /** Its place in the folder that was chosen. */
  readonly path: string | null
}

/** How far an upload has come: the next byte to send is the one at `offset`. */
export type Progress = { readonly uploadId: string; readonly offset: number }

/** The server as sending needs it. Refusals and faults are thrown. */
export type Transport = {
  begin(file: Announced): Promise<Progress>
  find(uploadId: string): Promise<Progress>
  /** Sends the piece at the offset and gives the offset after it. */
  write(
    uploadId: string,
    offset: number,
    piece: Blob,
    onSent: (bytes: number) => void,
    signal: AbortSignal,
  ): Promise<number>
  abandon(uploadId: string): Promise<void>
}

/** Remembers which upload a file belongs to, so that it goes on after the page was closed. */
export type Memory = {
  read(): string | null
  keep(uploadId: string): void
  forget(): void
}

/** What a fault asks for: to say so, to ask how far it is, to begin anew, or to wait and try again. */
export type Judged = 'refused' | 'ask' | 'anew' | 'wait'

export const pieceBytes = 8 * 1024 * 1024
/** So often in a row a piece is tried; the waits between add up to more than three minutes. */
const mostFailures = 10

/**
 * Sends a file in pieces and gives the id of its upload when all of it is there. What was sent before
 * is not sent again; a broken connection is waited for. @throws what is refused, the last fault, or
 * the reason of the signal
 */
export async function sendFile(
  file: Announced,
  deps: {
    readonly transport: Transport
    readonly memory: Memory
    readonly judge: (fault: unknown) => Judged
    readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
    readonly signal: AbortSignal
    /** Bytes that are there, and whether it waits for the connection. */
    readonly onProgress: (sent: number, waits: boolean) => void
  },
): Promise<string> {
  const { transport, memory, signal, onProgress } = deps
  const { content } = file
  let failures = 0
  for (;;) {
    try {
      let { uploadId, offset } = await findOrBegin(file, transport, memory)
      onProgress(offset, false)
      while (offset < content.size) {
        signal.throwIfAborted()
        const at = offset
        const piece = content.slice(at, at + pieceBytes)
        offset = await transport.write(
          uploadId,
          at,
          piece,
          (bytes) => onProgress(Math.min(at + bytes, content.size), false),
          signal,
        )
        failures = 0
        onProgress(offset, false)
      }
      return uploadId
    } catch (fault) {
      signal.throwIfAborted()
      const judged = deps.judge(fault)
      failures += 1
      if (judged === 'refused' || failures >= mostFailures) throw fault
      if (judged === 'anew') memory.forget()
      if (judged === 'wait') {
        onProgress(0, true)
        await deps.wait(delayAfter(failures), signal)
      }
    }
  }
}

/** Milliseconds to wait after so many failures in a row: 1 s, 2 s, 4 s … at most 30 s. */
export function delayAfter(failures: number): number {
  return Math.min(30_000, 1000 * 2 ** (failures - 1))
}

async function findOrBegin(
  file: Announced,
  transport: Transport,
  memory: Memory,
): Promise<Progress> {
  const known = memory.read()
  if (known !== null) return transport.find(known)
  const begun = await transport.begin(file)
  memory.keep(begun.uploadId)
  return begun
}
