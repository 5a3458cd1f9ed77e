import { describe, expect, it } from 'vitest'
import { expandPages, normaliseTitle, parseGuideline } from './index.ts'

const citationsOf = (text: string) =>
  parseGuideline(text).citations.map(({ source, title, edition, sections, pages }) => [
    source,
    title,
    edition,
    sections,
    pages,
  ])

describe('citations of 2014', () => {
  it('names the chapter without its number and gives page ranges in full', () => {
    expect(
      citationsOf('Decision based on MTUS ACOEM Chapter 13 Knee Complaints Page(s): 341-3, 347.'),
    ).toEqual([['MTUS', 'Knee Complaints', null, [], ['341-343', '347']]])
  })
  it('keeps a page range that cannot be meant as it was printed', () => {
    expect(expandPages('299-05, 98-99, 98-99')).toEqual(['299-05', '98-99'])
  })
  it('gives pages printed after two chapters to the chapter that holds them', () => {
    expect(
      citationsOf(
        'Decision based on MTUS ACOEM Chapter 9 Shoulder Complaints, Chapter 13 Knee Complaints Page(s): 341-343, 207.',
      ),
    ).toEqual([
      ['MTUS', 'Shoulder Complaints', null, [], ['207']],
      ['MTUS', 'Knee Complaints', null, [], ['341-343']],
    ])
  })
  it('says pages once that are printed twice', () => {
    expect(
      citationsOf(
        'Decision based on MTUS Chronic Pain Treatment Guidelines Exercise, page(s) 46-47 Page(s): 46-47.',
      ),
    ).toEqual([['MTUS', 'Chronic Pain Medical Treatment', null, ['Exercise'], ['46-47']]])
  })
  it('reads the prose of 2013, side by side with what is not part of the MTUS', () => {
    expect(
      citationsOf(
        'The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines, pages 58-60, which is part of the MTUS. The Claims Administrator also based its decision on the Official Disability Guidelines (ODG), Low Back Chapter, which is not part of the MTUS.',
      ),
    ).toEqual([
      ['MTUS', 'Chronic Pain Medical Treatment', null, [], ['58-60']],
      ['ODG', 'Low Back', null, [], []],
    ])
  })
})

describe('citations of 2015 and later', () => {
  it('splits chapters joined by "and" and their sections, but no name with a comma', () => {
    expect(
      citationsOf(
        'Decision based on MTUS Elbow Complaints 2007, Section(s): Initial Care, Follow-up Visits, and Postsurgical Treatment 2009, Section(s): Knee, Forearm, Wrist, & Hand, and Chronic Pain Medical Treatment 2016, Section(s): Opioids, criteria for use, Exercise.',
      ),
    ).toEqual([
      ['MTUS', 'Elbow Complaints', '2007', ['Initial Care', 'Follow-up Visits'], []],
      ['MTUS', 'Postsurgical Treatment', '2009', ['Knee', 'Forearm, Wrist, & Hand'], []],
      [
        'MTUS',
        'Chronic Pain Medical Treatment',
        '2016',
        ['Opioids, criteria for use', 'Exercise'],
        [],
      ],
    ])
  })
  it('splits numbered sections at their numbers only', () => {
    expect(
      citationsOf(
        'Decision based on MTUS Opioid Treatment 2016, Section(s): 2.1 Opioids: Dose, Duration, Taper, 3.3.1.2 Screening, Prior to Treatment.',
      )[0]?.[3],
    ).toEqual(['2.1 Opioids: Dose, Duration, Taper', '3.3.1.2 Screening, Prior to Treatment'])
  })
  it('recognises a chapter it does not know by the year behind it', () => {
    expect(
      citationsOf('Decision based on MTUS Voice Disorders of Singers 2031, Section(s): Rest.'),
    ).toEqual([['MTUS', 'Voice Disorders of Singers', '2031', ['Rest'], []]])
  })
  it('tells ODG from the MTUS and from other works, with update date and edition', () => {
    expect(
      citationsOf(
        'Decision based on MTUS Low Back Complaints 2004. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Hip & Pelvis (updated 3/1/15) Walking aids; Ankle and Foot, Casts and ODG Burns. Decision based on Non-MTUS Citation Handbook of Hands, 2nd ed Chapter 4: Nails.',
      ),
    ).toEqual([
      ['MTUS', 'Low Back Complaints', '2004', [], []],
      ['ODG', 'Hip & Pelvis', '3/1/15', ['Walking aids'], []],
      ['ODG', 'Ankle & Foot', null, ['Casts'], []],
      ['ODG', 'Burns', null, [], []],
      ['other', 'Handbook of Hands', '2nd ed', ['Chapter 4: Nails'], []],
    ])
  })
  it('gives the topic of several ODG chapters to each of them', () => {
    expect(
      citationsOf(
        'Decision based on Non-MTUS Citation Official Disability Guidelines, Elbow Chapter, Knee Chapter, Physical therapy.',
      ),
    ).toEqual([
      ['ODG', 'Elbow', null, ['Physical therapy'], []],
      ['ODG', 'Knee & Leg', null, ['Physical therapy'], []],
    ])
  })
})

describe('what is no citation', () => {
  it('says that nothing was cited where the letter says so', () => {
    expect(
      parseGuideline('The Expert Reviewer did not cite any\nmedical evidence for its decision.'),
    ).toEqual({
      text: 'The Expert Reviewer did not cite any medical evidence for its decision.',
      cited: false,
      citations: [],
    })
  })
  it('keeps words of no known form as one other work', () => {
    expect(
      citationsOf('Decision based on Non-MTUS Citation N Engl J Med. 2010; 362: 1193-1203.'),
    ).toEqual([['other', 'N Engl J Med. 2010; 362: 1193-1203', null, [], []]])
  })
  it('knows a chapter under its old and new spellings', () => {
    expect(normaliseTitle('ACOEM Chapter 14 Ankle & Foot Complaints 2004')).toBe(
      'Ankle and Foot Complaints',
    )
    expect(normaliseTitle('Neck and Upper Back (Acute & Chronic)')).toBe('Neck & Upper Back')
    expect(normaliseTitle('Something Else')).toBe('Something Else')
  })
})

describe('words of an absurd length', () => {
  it('are one work of that title, at once', () => {
    const text = `Decision based on Non-MTUS Citation ${'based on based on '.repeat(20_000)}`.trim()
    expect(parseGuideline(text)).toEqual({
      text,
      cited: true,
      citations: [{ source: 'other', title: text }],
    })
  })
})
