import { parsePlainDate, plainDateOf, printAmericanDate } from '#foundation'
import { foldText } from './fold-text.ts'
import { type KnownIdentifier, kindOf } from './known-identifier.ts'
import { companyWords, nicknames, smallWords, wordLikeNames } from './word-lists.ts'

/**
 * Expressions that find an identifier in folded text in all forms we know of: parts of a name,
 * initials, nicknames, possessives, other order, split over lines, digits read for letters; numbers
 * with other separators; abbreviated streets; companies without their legal form or as initials.
 */
export function variantsOf(identifier: KnownIdentifier): readonly RegExp[] {
  const value = foldText(identifier.value).folded.trim()
  switch (kindOf(identifier)) {
    case 'person':
      return personVariants(value, true)
    case 'surname':
      return personVariants(value, false)
    case 'organization':
      return organizationVariants(value)
    case 'place':
      return value.length < 3 ? [] : [bounded(nameWord(value, { alone: true }))]
    case 'street':
      return streetVariants(value)
    case 'number':
      return numberVariants(value)
    case 'email':
      return [new RegExp(escape(value), 'gi')]
    default:
      return dateVariants(value)
  }
}

/** The words of a name as they are looked for, without titles and degrees. */
export function namePartsOf(value: string): readonly string[] {
  return foldText(value)
    .folded.replace(
      /,?\s*\b(?:M\.?D|D\.?O|D\.?C|Ph\.?D|Esq|Jr|Sr|II|III|IV|MPH|PA-C|NP|RN)\b\.?/g,
      '',
    )
    .replace(/\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b\.?/g, '')
    .split(/[\s,]+/)
    .map((part) => part.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
    .filter((part) => part !== '')
}

const title = '(?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Sr|Sra|MR|MRS|MS|DR)\\.?\\s+'
const gap = '[\\s,.]+(?:[A-Za-z]\\.?[\\s,.]+)?'

function personVariants(value: string, everyPart: boolean): readonly RegExp[] {
  const parts = namePartsOf(value)
  const last = parts.at(-1)
  const first = parts[0]
  if (first === undefined || last === undefined) return []
  const variants: RegExp[] = []
  const firsts = [first, ...(nicknames[first.toLowerCase()] ?? [])]
  const anyFirst = `(?:${firsts.map((name) => nameWord(name, {})).join('|')}|${initialOf(first)})`
  if (parts.length > 1) {
    variants.push(
      bounded(`${anyFirst}${gap}${nameWord(last, {})}`),
      bounded(`${nameWord(last, {})}[\\s,]+${anyFirst}(?:\\s+[A-Z]\\.)?`),
      bounded(parts.map((part) => nameWord(part, {})).join('[\\s,.]*')),
    )
  }
  variants.push(new RegExp(`(?<=${title})${nameWord(last, {})}(?![A-Za-z0-9])`, 'g'))
  const alone = everyPart ? [...parts, ...(nicknames[first.toLowerCase()] ?? [])] : [last]
  for (const part of alone) {
    const pieces = part.includes('-') ? [part, ...part.split('-')] : [part]
    for (const piece of pieces) {
      if (piece.length < 2 || smallWords.has(piece.toLowerCase())) continue
      if (!everyPart && wordLikeNames.has(piece.toLowerCase())) continue
      variants.push(bounded(nameWord(piece, { alone: true })))
    }
  }
  return variants
}

function initialOf(name: string): string {
  const letter = name.charAt(0).toUpperCase()
  return /[A-Z]/.test(letter) ? `${letter}\\.?` : '[^\\s\\S]'
}

/**
 * One name in any case, with digits read for letters and split over a line. Alone, a short or
 * word-like name must be written with a capital.
 */
function nameWord(name: string, { alone = false }: { readonly alone?: boolean }): string {
  const words = name.split(/\s+/)
  if (words.length > 1) return words.map((word) => nameWord(word, { alone })).join('\\s+')
  if (alone && (name.length <= 3 || wordLikeNames.has(name.toLowerCase()))) {
    const titled = name.charAt(0).toUpperCase() + name.slice(1).toLowerCase()
    const forms = new Set([name, titled, name.toUpperCase()])
    forms.delete(name.toLowerCase())
    return `(?:${[...forms].map(escape).join('|')})`
  }
  const long = name.length >= 4
  return Array.from(name, (letter) => letterForm(letter, name.length >= 5)).join(
    long ? '(?:-?[ \\t]*\\r?\\n[ \\t]*)?' : '',
  )
}

function letterForm(letter: string, mayBeMisread: boolean): string {
  if (letter === '-' || letter === "'") return letter === '-' ? '[-\\s]*' : "'?\\s?"
  const lower = letter.toLowerCase()
  const upper = letter.toUpperCase()
  if (!mayBeMisread) return lower === upper ? escape(letter) : `[${lower}${upper}]`
  if (lower === 'm') return '(?:[mM]|rn)'
  return `[${escape(lower)}${escape(upper)}${misread[lower] ?? ''}]`
}

/** What a scanner makes of a letter; letters for letters would make other words. */
const misread: Readonly<Record<string, string>> = {
  o: '0',
  i: '1|',
  l: '1|',
  s: '5',
  b: '8',
  z: '2',
  g: '9',
  e: '3',
}

function organizationVariants(value: string): readonly RegExp[] {
  const words = value.split(/[\s,]+/).filter((word) => /[A-Za-z0-9]/.test(word))
  const core = [...words]
  while (core.length > 1 && legalForms.test(core.at(-1) ?? '')) core.pop()
  const variants = [bounded(companyPattern(core))]
  const distinct = core[0]
  if (
    core.length > 1 &&
    distinct !== undefined &&
    distinct.length >= 5 &&
    !companyWords.has(distinct.toLowerCase())
  ) {
    variants.push(bounded(nameWord(distinct, { alone: wordLikeNames.has(distinct.toLowerCase()) })))
  }
  const capitals = core.filter((word) => /^[A-Z]/.test(word))
  if (capitals.length >= 3) {
    const letters = capitals.map((word) => word.charAt(0))
    variants.push(bounded(letters.join('\\.?')))
  }
  return variants
}

/** The words of a company with `&` for "and" and any punctuation between. */
function companyPattern(words: readonly string[]): string {
  return words
    .map((word) => (word === '&' || /^and$/i.test(word) ? '(?:&|and|AND)' : looseWord(word)))
    .join('[\\s,.\\-]*(?:(?:&|and|AND)[\\s]+)?')
}

const legalForms = /^(?:inc|llc|llp|ltd|corp|co|company|corporation|incorporated|pc|apc|lp)\.?$/i

function looseWord(word: string): string {
  return Array.from(word, (letter) => letterForm(letter, word.length >= 5)).join('')
}

const streetWords: readonly (readonly [RegExp, string])[] = [
  [/^st(?:reet)?\.?$/i, 'St(?:reet)?'],
  [/^ave?(?:nue)?\.?$/i, 'Ave?(?:nue)?'],
  [/^r(?:oa)?d\.?$/i, 'R(?:oa)?d'],
  [/^(?:dr|drive)\.?$/i, 'Dr(?:ive)?'],
  [/^(?:ct|court)\.?$/i, '(?:Ct|Court)'],
  [/^(?:ln|lane)\.?$/i, '(?:Ln|Lane)'],
  [/^(?:blvd|boulevard)\.?$/i, '(?:Blvd|Boulevard)'],
  [/^(?:pl|place)\.?$/i, 'Pl(?:ace)?'],
  [/^(?:apt|apartment)\.?$/i, '(?:Apt|Apartment)'],
  [/^(?:ste|suite)\.?$/i, '(?:Ste|Suite)'],
  [/^n(?:orth)?\.?$/i, 'N(?:orth)?'],
  [/^s(?:outh)?\.?$/i, 'S(?:outh)?'],
  [/^e(?:ast)?\.?$/i, 'E(?:ast)?'],
  [/^w(?:est)?\.?$/i, 'W(?:est)?'],
]

function streetVariants(value: string): readonly RegExp[] {
  const street = value.split(',')[0] ?? value
  const words = street.split(/\s+/).filter((word) => word !== '')
  if (words.length < 2) return numberVariants(value)
  const loose = words.map((word) => {
    const known = streetWords.find(([form]) => form.test(word))
    return known ? `${known[1]}\\.?` : escape(word.replace(/[.,#]+$/, ''))
  })
  const core = loose.slice(0, Math.max(2, Math.min(loose.length, 3)))
  return [
    new RegExp(`(?<![A-Za-z0-9])${loose.join('[\\s,.#]+')}(?![A-Za-z0-9])`, 'gi'),
    new RegExp(`(?<![A-Za-z0-9])${core.join('[\\s,.#]+')}(?![A-Za-z0-9])`, 'gi'),
  ]
}

function numberVariants(value: string): readonly RegExp[] {
  const signs = value.replace(/[^A-Za-z0-9]/g, '')
  if (signs.length < 3) return []
  const loose = Array.from(signs, (sign) =>
    /[A-Za-z]/.test(sign) ? `[${sign.toLowerCase()}${sign.toUpperCase()}]` : sign,
  ).join('[-\\s./()_#]*')
  return [new RegExp(`(?<![A-Za-z0-9])${loose}(?![A-Za-z0-9])`, 'g')]
}

function dateVariants(value: string): readonly RegExp[] {
  const american = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(value)
  const date = american
    ? plainDateOf(Number(american[3]), Number(american[1]), Number(american[2]))
    : parsePlainDate(value)
  if (date === null) return numberVariants(value)
  const [month = '', day = '', year = ''] = printAmericanDate(date).split('/')
  const name = monthNames[Number(month) - 1] ?? ''
  const years = `(?:${year}|'?${year.slice(2)})`
  return [
    `${withoutZero(month)}[-/. ]${withoutZero(day)}[-/. ]${years}`,
    `${year}-${month}-${day}`,
    `(?:${name}|${name.slice(0, 3)})\\.?\\s+${withoutZero(day)}(?:st|nd|rd|th)?,?\\s+${year}`,
    `${withoutZero(day)}(?:st|nd|rd|th)?[\\s-]+(?:of\\s+)?(?:${name}|${name.slice(0, 3)})\\.?,?[\\s-]+${years}`,
  ].map((form) => new RegExp(`(?<!\\d)${form}(?!\\d)`, 'gi'))
}

function withoutZero(digits: string): string {
  return `0?${Number(digits)}`
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

function bounded(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu')
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
