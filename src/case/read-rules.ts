import { readdirSync, readFileSync } from 'node:fs'

// The one file of this room that reads the dated rules under rules/.

const folder = new URL('../../rules/', import.meta.url)

/** One file of rules, as JSON. */
export function readRulesFile(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8'))
}

/** Every JSON file of a folder of rules, by name. */
export function readRulesFolder(name: string): readonly unknown[] {
  return readdirSync(new URL(`${name}/`, folder))
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => readRulesFile(`${name}/${file}`))
}
