import type { PDFPageProxy } from 'pdfjs-dist'

/**
 * Draws every page of a PDF into the box: a canvas with a layer of real text over it. Loads pdf.js
 * only when the first PDF is shown. Gives the number of pages.
 */
export async function drawPdf(
  address: string,
  box: HTMLElement,
  signal: AbortSignal,
): Promise<number> {
  const pdfjs = await import('pdfjs-dist')
  pdfjs.GlobalWorkerOptions.workerSrc = new URL(
    'pdfjs-dist/build/pdf.worker.min.mjs',
    import.meta.url,
  ).href
  const response = await fetch(address, { credentials: 'same-origin', signal })
  if (!response.ok) throw new Error(`the PDF was answered with ${response.status}`)
  const task = pdfjs.getDocument({
    data: new Uint8Array(await response.arrayBuffer()),
    useWasm: false,
    isEvalSupported: false,
  })
  signal.addEventListener('abort', () => void task.destroy())
  const document = await task.promise
  const sheets: HTMLElement[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    if (signal.aborted) return 0
    sheets.push(await drawPage(pdfjs, page, number, box.parentElement?.clientWidth ?? 800))
  }
  box.replaceChildren(...sheets)
  return document.numPages
}

async function drawPage(
  pdfjs: typeof import('pdfjs-dist'),
  page: PDFPageProxy,
  number: number,
  boxWidth: number,
): Promise<HTMLElement> {
  const natural = page.getViewport({ scale: 1 })
  const scale = Math.min(1.6, Math.max(0.4, (boxWidth - 2) / natural.width))
  const viewport = page.getViewport({ scale })
  const sharp = Math.min(2, window.devicePixelRatio || 1)
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(viewport.width * sharp)
  canvas.height = Math.floor(viewport.height * sharp)
  canvas.style.width = `${viewport.width}px`
  canvas.style.height = `${viewport.height}px`
  canvas.setAttribute('aria-hidden', 'true')
  await page.render({ canvas, viewport, transform: [sharp, 0, 0, sharp, 0, 0] }).promise
  const text = document.createElement('div')
  text.className = 'text-layer'
  await new pdfjs.TextLayer({
    textContentSource: await page.getTextContent(),
    container: text,
    viewport,
  }).render()
  const sheet = document.createElement('div')
  sheet.className = 'sheet'
  sheet.setAttribute('role', 'group')
  sheet.setAttribute('aria-label', `Page ${number}`)
  sheet.style.width = `${viewport.width}px`
  sheet.style.height = `${viewport.height}px`
  sheet.style.setProperty('--scale-factor', String(scale))
  sheet.style.setProperty('--total-scale-factor', String(scale))
  sheet.append(canvas, text)
  return sheet
}
