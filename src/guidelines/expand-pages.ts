/**
 * Page ranges in full, in the printed order, each once: `289-90, 303` is `289-290`, `303`. A range
 * whose end cannot follow its start is kept as it was printed.
 */
export function expandPages(list: string): readonly string[] {
  const pages: string[] = []
  for (const part of list.split(/,|;|&|\band\b|\s(?=\d)/)) {
    const match = /^\s*(\d{1,4})(?:\s*[-–—]\s*(\d{1,4}))?\s*$/.exec(part)
    if (!match) continue
    const page = match[2] === undefined ? (match[1] ?? '') : range(match[1] ?? '', match[2])
    if (page !== '' && !pages.includes(page)) pages.push(page)
  }
  return pages
}

function range(first: string, printedLast: string): string {
  const last =
    printedLast.length < first.length
      ? first.slice(0, first.length - printedLast.length) + printedLast
      : printedLast
  return Number(last) < Number(first) ? `${first}-${printedLast}` : `${first}-${last}`
}
