import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PlainDate, plainDateOf } from '#foundation'
import { findDates, findMistypedDates } from './find-dates.ts'

const anchor = plainDateOf(2016, 12, 27) ?? undefined
const values = (text: string, on?: PlainDate) => findDates(text, on).map(({ date }) => date.value)

describe('findDates', () => {
  it.each([
    ['The MRI dated 8/24/15 showed a protrusion', ['2015-08-24']],
    ['exam on 11-30-2016.', ['2016-11-30']],
    ['exam on 11-22-16, and again', ['2016-11-22']],
    ['DATE OF SERVICE: 2016-11-22', ['2016-11-22']],
    ['seen February 1, 2006 and March 3rd, 2006', ['2006-02-01', '2006-03-03']],
    ['Sept. 5 2013', ['2013-09-05']],
    ['on the 5th of May 2004', ['2004-05-05']],
    ['05-May-2004', ['2004-05-05']],
    ['received 02/13/2017.Next', ['2017-02-13']],
    ['updated 09/22/15)MRIs', ['2015-09-22']],
    ['T-L-spine, 5/12/97, at once', ['1997-05-12']],
    ['surgery on 4.14.2011', ['2011-04-14']],
  ])('reads the day in "%s"', (text, expected) => {
    expect(values(text)).toEqual(expected)
  })

  it.each([
    ['Motor strength 4/5 in the left EHL'],
    ['strength decreased in 4/5 of the muscles'],
    ['pain 7/10, at worst 9/10'],
    ['pain went from 7/10 to 4/10'],
    ['pain medication 5/10'],
    ['reflexes 2/4 throughout, 2+'],
    ['disc bulge at L4-5, L5-S1 and C5-6-7'],
    ['Norco 10/325 and Vicodin 5/500'],
    ['hydrocodone 10-325 mg, 1-2 tablets every 4-6 hours'],
    ['physical therapy 12-18 visits, 2-3 times a week for 4-6 weeks'],
    ['for 6 weeks'],
    ['blood pressure 124/62, vision 20/25'],
    ['flexion 0-120, SLR 45 deg'],
    ['pages 289-90, 335-336, Table 13-2'],
    ['images #4-6, #10-12-14'],
    ['a 2.8 x 1.2 x 10.11 cm mass'],
    ['ABG (7.43/36/398)'],
    ['Ortho-Novum 7-7-7'],
    ['8-10-12 weeks of therapy'],
    ['walks 2000 steps, in 2000 mg'],
    ['he may 5 times a day'],
    ["in the 1950s and 1950's"],
    ['rated 2-5 out of 10'],
    ['claim 2016-1234, M54.16'],
    ['call 555-01-2016'],
  ])('finds no date in "%s"', (text) => {
    expect(values(text)).toEqual([])
    expect(values(text, anchor)).toEqual([])
  })

  it('keeps the precision that was written', () => {
    expect(findDates('injured in 04/14; MRI of 06/2014, fusion in May 2004, fall in 2011')).toEqual(
      [
        { span: { start: 11, end: 16 }, date: { precision: 'month', value: '2014-04' } },
        { span: { start: 25, end: 32 }, date: { precision: 'month', value: '2014-06' } },
        { span: { start: 44, end: 52 }, date: { precision: 'month', value: '2004-05' } },
        { span: { start: 62, end: 66 }, date: { precision: 'year', value: '2011' } },
      ],
    )
    expect(values('In January of 1991, March, 1993 and Sept 2013')).toEqual([
      '1991-01',
      '1993-03',
      '2013-09',
    ])
  })

  it('reads years in a list and a range', () => {
    expect(
      values('surgery in 1990, 1994 and 1996; smoked from 2001 to 2009; in 2005/2006'),
    ).toEqual(['1990', '1994', '1996', '2001', '2009', '2005', '2006'])
  })

  it('never repairs a typing error, and points at it', () => {
    const text = 'an MRI of 10/204 and a visit on 13/45/2016'
    expect(values(text)).toEqual([])
    expect(findMistypedDates(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '10/204',
      '13/45/2016',
    ])
    expect(findMistypedDates('refill of Norco 10/325, MRI of 10/12/2014')).toEqual([])
  })

  it('gives a day without a year only when the document has a date', () => {
    expect(values('seen on August 1st')).toEqual([])
    expect(findDates('seen on August 1st', anchor)).toEqual([
      {
        span: { start: 8, end: 18 },
        date: { precision: 'day', value: '2016-08-01' },
        yearFromAnchor: true,
      },
    ])
    expect(values('MRI on 12/30', anchor)).toEqual(['2015-12-30'])
  })

  it('does not place a birth in the future', () => {
    expect(values('DOB: 7/14/52', anchor)).toEqual(['1952-07-14'])
  })

  it('says that a date is approximate', () => {
    expect(findDates('on or about 9/1/2008')[0]?.approximate).toBe(true)
    expect(findDates('in early 2011')[0]?.approximate).toBe(true)
    expect(findDates('on 9/1/2008')[0]?.approximate).toBeUndefined()
  })

  it('joins a date that the end of a line breaks', () => {
    expect(values('The exam, dated 11-21-\n2016, was a copy')).toEqual(['2016-11-21'])
  })

  it('finds every printed day where it stands, whatever surrounds it', () => {
    const days = fc.date({
      min: new Date('1970-01-01'),
      max: new Date('2069-12-31'),
      noInvalidDate: true,
    })
    const words = fc.constantFrom('motor 4/5', 'L4-5', 'pain 7/10.', '10/325 mg', 'on', 'visit')
    fc.assert(
      fc.property(days, words, words, fc.constantFrom('/', '-'), (date, left, right, mark) => {
        const iso = date.toISOString().slice(0, 10)
        const printed = [iso.slice(5, 7), iso.slice(8), iso.slice(0, 4)].join(mark)
        const text = `${left} ${printed} ${right}`
        const found = findDates(text)
        expect(found.map((one) => one.date.value)).toEqual([iso])
        expect(text.slice(found[0]?.span.start, found[0]?.span.end)).toBe(printed)
      }),
    )
  })
})
