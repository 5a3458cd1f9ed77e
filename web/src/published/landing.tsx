import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { BlankForms } from '~/application/blank-forms.tsx'
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
        <section className="card apply" aria-labelledby="apply-heading">
          <h2 id="apply-heading">Apply for a review</h2>
          <p>
            Was a treatment refused or changed? The injured worker may ask for a review at no cost.
            Fill in the form and send it in here after signing in, or by mail.
          </p>
          <p>
            <BlankForms />
          </p>
        </section>
        <h2>Published last</h2>
        <PublishedRows limit={5} offset={0} />
      </div>
    </>
  )
}
