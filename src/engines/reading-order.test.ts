import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PlacedWord, readInOrder } from './reading-order.ts'

/** Words of a line at 5 pt a letter, 10 pt high. */
function line(text: string, x: number, y: number): PlacedWord[] {
  let at = x
  return text.split(' ').map((word) => {
    const placed = { text: word, x: at, y, width: 5 * word.length, height: 10 }
    at += placed.width + 4
    return placed
  })
}

describe('readInOrder', () => {
  it('keeps a heading above two columns, and the paragraph below them', () => {
    const words = [
      ...line('A heading that crosses the gutter of both columns, from left to right', 50, 50),
      ...[0, 1, 2, 3].flatMap((row) => [
        ...line(`left ${row} with quite some words in it`, 50, 80 + 12 * row),
        ...line(`right ${row} with quite some words in it`, 300, 80 + 12 * row),
      ]),
      ...line('A closing line that crosses the gutter of both columns once more', 50, 150),
    ]
    const lines = readInOrder(words).text.split('\n')
    expect(lines.map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual([
      'A heading',
      'left 0',
      'left 1',
      'left 2',
      'left 3',
      'right 0',
      'right 1',
      'right 2',
      'right 3',
      'A closing',
    ])
  })

  it('keeps the rows of a table of degrees', () => {
    const rows = ['Flexion 40 60', 'Extension 15 25', 'Rotation 20 30', 'Bending 10 25']
    const words = rows.flatMap((row, index) => {
      const [name, left, right] = row.split(' ')
      const y = 100 + 14 * index
      return [...line(name ?? '', 60, y), ...line(left ?? '', 250, y), ...line(right ?? '', 400, y)]
    })
    expect(readInOrder(words).text).toBe(rows.join('\n'))
  })

  it('keeps the rows of a form whose values are long', () => {
    const rows = [
      ['Requesting physician and practice', 'Orchard Gate Orthopaedics, Riverside'],
      ['Rotator cuff tear, right', 'Right shoulder arthroscopy with rotator cuff repair'],
      ['Rotator cuff tear, right', 'Postoperative physical therapy, 12 visits, right shoulder'],
      ['Rotator cuff tear, right', 'Shoulder sling with abduction pillow, one'],
      ['Physician signature:', 'Signed: Casimir Dunleavy, MD'],
      ['Date:', '11/10/2016'],
    ] as const
    const words = rows.flatMap(([label, value], index) => [
      ...line(label, 60, 100 + 14 * index),
      ...line(value, 280, 100 + 14 * index),
    ])
    expect(readInOrder(words).text).toBe(rows.map((row) => row.join(' ')).join('\n'))
  })

  it('sets a raised number into its line', () => {
    const words = [...line('grade', 50, 100), { ...line('2', 80, 97)[0], height: 6 } as PlacedWord]
    expect(readInOrder(words).text).toBe('grade 2')
  })

  it('loses no word and gives each its own characters, wherever words lie', () => {
    const word = fc.record({
      text: fc.stringMatching(/^[a-z]{1,8}$/),
      x: fc.integer({ min: 0, max: 560 }),
      y: fc.integer({ min: 0, max: 740 }),
      width: fc.integer({ min: 1, max: 80 }),
      height: fc.integer({ min: 1, max: 20 }),
      turn: fc.constantFrom(0, 0, 0, 1, 2, 3),
    })
    fc.assert(
      fc.property(fc.array(word, { maxLength: 80 }), (words) => {
        const read = readInOrder(words)
        expect(read.words.map(({ text }) => text).toSorted()).toEqual(
          words.map(({ text }) => text).toSorted(),
        )
        for (const { text, span } of read.words) {
          expect(read.text.slice(span.start, span.end)).toBe(text)
        }
      }),
    )
  })
})
