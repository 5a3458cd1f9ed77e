import { z } from 'zod'
import { list } from './common-shapes.ts'

/** What a document must contain, item by item, and where it says it. */
export const checklistShape = list(
  z.object({
    item: z.string(),
    title: z.string(),
    result: z.enum(['present', 'missing', 'doubtful', 'not-needed']),
    because: z.string(),
    authority: z.string(),
    verified: z.boolean(),
    page: z.int().exactOptional(),
  }),
)
