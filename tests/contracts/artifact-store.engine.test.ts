import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import S3rver from 's3rver'
import { afterAll, describe } from 'vitest'
import { openArtifactStore } from '#store'
import { artifactStoreContract } from './artifact-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'openimr-test-'))
const service = await startService()
const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

afterAll(async () => {
  await service?.stop()
  rmSync(folder, { recursive: true, force: true })
})

if (service) {
  const endpoint = `http://127.0.0.1:${service.port}`
  let stores = 0
  artifactStoreContract('an S3-compatible service', async () => {
    stores += 1
    process.env['AWS_ACCESS_KEY_ID'] = credentials.accessKeyId
    process.env['AWS_SECRET_ACCESS_KEY'] = credentials.secretAccessKey
    const prefix = `practice-${stores}/blobs`
    const opened = await openArtifactStore(join(folder, `home-${stores}`), {
      BLOB_URL: `s3://records/${prefix}?endpoint=${endpoint}&region=us-west-2`,
      BLOB_CACHE_BYTES: '1000000',
    })
    if (!opened.ok) throw new TypeError(opened.refusals[0].because)
    const client = new S3Client({
      region: 'us-west-2',
      endpoint,
      forcePathStyle: true,
      credentials,
      requestChecksumCalculation: 'WHEN_REQUIRED',
    })
    return {
      store: opened.value,
      spoil: async (sha256) => {
        const Key = `${prefix}/${sha256.slice(0, 2)}/${sha256.slice(2)}`
        await client.send(new PutObjectCommand({ Bucket: 'records', Key, Body: 'something else' }))
      },
    }
  })
} else {
  describe.skip('artifacts in an S3-compatible service: s3rver cannot start here', () => {})
}

async function startService(): Promise<{ readonly port: number; stop(): Promise<void> } | null> {
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(folder, 'service'),
    configureBuckets: [{ name: 'records' }],
  })
  try {
    const { port } = await server.run()
    return { port, stop: () => server.close() }
  } catch {
    return null
  }
}
