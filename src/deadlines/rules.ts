import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { ok, type PlainDate, parsePlainDate, type Result, refuse, refused } from '#foundation'
import { sha256OfJson } from '#integrity'
import type { RuleSetId } from './deadline.ts'
import { deadlinesRefusals } from './refusals.ts'

// The one file of this room that reads the dated rules under rules/. A file that does not have the
// shape is a fault of ours, not a refusal: nothing can be computed by rules that cannot be read.

/** One clock of the tables, as a rule set has it. */
export type ClockRule = {
  readonly id: string
  readonly aliases?: readonly string[] | undefined
  readonly title: string
  readonly trigger: string
  readonly length: {
    readonly n: number
    readonly unit: 'calendar-days' | 'working-days' | 'business-days' | 'hours' | 'months' | 'years'
  }
  /** The ways of service that the clock is about; where it names none, it does not ask. */
  readonly services?: readonly string[] | undefined
  /** Where the way the notice was sent decides the length. */
  readonly lengthByService?: Readonly<Record<string, number>> | undefined
  readonly calendar: string
  readonly nature: 'duty' | 'right'
  /** The clock whose days may be added to this one with approval (D4). */
  readonly extendedBy?: string | undefined
  /** A clock that another source of law gives for the same thing: shown beside, not enforced. */
  readonly besides?: string | undefined
  /** Whether service other than personal extends it (F3). */
  readonly serviceExtension?: boolean | undefined
  /** What comes after this hour, Pacific time, counts as received on the next business day. */
  readonly cutOff?: '17:30' | undefined
  readonly authority: string
  readonly verified: boolean
  readonly source: string
  readonly consequence: string
  readonly note?: string | undefined
}

type RuleSetFile = {
  readonly id: RuleSetId
  /** The program whose clocks they are; workers' compensation in California where not said. */
  readonly program?: string | undefined
  readonly title: string
  readonly version: number
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  readonly authority: string
  readonly source: { readonly title: string; readonly readOn: string }
  readonly verified: boolean
  readonly notes: readonly string[]
  readonly serviceExtension: Marked & {
    readonly id: string
    readonly calendarDays: { readonly CA: number; readonly US: number; readonly abroad: number }
    readonly exceptMethods: readonly string[]
  }
  readonly rollForward: Marked
  readonly cutOff: Marked & {
    readonly time: '17:30'
    readonly timeZone: 'America/Los_Angeles'
    readonly calendar: string
  }
  readonly clocks: readonly ClockRule[]
  /** Rows of the tables that give no length: what they say instead. */
  readonly withoutLength?: readonly RowWithoutLength[] | undefined
}

/** A row of the clock tables for which the sources give no number: nothing is computed, or made up. */
export type RowWithoutLength = Marked & {
  readonly id: string
  readonly title: string
  readonly says: string
  readonly next: string
}

type Marked = {
  readonly authority: string
  readonly verified: boolean
  readonly source: string
}

/** The clocks in force over a stretch of time, with the rules they share. */
export type RuleSet = RuleSetFile & {
  /** Of the file's canonical JSON. */
  readonly sha256: string
}

const day = z.string().refine((text) => parsePlainDate(text) !== null, 'no such day')

const calendarFile = z.strictObject({
  id: z.string(),
  jurisdiction: z.string().optional(),
  title: z.string(),
  aliases: z.array(z.string()),
  authority: z.string(),
  source: z.strictObject({ title: z.string(), readOn: day }),
  verified: z.boolean(),
  firstYear: z.int(),
  lastYear: z.int(),
  closedWeekdays: z.array(z.int()),
  notes: z.array(z.string()),
  rules: z.array(z.looseObject({ name: z.string() })),
  days: z.array(z.strictObject({ on: day, name: z.string() })),
})

const clockRule: z.ZodType<ClockRule> = z.strictObject({
  id: z.string(),
  aliases: z.array(z.string()).optional(),
  title: z.string(),
  trigger: z.string(),
  length: z.strictObject({
    n: z.int().nonnegative(),
    unit: z.enum(['calendar-days', 'working-days', 'business-days', 'hours', 'months', 'years']),
  }),
  services: z.array(z.string()).optional(),
  lengthByService: z.record(z.string(), z.int().positive()).optional(),
  calendar: z.string(),
  nature: z.enum(['duty', 'right']),
  extendedBy: z.string().optional(),
  besides: z.string().optional(),
  serviceExtension: z.boolean().optional(),
  cutOff: z.literal('17:30').optional(),
  authority: z.string(),
  verified: z.boolean(),
  source: z.string(),
  consequence: z.string(),
  note: z.string().optional(),
})

const ruleSetFile: z.ZodType<RuleSetFile> = z.strictObject({
  id: z.enum(['CA-WC-2013E', 'CA-WC-2014', 'CA-WC-2018', 'CA-WC-2026', 'CA-DMHC', 'NY-DFS']),
  program: z.string().optional(),
  title: z.string(),
  version: z.int().positive(),
  effectiveFrom: day,
  effectiveTo: day.nullable(),
  authority: z.string(),
  source: z.strictObject({ title: z.string(), readOn: day }),
  verified: z.boolean(),
  notes: z.array(z.string()),
  serviceExtension: z.strictObject({
    id: z.string(),
    authority: z.string(),
    verified: z.boolean(),
    source: z.string(),
    calendarDays: z.strictObject({ CA: z.int(), US: z.int(), abroad: z.int() }),
    exceptMethods: z.array(z.string()),
  }),
  rollForward: z.strictObject({
    authority: z.string(),
    verified: z.boolean(),
    source: z.string(),
  }),
  cutOff: z.strictObject({
    authority: z.string(),
    verified: z.boolean(),
    source: z.string(),
    time: z.literal('17:30'),
    timeZone: z.literal('America/Los_Angeles'),
    calendar: z.string(),
  }),
  clocks: z.array(clockRule),
  withoutLength: z
    .array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        says: z.string(),
        authority: z.string(),
        verified: z.boolean(),
        source: z.string(),
        next: z.string(),
      }),
    )
    .optional(),
})

