import type { BodyRegion } from '#intake'
import type { Issue } from './determination.ts'
import { regionsOf } from './regions-in-text.ts'

/** Chapters by the region that they are about, as MTUS and ODG name them. */
const chapters: readonly (readonly [RegExp, readonly BodyRegion[]])[] = [
  [/neck (?:and|&) upper back/i, ['cervical spine', 'thoracic spine']],
  [/low(?:er)? back/i, ['lumbar spine', 'thoracic spine']],
  [/shoulder/i, ['shoulder']],
  [/elbow/i, ['elbow', 'forearm']],
  [/forearm,? wrist,? (?:(?:and|&) )?hand/i, ['forearm', 'wrist', 'hand']],
  [/carpal tunnel/i, ['wrist', 'hand', 'forearm']],
  [/knee/i, ['knee']],
  [/ankle (?:and|&) foot/i, ['ankle', 'foot']],
  [/hip (?:and|&) pelvis/i, ['hip']],
]

const generalChapters =
  /chronic pain|general approaches|opioid|acupuncture|postsurgical|post-surgical|\bpain\b|preface|formulary|cornerstones|stress|mental|CMS|fitness for duty|https?:|journal|et al/i

/** How a citation's chapters miss the region of the treatment; null where they do not. */
export function compareRegions(
  issue: Issue,
  citation: string,
): { readonly message: string; readonly general: boolean } | null {
  const own = regionsOf(issue.treatment)
  // No chapter of 2004 is about the hip: what is cited for it instead says nothing.
  if (own.length === 0 || own.includes('hip')) return null
  const cited = chapters.flatMap(([name, regions]) => (name.test(citation) ? regions : []))
  const named = [...new Set([...cited, ...regionsOf(citation)])]
  if (cited.length === 0 || named.some((region) => own.includes(region))) return null
  return {
    message: `the treatment is for the ${own.join(', ')}, the chapters cited are about the ${[...new Set(cited)].join(', ')}`,
    general: generalChapters.test(citation),
  }
}
