import type { PageText, Word } from '#records'
import type { OcrPage } from './ocr-page.ts'
import type { PageFacts } from './pdf-page-facts.ts'
import { type PlacedWord, readInOrder } from './reading-order.ts'
import { isGarbled, measureSoundness } from './word-shape.ts'

/**
 * Why a page has to be read from its picture as well: it has no text; its text stands for nothing;
 * its letters are no language; its text is not drawn, so nobody sees what it says; or a picture
 * covers much of it, which may hold more than the text beside it.
 */
export type Doubt = 'no-text' | 'senseless' | 'garbled' | 'hidden' | 'picture'

/** Whether the text layer can be taken for what the page says; null where it can. */
export function doubtOf(page: PageText, facts: PageFacts): Doubt | null {
  if (facts.senseless !== undefined) return 'senseless'
  if (page.text === '') return facts.objects === 0 ? null : 'no-text'
  if (isGarbled(page.text)) return 'garbled'
  if (facts.picture >= 0.4 && facts.invisible >= 0.5) return 'hidden'
  if (facts.picture >= 0.5) return 'picture'
  return facts.picture >= 0.25 && page.text.length < 400 ? 'picture' : null
}

/** Both readings of a page weighed: the better one, with the other set aside where they differ. */
export function weighReadings(
  page: PageText,
  facts: PageFacts,
  ocr: OcrPage | null,
  doubt: Doubt,
): PageText {
  if (ocr === null || ocr.words.length === 0) return page
  const read = pageOf(page, ocr)
  if (doubt === 'no-text') return read
  if (doubt === 'senseless') {
    const because = 'the characters of the text layer stand for nothing'
    return { ...read, setAside: { source: 'layer', text: facts.senseless ?? '', because } }
  }
  const layerAside = (because: string): PageText => ({
    ...read,
    setAside: { source: 'layer', text: page.text, because },
  })
  const ocrAside = (because: string): PageText => ({
    ...page,
    setAside: { source: 'ocr', text: ocr.text, because },
  })
  const sound = measureSoundness(ocr.text).sound
  if (doubt === 'garbled') {
    return ocr.confidence >= 0.6 && sound >= measureSoundness(page.text).sound
      ? layerAside('the letters of the text layer are no language')
      : ocrAside('neither reading is language; the picture was read with too little confidence')
  }
  if (doubt === 'hidden') {
    const agreed = Math.min(shareOf(page.text, ocr.text), shareOf(ocr.text, page.text))
    if (agreed >= 0.85) return page
    const percent = Math.round(100 * agreed)
    return ocr.confidence >= 0.6 && sound >= measureSoundness(page.text).sound - 0.15
      ? layerAside(`the text layer is not drawn and agrees with the picture in ${percent} % only`)
      : ocrAside('the picture was read with too little confidence to set the hidden text aside')
  }
  // Drawn text beside a picture: both are seen, so both are text.
  if (shareOf(ocr.text, page.text) >= 0.9) return page
  if (ocr.turned !== 0) return layerAside('the page was read from its picture, turned upright')
  return joined(page, ocr)
}

function pageOf(page: PageText, ocr: OcrPage): PageText {
  const lying = ocr.turned % 180 !== 0
  return {
    page: page.page,
    width: lying ? page.height : page.width,
    height: lying ? page.width : page.height,
    text: ocr.text,
    words: ocr.words,
    source: 'ocr',
    ...(ocr.turned === 0 ? {} : { turned: ocr.turned }),
    confidence: Math.round(ocr.confidence * 100) / 100,
  }
}

/** The words of the layer, and those read from the picture where the layer has none. */
function joined(page: PageText, ocr: OcrPage): PageText {
  const added = ocr.words.filter((word) => !page.words.some((known) => overlap(known, word)))
  const placed: PlacedWord[] = [...page.words, ...added].map(({ text, box, confidence }) => ({
    text,
    ...box,
    ...(confidence === undefined ? {} : { confidence }),
  }))
  return { ...pageOf(page, ocr), ...readInOrder(placed) }
}

function overlap({ box: first }: Word, { box: second }: Word): boolean {
  const across =
    Math.min(first.x + first.width, second.x + second.width) - Math.max(first.x, second.x)
  const down =
    Math.min(first.y + first.height, second.y + second.height) - Math.max(first.y, second.y)
  return across > 0.3 * Math.min(first.width, second.width) && down > 0.3 * second.height
}

/** The share of the words of one text that stand in another, 0 to 1. */
function shareOf(text: string, within: string): number {
  const counts = new Map<string, number>()
  for (const word of wordsOf(within)) counts.set(word, (counts.get(word) ?? 0) + 1)
  let found = 0
  const words = wordsOf(text)
  for (const word of words) {
    const left = counts.get(word) ?? 0
    if (left === 0) continue
    counts.set(word, left - 1)
    found += 1
  }
  return words.length ? found / words.length : 1
}

const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
