import type { Migration } from './migration.ts'

/** The ledger of cases, what is derived from it, and the outbox. */
export const cases: Migration = {
  version: 1,
  name: 'cases',
  sql: `
-- What was hashed lies here to the letter: "content" is the canonical JSON of
-- {at, by, caseId, event, version}, so the database itself can check every link.
create table case_events (
  case_id text collate "C" not null,
  version integer not null check (version > 0),
  type text not null,
  recorded_at timestamptz not null,
  content json not null,
  previous_hash text not null,
  hash text not null,
  constraint case_events_pkey primary key (case_id, version),
  constraint case_events_hash_is_of_content check (
    hash = encode(sha256(convert_to(
      '{"content":' || content::text || ',"previous":"' || previous_hash || '"}', 'UTF8')), 'hex'))
);

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'what lies in the ledger is never changed or removed';
end
$$;

create trigger case_events_are_final before update or delete on case_events
  for each row execute function refuse_rewriting();
create trigger case_events_stay before truncate on case_events
  for each statement execute function refuse_rewriting();

-- Derived from the events, in the same transaction; "rebuild" makes it anew.
create table cases (
  case_id text collate "C" not null primary key,
  case_number text collate "C" not null,
  version integer not null,
  status text not null,
  reviewer_id text,
  claims_administrator text not null,
  published boolean not null,
  next_due_at timestamptz,
  search_text text not null,
  row json not null,
  constraint cases_case_number_key unique (case_number)
);
create index cases_queue on cases (next_due_at, case_number);
create index cases_status on cases (status, next_due_at, case_number);
create index cases_reviewer on cases (reviewer_id) where reviewer_id is not null;
create index cases_claims_administrator on cases (claims_administrator);

-- The running clocks. A sweeper takes those that are over and answers with an event.
create table case_clocks (
  case_id text collate "C" not null references cases on delete cascade,
  clock text collate "C" not null,
  due text not null,
  due_at timestamptz not null,
  leased_until timestamptz,
  primary key (case_id, clock)
);
create index case_clocks_due on case_clocks (due_at);

create table case_numbers (
  year integer not null primary key,
  last integer not null
);

-- One row per event, written with it, for whoever has to be told. It carries no personal data.
create table outbox (
  notification_id bigint generated always as identity primary key,
  case_id text not null,
  version integer not null,
  type text not null,
  attempts integer not null default 0,
  leased_until timestamptz
);
`,
}
