import { describe, expect, it } from 'vitest'
import { initialState } from '#case'
import { valueOf } from '#foundation'
import { noticeValuesOf } from './compose-notice.ts'
import {
  fillNoticeTemplate,
  type NoticeTemplate,
  type NoticeValues,
  parseNoticeTemplate,
  valuesNamedIn,
} from './notice-template.ts'
import { findNoticeTemplate, noticeTemplates } from './notice-templates.ts'

const template = (blocks: readonly unknown[], needs: readonly string[] = []): NoticeTemplate =>
  valueOf(
    parseNoticeTemplate({
      id: 'test',
      title: 'Test',
      version: 1,
      language: 'en',
      effectiveFrom: '2013-01-01',
      effectiveTo: null,
      addressee: 'employee',
      authority: 'none',
      verified: false,
      source: { title: 'a test', readOn: '2026-11-21' },
      needs,
      blocks,
    }),
  )
const paragraph = (text: string, more = {}): unknown => ({ kind: 'paragraph', text, ...more })
const filled = (blocks: readonly unknown[], values: NoticeValues): unknown => {
  const result = fillNoticeTemplate(template(blocks), values)
  return result.ok ? result.value : result.refusals.map(({ where }) => where)
}

describe('a template of a notice', () => {
  it('puts values in their places, and refuses to leave a blank', () => {
    expect(filled([paragraph('Case {{case.number}}.')], { 'case.number': 'CM26-1' })).toEqual([
      { kind: 'paragraph', text: 'Case CM26-1.' },
    ])
    expect(filled([paragraph('{{a}} {{b}}')], { b: '' })).toEqual(['a', 'b'])
  })

  it('says one thing or the other', () => {
    const text = 'Due{{#if by}} by {{by}}{{else}} at once{{/if}}.'
    expect(filled([paragraph(text)], { by: 'Monday' })).toEqual([
      { kind: 'paragraph', text: 'Due by Monday.' },
    ])
    expect(filled([paragraph(text)], {})).toEqual([{ kind: 'paragraph', text: 'Due at once.' }])
    expect(filled([paragraph('{{#if no}}x{{/if}}y')], { no: false })).toEqual([
      { kind: 'paragraph', text: 'y' },
    ])
  })

  it('leaves out a block whose condition does not hold, and a list without members', () => {
    const blocks = [
      paragraph('a', { when: 'late' }),
      paragraph('b', { when: 'not late' }),
      { kind: 'list', each: 'items', text: '{{item.name}}' },
    ]
    expect(filled(blocks, { items: [] })).toEqual([{ kind: 'paragraph', text: 'b' }])
    expect(filled(blocks, { late: true, items: [{ name: 'one' }, { name: 'two' }] })).toEqual([
      { kind: 'paragraph', text: 'a' },
      { kind: 'list', items: ['one', 'two'] },
    ])
  })

  it('fills a table by its members', () => {
    const table = {
      kind: 'table',
      header: ['What', '{{head}}'],
      each: 'rows',
      row: ['{{item.a}}', '{{head}}'],
    }
    expect(filled([table], { head: 'H', rows: [{ a: '1' }] })).toEqual([
      { kind: 'table', header: ['What', 'H'], rows: [['1', 'H']] },
    ])
    expect(filled([table], { head: 'H' })).toEqual(['rows'])
  })

  it('takes words from the file as words: a value is never read as a template', () => {
    expect(filled([paragraph('{{a}}')], { a: '{{b}} {{#if b}}x{{/if}}', b: 'secret' })).toEqual([
      { kind: 'paragraph', text: '{{b}} {{#if b}}x{{/if}}' },
    ])
  })

  it('is refused where it is not of the shape, unclosed, or a table of two minds', () => {
    const codeOf = (blocks: readonly unknown[]): string => {
      const result = parseNoticeTemplate({ ...template([paragraph('x')]), blocks })
      return result.ok ? 'fine' : result.refusals[0].code
    }
    expect(codeOf([paragraph('{{#if a}}x')])).toBe('notice-template-wrong')
    expect(codeOf([paragraph('{{a')])).toBe('notice-template-wrong')
    expect(codeOf([])).toBe('notice-template-wrong')
    expect(codeOf([{ kind: 'script', text: 'x' }])).toBe('notice-template-wrong')
    expect(codeOf([{ kind: 'table', header: ['a'], rows: [], each: 'x', row: ['y'] }])).toBe(
      'notice-template-wrong',
    )
    expect(codeOf([{ kind: 'table', header: ['a'], each: 'x', row: ['y', 'z'] }])).toBe(
      'notice-template-wrong',
    )
  })
})

describe('the templates of the house', () => {
  const date = '2026-11-23' as Parameters<typeof noticeValuesOf>[0]['date']
  const organization = { name: 'O', address: ['A'], phone: 'P', medicalDirector: 'M' }
  const supplied = [
    'asked.from',
    'asked.what',
    'asked.documents',
    'asked.note',
    'conversion.reason',
    'missing',
  ]

  it('name only values that a case has, or that the act supplies', () => {
    for (const one of noticeTemplates) {
      const known = Object.keys(
        noticeValuesOf({ template: one, state: initialState, organization, date }),
      )
      for (const name of valuesNamedIn(one)) {
        const plain = name.replace(/\[\].*$/, '')
        expect(
          known.includes(plain) || supplied.includes(plain) || plain.startsWith('clock.'),
          `${one.id}: ${name}`,
        ).toBe(true)
      }
    }
  })

  it('are there for each step, with authority and mark', () => {
    expect(noticeTemplates.map(({ id }) => id)).toEqual(
      [
        'conversion',
        'consolidation',
        'deferral',
        'fee-invoice',
        'implementation',
        'ineligibility',
        'information-request',
        'late-records',
        'records-request',
        'reopening',
        'termination',
        'treatment-termination',
      ].toSorted(),
    )
    for (const one of noticeTemplates) expect(one.authority, one.id).toMatch(/9792|4610/)
    const none = findNoticeTemplate('none', date)
    expect(none.ok ? '' : none.refusals[0].code).toBe('notice-template-unknown')
  })
})
