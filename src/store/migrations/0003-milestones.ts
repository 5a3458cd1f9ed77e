import type { Migration } from './migration.ts'

/** The days that the figures count from and to, so that a year of cases is read from an index. */
export const milestones: Migration = {
  version: 3,
  name: 'milestones',
  sql: `
alter table case_events add column milestone_on text collate "C" generated always as (
  case type
    when 'ReviewAssigned' then content #>> '{event,assignedOn}'
    when 'RecordsCompleted' then content #>> '{event,completedOn}'
    when 'DeterminationServed' then content #>> '{event,servedOn}'
  end
) stored;
create index case_events_milestones on case_events (case_id, version)
  include (type, milestone_on) where milestone_on is not null;
create index case_events_served on case_events (milestone_on, case_id)
  where type = 'DeterminationServed';
`,
}
