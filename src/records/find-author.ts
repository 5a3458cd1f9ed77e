import type { InTurns } from '#foundation'
import { authorCues, credentials } from './document-lexicon.ts'

/** Who wrote a document, as its signature says, and the specialty that stands with the name. */
export type Author = { readonly name: string; readonly specialty?: string }

const word = String.raw`[A-Z][\p{L}'\u2019-]+`
const initial = String.raw`[A-Z]\.?`
const title = `(?:(?:${credentials})(?![A-Za-z]))`
const titles = `(?:,?\\s+${title}|,\\s*${title}|/${title})`
const name = `(?:Dr\\.\\s+)?${word}(?:\\s+(?:${initial}|${word}|de|la|del|van|von|der|den|bin)){0,3}?\\s+${word}(?:,?\\s(?:Jr|Sr|II|III)\\.?)?`
const doctor = `Dr\\.\\s+${word}(?:\\s+${word}){0,2}`
const specialtyWords = String.raw`,\s+((?:[A-Z][a-z]+(?:opaedic|ology|ics|ist|ine|ery|tion)?)(?:[ ,/&-]+(?:and |of |the )?[A-Z][a-z]+){0,5})`

const withTitle = new RegExp(`(${name}${titles}+)(?:${specialtyWords})?`, 'u')
const titledLine = new RegExp(`^${withTitle.source}`, 'u')
const bare = new RegExp(
  `^(?:[Ss]igned\\s*:?\\s*)?(${name}|${doctor})(?=\\s*(?:$|[,;(|]|\\s(?:on|at|NPI|License|Lic|[Dd]ate|DATE|[Tt]ime)\\b))`,
  'u',
)
/** A bundle without titles is one document of ten thousands of lines. */
const linesATurn = 1000

const notNames =
  /\b(?:date|report|signature|physician|patient|phone|fax|number|name|page|claim|clinic|center|medical|group|hospital|imaging|therapy|specialty|license|address)\b/i

/**
 * The author of a document by its lines: the person whom a signature line or a line such as
 * "Interpreting radiologist:" names, on the same line or the two that follow; else the last line
 * that is a name with a professional title. Null when nobody is named.
 */
export function* authorInTurns(lines: readonly string[]): InTurns<Author | null> {
  for (const cue of cues) {
    for (let index = lines.length - 1; index >= 0; index -= 1) {
      if (index % linesATurn === 0) yield
      const line = lines[index] ?? ''
      const match = cue.exec(line)
      if (!match) continue
      const rest = line.slice(match.index + match[0].length)
      for (const candidate of [rest, lines[index + 1] ?? '', lines[index + 2] ?? '']) {
        const found = readName(candidate)
        if (found) return found
        if (candidate === rest && /[A-Za-z]{3}/.test(rest) && !/^\W*$/.test(rest)) break
      }
    }
  }
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    if (index % linesATurn === 0) yield
    const line = lines[index] ?? ''
    const match = line.length < 90 ? titledLine.exec(line) : null
    if (match?.[1] && !notNames.test(match[1])) return authorOf(match)
  }
  return null
}

// A cue begins its line or follows a gap, and a colon or the end of the line follows it.
const cues = authorCues.map(
  (cue) =>
    new RegExp(
      `(?:^|[.;|]\\s*|\\s{2,}|\\b)(?:${cue})(?:\\s*(?:by|signature|name))?\\s*(?::|,?\\s*$|(?<=signed by)\\s)`,
      'i',
    ),
)

function readName(text: string): Author | null {
  const trimmed = text.trim().replace(/^[_\s/:-]+/, '')
  if (trimmed === '' || trimmed.length > 160) return null
  const titled = withTitle.exec(trimmed)
  if (titled?.[1] && titled.index < 24 && !notNames.test(titled[1])) return authorOf(titled)
  const plain = bare.exec(trimmed)
  if (plain?.[1] && /^(?:Dr\.|[A-Z])/.test(plain[1]) && !notNames.test(plain[1])) {
    return { name: tidy(plain[1]) }
  }
  return null
}

function authorOf(match: RegExpExecArray): Author {
  const specialty = match[2]?.trim()
  return {
    name: tidy(match[1] ?? ''),
    ...(specialty && !/\b(?:License|California|NPI|Lic)\b/.test(specialty) ? { specialty } : {}),
  }
}

const tidy = (found: string) => found.replaceAll(/\s+/g, ' ').replace(/[,\s]+$/, '')
