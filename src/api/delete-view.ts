import { z } from 'zod'
import { viewParams } from './change-view.ts'
import { nothing } from './common-shapes.ts'
import { operation } from './operation.ts'
import { whoKeepsViews } from './save-view.ts'

export const deleteView = operation({
  id: 'deleteView',
  method: 'DELETE',
  path: '/api/saved-views/{viewId}',
  summary: 'Forget a view; the cases stay as they are',
  authority: 'house rule: a view belongs to the account that saved it',
  policy: whoKeepsViews,
  params: viewParams,
  query: nothing,
  body: nothing,
  answer: z.object({ deleted: z.literal(true) }),
})