/** The days that are closed, by one source of law, for the years that the table covers. */
export type Calendar = {
  readonly id: string
  /** Whose law it is: `CA`, `NY`. Calendars of one jurisdiction may conflict, others do not matter. */
  readonly jurisdiction: string
  readonly title: string
  readonly authority: string
  readonly verified: boolean
  readonly firstYear: number
  readonly lastYear: number
  readonly sha256: string
  /** Why the day is closed ("Saturday", "Labor Day"), or null for an open day. */
  readonly closedBecause: (on: PlainDate) => string | null
}

const folder = new URL('../../rules/', import.meta.url)

function readRules(name: string): readonly unknown[] {
  const place = new URL(`${name}/`, folder)
  return readdirSync(place)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file): unknown => JSON.parse(readFileSync(new URL(file, place), 'utf8')))
}

const weekdayNames = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const

const calendars = new Map<string, Calendar>()
for (const content of readRules('calendars')) {
  const file = calendarFile.parse(content)
  const names = new Map<string, string>(file.days.map(({ on, name }) => [on, name]))
  const calendar: Calendar = {
    id: file.id,
    jurisdiction: file.jurisdiction ?? 'CA',
    title: file.title,
    authority: file.authority,
    verified: file.verified,
    firstYear: file.firstYear,
    lastYear: file.lastYear,
    sha256: sha256OfJson(content),
    closedBecause: (on) => {
      const weekday = new Date(`${on}T00:00:00Z`).getUTCDay()
      return names.get(on) ?? (file.closedWeekdays.includes(weekday) ? sayWeekday(weekday) : null)
    },
  }
  for (const name of [file.id, ...file.aliases]) calendars.set(plain(name), calendar)
}

const sets: readonly RuleSet[] = readRules('clocks').map((content) => ({
  ...ruleSetFile.parse(content),
  sha256: sha256OfJson(content),
}))

/** All rule sets of all programs; of each program the oldest first. */
export function allRuleSets(): readonly RuleSet[] {
  return sets
}

/** The calendar of that name (`gov-6700`, also `GovCode6700`), or a refusal. */
export function findCalendar(name: string): Result<Calendar> {
  const calendar = calendars.get(plain(name))
  return calendar
    ? ok(calendar)
    : refused(
        refuse(
          deadlinesRefusals,
          'calendar-not-known',
          `no calendar is called ${JSON.stringify(name.slice(0, 60))}`,
          'calendar',
        ),
      )
}

/** All calendars of a jurisdiction, each once. */
export function allCalendars(jurisdiction = 'CA'): readonly Calendar[] {
  return [...new Set(calendars.values())].filter(
    (calendar) => calendar.jurisdiction === jurisdiction,
  )
}

/**
 * The rule set in force on the day that governs the question: for filing and eligibility the day
 * the utilization review decision was served, for records and the decision the day of assignment.
 * Without a program, workers' compensation in California.
 */
export function ruleSetFor(governingDate: PlainDate, program = 'CA-WC'): Result<RuleSet> {
  const set = sets.find(
    (candidate) =>
      (candidate.program ?? 'CA-WC') === program &&
      candidate.effectiveFrom <= governingDate &&
      (candidate.effectiveTo === null || governingDate <= candidate.effectiveTo),
  )
  return set
    ? ok(set)
    : refused(
        refuse(
          deadlinesRefusals,
          'no-rules-on-that-day',
          program === 'CA-WC'
            ? `no rules of Independent Medical Review were in force on ${governingDate}`
            : `no rules of ${program} are known for ${governingDate}`,
          'start',
        ),
      )
}

/** The rule set of that id, or a refusal. */
export function getRuleSet(id: RuleSetId): Result<RuleSet> {
  const set = sets.find((candidate) => candidate.id === id)
  return set
    ? ok(set)
    : refused(
        refuse(deadlinesRefusals, 'rules-not-known', `no rule set is called "${id}"`, 'rules'),
      )
}

/** The clock of that id or alias in the set, whatever its letters' case; null if it has none. */
export function findClock(set: RuleSet, id: string): ClockRule | null {
  const wanted = plain(id)
  return (
    set.clocks.find(
      (clock) =>
        plain(clock.id) === wanted ||
        (clock.aliases ?? []).some((alias) => plain(alias) === wanted),
    ) ?? null
  )
}

/** The row of the tables that has this id and no length (`E2`, `R5`); null if there is none. */
export function findRowWithoutLength(set: RuleSet, id: string): RowWithoutLength | null {
  return (set.withoutLength ?? []).find((row) => plain(row.id) === plain(id)) ?? null
}

/** `Sunday` … `Saturday` for 0 … 6. */
export function sayWeekday(weekday: number): string {
  return weekdayNames[weekday] ?? ''
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
