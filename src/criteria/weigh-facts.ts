import { type Fact, narrowerConcepts, widerConcepts } from '#evidence'
import { daysBetween, type PartialDate, type PlainDate, parsePlainDate } from '#foundation'
import type { DisputedTreatment } from '#intake'
import type { ComparisonLeaf, EventLeaf, FactLeaf } from './pack.ts'

/** What the facts say to one leaf, before it becomes an assessment. */
export type Weighed = {
  readonly result: 'met' | 'not-met' | 'not-documented' | 'conflicting'
  readonly facts: readonly Fact[]
}

type Question = FactLeaf | EventLeaf | ComparisonLeaf

/** Findings of one examination may be written over several notes. */
const sameTimeDays = 30

/**
 * Weighs the facts for one leaf. Only facts about the employee, of the region (side, level) in
 * dispute, count. Facts that contradict each other are `conflicting`: a person resolves them, no
 * rule does. Two answers in one sentence, or for two sides, are no conflict.
 */
export function weighFacts(
  leaf: Question,
  treatment: DisputedTreatment,
  facts: readonly Fact[],
  governing: PlainDate,
): Weighed {
  const narrower = narrowerConcepts(leaf.concept)
  const wider = widerConcepts(leaf.concept)
  const own = facts.filter(
    (fact) =>
      fact.experiencer === 'patient' &&
      fact.temporality !== 'hypothetical' &&
      leaf.temporality.includes(fact.temporality) &&
      inScope(leaf, treatment, fact) &&
      !surelyAfter(fact.date, governing),
  )
  const about = own.filter(({ concept }) => narrower.has(concept))
  if (leaf.kind === 'cmp') return compare(leaf, about)
  const denials = own.filter(
    ({ concept, assertion }) =>
      (wider.has(concept) || narrower.has(concept)) && leaf.fails.includes(assertion),
  )
  const meeting = about.filter(({ assertion }) => leaf.meets.includes(assertion))
  const placed =
    leaf.kind === 'existsEvent'
      ? meeting.map((fact) => ({ fact, inside: inWindow(leaf, fact.date, governing) }))
      : meeting.map((fact) => ({ fact, inside: true as boolean | null }))
  const inside = placed.filter((one) => one.inside === true).map(({ fact }) => fact)
  const unsure = placed.some((one) => one.inside === null)
  const [meets, allFails] = leaf.changesOverTime ? latest(inside, denials) : [inside, denials]
  // `4/5 in the left EHL, all others 5/5` denies nothing in general.
  const fails = allFails.filter(
    (fail) => fail.levels !== undefined || !inside.some((meet) => isSameSentence(meet, fail)),
  )
  if (meets.length > 0) {
    const opposed = meets.filter((meet) => fails.some((fail) => contradicts(meet, fail)))
    if (opposed.length < meets.length) {
      return { result: 'met', facts: meets.filter((meet) => !opposed.includes(meet)) }
    }
    return {
      result: 'conflicting',
      facts: [...meets, ...fails.filter((fail) => meets.some((meet) => contradicts(meet, fail)))],
    }
  }
  if (unsure) return { result: 'not-documented', facts: [] }
  // A denial of the whole family (`no red flags`) denies each member, but no MRI is not no imaging.
  const denying = fails.filter(
    ({ concept, assertion }) => assertion !== 'absent' || wider.has(concept),
  )
  if (denying.length > 0 && coversSides(denying, treatment)) {
    return { result: 'not-met', facts: denying }
  }
  return { result: 'not-documented', facts: [] }
}

function inScope(leaf: Question, treatment: DisputedTreatment, fact: Fact): boolean {
  if (leaf.scope === 'treatment') {
    if (fact.region === undefined || !treatment.bodyRegions.includes(fact.region)) return false
  }
  if (
    leaf.bind.includes('side') &&
    treatment.side !== undefined &&
    treatment.side !== 'bilateral'
  ) {
    if (fact.side !== treatment.side && fact.side !== 'bilateral') return false
  }
  if (leaf.bind.includes('level') && treatment.levels !== undefined) {
    if (!treatment.levels.some((level) => fact.levels?.includes(level))) return false
  }
  return true
}

const lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The first and the last day that a date as written may mean. */
export function intervalOf(
  date: PartialDate,
): { readonly first: PlainDate; readonly last: PlainDate } | null {
  if (date.precision === 'day') return { first: date.value, last: date.value }
  const [year, month] = date.value.split('-')
  if (year === undefined) return null
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0)
  const end = month === '02' && leap ? 29 : (lastDays[Number(month ?? 12) - 1] ?? 31)
  const first = parsePlainDate(`${year}-${month ?? '01'}-01`)
  const last = parsePlainDate(`${year}-${month ?? '12'}-${String(end).padStart(2, '0')}`)
  return first && last ? { first, last } : null
}

