import type { BodyRegion, Side } from '#intake'
import { type BodyTerms, regionFile } from './lexicon.ts'

type Place = { readonly start: number; readonly end: number }
export type RegionPlace = Place & { readonly region: BodyRegion }
export type LevelPlace = Place & { readonly levels: readonly string[]; readonly region: BodyRegion }
export type SidePlace = Place & { readonly side: Side }

const regionPatterns = regionFile.regions.map(({ region, patterns }) => ({
  region,
  pattern: new RegExp(`(?<![\\w/])(?:${patterns.join('|')})(?![\\w/])`, 'gi'),
}))

/** Names of body regions in a text, longest first where they overlap. */
export function findRegions(text: string): readonly RegionPlace[] {
  const found = regionPatterns.flatMap(({ region, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({
      region,
      start: match.index,
      end: match.index + match[0].length,
    })),
  )
  return found
    .filter((one) => !found.some((other) => other !== one && covers(other, one)))
    .toSorted((a, b) => a.start - b.start)
}

const covers = (outer: Place, inner: Place): boolean =>
  outer.start <= inner.start &&
  outer.end >= inner.end &&
  outer.end - outer.start > inner.end - inner.start

const highest: Readonly<Record<string, number>> = { C: 8, T: 12, L: 6, S: 5 }
const regionOfLetter: Readonly<Record<string, BodyRegion>> = {
  C: 'cervical spine',
  T: 'thoracic spine',
  L: 'lumbar spine',
  S: 'lumbar spine',
}

/**
 * Spinal levels: `L4-5`, `L4-L5`, `L4/5`, `L5 - S1` read as `L4-L5`, `L5-S1`; `L5` alone stays
 * `L5`. `T2-weighted` is a picture, not a level.
 */
export function findLevels(text: string): readonly LevelPlace[] {
  const pattern =
    /(?<![\w.])([CTLS])-?(\d{1,2})(?:\s?(?:[-/–]|to)\s?([CTLS])?-?(\d{1,2})(?![\d/]))?(?![\d.]\d|\w|[- ]?weighted|[- ]?(?:signal|image|sequence))/gi
  return [...text.matchAll(pattern)].flatMap((match) => {
    const letter = (match[1] ?? '').toUpperCase()
    const first = Number(match[2])
    if (first < 1 || first > (highest[letter] ?? 0)) return []
    const place = { start: match.index, end: match.index + match[0].length }
    const region = regionOfLetter[letter] ?? 'other'
    if (match[4] === undefined) return [{ ...place, levels: [`${letter}${first}`], region }]
    const second = (match[3] ?? letter).toUpperCase()
    const next = Number(match[4])
    if (next < 1 || next > (highest[second] ?? 0)) return []
    return [{ ...place, levels: [`${letter}${first}-${second}${next}`], region }]
  })
}

const sidePattern =
  /\b(bilateral(?:ly)?|both(?: sides)?|left(?:-sided)?|right(?:-sided)?|lt|rt|lle|rle|lue|rue|bles?|bues?)\b\.?|\((l|r)\)/gi

/** Sides named in a text. */
export function findSides(text: string): readonly SidePlace[] {
  return [...text.matchAll(sidePattern)].map((match) => {
    const word = (match[1] ?? match[2] ?? '').toLowerCase()
    const side: Side = word.startsWith('b') ? 'bilateral' : word.startsWith('l') ? 'left' : 'right'
    return { side, start: match.index, end: match.index + match[0].length }
  })
}

/** The place nearest to a span; a place behind the span counts as half as far as one before it. */
export function nearest<T extends Place>(places: readonly T[], span: Place): T | undefined {
  let best: T | undefined
  let least = Number.POSITIVE_INFINITY
  for (const place of places) {
    const distance =
      place.start >= span.end
        ? place.start - span.end
        : place.end <= span.start
          ? (span.start - place.end) * 1.01
          : 0
    if (distance < least) {
      least = distance
      best = place
    }
  }
  return best
}

type BodyPattern = BodyTerms & { readonly pattern: RegExp }
const bodyPatterns = (terms: readonly BodyTerms[]): readonly BodyPattern[] =>
  terms.map((entry) => ({
    ...entry,
    pattern: new RegExp(`(?<!\\w)(?:${entry.terms.join('|')})(?!\\w)`, 'gi'),
  }))
const muscles = bodyPatterns(regionFile.muscles)
const reflexes = bodyPatterns(regionFile.reflexes)

export type BodyPlace = Place & { readonly levels: readonly string[]; readonly region: BodyRegion }

function findBody(patterns: readonly BodyPattern[], text: string): readonly BodyPlace[] {
  return patterns.flatMap(({ pattern, levels, region }) =>
    [...text.matchAll(pattern)].map((match) => ({
      levels,
      region,
      start: match.index,
      end: match.index + match[0].length,
    })),
  )
}

/** Muscles and limbs with the myotome they stand for. */
export const findMuscles = (text: string): readonly BodyPlace[] => findBody(muscles, text)
/** Tendons of reflexes with their level. */
export const findReflexSites = (text: string): readonly BodyPlace[] => findBody(reflexes, text)
