// Runs before `npm start` and `npm test`, on whatever Node the machine has (18 or newer):
// installs the locked dependencies when they are missing or older than the lock file.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const lock = join(root, 'package-lock.json')
const stamp = join(root, 'node_modules', '.package-lock.json')
const windows = process.platform === 'win32'
const nodeIn = (folder) =>
  join(folder, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')

if (!existsSync(stamp) || statSync(stamp).mtimeMs < statSync(lock).mtimeMs) {
  console.log('Installing what the lock file names (once, about half a minute) …')
  const installed = isOlderThan(20, 19) ? installWithOwnNode() : npm(['ci'], root)
  if (installed !== 0) process.exit(installed)
  const now = new Date()
  utimesSync(stamp, now, now)
}

const own = spawnSync(nodeIn(root), ['--version'], { encoding: 'utf8' })
const version = own.status === 0 ? own.stdout : process.version
if (Number(version.replace(/^v(\d+).*/s, '$1')) < 24) {
  console.error(
    `OpenIMR runs on Node 24 and found ${process.version}. The package "node" should have brought it, ` +
      'but install scripts seem to be switched off here. Allow them (npm config set ignore-scripts false) ' +
      'and run "npm ci", or put Node 24 on the path.',
  )
  process.exit(1)
}

/**
 * npm leaves out native parts that say they need a newer Node than the one npm runs on, although
 * the project brings the newer one. So an old Node first fetches that one, and npm runs on it.
 */
function installWithOwnNode() {
  const { version } = JSON.parse(readFileSync(lock, 'utf8')).packages['node_modules/node']
  const folder = mkdtempSync(join(tmpdir(), 'openimr-node-'))
  try {
    const fetched = npm(['install', '--no-save', `node@${version}`], folder)
    return fetched === 0 ? npm(['ci'], root, nodeIn(folder)) : fetched
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs npm, on another Node where one is given; answers the exit status. */
function npm(args, cwd, node) {
  const all = [...args, '--loglevel=error', '--no-audit', '--no-fund']
  const npmCli = process.env.npm_execpath
  const run =
    node && npmCli
      ? spawnSync(node, [npmCli, ...all], {
          cwd,
          stdio: 'inherit',
          env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` },
        })
      : spawnSync('npm', all, { cwd, stdio: 'inherit', shell: windows })
  return run.status ?? 1
}

function isOlderThan(major, minor) {
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number)
  return ownMajor < major || (ownMajor === major && ownMinor < minor)
}
