export type { AttestedReviewer, ConflictCheck, Disclosure, Reviewer } from './reviewer.ts'
