import { Link, useParams } from '@tanstack/react-router'
import { addressOf } from '#api'
import { useRead } from '~/act.ts'
import { operations } from '~/client.ts'
import { dayInWords } from '~/ui/days.ts'
import { LetterText } from '~/ui/letter-text.tsx'
import { PageHead } from '~/ui/page-head.tsx'
import { PdfView } from '~/ui/pdf-view.tsx'
import { Refused } from '~/ui/refused.tsx'
import { Loading } from '~/ui/states.tsx'
import { OutcomeTag } from '~/ui/tag.tsx'

/** One published determination: its text and its letter. */
export function PublishedPage() {
  const { caseNumber } = useParams({ from: '/published/$caseNumber' })
  const { data, error, isPending } = useRead(operations.getPublished, { params: { caseNumber } })
  if (isPending) return <Loading what="the determination" />
  if (error) {
    return (
      <div className="page">
        <PageHead title="This determination cannot be shown" tab="Not published" />
        <Refused error={error} />
      </div>
    )
  }
  const letter = addressOf(operations.getPublicLetter, { params: { caseNumber } })
  return (
    <div className="page wide">
      <p className="crumbs">
        <Link to="/published">Published determinations</Link>
      </p>
      <PageHead
        title={data.treatments.join('; ')}
        tab={`Determination ${data.caseNumber}`}
        lead={`Case ${data.caseNumber}, decided ${dayInWords(data.issuedOn)}, published ${dayInWords(data.publishedOn)}.`}
      >
        {data.outcome ? <OutcomeTag outcome={data.outcome} /> : null}
      </PageHead>
      <div className="two-sides">
        <section aria-labelledby="text-heading" className="card">
          <h2 id="text-heading">The decision in text</h2>
          <LetterText text={data.text} />
        </section>
        <section aria-labelledby="letter-heading">
          <h2 id="letter-heading">The public letter</h2>
          <PdfView
            address={letter}
            title={`Public letter of case ${data.caseNumber}`}
            fileName={`${data.caseNumber}.pdf`}
          />
        </section>
      </div>
    </div>
  )
}
