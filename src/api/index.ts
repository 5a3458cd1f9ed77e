export {
  type AnswerOf,
  addressOf,
  type CallOf,
  type Client,
  csrfHeader,
  makeClient,
  ServerFaultError,
} from './client.ts'
export { type Problem, problemShape } from './common-shapes.ts'
export {
  type Operation,
  operation,
  type Policy,
  type Role,
  roles,
  type Scope,
} from './operation.ts'
export { type OperationId, type Operations, operations } from './operations.ts'
