export type { Citation, Guideline } from './citation.ts'
export {
  type Chapter,
  type Edition,
  mtusChapters,
  type OdgChapter,
  odgChapters,
} from './citation-rules.ts'
export { editionInForce } from './edition-in-force.ts'
export { expandPages } from './expand-pages.ts'
export { normaliseTitle } from './normalise-title.ts'
export { parseGuideline } from './parse-guideline.ts'
