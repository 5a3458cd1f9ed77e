// Prints generated determinations as public PDF and reads them again: `npm run round-trip`.
import { makeLetterPrinter, makePdfReader } from '#engines'
import { valueOf } from '#foundation'
import { compareDeterminations, printLetterText, readLetterPages, readLetterText } from '#letters'
import { syntheticDetermination } from './bench/synthetic-determinations.ts'

const count = Number(process.argv[2] ?? 1000)
const name = 'OpenIMR'
const printer = makeLetterPrinter({ organizationName: name })
const pdf = makePdfReader()
let different = 0
for (let number = 1; number <= count; number += 1) {
  const made = syntheticDetermination(number)
  // The model is what the reader makes of the text: categories and boards are not printed.
  const model = valueOf(readLetterText(printLetterText(made, name), { file: 'model' }))
  const pages = valueOf(await pdf.read(await printer.printPublicLetter(made)))
  const again = valueOf(readLetterPages(pages.pages, { file: 'again' }))
  const differences = compareDeterminations(model, again)
  if (differences.length > 0) {
    different += 1
    console.log(JSON.stringify(differences.slice(0, 2)))
  }
}
console.log(`${count} letters through PDF: ${count - different} read back equal, ${different} not`)
await pdf.close()
await printer.close()
process.exitCode = different > 0 ? 1 : 0
