import { type Sentence, splitSentences } from './sentences.ts'

/** The sentence in which a rationale concludes, and to which side. */
export type Conclusion = {
  readonly sentence: Sentence
  readonly says: 'necessary' | 'not-necessary'
}

const necessary = /\bmedical(?:ly)? (?:necess(?:ary|ity)|appropriate)\b/i
const adverbs = String.raw`(?:\w+ly |be |been |being |considered |deemed |found |felt |determined |shown |to |as |a |an )*`
const negative = new RegExp(
  [
    String.raw`\b(?:not|n't|cannot|neither|nor) ${adverbs}medically (?:necessary|appropriate)`,
    String.raw`\bmedical necessity\b[^.]{0,60}\b(?:not|cannot|n't)\b`,
    String.raw`\b(?:not|cannot|n't|no|lack of)\b[^.;]{0,40}\bmedical necessity\b`,
    String.raw`\b(?:unable|fails?|failed|insufficient) to (?:establish|support|meet)[^.;]{0,30}medical necessity\b`,
    String.raw`\bnot (?:supported|established|shown|documented)\b[^.;]{0,60}\bmedically (?:necessary|appropriate)`,
    String.raw`\bnon[- ]?certified\b`,
  ].join('|'),
  'i',
)

const affirmative = new RegExp(
  String.raw`\b(?:is|are|was|were|be|deemed|considered) (?!not\b|n't)${adverbs.replace('to |', '')}medically (?:necessary|appropriate)`,
  'i',
)

/** Stock sentences about opioids speak of necessity without deciding anything. */
const decidesNothing =
  /\bmedical necessity (?:decision|determination)\b|\baddresses the medical necessity\b|\bif\b[^.]*\bmedically necessary\b|\bmedically necessary (?:only )?(?:if|when|for those)\b/i

/**
 * How a rationale concludes: the last sentence that speaks of medical necessity. Null where none
 * does, or where it says both.
 */
export function concludes(rationale: string): Conclusion | null {
  const sentence = splitSentences(rationale).findLast(
    ({ text }) => necessary.test(text) && !decidesNothing.test(text),
  )
  if (!sentence) return null
  const denies = negative.test(sentence.text)
  // "is determined to not be medically necessary" must not affirm by its last words.
  const affirms = affirmative.test(sentence.text.replace(new RegExp(negative, 'gi'), ' '))
  if (denies === affirms) return denies ? null : affirmedOtherwise(sentence)
  return { sentence, says: denies ? 'not-necessary' : 'necessary' }
}

function affirmedOtherwise(sentence: Sentence): Conclusion | null {
  const established =
    /\bmedical necessity (?:has been|is|was|had been) (?:established|met|supported)\b/i
  return established.test(sentence.text) ? { sentence, says: 'necessary' } : null
}
