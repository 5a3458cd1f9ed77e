import { Link, Outlet, useParams } from '@tanstack/react-router'
import { useRead } from '~/act.ts'
import { operations } from '~/client.ts'
import { SignInFirst } from '~/shell/sign-in-first.tsx'
import { PageHead } from '~/ui/page-head.tsx'
import { Refused } from '~/ui/refused.tsx'
import { Loading } from '~/ui/states.tsx'
import { CaseContext } from './case-context.ts'
import { CaseHead } from './case-head.tsx'
import { CaseTabs } from './case-tabs.tsx'

/** A case: its head, its tabs, and the part of it that is open. */
export function CaseLayout() {
  return (
    <SignInFirst>
      <OneCase />
    </SignInFirst>
  )
}

function OneCase() {
  const { caseId } = useParams({ from: '/cases/$caseId' })
  const { data, error, isPending } = useRead(operations.getCase, { params: { caseId } })
  if (isPending) return <Loading what="the case" />
  if (error) {
    return (
      <div className="page">
        <PageHead title="This case cannot be shown" tab="Case" />
        <Refused error={error} />
        <p>
          <Link to="/cases">Back to the cases</Link>
        </p>
      </div>
    )
  }
  return (
    <CaseContext value={data}>
      <div className="case-top">
        <div className="page wide case-top-inner">
          <CaseHead />
          <CaseTabs />
        </div>
      </div>
      <div className="page wide case-body">
        <Outlet />
      </div>
    </CaseContext>
  )
}
