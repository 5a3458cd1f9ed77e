import { nothing } from './common-shapes.ts'
import { everyone, operation } from './operation.ts'
import { sessionShape } from './user-shapes.ts'

export const getSession = operation({
  id: 'getSession',
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in, in which role, and the token that unsafe calls carry',
  authority: 'house rule: sessions are opaque and end',
  policy: everyone,
  params: nothing,
  query: nothing,
  body: nothing,
  answer: sessionShape,
})
