import { joinLines } from './clean-text.ts'
import { specialtyRules, stateNames } from './letter-rules.ts'
import type { Finding } from './read-letter-types.ts'

/** The reviewer's credentials as the letter gives them; nobody's name. */
export type ReadReviewer = {
  readonly licensure: readonly string[]
  readonly specialties: readonly string[]
  readonly boards: readonly string[]
  /** Where they were printed: a block of its own (2015 and later) or inside the paragraph. */
  readonly style: 'block' | 'paragraph' | 'none'
}

const stateLabel = /States?(?:\(s\))?\s+of\s+Licensure\s*:/i
const specialtyLabel = /Certifications?(?:\(s\))?\s*\/?\s*Special(?:ty|ties|ty\(s\))\s*:/i

/** Reads licences and specialties from the words between the first heading and the summary. */
export function readReviewer(zone: string, findings: Finding[]): ReadReviewer {
  const states = stateLabel.exec(zone)
  const specialties = specialtyLabel.exec(zone)
  if (states || specialties) {
    const after = (match: RegExpExecArray | null, other: RegExpExecArray | null) => {
      if (!match) return ''
      const start = match.index + match[0].length
      const end = other && other.index > start ? other.index : zone.length
      return joinLines(zone.slice(start, end).split(/\n\n/)[0] ?? '')
    }
    return credentials(after(states, specialties), after(specialties, states), 'block', findings)
  }
  const paragraph = joinLines(zone)
  const match =
    /(?:expert|physician|medical professional|professional)?\s*reviewer\s+is\s+(?:(?:Board[- ]Certified|Licensed|Certified|Fellowship[- ]Trained)\s+in\s+|an?\s+)(.+?)[,\s]+(?:and\s+)?(?:who\s+)?(?:is|are)\s+licensed\s+to\s+practice\s+in\s+(.+?)(?:\.(?=\s|$)|$)/i.exec(
      paragraph,
    )
  if (!match) return { licensure: [], specialties: [], boards: [], style: 'none' }
  const list = (match[1] ?? '')
    .replace(
      /[,\s]+(?:and\s+)?(?:has|with|holds)\s+(?:an?\s+)?(?:subspecialt(?:y|ies)|subspecialty certificates?|certificates?|additional certification)\s+in\s+/gi,
      ', ',
    )
    .replace(
      /[,\s]+(?:and\s+)?(?:is\s+)?(?:also\s+)?(?:Board[- ]Certified|Fellowship[- ]Trained)\s+in\s+/gi,
      ', ',
    )
  return credentials(match[2] ?? '', list, 'paragraph', findings)
}

function credentials(
  stateList: string,
  specialtyList: string,
  style: 'block' | 'paragraph',
  findings: Finding[],
): ReadReviewer {
  const specialties = splitSpecialties(specialtyList, style)
  const boards: string[] = []
  for (const specialty of specialties) {
    const board = normaliseSpecialty(specialty)
    if (board === null) {
      findings.push({
        code: 'unknown-specialty',
        message: `"${specialty}" is no certificate or profession we know`,
        where: 'reviewer.boards',
      })
    } else if (!boards.includes(board)) boards.push(board)
  }
  return { licensure: splitStates(stateList, findings), specialties, boards, style }
}

/** State names in full, in the printed order; separators are commas with or without a space. */
function splitStates(list: string, findings: Finding[]): readonly string[] {
  const states: string[] = []
  for (const part of list.split(/,|;|\band\b|&/)) {
    const printed = part.replace(/^[\s.]+|[\s.]+$/g, '')
    if (printed === '') continue
    const state = stateNames[printed.toUpperCase()] ?? fullNames.get(printed.toLowerCase())
    if (state === undefined) {
      findings.push({
        code: 'unknown-state',
        message: `"${printed}" is no State we know`,
        where: 'reviewer.licensure',
      })
    }
    const name = state ?? printed
    if (!states.includes(name)) states.push(name)
  }
  return states
}

const fullNames = new Map(Object.values(stateNames).map((name) => [name.toLowerCase(), name]))

const certificates = new Map<string, string>()
for (const { name } of specialtyRules.certificates) certificates.set(key(name), name)
for (const [profession, names] of Object.entries(specialtyRules.professions)) {
  for (const name of [profession, ...names]) certificates.set(key(name), profession)
}
for (const [name, board] of Object.entries(specialtyRules.boardsNamedAlone)) {
  certificates.set(key(name), board)
}
for (const [alias, name] of Object.entries(specialtyRules.aliases)) {
  certificates.set(key(alias), name)
}
const namesWithComma = specialtyRules.certificates
  .map(({ name }) => name)
  .filter((name) => name.includes(','))

function key(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^a-z]+/g, ' ')
    .trim()
}

/**
 * The certificate that a printed specialty names: old names and aliases become the present name,
 * one wrong letter is forgiven; a board named alone stays the board; null where nothing is meant.
 */
export function normaliseSpecialty(printed: string): string | null {
  const wanted = key(printed)
  const exact = certificates.get(wanted)
  if (exact !== undefined) return exact
  if (wanted.length < 8) return null
  const near = new Set<string>()
  for (const [name, certificate] of certificates) if (oneApart(name, wanted)) near.add(certificate)
  const [only] = near
  return near.size === 1 && only !== undefined ? only : null
}

/** Each specialty as printed. Commas inside a known name and "and" inside one do not split. */
function splitSpecialties(list: string, style: 'block' | 'paragraph'): readonly string[] {
  let text = list.replace(/\s+/g, ' ').replace(/[\s.;,]+$/, '')
  for (const name of namesWithComma) {
    text = text.replaceAll(name, name.replaceAll(',', '\u0001'))
  }
  const parts = text.split(/[,;]/).flatMap((part) => {
    const name = part
      .replaceAll('\u0001', ',')
      .trim()
      .replace(/^(?:and|&)\s+/i, '')
    if (style === 'block' || normaliseSpecialty(name) !== null) return [name]
    return splitAtAnd(name)
  })
  return parts.filter((name, index) => name !== '' && parts.indexOf(name) === index)
}

/** "Internal Medicine and Rheumatology" is two; the split must leave known names on both sides. */
function splitAtAnd(name: string): readonly string[] {
  for (const match of name.matchAll(/\s+and\s+/gi)) {
    const first = name.slice(0, match.index)
    const rest = name.slice(match.index + match[0].length)
    if (normaliseSpecialty(first) === null) continue
    if (normaliseSpecialty(rest) !== null) return [first, rest]
    const more = splitAtAnd(rest)
    if (more.length > 1) return [first, ...more]
  }
  return [name]
}

/** Whether one letter added, left out or changed makes the one name the other. */
function oneApart(first: string, second: string): boolean {
  if (Math.abs(first.length - second.length) > 1) return false
  let start = 0
  while (start < first.length && start < second.length && first[start] === second[start]) start += 1
  let end = 0
  while (
    end < first.length - start &&
    end < second.length - start &&
    first[first.length - 1 - end] === second[second.length - 1 - end]
  ) {
    end += 1
  }
  return Math.max(first.length, second.length) - start - end <= 1
}
