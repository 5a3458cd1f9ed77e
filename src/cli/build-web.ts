import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Io } from './io.ts'

/** The folder of the built web application; builds it first where it is missing or out of date. */
export async function buildWeb(io: Io): Promise<string> {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const built = join(root, 'web', 'dist')
  const page = join(built, 'index.html')
  const sources = ['web/src', 'web/index.html', 'src/api', 'src/foundation'].map((path) =>
    join(root, path),
  )
  if (existsSync(page) && statSync(page).mtimeMs >= Math.max(...sources.map(newestOf))) {
    return built
  }
  io.err('Building the web application (once, a few seconds) …')
  const vite = spawn(
    process.execPath,
    [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', 'web', '--logLevel', 'warn'],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const status = await new Promise<number | null>((resolve, reject) => {
    vite.on('error', reject)
    vite.on('exit', resolve)
  })
  if (status !== 0) throw new WebNotBuiltError(status)
  return built
}

/** The web application could not be built. */
export class WebNotBuiltError extends Error {
  constructor(status: number | null) {
    super(`the web application could not be built (vite ended with ${status})`)
    this.name = 'WebNotBuiltError'
  }
}

function newestOf(path: string): number {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newestOf(join(path, name))))
}
