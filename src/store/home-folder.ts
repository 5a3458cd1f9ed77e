import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * The folder where OpenIMR keeps its data: `OPENIMR_HOME`, else `$XDG_DATA_HOME/openimr`, else
 * `~/.openimr`. Never inside the source tree: a fresh clone must not hide or lose a practice's data.
 */
export function homeFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const chosen = environment['OPENIMR_HOME']
  if (chosen) return resolve(chosen)
  const shared = environment['XDG_DATA_HOME']
  if (shared?.startsWith('/')) return join(shared, 'openimr')
  return join(homedir(), '.openimr')
}
