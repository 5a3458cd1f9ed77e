import { join, resolve } from 'node:path'
import type { ArtifactStore } from '#case'
import { ok, type Result, refuse, refused } from '#foundation'
import { makeFileArtifactStore } from './file-artifact-store.ts'
import { storeRefusals } from './refusals.ts'
import type { S3Place } from './s3-artifact-store.ts'

/**
 * The artifact store that the settings name: `BLOB_URL` with an S3-compatible service
 * (`s3://bucket/prefix?endpoint=…&region=…`), else the folder `BLOB_FOLDER`, else `blobs` in the
 * home folder. Refusal: `blob-url-unreadable`.
 */
export async function openArtifactStore(
  home: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Result<ArtifactStore>> {
  const url = environment['BLOB_URL']
  if (!url) {
    return ok(makeFileArtifactStore(resolve(environment['BLOB_FOLDER'] ?? join(home, 'blobs'))))
  }
  const place = parseBlobUrl(url, environment)
  if (!place.ok) return place
  // Loaded only where it is used: the library is large.
  const { makeS3ArtifactStore } = await import('./s3-artifact-store.ts')
  const cacheBytes = Number(environment['BLOB_CACHE_BYTES'])
  return ok(
    makeS3ArtifactStore({
      place: place.value,
      cacheFolder: join(home, 'blob-cache'),
      ...(cacheBytes > 0 ? { cacheBytes } : {}),
    }),
  )
}

/** `s3://bucket/prefix?endpoint=https://…&region=…` in its parts. Refusal: `blob-url-unreadable`. */
export function parseBlobUrl(
  text: string,
  environment: Readonly<Record<string, string | undefined>> = {},
): Result<S3Place> {
  const url = URL.canParse(text) ? new URL(text) : null
  const endpoint = url?.searchParams.get('endpoint') ?? null
  const because =
    url === null || url.protocol !== 's3:'
      ? 'BLOB_URL does not begin with s3://'
      : !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.hostname)
        ? 'BLOB_URL names no bucket'
        : url.username !== '' || url.password !== ''
          ? 'BLOB_URL carries credentials, which belong in the environment'
          : endpoint !== null && !/^https?:\/\//.test(endpoint)
            ? 'the endpoint in BLOB_URL is no http address'
            : null
  if (url === null || because !== null) {
    return refused(refuse(storeRefusals, 'blob-url-unreadable', because ?? '', 'BLOB_URL'))
  }
  const prefix = decodeURIComponent(url.pathname).replace(/^\/+|\/+$/g, '')
  return ok({
    bucket: url.hostname,
    prefix: prefix === '' ? '' : `${prefix}/`,
    ...(endpoint === null ? {} : { endpoint }),
    region: url.searchParams.get('region') ?? environment['AWS_REGION'] ?? 'us-east-1',
  })
}
