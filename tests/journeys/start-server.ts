import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A running server with the examples loaded. */
export type RunningServer = {
  readonly address: string
  /** File with the sign-ins: user name to password. */
  readonly signIns: string
  stop(): Promise<void>
}

/** Starts the real server, as `npm start` does, on a port of its choice and a home of its own. */
export async function startServer(): Promise<RunningServer> {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const home = mkdtempSync(join(tmpdir(), 'openimr-journeys-'))
  const server = spawn(
    join(root, 'node_modules', '.bin', 'node'),
    ['--conditions=openimr-source', 'src/cli/main.ts', 'serve', '--examples'],
    {
      cwd: root,
      env: { ...process.env, OPENIMR_HOME: home, PORT: '0', DATABASE_URL: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let said = ''
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString()
      const found = /OpenIMR is at (http:\/\/\S+)/.exec(said)
      if (found?.[1]) resolve(found[1])
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    server.once('exit', () => reject(new Error(`the server did not start:\n${said}`)))
  })
  return {
    address,
    signIns: join(home, 'example-sign-ins.json'),
    async stop() {
      server.kill('SIGTERM')
      await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}
