import { namePartsOf } from './identifier-variants.ts'
import { type KnownIdentifier, kindOf } from './known-identifier.ts'
import { givenNameAlone } from './name-patterns.ts'
import { companyWords, smallWords, wordLikeNames } from './word-lists.ts'

const givenNames = { why: 'a given name that nobody told', patterns: [givenNameAlone] }

type Place = { readonly start: number; readonly end: number }
type Suspect = Place & { readonly why: string }

/**
 * Finds what is left and may still be a known name: a capitalised word one letter away from it, a
 * name spelled with gaps or run together, a known number's digits, a given name that stands alone. It
 * looks in another way than the
 * variants do, so that one mistake does not make both blind. Works on folded text.
 */
export function makeResidueFinder(
  known: readonly KnownIdentifier[],
): (folded: string, struck: readonly Place[]) => readonly Suspect[] {
  const names = namesIn(known)
  const apart = [...names]
    .filter(([name]) => name.length >= 5 && !smallWords.has(name))
    .map(([name, type]) => ({
      why: `a known name, spelled apart or run together (${type})`,
      patterns: spellingsApart(name),
    }))
  const numbers = known.flatMap(({ kind, type, value }) => {
    const digits = value.replace(/\D/g, '')
    if (kindOf({ type, value, ...(kind ? { kind } : {}) }) !== 'number' || digits.length < 6) {
      return []
    }
    const pattern = new RegExp(Array.from(digits).join('[^\\p{L}\\d]{0,3}'), 'gu')
    return [{ why: `the digits of a known number (${type})`, patterns: [pattern] }]
  })
  return (folded, struck) => {
    const rest = blank(folded, struck)
    const suspects: Suspect[] = []
    for (const match of rest.matchAll(/\p{Lu}[\p{L}'-]{4,}/gu)) {
      const word = match[0].toLowerCase().replace(/'s$/, '')
      if (wordLikeNames.has(word) || companyWords.has(word)) continue
      const near = [...names].find(([name]) => name.length >= 6 && isOneEditAway(word, name))
      if (near) {
        suspects.push({ ...placeOf(match), why: `close to a known name (${near[1]})` })
      }
    }
    for (const { why, patterns } of [...apart, ...numbers, givenNames]) {
      for (const pattern of patterns) {
        for (const match of rest.matchAll(pattern)) {
          const place = placeOf(match)
          if (!suspects.some((other) => other.start <= place.start && place.end <= other.end)) {
            suspects.push({ ...place, why })
          }
        }
      }
    }
    return suspects.toSorted((a, b) => a.start - b.start)
  }
}

/** The words of all known names, in lower case, with what they name. */
function namesIn(known: readonly KnownIdentifier[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const identifier of known) {
    const kind = kindOf(identifier)
    if (kind === 'person' || kind === 'surname') {
      const parts = namePartsOf(identifier.value)
      for (const part of kind === 'person' ? parts : parts.slice(-1)) {
        for (const piece of part.toLowerCase().split('-')) names.set(piece, identifier.type)
      }
    }
    if (kind === 'organization') {
      for (const word of identifier.value.toLowerCase().split(/[^\p{L}]+/u)) {
        if (word.length >= 6 && !companyWords.has(word)) names.set(word, identifier.type)
      }
    }
  }
  return names
}

/** The name's letters with the same small gap between all of them; long names also inside words. */
function spellingsApart(name: string): readonly RegExp[] {
  const letters = Array.from(name, (letter) => (/[\p{L}\p{N}]/u.test(letter) ? letter : '.'))
  const [first, ...others] = letters
  const spaced = `(?<!\\p{L})${first}([ ._*-]{1,2})${others.join('\\1')}(?!\\p{L})`
  return [
    new RegExp(spaced, 'giu'),
    ...(name.length >= 7 ? [new RegExp(letters.join(''), 'giu')] : []),
  ]
}

function placeOf(match: RegExpExecArray): Place {
  return { start: match.index, end: match.index + match[0].length }
}

/** Struck places become spaces, so that places stay the same. */
function blank(folded: string, struck: readonly Place[]): string {
  let rest = folded
  for (const { start, end } of struck) {
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
  }
  return rest
}

/** One letter more, less, other, or two neighbours swapped. */
function isOneEditAway(first: string, second: string): boolean {
  if (Math.abs(first.length - second.length) > 1) return false
  const shorter = Math.min(first.length, second.length)
  let start = 0
  while (start < shorter && first[start] === second[start]) start++
  let end = 0
  while (end < shorter - start && first.at(-1 - end) === second.at(-1 - end)) end++
  const middle = first.slice(start, first.length - end)
  const other = second.slice(start, second.length - end)
  if (middle.length <= 1 && other.length <= 1) return true
  return (
    middle.length === 2 && other.length === 2 && middle[0] === other[1] && middle[1] === other[0]
  )
}
