import type { Operations } from '#api'
import { ok } from '#foundation'
import type { SavedView } from '#store'
import type { AnswerTo, HandlersOf } from './handler.ts'
import type { Principal } from './principal.ts'

export const viewHandlers: HandlersOf<'listSavedViews' | 'saveView' | 'changeView' | 'deleteView'> =
  {
    async listSavedViews(call, { views }) {
      return ok({ views: (await views.list(userOf(call.principal))).map(describeView) })
    },

    async saveView(call, { views, proceedings }) {
      const view = { ...call.body, search: { ...call.body.search }, viewId: proceedings.newId() }
      const saved = await views.save(userOf(call.principal), view)
      return saved.ok ? ok(describeView(saved.value)) : saved
    },

    async changeView(call, { views }) {
      const { search, ...changes } = call.body
      const changed = await views.change(userOf(call.principal), call.params.viewId, {
        ...changes,
        ...(search === undefined ? {} : { search: { ...search } }),
      })
      return changed.ok ? ok(describeView(changed.value)) : changed
    },

    async deleteView(call, { views }) {
      return views.remove(userOf(call.principal), call.params.viewId)
    },
  }

function userOf(principal: Principal): string {
  if (principal.role === 'public') throw new TypeError('the policy lets nobody in without account')
  return principal.userId
}

/** Filters that this version no longer knows are left out when the answer is read by its schema. */
function describeView(view: SavedView): AnswerTo<Operations['saveView']> {
  return { ...view, search: view.search as AnswerTo<Operations['saveView']>['search'] }
}
