export type { Determination, Issue, IssuedDetermination } from './determination.ts'
