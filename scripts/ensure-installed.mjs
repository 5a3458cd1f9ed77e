// Runs before `npm start` and `npm test`, on whatever Node the machine has (18 or newer):
// installs the locked dependencies when they are missing or older than the lock file.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const lock = join(root, 'package-lock.json')
const stamp = join(root, 'node_modules', '.package-lock.json')
const ownNode = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

if (!existsSync(stamp) || statSync(stamp).mtimeMs < statSync(lock).mtimeMs) {
  console.log('Installing what the lock file names (once, about half a minute) …')
  const npm = spawnSync('npm', ['ci', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0) process.exit(npm.status ?? 1)
  const now = new Date()
  utimesSync(stamp, now, now)
}

const own = spawnSync(ownNode, ['--version'], { encoding: 'utf8' })
const major = Number((own.status === 0 ? own.stdout : process.version).replace(/^v(\d+).*/s, '$1'))
if (major < 24) {
  console.error(
    `OpenIMR runs on Node 24 and found ${process.version}. The package "node" should have brought it, ` +
      'but install scripts seem to be switched off here. Allow them (npm config set ignore-scripts false) ' +
      'and run "npm ci", or put Node 24 on the path.',
  )
  process.exit(1)
}
