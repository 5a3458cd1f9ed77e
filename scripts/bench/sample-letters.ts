import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { makeLetterPrinter } from '#engines'
import { printLetterText } from '#letters'
import { syntheticDetermination } from './synthetic-determinations.ts'

/** A letter to work with: ours, published ones (where ../shared is beside the project) or invented. */
export type SampleLetter = { readonly name: string; readonly content: Uint8Array }

const conformance = new URL('../../conformance/letters/', import.meta.url)
const data = new URL('../../../shared/data/', import.meta.url)

/** Letters as text, and how many of them are published ones. */
export function textLetters(synthetic: number): readonly SampleLetter[] {
  return [
    ...filesIn(conformance, '.txt'),
    ...filesIn(new URL('seeds/', data), '.txt'),
    ...filesIn(new URL('dwc/txt/', data), '.txt'),
    ...Array.from({ length: synthetic }, (_, number) => ({
      name: `synthetic ${number}`,
      content: new TextEncoder().encode(
        printLetterText(syntheticDetermination(number), 'Example Review Organization'),
      ),
    })),
  ]
}

/** Letters as PDF: the published ones, which are encrypted, and some printed by us. */
export async function pdfLetters(synthetic: number): Promise<readonly SampleLetter[]> {
  const printer = makeLetterPrinter()
  const printed: SampleLetter[] = []
  for (let number = 0; number < synthetic; number += 1) {
    const content = await printer.printPublicLetter(syntheticDetermination(number))
    printed.push({ name: `synthetic ${number} (PDF)`, content })
  }
  return [...publishedPdfs(), ...printed]
}

/** The published letters as PDF; none where ../shared is absent. */
export function publishedPdfs(): readonly SampleLetter[] {
  return filesIn(new URL('dwc/pdf/', data), '.pdf')
}

function filesIn(folder: URL, ending: string): readonly SampleLetter[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .toSorted()
    .map((name) => ({ name, content: readFileSync(fileURLToPath(new URL(name, folder))) }))
}
