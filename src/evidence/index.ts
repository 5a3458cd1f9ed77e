export type { Assertion, Fact, FactKind, ProofOfAbsence } from './fact.ts'
