import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { PublishedRows } from './published-rows.tsx'

/** What this is, in a few words, and the decisions published last. */
export function Landing() {
  useEffect(() => {
    document.title = 'OpenIMR · Independent Medical Review that can be checked'
  }, [])
  return (
    <>
      <section className="hero">
        <div className="hero-inner">
          <h1 tabIndex={-1}>Medical review that can be checked.</h1>
          <p>
            When a treatment is refused, an independent physician decides. Here every fact of the
            decision leads to a page of the record, every guideline to its edition, and every
            deadline to the rule it was counted by.
          </p>
          <p className="hero-ways">
            <Link to="/sign-in" className="button button-amber">
              Sign in
            </Link>
            <Link to="/published" className="hero-link">
              Read published determinations
            </Link>
          </p>
        </div>
      </section>
      <div className="page">
        <h2>Published last</h2>
        <PublishedRows limit={5} offset={0} />
      </div>
    </>
  )
}
