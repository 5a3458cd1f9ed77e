import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { PlainAct } from './plain-act.tsx'

/** Finds facts and applies criteria; again when the record has grown. */
export function PrepareReview() {
  const { factsFound } = useCase()
  return (
    <PlainAct
      operation={operations.prepareReview}
      title={factsFound ? 'The record has been read' : 'Read the record'}
      says={
        factsFound
          ? 'Facts and criteria stand under Evidence. Read again when files were added since.'
          : 'Finds facts on the pages and applies the criteria of the guidelines to them. These are suggestions; a physician decides.'
      }
      press={factsFound ? 'Read the record again' : 'Find facts and apply criteria'}
      done="Facts were found and criteria applied."
      again={factsFound}
    />
  )
}
