import { z } from 'zod'
import { list, nothing } from './common-shapes.ts'
import { operation } from './operation.ts'
import { savedViewShape } from './queue-shapes.ts'
import { whoKeepsViews } from './save-view.ts'

export const listSavedViews = operation({
  id: 'listSavedViews',
  method: 'GET',
  path: '/api/saved-views',
  summary: "The user's own views of the queue, by name",
  authority: 'house rule: a view belongs to the account that saved it',
  policy: whoKeepsViews,
  params: nothing,
  query: nothing,
  body: nothing,
  answer: z.object({ views: list(savedViewShape) }),
})
