import { Link, Outlet } from '@tanstack/react-router'
import { useMay, useSession, useSignOut } from '~/session.ts'
import { Announcements } from '~/ui/announce.tsx'
import { roleWords } from '~/ui/words.ts'
import { Offline } from './offline.tsx'

/** The frame of every page: brand, ways by role, who is signed in. */
export function Shell() {
  const session = useSession()
  const may = useMay()
  const user = session.data?.user ?? null
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="bar">
        <div className="bar-inner">
          <Link to="/" className="brand">
            <img src="/mark.svg" alt="" width="30" height="30" />
            <span>OpenIMR</span>
          </Link>
          <nav aria-label="Main">
            <ul className="ways">
              {user && may('listCases') ? (
                <li>
                  <Link to="/cases" activeOptions={{ exact: true, includeSearch: false }}>
                    Cases
                  </Link>
                </li>
              ) : null}
              {user && may('listDueDays') ? (
                <li>
                  <Link to="/calendar" activeOptions={{ includeSearch: false }}>
                    Calendar
                  </Link>
                </li>
              ) : null}
              {user && may('submitApplication') ? (
                <li>
                  <Link to="/cases/new">New application</Link>
                </li>
              ) : null}
              <li>
                <Link to="/published">Published</Link>
              </li>
              {user && may('getFigures') ? (
                <li>
                  <Link to="/figures">Figures</Link>
                </li>
              ) : null}
              {user && may('listUsers') ? (
                <li>
                  <Link to="/users">Users</Link>
                </li>
              ) : null}
            </ul>
          </nav>
          <div className="bar-side">
            {user ? <SignedIn displayName={user.displayName} role={user.role} /> : null}
            {session.data && !user ? (
              <Link to="/sign-in" className="bar-button">
                Sign in
              </Link>
            ) : null}
          </div>
        </div>
      </header>
      <Offline />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="foot">
        <p>
          <strong>OpenIMR</strong> Every fact leads to a page, every deadline to its rule, every
          decision to a physician.
        </p>
      </footer>
      <Announcements />
    </>
  )
}

function SignedIn({ displayName, role }: { readonly displayName: string; readonly role: string }) {
  const signOut = useSignOut()
  return (
    <>
      <p className="who">
        <span className="visually-hidden">Signed in as </span>
        <span className="who-name">{displayName}</span>
        <span className="who-role">
          {roleWords[role] ?? role} · <Link to="/account">Account</Link>
        </span>
      </p>
      <button type="button" className="bar-button" onClick={() => signOut.mutate()}>
        Sign out
      </button>
    </>
  )
}
