import { makeBundledOcr } from './ocr-bundled.ts'
import { findSystemOcr } from './ocr-system.ts'

/** A word as an OCR engine gives it: pixels of the picture, confidence 0 to 1. */
export type OcrWord = {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly confidence: number
}

/** Reads pictures in processes that can be ended: bounded in time and memory. */
export type OcrEngine = {
  /** Kept with every reading: engine, version, language data. */
  readonly name: string
  /** The words of a picture (PGM) on disk; null where the engine failed or took too long. */
  read(path: string, about: OcrRequest): Promise<readonly OcrWord[] | null>
  close(): Promise<void>
}

export type OcrRequest = { readonly dpi: number; readonly signal?: AbortSignal }

/** Milliseconds for one picture on a busy machine; a letter page takes two seconds. */
export const ocrPatience = 120_000

/**
 * Which engine reads pictures: the machine's own `tesseract`, which is the faster one, or the one
 * that comes with the product; `found`: the first where it is there.
 */
export async function makeOcrEngine(which: 'found' | 'bundled'): Promise<OcrEngine> {
  const system = which === 'found' ? await findSystemOcr() : null
  return system ?? makeBundledOcr()
}
