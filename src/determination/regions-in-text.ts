import type { TextSpan } from '#foundation'
import type { BodyRegion, Side } from '#intake'

/** A body region named in a text, with the side said right before it. */
export type RegionMention = {
  readonly region: BodyRegion
  readonly side?: Side
  readonly span: TextSpan
  readonly text: string
}

/** Words for regions, longest first. "Back" alone and "extremity" name none: they are too wide. */
const words: readonly (readonly [BodyRegion, string])[] = [
  ['cervical spine', String.raw`cervical|c-?spine|c\/s|necks?`],
  ['thoracic spine', String.raw`thoracic|t-?spine|t\/s|mid[- ]?back|upper back`],
  [
    'lumbar spine',
    String.raw`lumbar|lumbosacral|l-?spine|l\/s|low(?:er)? back|sacrum|sacral|coccyx|sacroiliac`,
  ],
  ['shoulder', String.raw`shoulders?|rotator cuff|supraspinatus|glenohumeral`],
  ['elbow', String.raw`elbows?|epicondylitis`],
  ['forearm', String.raw`forearms?`],
  ['wrist', String.raw`wrists?|carpal tunnel`],
  [
    'hand',
    String.raw`(?<!other )(?<!first )(?<!second )hands?(?![- ](?:written|held|out))|fingers?|thumbs?`,
  ],
  ['hip', String.raw`hips?`],
  ['knee', String.raw`knees?|patell\w+|menisc\w+|anterior cruciate`],
  ['ankle', String.raw`ankles?`],
  ['foot', String.raw`foot|feet|plantar|toes?`],
]

const side = String.raw`(?:\b(left|right|bilateral|lt|rt)\.?\s+(?:and (?:left|right)\s+)?(?:\w+\s+)?)?`

const patterns = words.map(
  ([region, alternatives]) =>
    [region, new RegExp(String.raw`${side}\b(?:${alternatives})(?!\w)`, 'gi')] as const,
)

/** Every mention of a body region, in the order of the text. */
export function findRegions(text: string): readonly RegionMention[] {
  return patterns
    .flatMap(([region, pattern]) =>
      [...text.matchAll(pattern)].map((match): RegionMention => {
        const said = match[1]?.toLowerCase()
        const named = said === 'lt' ? 'left' : said === 'rt' ? 'right' : said
        return {
          region,
          ...(named === 'left' || named === 'right' || named === 'bilateral'
            ? { side: / and (?:left|right) /i.test(match[0]) ? 'bilateral' : named }
            : {}),
          span: { start: match.index, end: match.index + match[0].length },
          text: match[0],
        }
      }),
    )
    .toSorted((first, second) => first.span.start - second.span.start)
}

/** The regions of a text, each once. */
export function regionsOf(text: string): readonly BodyRegion[] {
  return [...new Set(findRegions(text).map(({ region }) => region))]
}

/** Spinal levels as `L4-5`, `L5-S1`, `C6`: written in one way. */
export function findLevels(
  text: string,
): readonly { readonly level: string; readonly span: TextSpan }[] {
  return [
    ...text.matchAll(
      /\b([CTLS])(\d{1,2})(?:\s?[-/]\s?([CTLS])?(\d{1,2}))?\b(?!\s?(?:mg|%|\d*\/))/g,
    ),
  ].map((match) => {
    const [whole, letter = '', from = '', otherLetter, to] = match
    const level = to ? `${letter}${from}-${otherLetter ?? letter}${to}` : `${letter}${from}`
    return { level, span: { start: match.index, end: match.index + whole.length } }
  })
}
