import type { AnswerOf } from '#api'
import type { operations } from '~/client.ts'

type Pack = AnswerOf<typeof operations.getAssessments>['assessments'][number]

/** What the criteria looked for in the record and did not find: the names a search can be asked by. */
export function conceptsSearched(packs: readonly Pack[]): readonly string[] {
  const found = new Set<string>()
  const visit = (criterion: Pack['root']): void => {
    for (const { concept } of criterion.searched ?? []) found.add(concept)
    for (const child of criterion.children) visit(child)
  }
  for (const pack of packs) visit(pack.root)
  return [...found].toSorted()
}
