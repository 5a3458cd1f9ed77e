import { PageHead } from '~/ui/page-head.tsx'

/** The page itself broke; nothing on the server was changed by it. */
export function PageFault() {
  return (
    <div className="page narrow">
      <PageHead
        title="This page could not be drawn"
        tab="Fault"
        lead="Nothing was changed by this. Load the page again; what was saved is still there."
      />
      <p>
        <a href={window.location.pathname}>Load the page again</a>
      </p>
    </div>
  )
}
