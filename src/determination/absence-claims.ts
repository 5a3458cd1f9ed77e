import { type Sentence, splitSentences } from './sentences.ts'

/** The words by which a text says that something is not in the record. */
export const absenceWords: RegExp = new RegExp(
  [
    String.raw`\bno (?:\w+[ -]){0,3}(?:documentation|evidence|indication|mention|records?|reports?)\b`,
    String.raw`\bno (?:\w+[ -]){1,5}(?:is|are|was|were|has been|have been) (?:documented|specified|reported|noted|mentioned|described|submitted|identified)\b`,
    String.raw`\b(?:lack|absence|lacks|lacked|lacking)\b`,
    String.raw`\bnot (?:been |clearly |specifically |adequately |fully )*(?:documented|specified|reported|provided|noted|mentioned|described|included|submitted|identified)\b`,
    String.raw`\b(?:do|does|did|fails?|failed) (?:not |to )(?:clearly |specifically |adequately )*(?:contain|document|indicate|include|mention|show|demonstrate|describe|specify|report|provide|identify)\b(?! (?:a |the )?medical necessity)`,
    String.raw`\bwithout (?:any |clear |adequate )*(?:documentation|evidence|mention|indication)\b`,
    String.raw`\binsufficient (?:documentation|evidence|information)\b`,
    String.raw`\bundocumented\b`,
  ].join('|'),
  'i',
)

/** What a guideline says about absence is not a finding about this record. */
const guidelineSpeaks = new RegExp(
  [
    String.raw`\b(?:guidelines?|MTUS|ACOEM|ODG|chapter|literature|studies|FDA)\b[^.]{0,60}\b(?:states?|notes?|recommends?|says|indicates?|supports?|comments?|specif(?:y|ies)|requires?|suggests?|allows?|address(?:es)?|includes?)\b`,
    String.raw`\b(?:is|are) (?:not |only )?recommended\b`,
    String.raw`\bin the absence of\b[^.]*\b(?:should|recommended|may)\b`,
    String.raw`\bshould(?: not)? be\b`,
    String.raw`\bevidence\b[^.]*\b(?:effectiveness|efficacy)\b`,
  ].join('|'),
  'i',
)

/** Words that tie the sentence to this case again, whatever guideline it names. */
const thisCase =
  /\b(?:in this case|patient|worker|claimant|employee|records?|medical file|submitted|provided for review|requesting|treating|provider)\b/i

/**
 * The sentences of a rationale that say something is not in the record: "no documentation of",
 * "lack of", "not specified", "do not contain". Words between quotation marks and what a guideline
 * says are left out.
 */
export function findAbsenceClaims(rationale: string): readonly Sentence[] {
  return splitSentences(withoutQuotations(rationale))
    .filter(({ text }) => absenceWords.test(text))
    .filter(({ text }) => thisCase.test(text) || !guidelineSpeaks.test(text))
    .map(({ span }) => ({ span, text: rationale.slice(span.start, span.end) }))
}

/**
 * The same text, the same length, with what stands between double quotation marks blanked; a full
 * stop at its end is kept, since it ends the sentence.
 */
export function withoutQuotations(text: string): string {
  return text.replace(
    /"[^"]{12,}"|“[^”]{12,}”/g,
    (quoted) => `"${quoted.slice(1, -1).replace(/[^\n](?!$)|[^\n.!?]$/g, '_')}"`,
  )
}
