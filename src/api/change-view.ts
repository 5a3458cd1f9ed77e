import { z } from 'zod'
import { nothing } from './common-shapes.ts'
import { operation } from './operation.ts'
import { savedSearchShape, savedViewShape, viewNameShape } from './queue-shapes.ts'
import { whoKeepsViews } from './save-view.ts'

export const viewParams = z.strictObject({ viewId: z.string().min(1).max(100) })

export const changeView = operation({
  id: 'changeView',
  method: 'PUT',
  path: '/api/saved-views/{viewId}',
  summary: 'Rename a view, change its filters, or let the queue open with it',
  authority: 'house rule: a view belongs to the account that saved it',
  policy: whoKeepsViews,
  params: viewParams,
  query: nothing,
  body: z.strictObject({
    name: viewNameShape.exactOptional(),
    search: savedSearchShape.exactOptional(),
    opensFirst: z.boolean().exactOptional(),
  }),
  answer: savedViewShape,
})
