import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export type Workers = {
  /** Process ids of those that run now. */
  pids(): readonly number[]
  /** Lets each give back the file it reads, and end. */
  stop(): Promise<void>
}

/**
 * Starts processes that read files (`openimr work`). They end with this process; one that dies is
 * started again, at once the first time and then after a pause that grows.
 */
export function startWorkers(count: number, onDeath: () => void): Workers {
  const running = new Set<ChildProcess>()
  const restarts = new Set<NodeJS.Timeout>()
  let stopping = false

  const start = (deaths: number): void => {
    const child = fork(fileURLToPath(new URL('./main.ts', import.meta.url)), ['work'], {
      execArgv: ['--conditions=openimr-source'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    running.add(child)
    const startedAt = performance.now()
    child.once('exit', () => {
      running.delete(child)
      if (stopping) return
      onDeath()
      // Who worked for a while did not die of its start.
      const before = performance.now() - startedAt > 60_000 ? 0 : deaths
      const pause = before === 0 ? 0 : Math.min(30_000, 500 * 2 ** before)
      const timer = setTimeout(() => {
        restarts.delete(timer)
        start(before + 1)
      }, pause)
      restarts.add(timer)
    })
    child.on('error', () => undefined)
  }
  for (let index = 0; index < count; index += 1) start(0)

  return {
    pids: () => [...running].flatMap(({ pid }) => (pid === undefined ? [] : [pid])),
    async stop() {
      stopping = true
      for (const timer of restarts) clearTimeout(timer)
      await Promise.all(
        [...running].map(async (child) => {
          const ended = once(child, 'exit')
          if (child.connected) child.disconnect()
          const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
          await ended
          clearTimeout(late)
        }),
      )
    },
  }
}
