import type { CaseView } from './case-context.ts'

/** The open clock that ends first, for the head of the case. */
export function nextRunning(
  clocks: CaseView['clocks'],
): { readonly clock: string; readonly due: string } | null {
  const [first] = clocks
    .filter(({ status }) => status === 'running')
    .map(({ clock, deadline }) => ({ clock, due: dueDay(deadline.due) }))
    .toSorted((a, b) => a.due.localeCompare(b.due))
  return first ?? null
}

/** The day, or the instant, on which a clock ends. */
export function dueDay(due: CaseView['clocks'][number]['deadline']['due']): string {
  return 'on' in due ? due.on : due.at
}
