import { setImmediate } from 'node:timers/promises'
import type { ArtifactStore } from '#case'
import type { ArtifactReference } from '#integrity'
import type { FileReading, Word } from '#records'
import { getJson } from './artifacts.ts'
import type { Deps } from './deps.ts'

/**
 * A part of a reading without its words, which weigh twenty times the text: steps that go through
 * a whole record hold the texts only.
 */
export type PartTexts = {
  readonly reading: FileReading
  /** The boxes of the words of a page that touch a span of its text. */
  boxesIn(page: number, span: Word['span']): readonly Word['box'][]
}

/** Of all cases together; a case of 2,000 pages takes about 40 million. */
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
  const texts = readPart(deps, reference)
  const entry = { texts: texts.then(({ part }) => part), bytes: 0 }
  kept.parts.set(reference.sha256, entry)
  texts.then(
    ({ bytes }) => {
      entry.bytes = bytes
      kept.bytes += bytes
      forgetOldest(kept)
    },
    () => kept.parts.delete(reference.sha256),
  )
  return entry.texts
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
): Promise<{ readonly part: PartTexts; readonly bytes: number }> {
  // Taking a part apart takes some milliseconds; other calls come in between.
  await setImmediate()
  const whole = await getJson<FileReading>(deps.artifacts, reference)
  const places = new Map(whole.pages.map(({ page, words }) => [page, pack(words)]))
  const reading = { ...whole, pages: whole.pages.map((page) => ({ ...page, words: [] })) }
  const bytes = whole.pages.reduce(
    (sum, { text, setAside, words }) =>
      sum + 256 + 2 * (text.length + (setAside?.text.length ?? 0)) + 24 * words.length,
    0,
  )
  return {
    part: { reading, boxesIn: (page, span) => unpack(places.get(page), span) },
    bytes,
  }
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

function unpack(packed: Packed | undefined, { start, end }: Word['span']): Word['box'][] {
  const found: Word['box'][] = []
  if (!packed) return found
  const { spans, boxes } = packed
  for (let index = 0; 2 * index < spans.length; index += 1) {
    const from = spans[2 * index] ?? 0
    const to = spans[2 * index + 1] ?? 0
    if (from >= end || to <= start) continue
    const [x = 0, y = 0, width = 0, height = 0] = boxes.subarray(4 * index, 4 * index + 4)
    found.push({ x, y, width, height })
  }
  return found
}
