export type { Citation, Guideline } from './citation.ts'
