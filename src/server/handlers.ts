import { administrationHandlers } from './administration-handlers.ts'
import { appealHandlers } from './appeal-handlers.ts'
import { caseHandlers } from './case-handlers.ts'
import { correspondenceHandlers } from './correspondence-handlers.ts'
import { determinationHandlers } from './determination-handlers.ts'
import { dutiesHandlers } from './duties-handlers.ts'
import { figuresHandlers } from './figures-handlers.ts'
import type { Handlers } from './handler.ts'
import { intakeHandlers } from './intake-handlers.ts'
import { lateRecordHandlers } from './late-record-handlers.ts'
import { publicationHandlers } from './publication-handlers.ts'
import { queueHandlers } from './queue-handlers.ts'
import { recordHandlers } from './record-handlers.ts'
import { reviewHandlers } from './review-handlers.ts'
import { sessionHandlers } from './session-handlers.ts'
import { uploadHandlers } from './upload-handlers.ts'
import { viewHandlers } from './view-handlers.ts'

/** One handler for every operation; the compiler refuses a missing one. */
export const handlers: Handlers = {
  ...sessionHandlers,
  ...queueHandlers,
  ...viewHandlers,
  ...caseHandlers,
  ...intakeHandlers,
  ...correspondenceHandlers,
  ...recordHandlers,
  ...lateRecordHandlers,
  ...uploadHandlers,
  ...reviewHandlers,
  ...determinationHandlers,
  ...appealHandlers,
  ...dutiesHandlers,
  ...publicationHandlers,
  ...figuresHandlers,
  ...administrationHandlers,
}
