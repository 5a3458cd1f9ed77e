import { Link } from '@tanstack/react-router'
import { PageHead } from '~/ui/page-head.tsx'

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <div className="page narrow">
      <PageHead
        title="There is no page at this address"
        tab="No such page"
        lead="The link may be incomplete, or the page may have another name now."
      />
      <p>
        <Link to="/">Go to the first page</Link>
      </p>
    </div>
  )
}
