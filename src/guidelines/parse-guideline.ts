import type { Guideline } from './citation.ts'
import { parseMtusCitations } from './parse-mtus-citations.ts'
import { parseOutsideCitations } from './parse-outside-citations.ts'

/**
 * What one side cited, from the words after "… guideline:" in a letter. Never refuses: words that
 * follow no known form become one citation `other` with those words as its title. `cited` is false
 * where the letter says that no medical evidence was cited. Forms: handbook letters.md 4, both the
 * style of 2014 (ACOEM chapter and pages) and of 2015 and later (chapter, year, sections).
 */
export function parseGuideline(text: string): Guideline {
  const known = parsed.get(text)
  if (known) return known
  const guideline = parse(text.replace(/\s+/g, ' ').trim())
  if (parsed.size >= parsedLimit) parsed.clear()
  parsed.set(text, guideline)
  return guideline
}

/** Letters cite the same words over and over: 87 of the 144 in 29 letters are distinct. */
const parsed = new Map<string, Guideline>()
const parsedLimit = 2_000

/** Far beyond any that was printed; what is longer is no citation, and would take long to take apart. */
const longestCitation = 20_000

function parse(printed: string): Guideline {
  if (printed.length > longestCitation) {
    return { text: printed, cited: true, citations: [{ source: 'other', title: printed }] }
  }
  const citations = clauses(printed).flatMap((clause) =>
    clause.kind === 'MTUS' ? parseMtusCitations(clause.words) : parseOutsideCitations(clause.words),
  )
  const saysNothingCited = nothingCited.test(printed)
  return {
    text: printed,
    cited: citations.length > 0 || (!saysNothingCited && printed !== ''),
    citations,
  }
}

type Clause = { readonly kind: 'MTUS' | 'outside'; readonly words: string }

const nothingCited =
  /\b(?:did not|does not|failed to) (?:cite|provide|reference) any\b[^.]*\bevidence\b|\bno (?:medical )?evidence (?:was|is) cited\b/i
const marker = /\bDecision (?:is |was )?based on (Non-?\s?MTUS(?: Citations?)?|MTUS)\b[\s:,]*/gi
const preamble =
  /\b(?:The |An? )?(?:Claims Administrator|Expert Reviewer|Physician Reviewer|Reviewer)(?: \(?s?\)?)? (?:based|bases) (?:their|his\/her|his|her|its|the) decisions? on (?:an? )?recommendations?(?:\(s\))? outside (?:of )?the MTUS(?: Guidelines?)?\.?\s*/gi

function clauses(printed: string): readonly Clause[] {
  const found: Clause[] = []
  const marks = [...printed.matchAll(marker)]
  const lead = printed
    .slice(0, marks[0]?.index ?? printed.length)
    .replace(preamble, '')
    .trim()
  if (lead !== '' && !nothingCited.test(lead)) found.push(...freeClauses(lead))
  for (const [index, mark] of marks.entries()) {
    const start = mark.index + mark[0].length
    const words = printed
      .slice(start, marks[index + 1]?.index ?? printed.length)
      .replace(preamble, '')
      .trim()
    if (words.replace(/[\s.,;:]/g, '') === '') continue
    const kind = /^non/i.test(mark[1] ?? '') ? 'outside' : 'MTUS'
    found.push({ kind, words })
  }
  return found
}

/**
 * The prose of 2013: "The Claims Administrator based its decision on the …, which is part of the
 * MTUS. The Claims Administrator also based its decision on the …, which is not part of the MTUS."
 */
function freeClauses(lead: string): readonly Clause[] {
  const found: Clause[] = []
  const sentences = lead.split(
    /(?<=\.)\s+(?=The (?:Claims Administrator|Expert Reviewer|Physician Reviewer|Reviewer)\b)/,
  )
  for (const sentence of sentences) {
    const based =
      /\b(?:based|relied)\b[^.]*?\b(?:decision|determination)?\s*(?:on|upon)\s+(?:the\s+)?(.+)$/i.exec(
        sentence,
      )
    const words = (based?.[1] ?? sentence)
      .replace(/,?\s*(?:which|that) (?:is|are) (?:not )?(?:a )?part of the MTUS/gi, '')
      .replace(/,?\s*part of the MTUS/gi, '')
      .replace(
        /\b(?:American College of Occupational and Environmental Medicine\s*\(ACOEM\)|ACOEM)(?: Practice)?(?: Guidelines)?,?\s*2nd ed(?:ition|\.)?,?\s*(?:\(2004\))?,?\s*/gi,
        'ACOEM ',
      )
      .trim()
    if (words === '' || nothingCited.test(words)) continue
    const outside = /\bnot (?:a )?part of the MTUS\b|\bODG\b|Official Disability Guidelines/i.test(
      sentence,
    )
    const mtus =
      /\bMTUS\b|\bACOEM\b|Medical Treatment Utilization Schedule|Chronic Pain (?:Medical )?Treatment Guidelines|Postsurgical Treatment|Acupuncture Medical Treatment/i
    found.push({ kind: !outside && mtus.test(sentence) ? 'MTUS' : 'outside', words })
  }
  return found
}
