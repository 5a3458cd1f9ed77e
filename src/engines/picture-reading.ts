import type { PageText } from '#records'
import { makeOcrEngine, type OcrEngine } from './ocr-engine.ts'
import { type OcrPageWork, readPageByOcr } from './ocr-page.ts'
import type { PageFacts } from './pdf-page-facts.ts'
import { doubtOf, weighReadings } from './trust-layer.ts'

/** Reads pages from their pictures where their text layers cannot be trusted. */
export type PictureReading = {
  forFile(work: Pick<OcrPageWork, 'folder' | 'scan' | 'signal'>): {
    readonly improve: (page: PageText, facts: PageFacts, remarks: string[]) => Promise<PageText>
    /** ` + engine`, where pictures of the file were read; else empty. */
    readonly engineName: () => string
  }
  close(): Promise<void>
}

/** `atOnce`: pictures that are read at the same time, each by a process of its own. */
export function makePictureReading(
  which: 'found' | 'bundled' | 'none',
  atOnce: number,
): PictureReading {
  let starting: Promise<OcrEngine> | null = null
  const turn = makeTurns(atOnce)
  return {
    forFile({ folder, scan, signal }) {
      let engineName = ''
      return {
        engineName: () => engineName,
        async improve(page, facts, remarks) {
          const doubt = which === 'none' ? null : doubtOf(page, facts)
          if (which === 'none' || doubt === null) return page
          starting ??= makeOcrEngine(which)
          const engine = await starting
          engineName = ` + ${engine.name} + openimr picture reading 1`
          const ocr = await turn(async () => {
            signal?.throwIfAborted()
            const work = { engine, page: page.page, folder, scan }
            return readPageByOcr({ ...work, ...(signal ? { signal } : {}) })
          })
          if (ocr === null) {
            remarks.push(`page ${page.page}: the picture of the page could not be read`)
          } else if (ocr.words.length > 0 && (ocr.confidence < 0.5 || ocr.covered < 0.4)) {
            remarks.push(`page ${page.page}: much of the picture could not be read`)
          }
          return weighReadings(page, facts, ocr, doubt)
        },
      }
    },
    async close() {
      await (await starting)?.close()
    },
  }
}

/** Lets `atOnce` works run at the same time; the others wait their turn. */
function makeTurns(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
