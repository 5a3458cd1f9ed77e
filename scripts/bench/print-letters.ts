import { chromium as playwright } from '@playwright/test'
import chromium from '@sparticuz/chromium'
import { makeLetterPrinter } from '#engines'
import { type LetterBody, layOutBody } from '#letters'
import { type Bench, perSecond, sayRate, timeInTurns } from './measure.ts'
import { syntheticDetermination } from './synthetic-determinations.ts'

/** Letters printed, against headless Chromium with the same words as HTML. */
export const printLetters: Bench = async ({ quick, rounds }) => {
  const letters = Array.from({ length: quick ? 30 : 100 }, (_, number) =>
    syntheticDetermination(number),
  )
  const printer = makeLetterPrinter({ organizationName: 'Example Review Organization' })
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })
  try {
    const page = await browser.newPage()
    const pages = letters.map((letter) => htmlOf(layOutBody(letter, 'Example Review Organization')))
    let bytes = 0
    const printAll = async (): Promise<void> => {
      bytes = 0
      for (const letter of letters) bytes += (await printer.printPublicLetter(letter)).length
    }
    const chromiumAll = async (): Promise<void> => {
      for (const html of pages) {
        await page.setContent(html)
        await page.pdf({ format: 'Letter', tagged: true })
      }
    }
    const [oursMs = 0, chromiumMs = 0] = await timeInTurns(rounds, printAll, chromiumAll)
    return [
      {
        name: 'print-letters',
        size: `${letters.length} synthetic letters, ${Math.round(bytes / letters.length / 1024)} KiB each on average`,
        rounds,
        ours: 'public letter as PDF/UA-1, warm, one process',
        oursMs,
        yardstick: 'headless Chromium, same words as HTML, one page kept open, tagged PDF',
        yardstickMs: chromiumMs,
        ratio: oursMs / chromiumMs,
        rate: sayRate(letters.length, oursMs, 'letters'),
        target: '≥ 100 letters a second',
        met: perSecond(letters.length, oursMs) >= 100,
      },
    ]
  } finally {
    await browser.close()
  }
}

function htmlOf(body: LetterBody): string {
  const table = body.header.map(
    ([label, value]) => `<tr><th>${say(label)}</th><td>${say(value)}</td></tr>`,
  )
  const issues = body.issues.map(
    ({ heading, parts }) =>
      `<h3>${say(heading)}</h3>${parts.map(([label, texts]) => `<h4>${say(label)}</h4>${paragraphs(texts)}`).join('')}`,
  )
  return (
    '<!doctype html><html lang="en"><head><title>Final Determination</title>' +
    '<style>body{font:11pt sans-serif}h1,h2,h3{font-family:serif}</style></head><body>' +
    `<h1>Independent Medical Review: Final Determination</h1><table>${table.join('')}</table>` +
    `<h2>${say(body.headings.howMade)}</h2>${paragraphs([body.howMade, body.credentials.introduction])}` +
    `<ul>${body.credentials.lines.map((line) => `<li>${say(line.join(' '))}</li>`).join('')}</ul>` +
    `<h2>${say(body.headings.caseSummary)}</h2>${paragraphs([body.caseSummaryIntroduction, ...body.caseSummary])}` +
    `<h2>${say(body.headings.issues)}</h2>${paragraphs([body.issuesIntroduction])}${issues.join('')}</body></html>`
  )
}

function paragraphs(texts: readonly string[]): string {
  return texts.map((text) => `<p>${say(text)}</p>`).join('')
}

function say(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
