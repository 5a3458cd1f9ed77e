import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lintDetermination } from '#determination'
import { readLetterText } from '#letters'

const data = new URL('../../shared/data/', import.meta.url)
const present = existsSync(data)
if (!present) process.stderr.write('skipped: real letters are not here (../shared/data)\n')

function findingsIn(path: string, withNotes: boolean): readonly string[] {
  const read = readLetterText(readFileSync(new URL(path, data), 'utf8'), { file: path })
  if (!read.ok) throw new Error(`not read: ${path}`)
  return lintDetermination(read.value)
    .filter(({ severity }) => withNotes || severity !== 'note')
    .map(({ code, issue }) => `${code}@${issue ?? 'letter'}`)
}

/** The defects that the handbook lists for the seeds (letters.md 9.1). */
const seeds = {
  '000_c1b1e726fca0fa4f': [
    'section-of-other-service@1',
    'chapter-missing@1',
    'hierarchy-reason-missing@1',
  ],
  '001_bb0e3a85eb20440d': [
    'pages-differ@1',
    'list-garbled@1',
    'quotation-differs@1',
    'request-without-complaint@1',
  ],
  '002_95e1945bc69d4d51': [
    'quotation-differs@2',
    'request-within-quoted-limit@1',
    'undocumented-but-in-summary@1',
    'undocumented-but-in-summary@2',
    'joined-body-parts@2',
    'citation-repeated@1',
  ],
  '003_39363498b94abce7': ['date-impossible@1', 'record-unspecified@1'],
  '004_ddf925a4a92c2cfc': [
    'mixed-conclusion@1',
    'citation-ambiguous@1',
    'hierarchy-reason-missing@1',
    'typing-error@letter',
    'typing-error@1',
    'copied-from-summary@1',
  ],
}

describe.skipIf(!present)('the lint on real letters', () => {
  it.each(Object.entries(seeds))('finds the listed defects of seed %s', (seed, defects) => {
    expect(findingsIn(`seeds/${seed}.txt`, true)).toEqual(expect.arrayContaining(defects))
  })

  // Each letter's findings that are not notes, looked at one by one: judged by the author of the rules.
  it.each([
    ['CM16-0230548', ['joined-body-parts@1']],
    ['CM16-0235724', []],
    ['CM16-0239569', ['injury-date-differs@letter']],
    ['CM16-0244053', []],
    ['CM16-0245028', []],
    ['CM16-0246487', []],
    ['CM16-0247274', []],
    ['CM16-0247287', []],
    ['CM16-0247802', []],
    ['CM17-0001749', []],
    ['CM17-0002198', []],
    ['CM17-0003284', []],
    ['CM17-0003917', []],
    ['CM17-0005246', []],
    ['CM17-0005589', ['review-date-differs@letter']],
    ['CM17-0006045', []],
    ['CM17-0006912', ['side-mismatch@3']],
    ['CM17-0009574', []],
    ['CM17-0010021', []],
    ['CM17-0012517', []],
    ['CM17-0013754', []],
    ['CM17-0014449', []],
    ['CM17-0015218', []],
    ['CM17-0019218', []],
  ])('raises no false alarm in %s', (letter, expected) => {
    expect(findingsIn(`dwc/txt/${letter}.txt`, false)).toEqual(expected)
  })
})
