import { Link } from '@tanstack/react-router'
import { type AnswerOf, addressOf } from '#api'
import { useRead } from '~/act.ts'
import { operations } from '~/client.ts'
import { dayInWords } from '~/ui/days.ts'
import { Refused } from '~/ui/refused.tsx'
import { Empty, Loading } from '~/ui/states.tsx'
import { Tag } from '~/ui/tag.tsx'
import { partyWords } from '~/ui/words.ts'
import { useCase } from './case-context.ts'

type Letter = AnswerOf<typeof operations.listCorrespondence>['letters'][number]

/** Every document of ours that went out and everything that came in, the latest first. */
export function Correspondence() {
  const { caseId } = useCase()
  const { data, error, isPending } = useRead(operations.listCorrespondence, { params: { caseId } })
  if (isPending) return <Loading what="the correspondence" />
  if (error) return <Refused error={error} />
  return (
    <section aria-labelledby="correspondence-heading">
      <h2 id="correspondence-heading">Correspondence</h2>
      <p className="quiet">What went out to the parties and what came in from them.</p>
      {data.letters.length === 0 ? <Empty title="Nothing has been written yet" /> : null}
      <ol className="letters">
        {data.letters.toReversed().map((letter) => (
          <li key={letter.version} className="card letter-line">
            <LetterLine letter={letter} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function LetterLine({ letter }: { readonly letter: Letter }) {
  const { caseId, caseNumber } = useCase()
  return (
    <>
      <div className="card-head">
        <h3>{letter.title}</h3>
        <Tag tone={letter.way === 'sent' ? 'brand' : 'plain'}>
          {letter.way === 'sent' ? 'Sent' : 'Received'}
        </Tag>
      </div>
      <p className="treatment-facts">
        <time dateTime={letter.on}>{dayInWords(letter.on)}</time>
        {letter.from ? `, from: ${partyWords[letter.from].toLowerCase()}` : ''}
      </p>
      {letter.says ? <p>{letter.says}</p> : null}
      {letter.to.length > 0 ? (
        <ul className="recipients-list">
          {letter.to.map(({ role, name, method, address }) => (
            <li key={role}>
              <strong>{partyWords[role]}</strong> {name}, {ways[method]}
              <span className="under">{address}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {letter.papers.length > 0 || letter.documentId || letter.receiptId ? (
        <p className="buttons">
          {letter.papers.map((paper, index) => (
            <a
              key={paper}
              target="_blank"
              rel="noreferrer"
              href={addressOf(operations.getCorrespondencePaper, {
                params: { caseId, version: letter.version, paper: index + 1 },
              })}
            >
              {paper} (PDF)
              <span className="visually-hidden">
                {' '}
                {letter.title} of {dayInWords(letter.on)}, case {caseNumber}
              </span>
            </a>
          ))}
          {letter.receiptId ? (
            <a
              target="_blank"
              rel="noreferrer"
              href={addressOf(operations.getReceiptLetter, {
                params: { caseId, receiptId: letter.receiptId },
              })}
            >
              The receipt (PDF)
              <span className="visually-hidden"> of {dayInWords(letter.on)}</span>
            </a>
          ) : null}
          {letter.documentId ? (
            <Link
              to="/cases/$caseId/documents"
              params={{ caseId }}
              search={{ file: letter.documentId, page: 1 }}
            >
              Read it<span className="visually-hidden">: {letter.title}</span>
            </Link>
          ) : null}
        </p>
      ) : null}
    </>
  )
}

const ways: Readonly<Record<Letter['to'][number]['method'], string>> = {
  mail: 'by mail',
  electronic: 'by electronic service',
  fax: 'by fax',
  personal: 'by hand',
}
