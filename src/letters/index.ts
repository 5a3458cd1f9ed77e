export type { LetterPrinter, Notice, NoticeBlock } from './ports.ts'
export type { ServedLetter } from './served-letter.ts'
