import type { IdentifierPattern } from './identifier-pattern.ts'

const months =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|' +
  'Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)'
const anyMonth = `(?:${months}|${months.toUpperCase()})`
const month = '(?:0?[1-9]|1[0-2])'
const day = '(?:0?[1-9]|[12]\\d|3[01])'
const year = '(?:19|20)\\d{2}'

/** Names of months as they stand in running text, in capitals too. */
const inWords = [
  `\\b${anyMonth}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:,?\\s+${year})?`,
  `\\b(?:the\\s+)?\\d{1,2}(?:st|nd|rd|th)?[\\s-]+(?:of\\s+)?${anyMonth}\\b\\.?(?:,?[\\s-]+(?:${year}|'?\\d{2})(?!\\d))?`,
  `\\b${anyMonth}\\.?,?[\\s-]+(?:of\\s+)?${year}\\b`,
  `(?<=\\b(?:in|since|during|until|through|by|late|early|mid)[\\s-])${months.replace('May|', '')}\\b`,
]

const inDigits = [
  `(?<![\\d/.-])${month}([-/.])${day}\\1(?:${year}|\\d{2})(?![\\d/]|[-.]\\d)`,
  `(?<![\\d/.-])${day}([-/.])${month}\\2${year}(?![\\d/]|[-.]\\d)`,
  // A stretch whose year stands once: 5/1-6/15/2024.
  `(?<![\\d/.-])${month}/${day}\\s?-\\s?${month}/${day}/(?:${year}|\\d{2})(?!\\d)`,
  `(?<!\\d)${year}([-/.])${month}\\3${day}(?!\\d)(?:T[\\d:.]+(?:Z|[+-]\\d{2}:?\\d{2})?)?`,
  `(?<![\\d/.-])${month}[-/]${year}(?![\\d/-])`,
  // Without a year only where the words before say that it is a date: 4/5 is a motor grade.
  `(?<=\\b(?:on|dated|since|until|DOS|DOI|DOB|dates? of (?:service|injury|birth|visit)|visits? (?:of|on)|seen|exam(?:ination)? (?:of|on)|notes? (?:of|from)|reports? (?:of|from)|through|effective)[:\\s]{1,2})${month}[-/]${day}(?![\\d/%-]|\\s*(?:strength|motor|muscle|pain|on|in intensity|out))`,
]

const ninety = '(?:9\\d|1[01]\\d)'

/** Dates go but for their year, ages over 89 go together (45 CFR 164.514(b)(2)(i)(C)). */
export const datePatterns: readonly IdentifierPattern[] = [
  ...[inWords.join('|'), inDigits.join('|')].map(
    (pattern): IdentifierPattern => ({
      type: 'date',
      profiles: ['safe-harbor'],
      pattern: new RegExp(pattern, 'g'),
      keep: (passage) => /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(passage)?.[0] ?? '',
    }),
  ),
  // A year of birth tells the age, and nothing here tells which year it is now.
  {
    type: 'date',
    profiles: ['safe-harbor'],
    pattern: new RegExp(
      `\\b(?:born|birth year|year of birth|YOB)(?: in)?\\s*:?\\s*(${year})`,
      'gi',
    ),
    keep: () => '',
  },
  {
    type: 'age',
    profiles: ['safe-harbor'],
    pattern: new RegExp(
      `(?<![\\d.])(${ninety})(?=(?:[- ]?(?:years?|yrs?)\\.?)[- ]?(?:old|of age)|[- ]?(?:y\\/?o|yo)\\b)|\\b(?:[Aa]ged?|AGE)(?:\\s*\\/\\s*(?:[Ss]ex|SEX))?(?:\\s+(?:of|is|was))?\\s*:?\\s*(${ninety})(?![\\d%-]|\\/\\d)`,
      'g',
    ),
    keep: () => '90+',
  },
  {
    type: 'age',
    profiles: ['safe-harbor'],
    pattern:
      /\b(?:ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?(?=[- ]years?[- ]old)|centenarian|nonagenarian|one hundred(?=[- ]years?[- ]old))/gi,
    keep: () => '90+',
  },
]
