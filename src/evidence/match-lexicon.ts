import { type Concept, concepts } from './lexicon.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A concept's name found in a text. */
export type Mention = { readonly concept: Concept; readonly start: number; readonly end: number }

type Pattern = { readonly words: readonly string[]; readonly concept: Concept }

const patternsByFirst = new Map<string, Pattern[]>()
const patternsByPrefix: { readonly prefix: string; readonly pattern: Pattern }[] = []
for (const concept of concepts) {
  for (const term of concept.terms) {
    const pattern = { words: term.split(' '), concept }
    const first = pattern.words[0] ?? ''
    if (first.endsWith('*')) patternsByPrefix.push({ prefix: first.slice(0, -1), pattern })
    else patternsByFirst.set(first, [...(patternsByFirst.get(first) ?? []), pattern])
  }
}

/**
 * Every name of a concept in the text. Where names overlap the longest wins, so that
 * `epidural steroid injection` is not also an injection.
 */
export function findMentions(text: string): readonly Mention[] {
  const tokens = tokensOf(text)
  const found: Mention[] = []
  tokens.forEach((token, index) => {
    const joined = token.cut ? token.text + (tokens[index + 1]?.text ?? '') : token.text
    const candidates = [
      ...(patternsByFirst.get(token.text) ?? []),
      ...(joined === token.text ? [] : (patternsByFirst.get(joined) ?? [])),
      ...patternsByPrefix
        .filter(({ prefix }) => joined.startsWith(prefix))
        .map(({ pattern }) => pattern),
    ]
    const before = tokens[index - 1]?.text ?? ''
    for (const { words, concept } of candidates) {
      if (concept.notAfter?.includes(before)) continue
      const end = matchFrom(tokens, index, words, text)
      if (end !== null) found.push({ concept, start: token.start, end })
    }
  })
  return longest(found)
}

/** Places where one of the terms stands in the text, overlaps included. */
export function findTerms(
  text: string,
  terms: readonly string[],
): readonly { readonly term: string; readonly start: number; readonly end: number }[] {
  const tokens = tokensOf(text)
  const patterns = terms.map((term) => ({ term, words: term.split(' ') }))
  return tokens.flatMap((token, index) =>
    patterns.flatMap(({ term, words }) => {
      const end = matchFrom(tokens, index, words, text)
      return end === null ? [] : [{ term, start: token.start, end }]
    }),
  )
}

function wordFits(word: string, text: string): boolean {
  return word.endsWith('*') ? text.startsWith(word.slice(0, -1)) : text === word
}

/** Where the words end when they stand at the token, or null. A name never crosses a full stop. */
function matchFrom(
  tokens: readonly Token[],
  from: number,
  words: readonly string[],
  text: string,
): number | null {
  let at = from
  let end = 0
  for (let w = 0; w < words.length; w++) {
    const word = words[w] ?? ''
    if (word === '..') {
      const next = words[w + 1] ?? ''
      let skipped = 0
      while (skipped < 3 && at < tokens.length && !wordFits(next, tokens[at]?.text ?? '')) {
        at++
        skipped++
      }
      continue
    }
    const token = tokens[at]
    if (!token) return null
    if (w > 0 && /[.;:!?•\u2022]\s|\n\s*\n|,\s*$/.test(text.slice(end, token.start))) return null
    const following = tokens[at + 1]
    if (wordFits(word, token.text)) {
      at++
      end = token.end
    } else if (token.cut && following && wordFits(word, token.text + following.text)) {
      at += 2
      end = following.end
    } else return null
  }
  return end
}

function longest(found: readonly Mention[]): readonly Mention[] {
  const kept: Mention[] = []
  const bySize = found.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  for (const mention of bySize) {
    if (!kept.some((other) => mention.start < other.end && other.start < mention.end)) {
      kept.push(mention)
    }
  }
  return kept.toSorted((a, b) => a.start - b.start)
}
