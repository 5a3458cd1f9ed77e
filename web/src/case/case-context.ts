import { createContext, useContext } from 'react'
import type { AnswerOf } from '#api'
import type { operations } from '~/client.ts'

export type CaseView = AnswerOf<typeof operations.getCase>
export type ReceivedFile = CaseView['files'][number]
export type TreatmentView = CaseView['treatments'][number]

export const CaseContext = createContext<CaseView | null>(null)

/** The case of the page. */
export function useCase(): CaseView {
  const found = useContext(CaseContext)
  if (!found) throw new Error('a part of the case page stands outside of it')
  return found
}
