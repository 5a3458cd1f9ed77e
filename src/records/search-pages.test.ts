import { describe, expect, it } from 'vitest'
import type { PageText } from './page.ts'
import { makePageSearch } from './search-pages.ts'

function found(query: string, text: string, source: PageText['source'] = 'layer') {
  const page = { page: 1, width: 612, height: 792, text, words: [], source }
  return (makePageSearch(query)?.in(page) ?? []).map(({ span, words }) => ({
    passage: text.slice(span.start, span.end),
    words: words.map(({ start, end }) => text.slice(start, end)),
  }))
}
const passages = (...args: Parameters<typeof found>) => found(...args).map(({ passage }) => passage)

describe('a search on a page', () => {
  it('minds neither case nor accents, and keeps the place in the text as it is written', () => {
    expect(passages('pena', 'Dr. Peña saw Mr. PEÑA.')).toEqual(['Peña', 'PEÑA'])
    expect(passages('peña', 'Dr. Pena')).toEqual(['Pena'])
    expect(passages('office', 'The of\uFB01ce called.')).toEqual(['of\uFB01ce'])
    expect(passages('oﬃce', 'The o\uFB03ce called.')).toEqual(['o\uFB03ce'])
  })

  it('takes a word by its beginning, and never from its middle', () => {
    expect(passages('radicul', 'radiculopathy, radicular; postradicular')).toEqual([
      'radiculopathy',
      'radicular',
    ])
  })

  it('joins a word that is parted at the end of a line', () => {
    expect(passages('lumbosacral', 'the lumbo-\n  sacral spine')).toEqual(['lumbo-\n  sacral'])
  })

  it('takes words in quotation marks as they stand, over lines and signs', () => {
    const text = 'Straight leg\nraising at L4-5. Raising the leg straight.'
    expect(passages('"leg raising"', text)).toEqual(['leg\nraising'])
    expect(passages('"L4 5"', text)).toEqual(['L4-5'])
    expect(passages('"leg rais"', text)).toEqual([])
  })

  it('needs every word on the page, and shows the shortest passage that holds them', () => {
    const text = 'MRI ordered. Much later the lumbar MRI was read.'
    expect(found('MRI lumbar', text)).toEqual([{ passage: 'lumbar MRI', words: ['lumbar', 'MRI'] }])
    expect(found('MRI cervical', text)).toEqual([])
  })

  it('takes look-alike letters for one another on pages read from a picture only', () => {
    expect(passages('column', 'vertebral colurnn', 'ocr')).toEqual(['colurnn'])
    expect(passages('column', 'vertebral colurnn')).toEqual([])
    expect(passages('2010', 'in 2O1O', 'ocr')).toEqual(['2O1O'])
  })

  it('is nothing where there is no word, and finds nothing on a page without text', () => {
    expect(makePageSearch(' ".-" ')).toBeNull()
    expect(passages('a', '', 'none')).toEqual([])
  })

  it('takes signs of the query as signs, not as a pattern', () => {
    expect(passages('(a+)+$', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')).toEqual([
      'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    ])
  })

  it('shows the words around on one line, with the place in them', () => {
    const text = `${'before '.repeat(30)}\nfound here\n${'after '.repeat(30)}`
    const page = { page: 1, width: 1, height: 1, text, words: [], source: 'layer' as const }
    const [hit] = makePageSearch('found')?.in(page) ?? []
    const { text: shown = '', span } = hit?.snippet ?? {}
    expect(span && shown.slice(span.start, span.end)).toBe('found')
    expect(shown).toMatch(/^before .* before found here after .* after$/)
    expect(shown.length).toBeLessThan(170)
  })
})
