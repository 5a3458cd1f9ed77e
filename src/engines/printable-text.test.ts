import { describe, expect, it } from 'vitest'
import { makeTextSetter } from './printable-text.ts'

const latin = new Set(
  Array.from(
    'abcdefghijklmnopqrstuvwxyzŁukaszéABCDEF[]+0123456789 -/.',
    (c) => c.codePointAt(0) ?? 0,
  ),
)
const setter = makeTextSetter(latin)

describe('what the fonts cannot print', () => {
  it('prints a character without a glyph as its code point, so that nothing is lost', () => {
    expect(setter.plain('nurse 张')).toBe('nurse [U+5F20]')
  })
  it('composes a letter and its accent before giving up on it', () => {
    expect(setter.plain('resume\u0301')).toBe('resumé')
  })
  it('leaves out soft hyphens and direction marks, which nobody sees', () => {
    expect(setter.plain('non\u00adsteroidal\u200f')).toBe('nonsteroidal')
  })
  it('keeps a character beyond the first plane in one piece', () => {
    expect(setter.plain('𝔘')).toBe('[U+1D518]')
  })
})

describe('words that a line may break inside', () => {
  it('keeps a date and a hyphenated word on one line', () => {
    expect(setter.runs('on 06-11-2026 non-steroidal drugs')).toEqual([
      'on ',
      ['06-11-2026'],
      ' ',
      ['non-steroidal'],
      ' drugs',
    ])
  })
  it('lets a web address break, which would leave the page otherwise', () => {
    const address = `www.${'abc/'.repeat(20)}`
    expect(setter.runs(address)).toEqual([address])
  })
  it('leaves plain words alone', () => {
    expect(setter.runs('plain words')).toBe('plain words')
  })
})
