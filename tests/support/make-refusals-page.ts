// Writes docs/reference/refusals.md from the catalogues of all rooms: `npm run refusals`.
import { writeFileSync } from 'node:fs'
import { refusalCatalogues } from './refusal-catalogues.ts'

const rooms = [...refusalCatalogues].map(([room, catalogue]) => {
  const rows = Object.entries(catalogue)
    .toSorted(([first], [second]) => (first < second ? -1 : 1))
    .map(([code, { authority, next }]) => `| \`${code}\` | ${cell(authority)} | ${cell(next)} |`)
  return `## ${room}\n\n| code | authority | what to do next |\n| --- | --- | --- |\n${rows.join('\n')}\n`
})

writeFileSync(
  new URL('../../docs/reference/refusals.md', import.meta.url),
  `# Refusals\n\nFor reviewers, case managers and developers. What the product will not do, by which rule, and what\nto do next. Over HTTP a refusal comes as problem+json (RFC 9457) in \`refusals\`, from a command as a\nJSON line. Made by \`npm run refusals\`; a test compares this page with the code, both ways.\n\n${rooms.join('\n')}`,
)

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
