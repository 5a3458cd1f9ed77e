import type { FileHandle } from 'node:fs/promises'

/** Writes in pieces of a megabyte what comes in smaller ones. */
export class GatheredWrites {
  readonly #file: FileHandle
  #chunks: Uint8Array[] = []
  #bytes = 0
  /** So far it is written. */
  position: number

  constructor(file: FileHandle, position: number) {
    this.#file = file
    this.position = position
  }

  async write(chunk: Uint8Array): Promise<void> {
    this.#chunks.push(chunk)
    this.#bytes += chunk.byteLength
    if (this.#bytes >= 1024 * 1024) await this.end()
  }

  async end(): Promise<void> {
    const content = Buffer.concat(this.#chunks)
    this.#chunks = []
    this.#bytes = 0
    for (let done = 0; done < content.length; ) {
      const { bytesWritten } = await this.#file.write(
        content,
        done,
        content.length - done,
        this.position,
      )
      done += bytesWritten
      this.position += bytesWritten
    }
  }
}
