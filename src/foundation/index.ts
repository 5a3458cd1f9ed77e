export { canonicalJson, type Json } from './canonical-json.ts'
export { atAStretch, type InTurns } from './in-turns.ts'
export { isNonEmpty, type NonEmpty } from './non-empty.ts'
export {
  addDays,
  daysBetween,
  type Instant,
  type PartialDate,
  type PlainDate,
  pacificDateOf,
  parseAmericanDate,
  parseInstant,
  parsePlainDate,
  plainDateOf,
  printAmericanDate,
  sayDate,
  weekdayOf,
} from './plain-date.ts'
export { explainRefusal, type Refusal, type RefusalCatalogue, refuse } from './refusal.ts'
export { ok, type Result, refused, UnexpectedRefusalError, valueOf } from './result.ts'
export { citationHolds, type RecordCitation, type TextSpan } from './text-span.ts'
export { all, any, atLeast, not, type ThreeValued } from './three-valued.ts'
