export { type Access, type AccessLog, makeAccessLog, type Opening } from './access-log.ts'
export { makeCaseStore } from './case-store.ts'
export { copyDatabase } from './copy-database.ts'
export { type Database, openDatabase } from './database.ts'
export { attachToServer, serverStopped } from './embedded-postgres.ts'
export {
  ArtifactDamagedError,
  DatabaseUnavailableError,
  MigrationError,
  StatementError,
} from './faults.ts'
export { makeFileArtifactStore } from './file-artifact-store.ts'
export { homeFolder } from './home-folder.ts'
export { makeMemoryArtifactStore } from './memory-artifact-store.ts'
export { makeMemoryCaseStore } from './memory-store.ts'
export { openArtifactStore } from './open-artifact-store.ts'
export { makeOutbox, type Notification, type Outbox } from './outbox.ts'
export { binariesIn, type PostgresBinaries } from './postgres-binaries.ts'
export { makeReadingQueue } from './reading-queue.ts'
export { storeRefusals } from './refusals.ts'
export { makeReviewerStore, type ReviewerStore } from './reviewer-store.ts'
export { makeUserStore, type Session, type User, type UserStore } from './user-store.ts'
export { makeViewStore, type SavedView, type ViewStore } from './view-store.ts'
export { makeWorkFiles } from './work-files.ts'
