import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useRead } from '~/act.ts'
import { operations } from '~/client.ts'
import { useMay } from '~/session.ts'
import { SignInFirst } from '~/shell/sign-in-first.tsx'
import { PageHead } from '~/ui/page-head.tsx'
import { Paging } from '~/ui/paging.tsx'
import { Refused } from '~/ui/refused.tsx'
import { Empty, Loading } from '~/ui/states.tsx'
import { stages } from '~/ui/words.ts'
import { CaseFilters } from './case-filters.tsx'
import { CaseTable } from './case-table.tsx'

const limit = 50

/** The work queue: cases that the user may see, the one whose clock ends first on top. */
export function CaseList() {
  return (
    <SignInFirst>
      <Queue />
    </SignInFirst>
  )
}

function Queue() {
  const search = useSearch({ from: '/cases' })
  const navigate = useNavigate({ from: '/cases' })
  const may = useMay()
  const offset = search.from ?? 0
  const stage = stages.find(({ label }) => label === search.stage)
  const { data, error, isPending } = useRead(operations.listCases, {
    query: {
      limit,
      offset,
      ...(stage ? { status: stage.statuses.join(',') } : {}),
      ...(search.text ? { text: search.text } : {}),
    },
  })
  return (
    <div className="page wide">
      <PageHead
        title="Cases"
        tab="Cases"
        lead="Ordered by the clock that ends first. What is late or due soon stands on top."
      >
        {may('submitApplication') ? (
          <Link to="/cases/new" className="button button-primary">
            New application
          </Link>
        ) : null}
      </PageHead>
      <CaseFilters
        search={search}
        onChange={(next) => void navigate({ search: next, replace: true })}
      />
      {isPending ? <Loading what="cases" /> : null}
      <Refused error={error} />
      {data && data.rows.length === 0 ? (
        search.stage || search.text ? (
          <Empty title="No case matches these filters">
            <p>Choose another stage, or clear the search to see all cases.</p>
          </Empty>
        ) : (
          <Empty title="No cases yet">
            <p>
              {may('submitApplication')
                ? 'A case begins with an application for Independent Medical Review.'
                : 'Cases appear here when they are given to you.'}
            </p>
          </Empty>
        )
      ) : null}
      {data && data.rows.length > 0 ? (
        <>
          <CaseTable rows={data.rows} />
          <Paging
            what="cases"
            total={data.total}
            limit={limit}
            offset={offset}
            onMove={(from) => void navigate({ search: { ...search, from } })}
          />
        </>
      ) : null}
    </div>
  )
}
