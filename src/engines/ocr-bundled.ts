import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type OcrEngine, type OcrRequest, type OcrWord, ocrPatience } from './ocr-engine.ts'
import type { OcrReply } from './ocr-messages.ts'
import { parseOcrTable } from './ocr-tsv.ts'

/** After so many pictures a child is replaced: the engine's memory grows and never shrinks. */
const picturesPerChild = 60

/**
 * Tesseract as it comes with the product, with its language data from the package: in children
 * that read one picture at a time and are ended when it takes too long. No network, no cache.
 */
export function makeBundledOcr(): OcrEngine {
  const free: OcrChild[] = []
  const all = new Set<OcrChild>()
  return {
    name: 'tesseract.js 7.0.0 (eng 4.0.0_best_int)',
    async read(path, request) {
      const child = free.pop() ?? startChild()
      all.add(child)
      const words = await ask(child, path, request)
      child.pictures += 1
      if (words === null || child.pictures >= picturesPerChild) {
        all.delete(child)
        child.process.kill('SIGKILL')
      } else {
        free.push(child)
      }
      return words
    },
    async close() {
      for (const { process } of all) process.kill('SIGKILL')
      all.clear()
      free.length = 0
    },
  }
}

type OcrChild = { readonly process: ChildProcess; pictures: number }

function startChild(): OcrChild {
  const source = import.meta.url.endsWith('.ts')
  const script = new URL(source ? './ocr-worker.ts' : './ocr-worker.js', import.meta.url)
  const child = fork(fileURLToPath(script), {
    execArgv: [...(source ? ['--conditions=openimr-source'] : []), '--max-old-space-size=768'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // It is told nothing of our settings and secrets.
    env: {},
  })
  letGo(child)
  return { process: child, pictures: 0 }
}

function ask(
  { process }: OcrChild,
  path: string,
  { dpi, signal }: OcrRequest,
): Promise<readonly OcrWord[] | null> {
  return new Promise((resolve) => {
    const finish = (words: readonly OcrWord[] | null): void => {
      clearTimeout(timer)
      process.off('message', listen)
      process.off('exit', lost)
      process.off('error', lost)
      signal?.removeEventListener('abort', lost)
      letGo(process)
      resolve(words)
    }
    const lost = (): void => finish(null)
    const listen = (reply: OcrReply): void =>
      finish(reply.table === null ? null : parseOcrTable(reply.table))
    const timer = setTimeout(lost, ocrPatience)
    if (process.exitCode !== null || process.signalCode !== null || signal?.aborted) return lost()
    process.on('message', listen)
    process.on('exit', lost)
    process.on('error', lost)
    signal?.addEventListener('abort', lost)
    process.ref()
    process.channel?.ref()
    process.send({ path, dpi: Math.round(dpi) }, (error) => {
      if (error) lost()
    })
  })
}

function letGo(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
}
