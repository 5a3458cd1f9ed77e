import { regionRules } from './letter-rules.ts'
import { makePhraseFinder } from './phrase-finder.ts'

/**
 * The body regions a heading names, in its order, each once. The form is
 * `[left|right|bilateral ]region[ level]`: "left shoulder", "bilateral upper extremity", "lumbar
 * spine", "right lumbar spine L5-S1". Regions are singular; a level is `L4` or `L4-L5`, and alone it
 * stands for its part of the spine. A side belongs to the region right behind it ("left hip, lower
 * leg" says nothing about the leg's side) and to regions joined to that one by "/" or "&"; "of the
 * right hand" also gives its side to fingers before it. Data: `rules/lexicon/heading-regions.json`.
 */
export function findBodyRegions(heading: string): readonly string[] {
  const text = heading.toLowerCase()
  const mentions = [...regionMentions(text), ...levelMentions(text)].toSorted(
    (first, second) => first.start - second.start,
  )
  const sided = withSides(text, mentions)
  const named = sided.filter((mention) => mention.level === undefined)
  const printed: string[] = []
  const levels = sided.filter((mention) => mention.level !== undefined)
  for (const mention of sided) {
    if (mention.level === undefined) {
      // A region whose levels are given is said with them.
      const own = levels.filter((level) => level.region === mention.region)
      if (own.length === 0) push(printed, say(mention))
      for (const level of own) push(printed, say({ ...level, side: level.side ?? mention.side }))
    } else if (!named.some((other) => other.region === mention.region)) {
      push(printed, say(mention))
    }
  }
  // "right shoulder … the shoulder": the unsided mention adds nothing.
  return printed.filter(
    (region) =>
      !printed.some(
        (other) => other !== region && other.replace(/^(?:left|right|bilateral) /, '') === region,
      ),
  )
}

type Side = 'left' | 'right' | 'bilateral'
type Mention = {
  readonly region: string
  readonly level?: string
  readonly side?: Side | undefined
  readonly start: number
  readonly end: number
}

function push(list: string[], region: string): void {
  if (!list.includes(region)) list.push(region)
}

function say(mention: Mention): string {
  const side = mention.side === undefined ? '' : `${mention.side} `
  const level = mention.level === undefined ? '' : ` ${mention.level}`
  return `${side}${mention.region}${level}`
}

const findRegionWords = makePhraseFinder(
  regionRules.regions.flatMap(({ region, words }) =>
    words.map((word) => ({ words: word, stem: false, value: region })),
  ),
)

function regionMentions(text: string): readonly Mention[] {
  const mentions: Mention[] = []
  findRegionWords(text, ({ value: region, start, end }) => {
    // The longest phrase at a place comes first; a phrase inside another says nothing new.
    if (mentions.some((mention) => start < mention.end)) return
    if (/^-(?:wave|op)\b/.test(text.slice(end, end + 5))) return
    if (isNoRegion(text.slice(start, end), text, start, end)) return
    mentions.push({ region, start, end })
  })
  return mentions
}

/** Words that name a region elsewhere but not here: "back brace" does, "hand held", "head of bed" do not. */
function isNoRegion(word: string, text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 14)
  const before = text.slice(Math.max(0, start - 12), start)
  if (word === 'back') return /\b(?:come|go|refer|report|step|paid)\s$/.test(before)
  if (word === 'hand' || word === 'hands')
    return /^\s*-?(?:held|s-on|written|therap|surg)/.test(after)
  if (word === 'head') return /^\s+of\b/.test(after)
  if (word === 'les' || word === 'le' || word === 'ue')
    return !/(?:left|right|bilateral|bil|[rlb])\.?\s*$/.test(before)
  if (word === 'hip') return /^\s+pads?\b/.test(after)
  if (word === 'leg' || word === 'legs') return /^\s+wraps?\b/.test(after)
  return false
}

const levelPattern =
  /(?<![a-z0-9-])([clts])-?(\d{1,2})(?:\s*(?:-|–|\/|to|through|and|&|,)?\s*([clts])-?(\d{1,2})|\s*[-–/]\s*(\d{1,2}))?(?![a-z0-9]|\.\d)/g
const parts: Readonly<Record<string, readonly [string, number]>> = {
  c: ['cervical spine', 8],
  t: ['thoracic spine', 12],
  l: ['lumbar spine', 6],
  s: ['lumbar spine', 5],
}

