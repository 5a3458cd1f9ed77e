import type { Migration } from './migration.ts'

/** Which page of a document was looked at; null for whole files and for what has no pages. */
export const pagesOpened: Migration = {
  version: 5,
  name: 'pages opened',
  sql: `
alter table access_log add column page integer;
create index access_log_opened on access_log (case_id, document_id, page, user_id)
  where page is not null or action = 'getDocumentFile';
`,
}
