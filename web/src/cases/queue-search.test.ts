import { describe, expect, it } from 'vitest'
import { isFiltered, readQueueSearch, sameFilters, withFilter } from './queue-search.ts'

describe('the address of the queue', () => {
  it('is read without what it does not know', () => {
    const search = readQueueSearch({ text: 77, due: 'soon', office: '', from: 50, odd: 'x' })
    expect(search).toEqual({ text: '77', office: '', from: 50 })
    expect(isFiltered(search)).toBe(true)
    expect(isFiltered(readQueueSearch({ from: 50, all: true }))).toBe(false)
  })

  it('names the same view in whatever order the filters stand', () => {
    expect(sameFilters({ due: 'today', clock: 'D1' }, { clock: 'D1', due: 'today' })).toBe(true)
    expect(sameFilters({ office: '' }, {})).toBe(false)
  })

  it('begins at the first page when a filter changes', () => {
    const search = readQueueSearch({ clock: 'D1', due: 'overdue', from: 50 })
    expect(withFilter(search, 'clock', undefined)).toEqual({ due: 'overdue' })
    expect(withFilter(search, 'clock', 'R1')).toEqual({ clock: 'R1', due: 'overdue' })
  })
})
