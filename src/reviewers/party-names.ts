import type { PersonName } from '#intake'

/** How near two names are: the same, near enough that a person must look, or different. */
export type NameMatch = 'same' | 'near' | 'different'

const legalForms = new Set(
  'inc incorporated llc llp lp pllc plc pc apc corp corporation company co ltd limited'.split(' '),
)

const shortForms: Readonly<Record<string, string>> = {
  ins: 'insurance',
  svc: 'services',
  svcs: 'services',
  service: 'services',
  med: 'medical',
  grp: 'group',
  assoc: 'associates',
  assocs: 'associates',
  ctr: 'center',
  centre: 'center',
  hosp: 'hospital',
  univ: 'university',
  dept: 'department',
  mgmt: 'management',
  mgt: 'management',
  natl: 'national',
  intl: 'international',
  orthopedic: 'orthopaedic',
  orthopedics: 'orthopaedics',
  saint: 'st',
}

/** Words that many organizations share: alone they do not make two of them alike. */
const common = new Set(
  (
    'services insurance medical group associates center hospital university department management ' +
    'national international claims health healthcare care clinic physicians compensation workers ' +
    'county city state california american review utilization solutions systems of and for ' +
    'district school unified fund agency administrators partners law offices'
  ).split(' '),
)

/**
 * Compares names of organizations without regard to case, punctuation, legal form (Inc, LLC …),
 * "The", "&", usual abbreviations and word order. "Acme Inc. dba Beta" is compared under both
 * names. One name inside the other (a parent, a branch) or one letter's difference is near.
 */
export function compareOrganizations(first: string, second: string): NameMatch {
  let nearest: NameMatch = 'different'
  for (const one of tradeNames(first)) {
    for (const other of tradeNames(second)) {
      if (one.length === 0 || other.length === 0) continue
      if (one.join(' ') === other.join(' ')) return 'same'
      if (isNear(one, other)) nearest = 'near'
    }
  }
  return nearest
}

/**
 * Compares names of persons without regard to titles, case and middle names. The same last name
 * with the same initial is near; so is the same full name the other way round.
 */
export function comparePersons(first: PersonName, second: PersonName): NameMatch {
  const [firstGiven, firstLast] = [letters(first.first), letters(first.last)]
  const [secondGiven, secondLast] = [letters(second.first), letters(second.last)]
  if (firstLast === secondLast) {
    if (firstGiven === secondGiven) return middlesDiffer(first, second) ? 'near' : 'same'
    const initials = firstGiven[0] === secondGiven[0] || firstGiven === '' || secondGiven === ''
    return initials ? 'near' : 'different'
  }
  if (firstGiven === secondLast && firstLast === secondGiven) return 'near'
  const oneLetter = firstLast.length > 4 && distanceIsOne(firstLast, secondLast)
  return oneLetter && firstGiven === secondGiven ? 'near' : 'different'
}

/** The parts of a person's name written in one line: "Dr. Ann B. Lee, MD" or "Lee, Ann". */
export function parsePersonName(text: string): PersonName {
  const [before = '', ...after] = text
    .split(',')
    .map((part) => part.replace(titles, ' ').trim())
    .filter((part) => part !== '')
  if (after.length > 0) {
    const [first = '', ...middle] = after.join(' ').split(/\s+/)
    return { first, last: before, ...(middle.length > 0 ? { middle: middle.join(' ') } : {}) }
  }
  const inOrder = before.split(/\s+/)
  const last = inOrder.pop() ?? ''
  const [first = '', ...middle] = inOrder
  return { first, last, ...(middle.length > 0 ? { middle: middle.join(' ') } : {}) }
}

const titles =
  /(?:^|(?<=[\s,]))(?:dr|mr|mrs|ms|prof|m\.?d|d\.?o|d\.?c|ph\.?d|psy\.?d|d\.?p\.?m|l\.?ac|esq|jr|sr|ii|iii)\.?(?=[\s,]|$)/gi

function tradeNames(name: string): readonly (readonly string[])[] {
  return name.split(/\b(?:d\/?b\/?a|a\/?k\/?a|formerly|f\/?k\/?a)\b\.?/i).map(words)
}

function words(name: string): readonly string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/['’.]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter((word, index) => word !== '' && !(word === 'the' && index === 0))
    .filter((word) => !legalForms.has(word) && word !== 'and')
    .map((word) => shortForms[word] ?? word)
    .toSorted()
}

function isNear(one: readonly string[], other: readonly string[]): boolean {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one]
  const inside = few.every((word) => many.includes(word))
  if (inside && few.some((word) => !common.has(word) && word.length > 2)) return true
  const [short, long] = [one.join(''), other.join('')]
  return short.length > 7 && distanceIsOne(short, long)
}

function letters(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(titles, ' ')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
}

function middlesDiffer(first: PersonName, second: PersonName): boolean {
  const [one, other] = [letters(first.middle ?? ''), letters(second.middle ?? '')]
  return one !== '' && other !== '' && one[0] !== other[0]
}

/** Whether one insertion, deletion or exchange of a letter makes one text the other. */
function distanceIsOne(first: string, second: string): boolean {
  const [short, long] = first.length <= second.length ? [first, second] : [second, first]
  if (long.length - short.length > 1) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start += 1
  return long.length === short.length
    ? short.slice(start + 1) === long.slice(start + 1)
    : short.slice(start) === long.slice(start + 1)
}
