import { administrationHandlers } from './administration-handlers.ts'
import { appealHandlers } from './appeal-handlers.ts'
import { caseHandlers } from './case-handlers.ts'
import { determinationHandlers } from './determination-handlers.ts'
import type { Handlers } from './handler.ts'
import { publicationHandlers } from './publication-handlers.ts'
import { recordHandlers } from './record-handlers.ts'
import { reviewHandlers } from './review-handlers.ts'
import { sessionHandlers } from './session-handlers.ts'

/** One handler for every operation; the compiler refuses a missing one. */
export const handlers: Handlers = {
  ...sessionHandlers,
  ...caseHandlers,
  ...recordHandlers,
  ...reviewHandlers,
  ...determinationHandlers,
  ...appealHandlers,
  ...publicationHandlers,
  ...administrationHandlers,
}
