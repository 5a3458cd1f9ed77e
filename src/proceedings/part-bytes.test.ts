import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#foundation'
import type { FileReading, PageText } from '#records'
import { parsePage, parseTexts } from './part-bytes.ts'

const page = (number: number, texts: readonly string[]): PageText => ({
  page: number,
  width: 612,
  height: 792,
  text: texts.join(' '),
  source: 'ocr',
  confidence: 0.9,
  words: texts.map((text, at) => ({
    text,
    span: { start: at, end: at + text.length },
    box: { x: at, y: 2, width: 3, height: 4 },
    confidence: 0.5,
  })),
})

const reading: FileReading = {
  sha256: 'a'.repeat(64),
  engine: 'an engine',
  pages: [
    page(21, ['plain', 'words']),
    page(22, []),
    page(23, ['"}]}', '}]}', '\\"}]}', 'Pain:', '"words":[', '\\', ']', '', 'é—✓']),
    page(24, ['\\']),
    page(25, ['}]}']),
    {
      ...page(26, ['"text":"}]}']),
      setAside: { source: 'layer', text: '"words":[{"text":"x"}]}', because: 'garbage' },
    },
  ],
  remarks: ['"words":[]}'],
}
const bytes = new TextEncoder().encode(canonicalJson(reading))

describe('the bytes of a part', () => {
  it('give its texts without the words, whatever the words are', () => {
    expect(parseTexts(bytes)).toEqual({
      ...reading,
      pages: reading.pages.map((each) => ({ ...each, words: [] })),
    })
  })

  it('give each page with its words', () => {
    expect(reading.pages.map((_, index) => parsePage(bytes, index))).toEqual(reading.pages)
    expect(parsePage(bytes, reading.pages.length)).toBeNull()
  })

  it('give nothing when they are written in another way', () => {
    const spaced = new TextEncoder().encode(JSON.stringify(reading, null, 1))
    expect(parseTexts(spaced)).toBeNull()
    expect(parsePage(spaced, 0)).toBeNull()
    expect(parseTexts(bytes.subarray(0, 300))).toBeNull()
  })
})
