import { spawnSync } from 'node:child_process'
import { startServer } from './start-server.ts'

/** Unpacks the browser once and starts the server on an empty home; gives the way to stop it. */
export default async function startEverything(): Promise<() => Promise<void>> {
  process.env['OPENIMR_BROWSER'] ??= await unpackBrowser()
  const server = await startServer()
  process.env['OPENIMR_ADDRESS_FOR_JOURNEYS'] = server.address
  process.env['OPENIMR_SIGN_INS'] = server.signIns
  return () => server.stop()
}

async function unpackBrowser(): Promise<string> {
  // Where the system has no libnss3 the package brings its own, when it is told to.
  const libraries = spawnSync('ldconfig', ['-p'], { encoding: 'utf8' }).stdout ?? ''
  if (!libraries.includes('libnss3.so')) process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  return chromium.executablePath()
}
