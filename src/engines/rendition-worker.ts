/**
 * The child process in which one foreign document is opened and shown as a PDF, or the files within
 * it are taken out. It holds no secrets and is ended by its parent when it takes too long.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { mediaTypes } from './detect-media-type.ts'
import { readPart } from './file-content.ts'
import { type Attachment, UnreadableFileError } from './rendition.ts'
import type { RenditionReply, RenditionRequest } from './rendition-messages.ts'

/** Should the parent die while a file keeps this process busy, nobody would end it. */
const watch = `const parent = process.ppid
setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL') }, 2000)`
new Worker(watch, { eval: true, stdin: false }).unref()

async function answer(request: RenditionRequest): Promise<RenditionReply> {
  try {
    return request.kind === 'render' ? await render(request) : await unpack(request)
  } catch (cause) {
    if (cause instanceof UnreadableFileError) {
      return { kind: 'refused', code: cause.code, because: cause.message }
    }
    // What a library says of a file may hold words of the file.
    return { kind: 'refused', code: 'file-damaged', because: 'the file cannot be opened' }
  }
}

async function render({ mediaType, path, folder }: RenditionRequest): Promise<RenditionReply> {
  const target = join(folder, 'rendition.pdf')
  const { jpeg, png, tiff } = mediaTypes
  if (mediaType === jpeg || mediaType === png) {
    const { renderPicture } = await import('./picture-rendition.ts')
    return { kind: 'rendered', path: target, bytes: await renderPicture(path, target) }
  }
  if (mediaType === tiff) {
    const { listTiffPages } = await import('./tiff-pages.ts')
    const { renderTiff } = await import('./picture-rendition.ts')
    const file = { path, bytes: Number.MAX_SAFE_INTEGER }
    const pages = listTiffPages((at, bytes) => readPart(file, at, bytes))
    if (pages === null) {
      throw new UnreadableFileError('file-damaged', 'the list of pages of the TIFF is broken')
    }
    return { kind: 'rendered', path: target, bytes: await renderTiff(path, target, pages) }
  }
  const { setRendition } = await import('./set-rendition.ts')
  const pdf = await setRendition(mediaType, readFileSync(path))
  writeFileSync(target, pdf, { flag: 'wx', mode: 0o600 })
  return { kind: 'rendered', path: target, bytes: pdf.length }
}

const filesAtMost = 1_000

async function unpack({ mediaType, path, folder }: RenditionRequest): Promise<RenditionReply> {
  const attachments = (await attachmentsOf(mediaType, path)).slice(0, filesAtMost + 1)
  if (attachments.length > filesAtMost) {
    const because = `the file holds more than ${filesAtMost} files`
    return { kind: 'refused', code: 'archive-too-large', because }
  }
  const files = attachments.map(({ fileName, bytes }, index) => {
    const target = join(folder, `attachment-${index + 1}`)
    writeFileSync(target, bytes, { flag: 'wx', mode: 0o600 })
    return { fileName, path: target, bytes: bytes.length }
  })
  return { kind: 'unpacked', files }
}

async function attachmentsOf(mediaType: string, path: string): Promise<readonly Attachment[]> {
  if (mediaType === mediaTypes.cda) {
    const { attachmentsOfCda } = await import('./cda-rendition.ts')
    return attachmentsOfCda(readFileSync(path))
  }
  if (mediaType === mediaTypes.fhir) {
    const { attachmentsOfFhir } = await import('./fhir-rendition.ts')
    return attachmentsOfFhir(readFileSync(path))
  }
  return []
}

process.on('message', (request: RenditionRequest) => {
  void answer(request).then((reply) => process.send?.(reply))
})
process.on('disconnect', () => process.exit(0))
