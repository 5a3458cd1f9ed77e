import { ok, type Result, refuse, refused } from '#foundation'
import type { Database, Queries } from './database.ts'
import { StatementError } from './faults.ts'
import { storeRefusals } from './refusals.ts'
import { statement } from './statement.ts'

/** A view of the work queue that an account keeps. */
export type SavedView = {
  readonly viewId: string
  readonly name: string
  /** The filters, as the address of the page says them. */
  readonly search: Readonly<Record<string, string>>
  readonly opensFirst: boolean
}

/** Views by account; nobody reaches another's. At most one of an account opens first. */
export type ViewStore = {
  /** In the order of their names. */
  list(userId: string): Promise<readonly SavedView[]>
  /** Refuses `view-name-taken` and `too-many-views`. */
  save(userId: string, view: SavedView): Promise<Result<SavedView>>
  /** Refuses `view-unknown` and `view-name-taken`. */
  change(
    userId: string,
    viewId: string,
    changes: Partial<Omit<SavedView, 'viewId'>>,
  ): Promise<Result<SavedView>>
  /** Refuses `view-unknown`. */
  remove(userId: string, viewId: string): Promise<Result<{ readonly deleted: true }>>
}

/** More than this nobody finds again. */
const mostViews = 50

/** Views in PostgreSQL. */
export function makeViewStore(database: Database): ViewStore {
  return {
    list: (userId) => viewsOf(database, userId),
    save: (userId, view) =>
      inTurn(database, userId, async (queries) => {
        if ((await viewsOf(queries, userId)).length >= mostViews) return tooMany()
        return put(queries, userId, view)
      }),
    change: (userId, viewId, changes) =>
      inTurn(database, userId, async (queries) => {
        const before = (await viewsOf(queries, userId)).find((view) => view.viewId === viewId)
        return before ? put(queries, userId, { ...before, ...changes, viewId }) : unknownView()
      }),
    remove: async (userId, viewId) =>
      (await database.query(removeView, [userId, viewId])).length > 0
        ? ok({ deleted: true })
        : unknownView(),
  }
}

/** One change of an account's views at a time; a name that is taken undoes the whole. */
async function inTurn(
  database: Database,
  userId: string,
  work: (queries: Queries) => Promise<Result<SavedView>>,
): Promise<Result<SavedView>> {
  try {
    return await database.transaction(async (queries) => {
      await queries.query(holdAccount, [userId])
      return work(queries)
    })
  } catch (error) {
    if (error instanceof StatementError && error.constraint === 'saved_views_name_key') {
      return nameTaken()
    }
    throw error
  }
}

async function put(queries: Queries, userId: string, view: SavedView): Promise<Result<SavedView>> {
  const { viewId, name, search, opensFirst } = view
  if (opensFirst) await queries.query(noneFirst, [userId])
  const values = [viewId, userId, name, name.toLowerCase(), JSON.stringify(search), opensFirst]
  await queries.query(putView, values)
  return ok(view)
}

function viewsOf(queries: Queries, userId: string): Promise<readonly SavedView[]> {
  return queries.query(viewsOfUser, [userId])
}

function nameTaken(): Result<never> {
  return refused(
    refuse(storeRefusals, 'view-name-taken', 'another view of yours has this name', 'name'),
  )
}

function tooMany(): Result<never> {
  return refused(refuse(storeRefusals, 'too-many-views', `there are ${mostViews} views already`))
}

function unknownView(): Result<never> {
  return refused(
    refuse(storeRefusals, 'view-unknown', 'this account has no such view', 'params.viewId'),
  )
}

const viewsOfUser = statement<SavedView>(
  'views-of-user',
  `select view_id as "viewId", name, search, opens_first as "opensFirst"
   from saved_views where user_id = $1 order by name_key`,
)

const holdAccount = statement(
  'hold-account',
  'select from users where user_id = $1 for no key update',
)

const noneFirst = statement(
  'no-view-first',
  'update saved_views set opens_first = false where user_id = $1 and opens_first',
)

const putView = statement(
  'put-view',
  `insert into saved_views (view_id, user_id, name, name_key, search, opens_first)
   values ($1, $2, $3, $4, $5::json, $6)
   on conflict (view_id) do update set name = excluded.name, name_key = excluded.name_key,
     search = excluded.search, opens_first = excluded.opens_first`,
)

const removeView = statement<{ readonly gone: boolean }>(
  'remove-view',
  'delete from saved_views where user_id = $1 and view_id = $2 returning true as gone',
)
