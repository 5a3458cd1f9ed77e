/** How large a page is shown: fitted into its place, or in percent of its size on paper. */
export type Zoom = 'width' | 'page' | number

/** Width and height, of a page in points or of a place in pixels. */
export type Size = { readonly width: number; readonly height: number }

/** Percentages that the buttons and keys go through. */
export const zoomSteps: readonly number[] = [50, 75, 100, 125, 150, 200, 300, 400]

/** A point of a page is 1/72 inch, a pixel of a style sheet 1/96. */
const pixelsPerPoint = 96 / 72

/** Pixels per point at which the page is shown in the place. */
export function scaleOf(zoom: Zoom, page: Size, place: Size): number {
  if (typeof zoom === 'number') return (zoom / 100) * pixelsPerPoint
  const byWidth = place.width / page.width
  const scale = zoom === 'width' ? byWidth : Math.min(byWidth, place.height / page.height)
  // A place that is not measured yet has no size.
  return scale > 0 ? scale : pixelsPerPoint
}

/** The scale in percent of the page on paper, as people read it. */
export function percentOf(scale: number): number {
  return Math.round((scale / pixelsPerPoint) * 100)
}

/** The next step up or down from the percentage now shown; stays at the ends. */
export function stepFrom(percent: number, direction: 1 | -1): number {
  const next =
    direction === 1
      ? zoomSteps.find((step) => step > percent)
      : zoomSteps.findLast((step) => step < percent)
  return next ?? (direction === 1 ? 400 : 50)
}
