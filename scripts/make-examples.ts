// Writes the example cases under examples/: `npm run examples`. The same bytes come out each time.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Example, FindPage } from './examples/example.ts'
import { lumbarMri } from './examples/lumbar-mri.ts'
import { Paper } from './examples/paper.ts'
import { reviewers } from './examples/reviewers.ts'
import { shoulderSurgery } from './examples/shoulder-surgery.ts'
import { therapyAndSpineMri } from './examples/therapy-and-spine-mri.ts'

const root = fileURLToPath(new URL('../examples/', import.meta.url))

for (const example of [lumbarMri, therapyAndSpineMri, shoulderSurgery]) await write(example)
writeFileSync(`${root}reviewers.json`, `${JSON.stringify(reviewers, null, 2)}\n`)

async function write(example: Example): Promise<void> {
  const folder = `${root}${example.folder}/`
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(`${folder}records`, { recursive: true })
  const papers = new Map<string, Paper>()
  for (const record of example.records) {
    const paper = await Paper.open(record.title)
    await record.write(paper)
    papers.set(record.file, paper)
    writeFileSync(`${folder}records/${record.file}`, await paper.save())
  }
  const find: FindPage = (quote, beside) => {
    for (const [file, paper] of papers) {
      const page = paper.pageOf(quote, beside)
      if (page !== null) return { file, page }
    }
    throw new Error(`${example.folder}: these words stand on no page: ${quote}`)
  }
  const json = (name: string, value: unknown): void =>
    writeFileSync(`${folder}${name}`, `${JSON.stringify(value, null, 2)}\n`)
  json('application.json', example.application)
  json(
    'records.json',
    example.records.map(({ file, from, receivedOn }) => ({ file, from, receivedOn })),
  )
  json('case-manager.json', example.acts.caseManager)
  json('reviewer.json', example.acts.reviewer(find))
  json('quality.json', example.acts.quality)
  const pages = [...papers].map(([file, paper]) => `- \`records/${file}\`: ${paper.pages} pages`)
  writeFileSync(
    `${folder}README.md`,
    `# ${example.title}\n\nSynthetic: every name and number is invented. ${example.about}\n\n${pages.join('\n')}\n\nMade by \`npm run examples\`. Run it: \`npx openimr run examples/${example.folder}\`\n`,
  )
  console.log(`${example.folder}: ${pages.join(', ')}`)
}
