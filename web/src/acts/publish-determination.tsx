import { useState } from 'react'
import { useAct, useRead } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations, refusedWith } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { TickField } from '~/ui/field.tsx'
import { placeInWords } from '~/ui/places.ts'
import { Refused } from '~/ui/refused.tsx'
import { Loading } from '~/ui/states.tsx'
import { type DoubtfulWord, doubtfulWords, mayRemain } from './doubtful-words.ts'

/** Publishes the copy without names; words that only look like a name are accepted one by one. */
export function PublishDetermination() {
  const { caseId } = useCase()
  const act = useAct(operations.publishDetermination, 'The public copy was published.')
  const inDoubt = refusedWith(act.error, mayRemain)
  const determination = useRead(
    operations.getDetermination,
    { params: { caseId } },
    { enabled: inDoubt },
  )
  // Words accepted before stay accepted when the server finds others the next time.
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set())
  const places = doubtfulWords(act.error, determination.data)
  const words = [...new Set([...accepted, ...places.map(({ word }) => word)])]
  return (
    <>
      <h3>Publish the copy without names</h3>
      <p>
        The public copy is made from the data and released only when no name of a person or company
        remains in it.
      </p>
      <Refused error={act.error} took="It was not published." />
      {inDoubt && determination.isPending ? <Loading what="the places" /> : null}
      {inDoubt ? <Refused error={determination.error} /> : null}
      {words.length > 0 ? (
        <fieldset className="statements">
          <legend>Words that may name somebody: tick those that name nobody</legend>
          {words.map((word) => (
            <TickField
              key={word}
              label={
                <>
                  <strong>{word}</strong> names nobody
                  {places
                    .filter((place) => place.word === word)
                    .map((place) => (
                      <Place key={`${place.where} ${place.before}`} place={place} />
                    ))}
                </>
              }
              checked={accepted.has(word)}
              onChange={(checked) => {
                const next = new Set(accepted)
                if (checked) next.add(word)
                else next.delete(word)
                setAccepted(next)
              }}
            />
          ))}
        </fieldset>
      ) : null}
      <Button
        kind="primary"
        busy={act.isPending}
        onPress={() =>
          act.mutate({
            params: { caseId },
            body: accepted.size === 0 ? {} : { acceptedWords: [...accepted] },
          })
        }
      >
        {accepted.size === 0 ? 'Publish' : 'Accept the ticked words and publish'}
      </Button>
    </>
  )
}

function Place({ place }: { readonly place: DoubtfulWord }) {
  return (
    <span className="hint word-place">
      {placeInWords(place.where)}, {place.why}: “… {place.before}
      <mark>{place.word}</mark>
      {place.after} …”
    </span>
  )
}
