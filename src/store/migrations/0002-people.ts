import type { Migration } from './migration.ts'

/** Who may sign in, who has, who looked at what; and the register of reviewers. */
export const people: Migration = {
  version: 2,
  name: 'people',
  sql: `
create table users (
  user_id text not null primary key,
  user_name text not null,
  -- In lower case, for comparing.
  user_name_key text collate "C" not null,
  display_name text not null,
  role text not null check (role in ('administrator', 'case-manager', 'reviewer', 'quality',
    'claims-administrator', 'employee')),
  password_hash text not null,
  claims_administrator text,
  reviewer_id text,
  disabled boolean not null default false,
  failed_sign_ins integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default now(),
  constraint users_name_key unique (user_name_key),
  constraint users_say_whose_eyes check (
    (role <> 'claims-administrator' or claims_administrator is not null)
    and (role <> 'reviewer' or reviewer_id is not null))
);

create table user_cases (
  user_id text not null references users on delete cascade,
  case_id text collate "C" not null,
  position bigint generated always as identity,
  primary key (user_id, case_id)
);

-- The token itself is in the browser only.
create table sessions (
  token_sha256 text not null primary key,
  user_id text not null references users on delete cascade,
  opened_at timestamptz not null,
  last_used_at timestamptz not null
);
create index sessions_user on sessions (user_id);

create table access_log (
  access_id bigint generated always as identity primary key,
  at timestamptz not null,
  user_id text not null,
  case_id text collate "C" not null,
  document_id text,
  action text not null
);
create index access_log_case on access_log (case_id, at);
create index access_log_user on access_log (user_id, at);
create trigger access_log_is_final before update or delete on access_log
  for each row execute function refuse_rewriting();

create table reviewers (
  reviewer_id text collate "C" not null primary key,
  reviewer json not null
);
`,
}
