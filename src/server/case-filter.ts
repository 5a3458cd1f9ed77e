import type { z } from 'zod'
import type { operations } from '#api'
import type { CaseFilter, DueSpan } from '#case'
import { addDays, type Instant, type PlainDate, pacificDateOf } from '#foundation'
import { isParty } from './present-case.ts'
import type { Principal } from './principal.ts'

type Query = z.output<typeof operations.countCases.query>
export type Due = NonNullable<Query['due']>

/** The spans of time that the queue is divided by; each from today, overdue aside. */
export const dues: readonly Due[] = ['overdue', 'today', '7-days', '14-days', '30-days']

/**
 * The filter that a call asks for, within what is the caller's own. Who of the organization
 * carries a case is not for parties: filters by it leave nothing out for them.
 */
export function caseFilterOf(
  query: Omit<Query, 'clock' | 'due' | 'day'>,
  scope: 'any' | 'own' | 'none',
  principal: Principal,
): CaseFilter {
  const { status, text, priority, program, category, office, caseManager } = query
  return {
    ...(status === undefined ? {} : { status }),
    ...(text === undefined ? {} : { text }),
    ...(priority === undefined ? {} : { priority }),
    ...(program === undefined ? {} : { program }),
    ...(category === undefined ? {} : { category }),
    ...(office === undefined || isParty(principal) ? {} : { office: office || null }),
    ...(caseManager === undefined || isParty(principal)
      ? {}
      : { caseManager: accountOf(caseManager, principal) }),
    ...(scope === 'own' ? ownCases(principal) : {}),
  }
}

/** Kind, time and day of the clock that is asked for. */
export function dueSpanOf(
  { clock, due, day }: Pick<Query, 'clock' | 'due' | 'day'>,
  now: Instant,
): { readonly due?: DueSpan } {
  if (clock === undefined && due === undefined && day === undefined) return {}
  const on = day as PlainDate | undefined
  return {
    due: {
      ...(due === undefined ? {} : spanOf(due, now)),
      ...(on === undefined ? {} : { from: on, to: on }),
      ...(clock === undefined ? {} : { clock }),
    },
  }
}

export function spanOf(due: Due, now: Instant): Omit<DueSpan, 'clock'> {
  if (due === 'overdue') return { overdueAt: now }
  const today = pacificDateOf(now)
  return { from: today, to: addDays(today, due === 'today' ? 0 : Number.parseInt(due, 10)) }
}

function accountOf(caseManager: string, principal: Principal): string | null {
  if (caseManager === 'me') return principal.role === 'public' ? null : principal.userId
  return caseManager || null
}

/** The part of the queue that is the caller's own; nothing where there is no own. */
function ownCases(
  principal: Principal,
): Pick<CaseFilter, 'reviewerId' | 'claimsAdministrator' | 'caseIds'> {
  switch (principal.role) {
    case 'reviewer':
      return principal.reviewerId === null ? { caseIds: [] } : { reviewerId: principal.reviewerId }
    case 'claims-administrator':
      return principal.claimsAdministrator === null
        ? { caseIds: [] }
        : { claimsAdministrator: principal.claimsAdministrator }
    case 'employee':
      return { caseIds: principal.caseIds }
    case 'administrator':
    case 'case-manager':
    case 'quality':
    case 'public':
      return { caseIds: [] }
  }
}
