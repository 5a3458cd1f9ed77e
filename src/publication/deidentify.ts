import { makeResidueFinder } from './find-residue.ts'
import { foldText } from './fold-text.ts'
import type { DeidentificationProfile } from './identifier-pattern.ts'
import { identifierPatternsOf } from './identifier-patterns.ts'
import { variantsOf } from './identifier-variants.ts'
import { type KnownIdentifier, kindOf } from './known-identifier.ts'

/** A place that was struck out, in the text as it was given. */
export type StruckSpan = {
  readonly start: number
  readonly end: number
  readonly type: string
  /** What the law lets stand of it: a date's year, three digits of a ZIP code, `90+` for an age. */
  readonly keeps?: string
}

/** A place that may still identify someone, in the text as it was given; a person has to look. */
export type Residue = { readonly start: number; readonly end: number; readonly why: string }

export type Deidentified = {
  /** With `[TYPE]` where something was struck out. */
  readonly text: string
  readonly spans: readonly StruckSpan[]
  readonly residue: readonly Residue[]
}

/**
 * Strikes out what identifies: first the identifiers the case knows, in all their variants; then
 * what identifies by its look; then looks at what is left and lists what may be a name still.
 * Under `ca-dwc` dates and ages stay, as California publishes them; a known date of birth does not.
 * Under `safe-harbor` of a date the year stays, of a ZIP code three digits where many live, and ages
 * over 89 are one: `[DATE 2026]`, `[ZIP 937]`, `[AGE 90+]`.
 * Authority: Labor Code 4610.6(m); 45 CFR 164.514(b)(2) for `safe-harbor`.
 */
export function deidentify(
  text: string,
  known: readonly KnownIdentifier[],
  profile: DeidentificationProfile,
): Deidentified {
  return makeDeidentifier(known, profile)(text)
}

/** The same for many texts of one case: the variants are made once. */
export function makeDeidentifier(
  known: readonly KnownIdentifier[],
  profile: DeidentificationProfile,
): (text: string) => Deidentified {
  const variants = known.map((identifier) => ({
    type: identifier.type,
    isName: kindOf(identifier) === 'person' || kindOf(identifier) === 'surname',
    patterns: variantsOf(identifier),
  }))
  const looks = identifierPatternsOf(profile)
  const findResidue = makeResidueFinder(known)
  return (text) => {
    const { folded, offsets } = foldText(text)
    const latestYear = latestYearIn(folded)
    const found: Found[] = []
    for (const { type, isName, patterns } of variants) {
      for (const pattern of patterns) {
        for (const match of folded.matchAll(pattern)) {
          if (match[0] !== '') {
            const end = match.index + match[0].length
            found.push({ start: match.index, end, type, isName, isKnown: true })
          }
        }
      }
    }
    for (const { type, pattern, keep } of looks) {
      for (const match of folded.matchAll(pattern)) {
        const inner = match.slice(1).find((group) => (group?.length ?? 0) > 1) ?? match[0]
        const kept = keep?.(inner)
        const keeps = kept !== undefined && tellsOldAge(kept, latestYear) ? '' : kept
        const start = match.index + match[0].lastIndexOf(inner)
        const end = start + inner.length
        found.push({
          start,
          end,
          type,
          isName: type === 'name',
          isKnown: false,
          ...(keeps === undefined || keeps === '' ? {} : { keeps }),
        })
      }
    }
    const merged = merge(found, folded)
    const back = (place: number): number => offsets[place] ?? text.length
    const spans = merged.map(({ start, end, type, keeps }) => ({
      start: back(start),
      end: back(end),
      type,
      ...(keeps === undefined ? {} : { keeps }),
    }))
    const residue = findResidue(folded, merged).map(({ start, end, why }) => ({
      start: back(start),
      end: back(end),
      why,
    }))
    return { text: strike(text, spans), spans, residue }
  }
}

type Found = StruckSpan & { readonly isName: boolean; readonly isKnown: boolean }

function latestYearIn(folded: string): number {
  return Math.max(...Array.from(folded.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g), Number))
}

/** A year so long before the others that, left standing, it would tell an age over 89. */
function tellsOldAge(kept: string, latestYear: number): boolean {
  return /^\d{4}$/.test(kept) && Number(kept) <= latestYear - 90
}

/** Overlaps become one; so do parts of one name with nothing but initials between them. */
function merge(found: readonly Found[], folded: string): readonly Found[] {
  const merged: Found[] = []
  const sorted = found.toSorted((a, b) => a.start - b.start || b.end - a.end)
  for (const span of sorted) {
    const last = merged.at(-1)
    const between = last === undefined ? '' : folded.slice(last.end, span.start)
    const touches =
      last !== undefined &&
      (span.start < last.end ||
        (last.isName && span.isName && /^[\s,.'-]*(?:[A-Z]\.?[\s,.]*)?$/.test(between)))
    if (last !== undefined && touches) {
      // What the case knows names the passage better than what it looks like.
      const { keeps, ...better } = last.isKnown || !span.isKnown ? last : span
      const whole = last.end >= span.end && !span.isKnown
      merged[merged.length - 1] = {
        ...better,
        ...(whole && keeps !== undefined ? { keeps } : {}),
        start: last.start,
        end: Math.max(last.end, span.end),
      }
    } else {
      merged.push(span)
    }
  }
  return merged
}

function strike(text: string, spans: readonly StruckSpan[]): string {
  let struck = ''
  let place = 0
  for (const span of spans) {
    const kept = span.keeps === undefined ? '' : ` ${span.keeps}`
    struck += `${text.slice(place, span.start)}[${span.type.toUpperCase()}${kept}]`
    place = span.end
  }
  return struck + text.slice(place)
}
