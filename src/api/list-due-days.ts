import { z } from 'zod'
import { day, list, nothing } from './common-shapes.ts'
import { operation, partiesAndStaff } from './operation.ts'
import { caseFilterQuery } from './queue-shapes.ts'

const mostDays = 62

export const listDueDays = operation({
  id: 'listDueDays',
  method: 'GET',
  path: '/api/due-days',
  summary: 'What ends on which day: open clocks by day and kind, and the days that are closed',
  authority: 'product.md, case manager: nothing late; law.md 2.3 for closed days',
  policy: partiesAndStaff,
  params: nothing,
  query: z
    .strictObject({ ...caseFilterQuery, from: day, to: day })
    .refine(({ from, to }) => from <= to && daysBetween(from, to) < mostDays, {
      message: `"to" lies before "from", or more than ${mostDays} days are asked for`,
      path: ['to'],
    }),
  body: nothing,
  answer: z.object({
    /** Today in California. */
    today: day,
    days: list(
      z.object({
        on: day,
        clock: z.string(),
        nature: z.enum(['duty', 'right']),
        count: z.int(),
        /** How many of them are duties whose time is over. */
        overdue: z.int(),
      }),
    ),
    /** Holidays of the calendars by which the clocks are counted, Saturdays and Sundays aside. */
    closed: list(z.object({ on: day, name: z.string(), calendars: list(z.string()) })),
  }),
})

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
