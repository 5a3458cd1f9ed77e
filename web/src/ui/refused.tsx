import { useEffect, useRef } from 'react'
import { RefusedError } from '~/client.ts'
import { placeInWords, withoutPlace } from './places.ts'

/** What was refused, by which rule, and what to do next; or a fault, in plain words. */
export function Refused({ error, took }: { readonly error: Error | null; readonly took?: string }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error && took) box.current?.focus()
  }, [error, took])
  if (!error) return null
  if (!(error instanceof RefusedError)) return <Fault />
  const { refusals } = error
  return (
    <div className="refused" role="alert" tabIndex={-1} ref={box}>
      <p className="refused-title">
        {took ?? 'This could not be shown.'}
        {refusals.length > 1 ? ` ${refusals.length} things stand in the way.` : ''}
      </p>
      <ul>
        {refusals.map((refusal) => (
          <li key={`${refusal.code} ${refusal.where ?? ''} ${refusal.because}`}>
            <p className="refused-because">
              {refusal.where ? (
                <span className="refused-where">{placeInWords(refusal.where)}: </span>
              ) : null}
              {withoutPlace(refusal)}
            </p>
            <p className="refused-next">{refusal.next}</p>
            <p className="refused-authority">
              {refusal.authority} <span className="code">{refusal.code}</span>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Fault() {
  return (
    <div className="refused" role="alert">
      <p className="refused-title">The server did not answer as it should.</p>
      <p>
        Nothing was changed by this. Wait a moment and load the page again. If it stays so, tell
        whoever runs this installation what you were doing and when.
      </p>
    </div>
  )
}
