import { useState } from 'react'
import { useAct } from '~/act.ts'
import { operations } from '~/client.ts'
import { announce } from '~/ui/announce.tsx'
import { Button } from '~/ui/button.tsx'
import { TextField, TickField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'
import {
  filtersOf,
  isFiltered,
  type QueueSearch,
  type SavedView,
  sameFilters,
} from './queue-search.ts'

/** The user's own views of the queue: to open, keep, rename, open first, send and delete. */
export function SavedViews({
  views,
  search,
  onOpen,
}: {
  readonly views: readonly SavedView[]
  readonly search: QueueSearch
  readonly onOpen: (search: QueueSearch) => void
}) {
  const [open, setOpen] = useState<'save' | 'change' | null>(null)
  const filters = filtersOf(search)
  const current = views.find((view) => sameFilters(view.search, filters))
  if (views.length === 0 && !isFiltered(search)) return null
  return (
    <section className="saved-views" aria-label="Saved views">
      <div className="saved-views-line">
        {views.length > 0 ? <span className="saved-views-label">My views</span> : null}
        {views.map((view) => (
          <button
            key={view.viewId}
            type="button"
            className="stage"
            aria-pressed={view === current}
            onClick={() => onOpen(view.search)}
          >
            {view.name}
            {view.opensFirst ? <span className="stage-count">opens first</span> : null}
          </button>
        ))}
        {current ? (
          <Button kind="quiet" onPress={() => setOpen(open === 'change' ? null : 'change')}>
            Change this view
          </Button>
        ) : isFiltered(search) ? (
          <Button kind="quiet" onPress={() => setOpen(open === 'save' ? null : 'save')}>
            Save this view
          </Button>
        ) : null}
        {isFiltered(search) ? (
          <Button
            kind="quiet"
            onPress={() =>
              void navigator.clipboard
                .writeText(window.location.href)
                .then(() => announce('The address of this view was copied.'))
            }
          >
            Copy address
          </Button>
        ) : null}
      </div>
      {open === 'save' && !current ? (
        <SaveView filters={filters} onDone={() => setOpen(null)} />
      ) : null}
      {open === 'change' && current ? (
        <ChangeView key={current.viewId} view={current} onDone={() => setOpen(null)} />
      ) : null}
    </section>
  )
}

function SaveView({
  filters,
  onDone,
}: {
  readonly filters: SavedView['search']
  readonly onDone: () => void
}) {
  const save = useAct(operations.saveView, 'The view was saved.')
  const [name, setName] = useState('')
  const [opensFirst, setOpensFirst] = useState(false)
  return (
    <form
      className="card view-form"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ body: { name, search: filters, opensFirst } }, { onSuccess: onDone })
      }}
    >
      <Refused error={save.error} took="The view was not saved." />
      <TextField label="Name of the view" value={name} onChange={setName} required />
      <TickField
        label="Open the queue with this view"
        checked={opensFirst}
        onChange={setOpensFirst}
      />
      <Button kind="primary" submit busy={save.isPending}>
        Save view
      </Button>
    </form>
  )
}

function ChangeView({ view, onDone }: { readonly view: SavedView; readonly onDone: () => void }) {
  const change = useAct(operations.changeView, 'The view was changed.')
  const remove = useAct(operations.deleteView, 'The view was deleted.')
  const [name, setName] = useState(view.name)
  const [opensFirst, setOpensFirst] = useState(view.opensFirst)
  const params = { viewId: view.viewId }
  return (
    <form
      className="card view-form"
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate({ params, body: { name, opensFirst } }, { onSuccess: onDone })
      }}
    >
      <Refused error={change.error ?? remove.error} took="The view was not changed." />
      <TextField label="Name of the view" value={name} onChange={setName} required />
      <TickField
        label="Open the queue with this view"
        checked={opensFirst}
        onChange={setOpensFirst}
      />
      <div className="buttons">
        <Button kind="primary" submit busy={change.isPending}>
          Save changes
        </Button>
        <Button
          kind="danger"
          busy={remove.isPending}
          onPress={() => remove.mutate({ params }, { onSuccess: onDone })}
        >
          Delete view
        </Button>
      </div>
    </form>
  )
}
