export { assertPhrase, type PhraseAssertion } from './assert-phrase.ts'
export type { Assertion, Fact, FactKind, ProofOfAbsence } from './fact.ts'
export { findMentions, type Mention } from './match-lexicon.ts'
