import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { makePdfTextReader } from '#engines'
import { findFacts } from '#evidence'
import { valueOf } from '#foundation'
import { type FileReading, identifyDocuments } from '#records'
import { type Bench, sayRate, timeInTurns } from './measure.ts'

const examples = fileURLToPath(new URL('../../examples/', import.meta.url))
const published = fileURLToPath(new URL('../../../shared/data/records/pdf/', import.meta.url))

/** Pages of records to documents and facts, against getting their text out of the PDF. */
export const findFactsBench: Bench = async ({ quick, rounds }) => {
  const reader = await makePdfTextReader()
  const files = [published, examples].filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.pdf'))
      .toSorted()
      .map((name) => ({ name, content: readFileSync(`${folder}${name}`) })),
  )
  const readings: { readonly name: string; readonly reading: FileReading }[] = []
  for (const { name, content } of files) {
    readings.push({ name, reading: valueOf(await reader.read(content)) })
  }
  // Our records are few: the same ones several times over, each as a file of its own.
  const times = quick ? 5 : 20
  let facts = 0
  const factsAll = (): void => {
    facts = 0
    for (let time = 0; time < times; time += 1) {
      for (const { name, reading } of readings) {
        const documents = identifyDocuments(reading, { fileId: 'file', fileName: name })
        facts += findFacts(documents, new Map([['file', reading]])).length
      }
    }
  }
  const textAll = async (): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      for (const { content } of files) await reader.read(content)
    }
  }
  const [oursMs = 0, textMs = 0] = await timeInTurns(rounds, factsAll, textAll)
  const pages = times * readings.reduce((sum, { reading }) => sum + reading.pages.length, 0)
  return [
    {
      name: 'find-facts',
      size: `${pages} pages (${files.length} files, ${times} times), ${facts} facts`,
      rounds,
      ours: 'text of pages to documents and facts, one core',
      oursMs,
      yardstick: 'text of the same pages out of their PDFs',
      yardstickMs: textMs,
      ratio: oursMs / textMs,
      rate: sayRate(pages, oursMs, 'pages'),
    },
  ]
}
