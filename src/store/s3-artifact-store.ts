import { type FileHandle, open, readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import type { ArtifactStore } from '#case'
import { sha256Of } from '#integrity'
import { hashFile } from './durable-file.ts'
import { ArtifactDamagedError } from './faults.ts'
import { makeFileCache } from './file-cache.ts'
import { isAddress } from './is-address.ts'

/** Where the objects lie; what `BLOB_URL` says. */
export type S3Place = {
  readonly bucket: string
  /** Stands before every key, with its slash; may be empty. */
  readonly prefix: string
  /** Another service than Amazon's own. */
  readonly endpoint?: string
  readonly region: string
}

export type S3ArtifactStoreOptions = {
  readonly place: S3Place
  /** Copies for engines that read from the disk. */
  readonly cacheFolder: string
  /** How much the copies may take together; those in use always fit. */
  readonly cacheBytes?: number
  /** Read from the environment by the library where they are not given. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string }
  /** Files above this size go up in parts of it; at least 5 MiB, as the service asks. */
  readonly partBytes?: number
}

/**
 * Content-addressed bytes as objects of an S3-compatible service: `prefix` + `ab/cdef…`. An object
 * is stored when the service has acknowledged it; large files go up in parts, one in memory at a
 * time. `openFile` keeps verified copies in a bounded folder of this machine.
 */
export function makeS3ArtifactStore(options: S3ArtifactStoreOptions): ArtifactStore {
  const { place, credentials } = options
  const partBytes = Math.max(options.partBytes ?? 8 * megabyte, 5 * megabyte)
  const client = new S3Client({
    region: place.region,
    ...(place.endpoint === undefined ? {} : { endpoint: place.endpoint, forcePathStyle: true }),
    ...(credentials ? { credentials } : {}),
    // Not every compatible service knows the newer checksums; addresses are hashes anyway.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const objectOf = (sha256: string): { readonly Bucket: string; readonly Key: string } => ({
    Bucket: place.bucket,
    Key: `${place.prefix}${sha256.slice(0, 2)}/${sha256.slice(2)}`,
  })
  const cache = makeFileCache(options.cacheFolder, options.cacheBytes ?? 20 * 1024 * megabyte)

  /** Whether an object of this length is there: one that was cut off is sent again. */
  const holds = async (sha256: string, bytes: number): Promise<boolean> =>
    (await absentAsNull(client.send(new HeadObjectCommand(objectOf(sha256)))))?.ContentLength ===
    bytes

  const bodyOf = async (sha256: string): Promise<Readable | null> => {
    const found = await absentAsNull(client.send(new GetObjectCommand(objectOf(sha256))))
    return found?.Body instanceof Readable ? found.Body : null
  }

  return {
    put: async (content, kind, mediaType) => {
      const sha256 = sha256Of(content)
      if (!(await holds(sha256, content.length))) {
        await client.send(
          new PutObjectCommand({
            ...objectOf(sha256),
            Body: content,
            ContentLength: content.length,
            ContentType: mediaType,
          }),
        )
      }
      return { sha256, bytes: content.length, mediaType, kind }
    },
    putFile: async (path, kind, mediaType) => {
      const { sha256, bytes } = await hashFile(path)
      const object = { ...objectOf(sha256), ContentType: mediaType }
      if (!(await holds(sha256, bytes))) {
        if (bytes > partBytes) await sendInParts(client, object, path, bytes, partBytes)
        else await client.send(new PutObjectCommand({ ...object, Body: await readFile(path) }))
      }
      return { sha256, bytes, mediaType, kind }
    },
    get: async (sha256) => {
      const body = isAddress(sha256) ? await bodyOf(sha256) : null
      if (body === null) return null
      const chunks: Uint8Array[] = []
      for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk)
      const content = new Uint8Array(Buffer.concat(chunks))
      if (sha256Of(content) !== sha256) throw new ArtifactDamagedError(sha256)
      return content
    },
    openFile: async (sha256) =>
      isAddress(sha256) ? cache.open(sha256, () => bodyOf(sha256)) : null,
  }
}

const megabyte = 1024 * 1024

type ObjectToSend = {
  readonly Bucket: string
  readonly Key: string
  readonly ContentType: string
}

/** One part in memory at a time; an upload that fails leaves nothing at the service. */
async function sendInParts(
  client: S3Client,
  { Bucket, Key, ContentType }: ObjectToSend,
  path: string,
  bytes: number,
  wantedPartBytes: number,
): Promise<void> {
  // The service takes 10,000 parts at most.
  const partBytes = Math.max(wantedPartBytes, Math.ceil(bytes / 10_000))
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({ Bucket, Key, ContentType }),
  )
  const file = await open(path, 'r')
  try {
    const Parts: CompletedPart[] = []
    for (let at = 0; at < bytes; at += partBytes) {
      const Body = await readAt(file, at, Math.min(partBytes, bytes - at))
      const PartNumber = Parts.length + 1
      const { ETag } = await client.send(
        new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }),
      )
      Parts.push({ PartNumber, ...(ETag === undefined ? {} : { ETag }) })
    }
    await client.send(
      new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }),
    )
  } catch (error) {
    await client
      .send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }))
      .catch(() => undefined)
    throw error
  } finally {
    await file.close()
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const content = new Uint8Array(length)
  for (let filled = 0; filled < length; ) {
    const { bytesRead } = await file.read(content, filled, length - filled, position + filled)
    if (bytesRead === 0) throw new RangeError('the file is shorter than it was')
    filled += bytesRead
  }
  return content
}

/** What the service answers; null where it has no such object. */
async function absentAsNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    const { name, $metadata } = error as {
      readonly name?: string
      readonly $metadata?: { readonly httpStatusCode?: number }
    }
    if (name === 'NoSuchKey' || name === 'NotFound' || $metadata?.httpStatusCode === 404) {
      return null
    }
    throw error
  }
}
