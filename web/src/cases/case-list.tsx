import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useRead } from '~/act.ts'
import { operations } from '~/client.ts'
import { KeyHelp } from '~/record/key-help.tsx'
import { useMay } from '~/session.ts'
import { SignInFirst } from '~/shell/sign-in-first.tsx'
import { announce } from '~/ui/announce.tsx'
import { Button } from '~/ui/button.tsx'
import { PageHead } from '~/ui/page-head.tsx'
import { Paging } from '~/ui/paging.tsx'
import { Refused } from '~/ui/refused.tsx'
import { Empty, Loading } from '~/ui/states.tsx'
import { BulkActs, useBulkActs } from './bulk-acts.tsx'
import { CaseFilters } from './case-filters.tsx'
import { CaseTable, type Row } from './case-table.tsx'
import { isFiltered, type QueueSearch, queryOf } from './queue-search.ts'
import { SavedViews } from './saved-views.tsx'
import { queueKeys, useQueueKeys } from './use-queue-keys.ts'

const limit = 50

/** The work queue: cases that the user may see, the one whose clock ends first on top. */
export function CaseList() {
  return (
    <SignInFirst>
      <FirstView />
    </SignInFirst>
  )
}

/** Opens the view that the user wants first, where the address asks for nothing. */
function FirstView() {
  const search = useSearch({ from: '/cases' })
  const navigate = useNavigate({ from: '/cases' })
  const mayKeep = useMay()('listSavedViews')
  const views = useRead(operations.listSavedViews, {}, { enabled: mayKeep })
  const asksNothing = Object.keys(search).length === 0
  const first = views.data?.views.find(({ opensFirst }) => opensFirst)
  useEffect(() => {
    if (asksNothing && first) void navigate({ search: first.search, replace: true })
  }, [asksNothing, first, navigate])
  if (asksNothing && mayKeep && (views.isPending || first)) return <Loading what="cases" />
  return <Queue search={search} views={mayKeep ? (views.data?.views ?? []) : null} />
}

function Queue({
  search,
  views,
}: {
  readonly search: QueueSearch
  readonly views: Parameters<typeof SavedViews>[0]['views'] | null
}) {
  const navigate = useNavigate({ from: '/cases' })
  const may = useMay()
  const acts = useBulkActs()
  const offset = search.from ?? 0
  const query = queryOf(search)
  const listed = useRead(
    operations.listCases,
    { query: { ...query, limit, offset } },
    { hold: true },
  )
  const counted = useRead(operations.countCases, { query }, { hold: true })
  const [selected, setSelected] = useState<ReadonlyMap<string, Row>>(new Map())
  const [help, setHelp] = useState(false)
  const body = useRef<HTMLTableSectionElement>(null)
  const searchBox = useRef<HTMLDivElement>(null)
  const rows = listed.data?.rows ?? []
  const change = useCallback(
    (next: QueueSearch): void => {
      setSelected(new Map())
      void navigate({ search: next, replace: true })
    },
    [navigate],
  )
  const select = (chosen: readonly Row[], on: boolean): void => {
    const next = new Map(selected)
    for (const row of chosen) {
      if (on) next.set(row.caseId, row)
      else next.delete(row.caseId)
    }
    setSelected(next)
    announce(selectedInWords(next.size))
  }
  const maySelect = acts.length > 0
  useQueueKeys(body, {
    onHelp: () => setHelp(true),
    onSearch: () => searchBox.current?.querySelector('input')?.focus(),
    onSelect: (places, on) => {
      const chosen = places.flatMap((place) => rows[place] ?? [])
      const isOn = on === 'turn' ? !chosen.every(({ caseId }) => selected.has(caseId)) : on
      if (maySelect) select(chosen, isOn)
    },
    onSelectAll: () => (maySelect ? select(rows, true) : undefined),
    onSelectNone: () => (maySelect ? select([...selected.values()], false) : undefined),
  })
  return (
    <div className="page wide">
      <PageHead
        title="Cases"
        tab="Cases"
        lead="Ordered by the clock that ends first. What is late or due soon stands on top."
      >
        <div className="buttons">
          <Button kind="quiet" onPress={() => setHelp(true)}>
            Keys
          </Button>
          <Link to="/calendar" className="button button-plain">
            Calendar
          </Link>
          {may('submitApplication') ? (
            <Link to="/cases/new" className="button button-primary">
              New application
            </Link>
          ) : null}
        </div>
      </PageHead>
      {help ? <KeyHelp keys={queueKeys} onClose={() => setHelp(false)} /> : null}
      {views ? <SavedViews views={views} search={search} onOpen={change} /> : null}
      <CaseFilters search={search} counts={counted.data} onChange={change} searchBox={searchBox} />
      {listed.isPending ? <Loading what="cases" /> : null}
      <Refused error={listed.error ?? counted.error} />
      {listed.data && rows.length === 0 ? (
        <NoCases search={search} mayApply={may('submitApplication')} />
      ) : null}
      {maySelect ? <BulkActs acts={acts} selected={selected} onSelected={setSelected} /> : null}
      {listed.data && rows.length > 0 ? (
        <>
          <CaseTable
            rows={rows}
            body={body}
            selected={maySelect ? selected : null}
            onSelect={select}
          />
          <Paging
            what="cases"
            total={listed.data.total}
            more={listed.data.more}
            limit={limit}
            offset={offset}
            onMove={(from) => void navigate({ search: { ...search, from } })}
          />
        </>
      ) : null}
    </div>
  )
}

function selectedInWords(count: number): string {
  return count === 0 ? 'No case selected.' : `${count} ${count === 1 ? 'case' : 'cases'} selected.`
}

function NoCases({
  search,
  mayApply,
}: {
  readonly search: QueueSearch
  readonly mayApply: boolean
}) {
  return isFiltered(search) || search.from ? (
    <Empty title="No case matches these filters">
      <p>Take a filter away, or clear the search to see all cases.</p>
    </Empty>
  ) : (
    <Empty title="No cases yet">
      <p>
        {mayApply
          ? 'A case begins with an application for Independent Medical Review.'
          : 'Cases appear here when they are given to you.'}
      </p>
    </Empty>
  )
}