function* levelMentions(text: string): Generator<Mention> {
  const spinal =
    /spin|thorac|lumb|cervic|vertebr|epidural|facet|medial|block|fusion|injection|esi\b|disc|lamin/.test(
      text,
    )
  for (const match of text.matchAll(levelPattern)) {
    const [whole, letter = '', number = '', secondLetter, secondNumber, short] = match
    const first = levelOf(letter, number)
    if (first === null) continue
    const last =
      secondLetter !== undefined
        ? levelOf(secondLetter, secondNumber ?? '')
        : short !== undefined
          ? (levelOf(letter, short) ?? (letter === 'l' ? levelOf('s', short) : null))
          : undefined
    if (last === null) continue
    // "T4" may be a thyroid test, "S1" a size: a single level needs the spine around it.
    if (last === undefined && !spinal) continue
    const region = parts[letter]?.[0] ?? ''
    yield {
      region,
      level: last === undefined ? first : `${first}-${last}`,
      start: match.index,
      end: match.index + whole.length,
    }
  }
}

function levelOf(letter: string, number: string): string | null {
  const part = parts[letter]
  const value = Number(number)
  return part && value >= 1 && value <= part[1] ? `${letter.toUpperCase()}${value}` : null
}

const sideWords: Readonly<Record<string, Side>> = {
  left: 'left',
  lt: 'left',
  l: 'left',
  right: 'right',
  rt: 'right',
  r: 'right',
  bilateral: 'bilateral',
  bilaterally: 'bilateral',
  bilat: 'bilateral',
  bil: 'bilateral',
  both: 'bilateral',
  'left and right': 'bilateral',
  'right and left': 'bilateral',
}
const sideBefore =
  /(?<![a-z0-9])((?:left|right)\s+(?:and|&)\s+(?:left|right)|left|right|lt|rt|bilateral|bilat|bil|both|[lr])\.?[\s(]*(?:(?:distal|proximal|upper|lower|medial|lateral|open|arthroscopic|total|partial|the|index|middle|long|ring|small|little|big|great|side|sided|-sided|transforaminal|ulnar|radial|dominant)[\s-]+){0,2}$/
const sideAfter =
  /^[\s,]*\(?(left|right|bilateral(?:ly)?|both sides)\)?(?=[\s,.;:)]|$)(?!\s+(?:and\s+\w+\s+)?(?:shoulder|elbow|wrist|hand|hip|knee|ankle|foot|leg|arm|upper|lower|l\d|c\d|s\d|thumb|lumbar|cervical|side))/

/** "knee arthroscopy, left": the side behind the region's noun, at the end or before a mark. */
const sideAfterNoun =
  /^(?:\s+[a-z][a-z-]*){1,3},\s*(left|right|bilateral(?:ly)?)(?=\s*(?:$|[,;.(]))/

function withSides(text: string, mentions: readonly Mention[]): readonly Mention[] {
  const sided: Mention[] = []
  for (const [index, mention] of mentions.entries()) {
    const previous = sided[index - 1]
    const from = mentions[index - 1]?.end ?? 0
    const between = text.slice(from, mention.start)
    let side = readSide(
      sideBefore.exec(text.slice(Math.max(0, mention.start - 48), mention.start))?.[1],
      from,
      mention.start,
      text,
    )
    if (side === undefined && previous?.side !== undefined && /^\s*(?:\/|&)\s*$/.test(between)) {
      side = previous.side
    }
    const until = mentions[index + 1]?.start ?? text.length
    side ??= readAfter(sideAfter.exec(text.slice(mention.end, mention.end + 40))?.[1])
    side ??= readAfter(
      sideAfterNoun.exec(text.slice(mention.end, Math.min(until, mention.end + 60)))?.[1],
    )
    sided.push({ ...mention, side })
    // "fingers of the right hand": the fingers are right ones.
    if (
      side !== undefined &&
      previous &&
      previous.side === undefined &&
      /^\s+(?:of|on) (?:the )?(?:left|right)\s+$/.test(between)
    ) {
      sided[index - 1] = { ...previous, side }
    }
  }
  return sided
}

function readSide(
  word: string | undefined,
  from: number,
  to: number,
  text: string,
): Side | undefined {
  if (word === undefined) return undefined
  // The side word must stand between this region and the one before it.
  if (text.slice(from, to).lastIndexOf(word) < 0) return undefined
  return sideWords[word.replace(/\s+/g, ' ').replace('&', 'and')]
}

function readAfter(word: string | undefined): Side | undefined {
  if (word === undefined) return undefined
  return word === 'both sides' ? 'bilateral' : sideWords[word]
}
