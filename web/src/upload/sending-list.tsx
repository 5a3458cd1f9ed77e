import { Button } from '~/ui/button.tsx'
import { Refused } from '~/ui/refused.tsx'
import { bytesInWords } from './bytes-in-words.ts'
import type { Deliveries, Delivery, Sending } from './delivery.ts'

const states: Readonly<Record<Sending['state'], string>> = {
  queued: 'waits for its turn',
  sending: 'being sent',
  waiting: 'waits for the connection',
  sent: 'sent',
  failed: 'not sent',
}

/** Files on their way: how far each is, how far all are, and the ways to pause, go on and cancel. */
export function SendingList({
  delivery,
  deliveries,
}: {
  readonly delivery: Delivery
  readonly deliveries: Deliveries
}) {
  const { sendings, paused, finishing } = delivery
  if (sendings.length === 0) return <Refused error={delivery.error} took="Look at the receipts." />
  const total = sendings.reduce((sum, { file }) => sum + file.content.size, 0)
  const sent = sendings.reduce((sum, each) => sum + each.sent, 0)
  const under = sendings.some(({ state }) => state !== 'sent' && state !== 'failed')
  return (
    <section className="sendings" aria-label="Files on their way">
      <p className="sendings-all">
        <strong>
          {finishing
            ? 'All is sent. The files are taken into the record …'
            : paused
              ? 'Paused'
              : `${sendings.filter(({ state }) => state === 'sent').length} of ${sendings.length} ${sendings.length === 1 ? 'file' : 'files'} sent`}
        </strong>{' '}
        <span className="quiet">
          {bytesInWords(sent)} of {bytesInWords(total)}
        </span>
      </p>
      <progress max={Math.max(1, total)} value={sent} aria-label="All files" />
      <p className="buttons">
        {under && !paused ? <Button onPress={() => deliveries.pause()}>Pause</Button> : null}
        {paused ? (
          <Button kind="primary" onPress={() => deliveries.goOn()}>
            Go on
          </Button>
        ) : null}
        {!paused && !finishing && delivery.error ? (
          <Button kind="primary" onPress={() => deliveries.goOn()}>
            Try again
          </Button>
        ) : null}
        {finishing ? null : (
          <Button
            kind="quiet"
            onPress={() => {
              for (const { key } of sendings) deliveries.cancel(key)
            }}
          >
            Cancel all
          </Button>
        )}
      </p>
      <Refused error={delivery.error} took="The files were not taken into the record." />
      <ul>
        {sendings.map((each) => (
          <OneSending key={each.key} sending={each} deliveries={deliveries} paused={paused} />
        ))}
      </ul>
    </section>
  )
}

function OneSending({
  sending,
  deliveries,
  paused,
}: {
  readonly sending: Sending
  readonly deliveries: Deliveries
  readonly paused: boolean
}) {
  const { key, file, sent, state, error } = sending
  const name = file.path ?? file.fileName
  const { size } = file.content
  return (
    <li className="sending">
      <p className="sending-name">
        <span>{name}</span>{' '}
        <span className="quiet">
          {paused && state === 'queued' && sent > 0 ? 'paused' : states[state]},{' '}
          {state === 'sent'
            ? bytesInWords(size)
            : `${percentOf(sent, size)} of ${bytesInWords(size)}`}
        </span>
      </p>
      {state === 'sent' || state === 'failed' ? null : (
        <progress max={Math.max(1, size)} value={sent} aria-label={name} />
      )}
      {error ? (
        <>
          <Refused error={error} took={`${name} was not sent.`} />
          <Button onPress={() => deliveries.again(key)}>Send it again</Button>
        </>
      ) : null}
      <button type="button" className="link-button" onClick={() => deliveries.cancel(key)}>
        {state === 'failed' ? 'Leave it out' : 'Cancel'}
        <span className="visually-hidden"> {name}</span>
      </button>
    </li>
  )
}

function percentOf(part: number, whole: number): string {
  return `${whole === 0 ? 100 : Math.floor((part / whole) * 100)} %`
}
