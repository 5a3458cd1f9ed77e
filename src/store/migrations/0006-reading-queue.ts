import type { Migration } from './migration.ts'

/** The files that wait to be read. */
export const readingQueue: Migration = {
  version: 6,
  name: 'reading-queue',
  sql: `
-- Which files wait follows from the events, in the same transaction; how far the reading of each
-- has come is known here only.
create table reading_queue (
  case_id text collate "C" not null,
  document_id text collate "C" not null,
  waiting_since timestamptz not null,
  -- Nobody takes it before: a lease, or a pause after a failure.
  free_at timestamptz,
  leased boolean not null default false,
  attempts integer not null default 0,
  stage text not null default 'waiting',
  pages_done integer not null default 0,
  pages integer,
  parts json not null default '[]',
  updated_at timestamptz not null,
  primary key (case_id, document_id)
);
create index reading_queue_order on reading_queue (waiting_since);
`,
}
