export { type Operation, operation, type Role, roles, type Scope } from './operation.ts'
