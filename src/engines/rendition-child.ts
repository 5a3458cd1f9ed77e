import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { RenditionReply, RenditionRequest } from './rendition-messages.ts'

/** Megabytes of heap: a document of a thousand pages takes a third of it. */
const heapMegabytes = 1_024

/**
 * Has one document opened in a process of its own, which ends with it. `late` and `lost`: the process
 * took longer than `patience` milliseconds, or ended by itself, as it does out of memory.
 */
export function askRenditionChild(
  request: RenditionRequest,
  patience: number,
): Promise<RenditionReply | { readonly kind: 'late' | 'lost' }> {
  const source = import.meta.url.endsWith('.ts')
  const script = new URL(
    source ? './rendition-worker.ts' : './rendition-worker.js',
    import.meta.url,
  )
  const child = fork(fileURLToPath(script), {
    execArgv: [
      ...(source ? ['--conditions=openimr-source'] : []),
      `--max-old-space-size=${heapMegabytes}`,
    ],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // It is told nothing of our settings and secrets.
    env: {},
  })
  return new Promise((resolve) => {
    const finish = (reply: Parameters<typeof resolve>[0]): void => {
      clearTimeout(timer)
      child.removeAllListeners()
      child.on('error', () => {})
      child.kill('SIGKILL')
      resolve(reply)
    }
    const timer = setTimeout(() => finish({ kind: 'late' }), patience)
    child.on('message', (reply: RenditionReply) => finish(reply))
    child.on('exit', () => finish({ kind: 'lost' }))
    child.on('error', () => finish({ kind: 'lost' }))
    child.send(request, (error) => {
      if (error) finish({ kind: 'lost' })
    })
  })
}
