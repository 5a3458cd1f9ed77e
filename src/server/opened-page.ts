import { type Operation, operations } from '#api'

/** A narrower picture is one of a strip of pages: nobody reads a page on it. */
const readableWidth = 500

/**
 * The page that a call opened for reading: its text, or its picture wide enough to be read. Null
 * for everything else.
 */
export function openedPage(operation: Operation, params: unknown, query: unknown): number | null {
  if (operation.id === operations.getPageText.id) {
    const asked = operations.getPageText.params.safeParse(params)
    return asked.success ? asked.data.page : null
  }
  if (operation.id !== operations.getPageImage.id) return null
  const asked = operations.getPageImage.params.safeParse(params)
  const picture = operations.getPageImage.query.safeParse(query)
  return asked.success && picture.success && picture.data.width >= readableWidth
    ? asked.data.page
    : null
}
