import { addressOf } from '#api'
import { operations } from '~/client.ts'
import { useMay } from '~/session.ts'
import { dayInWords } from '~/ui/days.ts'
import { PdfView } from '~/ui/pdf-view.tsx'
import { Empty } from '~/ui/states.tsx'
import { useCase } from './case-context.ts'
import { Draft } from './draft.tsx'

/** The letter as it is served; before that, the draft with what the lint finds in it. */
export function Determination() {
  const { caseId, caseNumber, issuedOn, servedOn, publishedOn, servedLetter, treatments } =
    useCase()
  const may = useMay()
  if (issuedOn && servedLetter) {
    return (
      <div className="determination">
        <section aria-labelledby="letter-heading">
          <h2 id="letter-heading">Final determination letter</h2>
          <PdfView
            address={addressOf(operations.getDeterminationLetter, { params: { caseId } })}
            title="Final determination letter"
            fileName={`${caseNumber}-determination.pdf`}
          />
        </section>
        <aside className="card" aria-labelledby="dates-heading">
          <h2 id="dates-heading">Its dates</h2>
          <dl className="facts-list">
            <dt>Signed and issued</dt>
            <dd>{dayInWords(issuedOn)}</dd>
            <dt>Served</dt>
            <dd>{servedOn ? dayInWords(servedOn) : 'Not yet'}</dd>
            <dt>Published</dt>
            <dd>{publishedOn ? dayInWords(publishedOn) : 'Not yet'}</dd>
          </dl>
          {publishedOn ? (
            <p>
              <a href={`/published/${caseNumber}`}>Read the public copy</a>
            </p>
          ) : null}
          <h3>SHA-256 of the letter</h3>
          <p className="hash whole">{servedLetter.sha256}</p>
        </aside>
      </div>
    )
  }
  if (may('getDraft') && treatments.some(({ decision }) => decision !== null)) return <Draft />
  return (
    <Empty title="There is no determination yet">
      <p>
        {may('getDraft')
          ? 'The draft appears here as soon as the reviewer has decided the first treatment.'
          : 'The letter appears here when the expert reviewer has decided and the determination was served.'}
      </p>
    </Empty>
  )
}
