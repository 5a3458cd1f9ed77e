import { describe, expect, it } from 'vitest'
import { findQuote } from './find-quote.ts'

describe('finding a quotation on a page', () => {
  it('finds words that break over a line', () => {
    const page = 'Motor strength is\n5/5 in both legs.'
    const span = findQuote(page, 'Motor strength is 5/5')
    expect(span && page.slice(span.start, span.end)).toBe('Motor strength is\n5/5')
  })

  it('does not take a left leg for a right one', () => {
    expect(findQuote('positive on the left', 'positive on the right')).toBeNull()
  })

  it('takes signs of the quotation as they are', () => {
    expect(findQuote('strength 4/5 (right)', 'strength 4.5 (right)')).toBeNull()
    expect(findQuote('strength 4/5 (right)', '4/5 (right)')).toEqual({ start: 9, end: 20 })
  })

  it('finds nothing for an empty quotation', () => {
    expect(findQuote('anything', '  ')).toBeNull()
  })
})
