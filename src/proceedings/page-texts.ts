import { setImmediate } from 'node:timers/promises'
import type { ArtifactStore } from '#case'
import type { ArtifactReference } from '#integrity'
import type { FileReading, PageText, Word } from '#records'
import { getBytes, getJson } from './artifacts.ts'
import type { Deps } from './deps.ts'
import { parsePage, parseTexts } from './part-bytes.ts'

/**
 * A part of a reading without its words, which weigh twenty times the text: steps that go through
 * a whole record hold the texts only.
 */
export type PartTexts = {
  readonly reading: FileReading
  /** The boxes of the words of a page that touch a span of its text; read when first asked for. */
  boxesIn(page: number, span: Word['span']): Promise<readonly Word['box'][]>
}

/** Of all cases together; a case of 2,000 pages takes about 15 million, with all boxes 40. */
const mostBytes = 128 * 1024 * 1024

/**
 * The texts of a part, read once while they are in use: what lies under a hash never changes, so
 * what is kept is never stale. What was not used for longest goes first.
 */
export function partTexts(
  deps: Pick<Deps, 'artifacts'>,
  reference: Pick<ArtifactReference, 'sha256'>,
): Promise<PartTexts> {
  const kept = keptBy(deps.artifacts)
  const known = kept.parts.get(reference.sha256)
  if (known) {
    kept.parts.delete(reference.sha256)
    kept.parts.set(reference.sha256, known)
    return known.texts
  }
  const grow = (bytes: number): void => {
    // Who still holds a part that was let go keeps it by himself.
    if (kept.parts.get(reference.sha256) !== entry) return
    entry.bytes += bytes
    kept.bytes += bytes
    forgetOldest(kept)
  }
  const entry = { texts: readPart(deps, reference, grow), bytes: 0 }
  kept.parts.set(reference.sha256, entry)
  entry.texts.then(
    ({ reading }) => grow(weightOf(reading)),
    () => kept.parts.delete(reference.sha256),
  )
  return entry.texts
}

/** One page of a part, with its words; null where the part does not hold it. */
export async function pageOfPart(
  deps: Pick<Deps, 'artifacts'>,
  part: { readonly first: number; readonly artifact: Pick<ArtifactReference, 'sha256'> },
  number: number,
): Promise<PageText | null> {
  const bytes = await getBytes(deps.artifacts, part.artifact)
  const page = parsePage(bytes, number - part.first)
  if (page?.page === number) return page
  const { pages } = JSON.parse(new TextDecoder().decode(bytes)) as FileReading
  return pages.find((each) => each.page === number) ?? null
}

type Kept = {
  readonly parts: Map<string, { readonly texts: Promise<PartTexts>; bytes: number }>
  bytes: number
}

const keptByStore = new WeakMap<ArtifactStore, Kept>()

function keptBy(artifacts: ArtifactStore): Kept {
  const known = keptByStore.get(artifacts)
  if (known) return known
  const made: Kept = { parts: new Map(), bytes: 0 }
  keptByStore.set(artifacts, made)
  return made
}

function forgetOldest(kept: Kept): void {
  for (const [sha256, { bytes }] of kept.parts) {
    if (kept.bytes <= mostBytes) return
    // One that is still being read has no weight yet.
    if (bytes === 0) continue
    kept.parts.delete(sha256)
    kept.bytes -= bytes
  }
}

async function readPart(
  deps: Pick<Deps, 'artifacts'>,
  reference: Pick<ArtifactReference, 'sha256'>,
  grow: (bytes: number) => void,
): Promise<PartTexts> {
  // Taking a part apart takes a millisecond or two; other calls come in between.
  await setImmediate()
  const bytes = await getBytes(deps.artifacts, reference)
  const reading = parseTexts(bytes) ?? withoutWords(await getJson(deps.artifacts, reference))
  const first = reading.pages[0]?.page ?? 1
  const boxes = new Map<number, Promise<Packed>>()
  const readBoxes = async (number: number): Promise<Packed> => {
    const page = await pageOfPart(deps, { first, artifact: reference }, number)
    const words = page?.words ?? []
    grow(24 * words.length)
    return pack(words)
  }
  return {
    reading,
    async boxesIn(page, span) {
      const known = boxes.get(page) ?? readBoxes(page)
      boxes.set(page, known)
      return unpack(await known, span)
    },
  }
}

function withoutWords(whole: FileReading): FileReading {
  return { ...whole, pages: whole.pages.map((page) => ({ ...page, words: [] })) }
}

/** About what the texts take in memory. */
function weightOf({ pages }: FileReading): number {
  return pages.reduce(
    (sum, { text, setAside }) => sum + 256 + 2 * (text.length + (setAside?.text.length ?? 0)),
    256,
  )
}

type Packed = { readonly spans: Uint32Array; readonly boxes: Float32Array }

function pack(words: readonly Word[]): Packed {
  const spans = new Uint32Array(2 * words.length)
  const boxes = new Float32Array(4 * words.length)
  for (const [index, { span, box }] of words.entries()) {
    spans.set([span.start, span.end], 2 * index)
    boxes.set([box.x, box.y, box.width, box.height], 4 * index)
  }
  return { spans, boxes }
}

function unpack({ spans, boxes }: Packed, { start, end }: Word['span']): Word['box'][] {
  const found: Word['box'][] = []
  for (let index = 0; 2 * index < spans.length; index += 1) {
    const from = spans[2 * index] ?? 0
    const to = spans[2 * index + 1] ?? 0
    if (from >= end || to <= start) continue
    const [x = 0, y = 0, width = 0, height = 0] = boxes.subarray(4 * index, 4 * index + 4)
    found.push({ x, y, width, height })
  }
  return found
}
