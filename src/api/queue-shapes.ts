import { z } from 'zod'
import { caseStatusShape, day, list, priorityShape } from './common-shapes.ts'

const programShape = z.enum(['CA-WC', 'CA-DMHC', 'NY-DFS'])

/** When a clock ends, as seen from today in California. */
export const dueShape = z.enum(['overdue', 'today', '7-days', '14-days', '30-days'])

/** Which cases of the queue are meant; each filter that is given must hold. */
export const caseFilterQuery = {
  status: z
    .preprocess(
      (value: string | readonly z.infer<typeof caseStatusShape>[]) =>
        typeof value === 'string' ? value.split(',') : value,
      list(caseStatusShape),
    )
    .optional()
    .meta({ type: 'string', description: 'Statuses, separated by commas' }),
  text: z
    .string()
    .max(200)
    .optional()
    .describe('Words; each must begin a word of number, names, claim or treatments'),
  priority: priorityShape.optional(),
  program: programShape.optional(),
  category: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('Category of the State of a treatment that is still in dispute'),
  office: z
    .string()
    .max(60)
    .optional()
    .describe('Office of the organization; empty: of none. Within the organization only'),
  caseManager: z
    .string()
    .max(100)
    .optional()
    .describe('Account of a case manager, or "me"; empty: nobody. Within the organization only'),
}

/** Which clock is meant: kind, time and day hold of one and the same open clock. */
export const clockFilterQuery = {
  clock: z.string().min(1).max(40).optional().describe('A clock of this kind runs or is overdue'),
  due: dueShape.optional().describe('It is overdue, or ends from today within so many days'),
  day: day.optional().describe('It ends on this day in California'),
}

/** The filters of a view as the address of the page says them. */
const savedSearch = {
  status: z.string().max(400).exactOptional(),
  text: z.string().max(200).exactOptional(),
  priority: z.string().max(20).exactOptional(),
  program: z.string().max(20).exactOptional(),
  category: z.string().max(100).exactOptional(),
  office: z.string().max(60).exactOptional(),
  caseManager: z.string().max(100).exactOptional(),
  clock: z.string().max(40).exactOptional(),
  due: dueShape.exactOptional(),
  day: day.exactOptional(),
}
export const savedSearchShape = z.strictObject(savedSearch)

export const savedViewShape = z.object({
  viewId: z.string(),
  name: z.string(),
  search: z.object(savedSearch),
  /** The queue opens with it. */
  opensFirst: z.boolean(),
})

export const viewNameShape = z.string().trim().min(1).max(60)

const counted = { count: z.int() }

/** A value of a filter, and how many cases it would leave with the other filters as they are. */
export const caseCountsShape = z.object({
  status: list(z.object({ value: caseStatusShape, ...counted })),
  priority: list(z.object({ value: priorityShape, ...counted })),
  program: list(z.object({ value: programShape, ...counted })),
  category: list(z.object({ value: z.string(), ...counted })),
  office: list(z.object({ value: z.string().nullable(), ...counted })),
  caseManager: list(
    z.object({ value: z.string().nullable(), name: z.string().nullable(), ...counted }),
  ),
  clock: list(z.object({ value: z.string(), ...counted })),
  due: list(z.object({ value: dueShape, ...counted })),
})
