import { z } from 'zod'
import { nothing } from './common-shapes.ts'
import { only, operation, type Policy } from './operation.ts'
import { savedSearchShape, savedViewShape, viewNameShape } from './queue-shapes.ts'

/** Whoever has a queue worth dividing; each sees and changes only what the account itself saved. */
export const whoKeepsViews: Policy = only({
  administrator: 'any',
  'case-manager': 'any',
  quality: 'any',
  reviewer: 'any',
  'claims-administrator': 'any',
})

export const saveView = operation({
  id: 'saveView',
  method: 'POST',
  path: '/api/saved-views',
  summary: 'Keep the filters of the queue under a name',
  authority: 'house rule: a view belongs to the account that saved it',
  policy: whoKeepsViews,
  params: nothing,
  query: nothing,
  body: z.strictObject({
    name: viewNameShape,
    search: savedSearchShape,
    opensFirst: z.boolean().default(false),
  }),
  answer: savedViewShape,
})
