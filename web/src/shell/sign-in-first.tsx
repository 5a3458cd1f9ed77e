import { Link, useLocation } from '@tanstack/react-router'
import { type ReactNode } from 'react'
import { useSession } from '~/session.ts'
import { PageHead } from '~/ui/page-head.tsx'
import { Loading } from '~/ui/states.tsx'

/** Shows the page to whoever is signed in; everyone else is asked to sign in, then comes back. */
export function SignInFirst({ children }: { readonly children: ReactNode }) {
  const session = useSession()
  const { href } = useLocation()
  if (session.isPending) return <Loading what="your session" />
  if (session.data?.user) return children
  return (
    <div className="page narrow">
      <PageHead
        title="Sign in to see this page"
        tab="Sign in first"
        lead="Case files are open to the people who take part in the case. Sessions end after a while without use."
      />
      <p>
        <Link to="/sign-in" search={{ next: href }} className="button button-primary">
          Sign in
        </Link>
      </p>
    </div>
  )
}