function surelyAfter(date: PartialDate | undefined, governing: PlainDate): boolean {
  const interval = date && intervalOf(date)
  return interval ? interval.first > governing : false
}

/** Whether an event lies in the window; null where its date is missing or too imprecise to say. */
export function inWindow(
  leaf: EventLeaf,
  date: PartialDate | undefined,
  governing: PlainDate,
): boolean | null {
  const interval = date && intervalOf(date)
  if (!interval) return null
  const most = daysBetween(interval.first, governing)
  const least = daysBetween(interval.last, governing)
  const { withinDays = Number.POSITIVE_INFINITY, atLeastDays = 0 } = leaf.window
  if (least >= atLeastDays && most <= withinDays) return true
  return most < atLeastDays || least > withinDays ? false : null
}

/** Of findings at different times those of the last examination; undated ones stay. */
function latest(
  meets: readonly Fact[],
  fails: readonly Fact[],
): readonly [readonly Fact[], readonly Fact[]] {
  const days = [...meets, ...fails].flatMap(({ date }) =>
    date ? (intervalOf(date)?.last ?? []) : [],
  )
  const newest = days.toSorted().at(-1)
  if (newest === undefined) return [meets, fails]
  const recent = ({ date }: Fact): boolean => {
    const last = date && intervalOf(date)?.last
    return !last || daysBetween(last, newest) <= sameTimeDays
  }
  return [meets.filter(recent), fails.filter(recent)]
}

/** Whether a finding and a denial cannot both be true. */
function contradicts(meet: Fact, fail: Fact): boolean {
  if (isSameSentence(meet, fail) || !widerConcepts(meet.concept).has(fail.concept)) return false
  const sides =
    fail.side === undefined ||
    fail.side === 'bilateral' ||
    meet.side === 'bilateral' ||
    meet.side === fail.side
  const levels =
    fail.levels === undefined ||
    (meet.levels?.some((level) => fail.levels?.includes(level)) ?? false)
  return sides && levels
}

function isSameSentence(first: Fact, second: Fact): boolean {
  const [one, two] = [first.citation, second.citation]
  return (
    one.documentId === two.documentId && one.page === two.page && one.span.start === two.span.start
  )
}

/** A sign denied on one side only is not denied, unless that side is the one in dispute. */
function coversSides(fails: readonly Fact[], treatment: DisputedTreatment): boolean {
  const sides = new Set(fails.map(({ side }) => side))
  if (sides.has(undefined) || sides.has('bilateral')) return true
  if (treatment.side === 'left' || treatment.side === 'right') return sides.has(treatment.side)
  return sides.has('left') && sides.has('right')
}

function compare(leaf: ComparisonLeaf, about: readonly Fact[]): Weighed {
  const counted = about.filter(
    ({ assertion, unit, value }) =>
      leaf.meets.includes(assertion) &&
      unit === leaf.unit &&
      value !== undefined &&
      Number.isFinite(Number(value)),
  )
  if (counted.length === 0) return { result: 'not-documented', facts: [] }
  const ordered = counted.toSorted((a, b) =>
    (a.date?.value ?? '').localeCompare(b.date?.value ?? ''),
  )
  const numbers = ordered.map(({ value }) => Number(value))
  const newest = ordered.at(-1)
  const number =
    leaf.aggregate === 'sum'
      ? numbers.reduce((sum, one) => sum + one, 0)
      : leaf.aggregate === 'max'
        ? Math.max(...numbers)
        : Number(newest?.value)
  if (leaf.aggregate === 'latest') {
    const rivals = ordered.filter((fact) => fact.date?.value === newest?.date?.value)
    const answers = new Set(rivals.map(({ value }) => holds(Number(value), leaf)))
    if (answers.size > 1) return { result: 'conflicting', facts: rivals }
  }
  const evidence =
    leaf.aggregate === 'sum' ? ordered : ordered.filter(({ value }) => Number(value) === number)
  return { result: holds(number, leaf) ? 'met' : 'not-met', facts: evidence }
}

function holds(number: number, { op, quantity }: ComparisonLeaf): boolean {
  switch (op) {
    case '>=':
      return number >= quantity
    case '<=':
      return number <= quantity
    case '>':
      return number > quantity
    case '<':
      return number < quantity
    case '=':
      return number === quantity
  }
}
