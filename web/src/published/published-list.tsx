import { useState } from 'react'
import { useRead } from '~/act.ts'
import { operations } from '~/client.ts'
import { PageHead } from '~/ui/page-head.tsx'
import { Paging } from '~/ui/paging.tsx'
import { PublishedRows } from './published-rows.tsx'

const limit = 20

/** All published determinations. */
export function PublishedList() {
  const [offset, setOffset] = useState(0)
  const { data } = useRead(operations.listPublished, { query: { limit, offset } })
  return (
    <div className="page">
      <PageHead
        title="Published determinations"
        tab="Published determinations"
        lead="Public copies of final determinations. They carry no name of a person or company, by Labor Code 4610.6(m)."
      />
      <PublishedRows limit={limit} offset={offset} />
      {data ? (
        <Paging
          what="determinations"
          total={data.total}
          limit={limit}
          offset={offset}
          onMove={setOffset}
        />
      ) : null}
    </div>
  )
}
