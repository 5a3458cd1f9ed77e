import type { IssuedDetermination } from '#determination'
import { ok, type Result } from '#foundation'
import { renderDeterminationText } from '#letters'
import { releaseForPublication } from '#publication'
import { type Acted, actOn } from './act-on.ts'
import { getJson } from './artifacts.ts'
import type { Act, Deps } from './deps.ts'

/**
 * Publishes the copy without names (LC 4610.6(m)): made from the determination's data, never from
 * the served letter's PDF, and only when the gate finds no name of a party or a reviewer in it.
 */
export async function publishDetermination(
  deps: Deps,
  act: Act,
  caseId: string,
  request: {
    /** Words that the person who publishes looked at and found to name nobody. */
    readonly acceptedWords?: readonly string[]
  } = {},
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async (state) => {
    const { application, determination } = state
    if (!application || !determination) return ok([])
    const issued = await getJson<IssuedDetermination>(deps.artifacts, determination)
    const register = await deps.reviewers.list()
    const released = releaseForPublication(issued.determination, {
      application,
      reviewerNames: register.map(({ name }) => `${name.first} ${name.last}`),
      // Whoever signed a paper of the record is named nowhere in the public copy either.
      furtherIdentifiers: state.listedDocuments.flatMap(({ author }) =>
        author === undefined
          ? []
          : [{ type: 'record-author', value: author.split(',')[0] ?? author, kind: 'surname' }],
      ),
      ...request,
    })
    if (!released.ok) return released
    const letter = await deps.printer.printPublicLetter(released.value)
    const text = renderDeterminationText(released.value, deps.organization.name)
    return ok([
      {
        type: 'PublishDetermination',
        letter: await deps.artifacts.put(letter, 'public-letter', 'application/pdf'),
        text: await deps.artifacts.put(
          new TextEncoder().encode(text),
          'public-letter-text',
          'text/plain; charset=utf-8',
        ),
      },
    ])
  })
}
