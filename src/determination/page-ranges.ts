type PageRange = {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
}

/** Page ranges behind "page(s)": `289-90` is 289 to 290. */
export function pageRanges(text: string): readonly PageRange[] {
  const ranges: PageRange[] = []
  for (const list of text.matchAll(
    /\b(?:pages?|page\(s\)|pp?\.):? ?((?:\d{1,4}(?:\s?[-–]\s?\d{1,4})?(?:,? (?:and )?|,)?)+)/gi,
  )) {
    const offset = list.index + list[0].length - (list[1] ?? '').length
    for (const match of (list[1] ?? '').matchAll(/(\d{1,4})(?:\s?[-–]\s?(\d{1,4}))?/g)) {
      const from = match[1] ?? ''
      const to = match[2] ?? from
      const full = to.length < from.length ? from.slice(0, from.length - to.length) + to : to
      const start = offset + match.index
      ranges.push({ from: Number(from), to: Number(full), start, end: start + match[0].length })
    }
  }
  return ranges
}
