import { afterAll, describe, expect, it } from 'vitest'
import type { Determination } from '#determination'
import { valueOf } from '#foundation'
import { compareDeterminations, printLetterText, readLetterPages, readLetterText } from '#letters'
import { awkward, organization, serve } from './generated-letters.test-support.ts'
import { makePdfReader } from './pdf-reader.ts'
import { makeLetterPrinter } from './typst-printer.ts'

const printer = makeLetterPrinter({ organizationName: organization })
const reader = makePdfReader()
afterAll(() => Promise.all([reader.close(), printer.close()]))

/** With what the reader concludes from printed words (citations, regions, boards) filled in. */
function complete(determination: Determination): Determination {
  return valueOf(readLetterText(printLetterText(determination, organization), { file: 'model' }))
}

async function readAgain(pdf: Uint8Array): Promise<Determination> {
  const reading = valueOf(await reader.read(pdf))
  return valueOf(readLetterPages(reading.pages, { file: 'printed.pdf' }))
}

describe('a determination comes back from its printed letter as it went in', () => {
  it.each(awkward)('the public letter: %s', async (_, generated) => {
    const model = complete(generated)
    expect(model.caseSummary).toBe(generated.caseSummary)
    expect(
      model.issues.map(({ treatment, decision, rationale }) => [treatment, decision, rationale]),
    ).toEqual(
      generated.issues.map(({ treatment, decision, rationale }) => [
        treatment,
        decision,
        rationale,
      ]),
    )
    const again = await readAgain(await printer.printPublicLetter(model))
    expect(compareDeterminations(model, again)).toEqual([])
  })

  it.each([awkward[0], awkward[16], awkward[18]].filter((entry) => entry !== undefined))(
    'the served letter, in spite of cover, records list and proof of service: %s',
    async (_, generated) => {
      const model = complete(generated)
      const again = await readAgain(await printer.printServedLetter(serve(model)))
      expect(compareDeterminations(model, again)).toEqual([])
    },
  )
})
