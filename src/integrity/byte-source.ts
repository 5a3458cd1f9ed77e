/** Bytes that are read in parts, from memory or from a file. */
export type ByteSource = {
  readonly bytes: number
  /** Exactly these; the caller stays within `bytes`. */
  read(at: number, length: number): Uint8Array
}

export function sourceOfBytes(content: Uint8Array): ByteSource {
  return {
    bytes: content.length,
    read: (at, length) => content.subarray(at, at + length),
  }
}

const partBytes = 1_048_576

/** The bytes from `at` on in parts of a bounded size. */
export function* partsOf(source: ByteSource, at: number, length: number): Generator<Uint8Array> {
  for (let done = 0; done < length; done += partBytes) {
    yield source.read(at + done, Math.min(partBytes, length - done))
  }
}
