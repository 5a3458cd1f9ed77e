import type { Migration } from './migration.ts'

/**
 * The work queue of a hundred thousand open cases: what is filtered, counted and ordered lies in
 * narrow rows of its own, beside the wide ones that are shown. And views that people keep.
 */
export const queue: Migration = {
  version: 4,
  name: 'queue',
  rebuild: true,
  sql: `
-- All of these are derived, and made anew after this step.
delete from cases;
drop index cases_queue;
alter table cases drop column status, drop column reviewer_id, drop column claims_administrator,
  drop column published, drop column next_due_at, drop column search_text;

create table case_queue (
  case_id text collate "C" not null primary key references cases on delete cascade,
  case_number text collate "C" not null,
  next_due_at timestamptz,
  status text collate "C" not null,
  priority text collate "C" not null,
  program text collate "C" not null,
  office text collate "C",
  case_manager text collate "C",
  reviewer_id text collate "C",
  claims_administrator text collate "C" not null,
  published boolean not null,
  categories text[] not null
);
create index case_queue_order on case_queue (next_due_at, case_number) include (case_id);
create index case_queue_status on case_queue (status, next_due_at, case_number);
create index case_queue_company on case_queue (claims_administrator, next_due_at, case_number);
create index case_queue_reviewer on case_queue (reviewer_id, next_due_at, case_number)
  where reviewer_id is not null;
create index case_queue_office on case_queue (office, next_due_at, case_number)
  where office is not null;
create index case_queue_manager on case_queue (case_manager, next_due_at, case_number)
  where case_manager is not null;
create index case_queue_categories on case_queue using gin (categories);
create index case_queue_published on case_queue (next_due_at, case_number) where published;

-- Words under which a case is found. PostgreSQL's own parser would split numbers otherwise than we
-- do, and trigrams are not at hand everywhere: these are our words, found by how they begin.
create table case_words (
  case_id text collate "C" not null primary key references cases on delete cascade,
  words tsvector not null
);
create index case_words_words on case_words using gin (words);

-- Besides the running clocks also those that ran out and are still owed.
alter table case_clocks
  add column due_on date not null,
  add column nature text not null check (nature in ('duty', 'right')),
  add column ran_out boolean not null;
drop index case_clocks_due;
create index case_clocks_due on case_clocks (due_at) where not ran_out;
create index case_clocks_days on case_clocks (due_on, clock);
create index case_clocks_kinds on case_clocks (clock, due_on);

-- A view of the queue that somebody keeps: its filters, as the address of the page says them.
create table saved_views (
  view_id text not null primary key,
  user_id text not null references users on delete cascade,
  name text not null,
  -- In lower case, for comparing.
  name_key text collate "C" not null,
  search json not null,
  opens_first boolean not null,
  constraint saved_views_name_key unique (user_id, name_key)
);
create unique index saved_views_first on saved_views (user_id) where opens_first;
`,
}
