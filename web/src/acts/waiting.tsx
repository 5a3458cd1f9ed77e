import { useCase } from '~/case/case-context.ts'
import type { CaseStatus } from '~/ui/words.ts'

const waitingFor: Readonly<Record<CaseStatus, string>> = {
  none: 'The case has not begun.',
  received: 'A case manager tests whether the application is eligible for review.',
  'awaiting-information':
    'Information that was asked for is still missing. The eligibility table says what.',
  ineligible:
    'The application is not eligible. The eligibility table says why and what could cure it.',
  deferred: 'The review waits until the dispute over liability is resolved.',
  duplicate: 'The same dispute is reviewed in another case.',
  eligible: 'A case manager assigns the review and tells the parties what to send.',
  'records-open': 'The parties send their records.',
  'records-overdue':
    'Records are overdue. A case manager decides whether the file is complete without them.',
  'records-complete': 'A case manager chooses an expert reviewer without ties to the case.',
  'reviewer-selected': 'The expert reviewer attests and takes the case.',
  'in-review': 'The expert reviewer reads the record and decides.',
  quality: 'A quality reader reads the draft.',
  'quality-passed': 'The expert reviewer signs.',
  issued: 'A case manager serves the determination on the parties.',
  served: 'The determination was served. It binds all parties.',
  implemented: 'What was overturned has been authorized or paid.',
  appealed: 'The Appeals Board has the case.',
  affirmed: 'The determination was affirmed.',
  remanded: 'The dispute goes to a new reviewer.',
  terminated: 'The review ended without a determination.',
}

/** What the case waits for, when it is not the user's turn. */
export function Waiting() {
  const { status } = useCase()
  return <p>{waitingFor[status]}</p>
}
