import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { valueOf } from '#foundation'
import { readLetterPages, readLetterText } from './index.ts'

const folder = new URL('../../conformance/letters/', import.meta.url)
const expectations = JSON.parse(
  readFileSync(new URL('expectations.json', folder), 'utf8'),
) as readonly { file: string; refusal?: string }[]
const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8')
const read = (file: string) => valueOf(readLetterText(textOf(file), { file }))

describe('letters of every layout family', () => {
  it('has expectations for every letter of the folder', () => {
    const letters = readdirSync(folder).filter((name) => name.endsWith('.txt'))
    expect(expectations.map(({ file }) => file).toSorted()).toEqual(letters.toSorted())
  })
  for (const expected of expectations) {
    it(`reads ${expected.file} as expected`, () => {
      const result = readLetterText(textOf(expected.file), { file: expected.file })
      if (result.ok) expect(JSON.parse(JSON.stringify(result.value))).toEqual(expected)
      else expect(result.refusals[0].code).toBe(expected.refusal)
    })
  }
})

describe('texts that are no letter', () => {
  it('refuses what is far longer than any letter, before reading it', () => {
    const text = textOf('f1b-layout-header.txt').repeat(200)
    const result = readLetterText(text, { file: 'x' })
    expect(result.ok ? [] : result.refusals.map(({ code }) => code)).toEqual(['letter-too-long'])
  })
})

describe('traps of published letters', () => {
  it('puts a heading together that stands on two pages', () => {
    expect(read('f1b-layout-header.txt').issues[1]?.treatment).toBe(
      'Associated surgical service: cold therapy unit, 7 days rental, left wrist, with sterile wrap, for use at home',
    )
  })
  it('tells requested, authorized and remaining parts of a partly authorized request', () => {
    expect(read('f1b-layout-header.txt').issues[0]?.partial).toEqual({
      requested: 'Hand therapy 12 visits for both wrists',
      authorized: 'Hand therapy 4 visits',
      remainder: 'Hand therapy 8 visits',
    })
  })
  it('begins no issue at the word "upheld" in a rationale', () => {
    expect(read('f1b-layout-header.txt').issues[0]?.rationale).toContain(
      '- upheld a shorter course.',
    )
  })
  it('leaves out an issue whose decision is lost, says so, and keeps its words out of others', () => {
    const letter = read('f1b-damaged.txt')
    expect(letter.issues.map(({ treatment }) => treatment)).toEqual([
      'X-ray of the left shoulder',
      'Norco 10/325 mg #60',
    ])
    expect(letter.issues[0].rationale).toBe(
      'A fall on the shoulder is described. The request is medically necessary.',
    )
    expect(letter.findings).toContainEqual(
      expect.objectContaining({ code: 'issue-without-decision', where: 'issues[1]' }),
    )
    expect(letter.notFound).toContain('issues[1].rationale')
  })
  it('flags days that do not exist and repairs none, and takes no dose for a date', () => {
    const flagged = read('f1b-damaged.txt').findings.filter(
      ({ code }) => code === 'impossible-date',
    )
    expect(flagged.map(({ message, where }) => [message.split(' ')[0], where])).toEqual([
      ['02/30/2016', 'dateAssigned'],
      ['13/02/2015', 'caseSummary'],
      ['10/204', 'caseSummary'],
    ])
    expect(read('f1b-damaged.txt').dateAssigned).toBeNull()
  })
  it('refuses a notice that decides nothing, and an empty file', () => {
    const codes = ['not-a-letter.txt', ''].map((file) => {
      const result = readLetterText(file === '' ? ' \n\f ' : textOf(file), { file })
      return result.ok ? 'read' : result.refusals[0].code
    })
    expect(codes).toEqual(['not-a-determination-letter', 'letter-without-text'])
  })
  it('refuses a letter that breaks off before its first decision', () => {
    const text = textOf('f1b-layout-header.txt')
    const result = readLetterText(text.slice(0, text.indexOf('Hand therapy')), { file: 'x' })
    expect(result.ok ? 'read' : result.refusals[0].code).toBe('letter-without-readable-issue')
  })
  it('reads what is left of a letter whose first page is lost', () => {
    const text = textOf('f1b-layout-header.txt')
    const letter = valueOf(
      readLetterText(text.slice(text.indexOf('Hand therapy 12')), { file: 'x' }),
    )
    expect(letter.issues).toHaveLength(3)
    expect(letter.caseNumber).toBeNull()
    expect(letter.notFound).toContain('caseSummary')
  })
  it('reads letters cut off anywhere without a fault', () => {
    const text = textOf('f1b-layout-header.txt')
    for (let end = 0; end < text.length; end += 7) {
      const result = readLetterText(text.slice(0, end), { file: 'x' })
      if (result.ok) expect(result.value.issues.length).toBeLessThanOrEqual(3)
    }
  })
})

describe('pages with word boxes', () => {
  it('reads the header table by position, whatever order the engine gave its cells', () => {
    const lines = textOf('f1b-layout-header.txt').split('\f')[0]?.split('\n') ?? []
    const placed = lines.flatMap((line, row) =>
      [...line.matchAll(/\S+/g)].map((match) => ({
        word: match[0],
        x: 40 + match.index * 5,
        y: 60 + row * 14,
      })),
    )
    const header = placed.filter(({ y }) => y < 60 + 6 * 14)
    // Column by column, from the right: the worst a table can come.
    const words = [...header.toSorted((a, b) => b.x - a.x), ...placed.slice(header.length)]
    let text = ''
    const boxed = words.map(({ word, x, y }, index) => {
      const newLine = index > 0 && (index < header.length || words[index - 1]?.y !== y)
      if (index > 0) text += newLine ? '\n' : ' '
      const start = text.length
      text += word
      return {
        text: word,
        span: { start, end: text.length },
        box: { x, y, width: word.length * 5, height: 10 },
      }
    })
    const rest = textOf('f1b-layout-header.txt').split('\f').slice(1)
    const page = (number: number, content: string) => ({
      page: number,
      width: 612,
      height: 792,
      text: content,
      words: [],
      source: 'layer' as const,
    })
    const letter = valueOf(
      readLetterPages(
        [
          { ...page(1, text), words: boxed },
          ...rest.map((content, index) => page(index + 2, content)),
        ],
        { file: 'x' },
      ),
    )
    const { caseNumber, dateAssigned, dateOfInjury, decisionDate, applicationReceived } = letter
    expect([caseNumber, dateAssigned, dateOfInjury, decisionDate, applicationReceived]).toEqual([
      'CM16-0000021',
      '2016-06-07',
      '2016-04-04',
      '2016-07-01',
      '2016-06-01',
    ])
  })
})
