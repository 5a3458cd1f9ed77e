import type { ReactNode } from 'react'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { AffirmDetermination } from './affirm-determination.tsx'
import { AnswerInformation } from './answer-information.tsx'
import { AssignReview } from './assign-review.tsx'
import { AttestReview } from './attest-review.tsx'
import { CaseSummary } from './case-summary.tsx'
import { ChooseReviewer } from './choose-reviewer.tsx'
import { CompleteRecords } from './complete-records.tsx'
import { ConsolidateCases } from './consolidate-cases.tsx'
import { PassQuality } from './pass-quality.tsx'
import { PlainAct } from './plain-act.tsx'
import { PrepareReview } from './prepare-review.tsx'
import { PreparedNotice } from './prepared-notice.tsx'
import { PublishDetermination } from './publish-determination.tsx'
import { RecordImplementation } from './record-implementation.tsx'
import { RemandDetermination } from './remand-determination.tsx'
import { ReopenReview } from './reopen-review.tsx'
import { ResolveLiability } from './resolve-liability.tsx'
import { ReturnDraft } from './return-draft.tsx'
import { ServeFinding } from './serve-finding.tsx'
import { SubmitDraft } from './submit-draft.tsx'
import { TestEligibility } from './test-eligibility.tsx'
import { UploadRecord } from './upload-record.tsx'
import { Waiting } from './waiting.tsx'

/** What the user can do next with the case: each act with its form, in the order of the way. */
export function NextActs() {
  const { nextActs, noticesDue } = useCase()
  const acts = nextActs.flatMap((id) => {
    const act = actOf(id)
    return act === null ? [] : [{ id, act }]
  })
  return (
    <section className="card next-acts" aria-labelledby="next-heading">
      <h2 id="next-heading">
        {acts.length + noticesDue.length > 0 ? 'What to do next' : 'Nothing for you to do now'}
      </h2>
      {acts.length + noticesDue.length === 0 ? <Waiting /> : null}
      {noticesDue.map((template) => (
        <div key={template} className="act">
          <PreparedNotice template={template} />
        </div>
      ))}
      {acts.map(({ id, act }) => (
        <div key={id} className="act">
          {act}
        </div>
      ))}
    </section>
  )
}

/** The form of an act; null where it stands elsewhere on the page. */
function actOf(id: string): ReactNode {
  switch (id) {
    case 'testEligibility':
      return <TestEligibility />
    case 'answerInformation':
      return <AnswerInformation />
    case 'serveEligibilityFinding':
      return <ServeFinding />
    case 'receiveEligibilityFinding':
      return (
        <PlainAct
          operation={operations.receiveEligibilityFinding}
          title="The finding of eligibility came"
          says="The Administrative Director found the application eligible. One business day to assign the review starts."
          press="Record the finding"
          done="The finding was recorded."
          again
        />
      )
    case 'resolveLiability':
      return <ResolveLiability />
    case 'reopenReview':
      return <ReopenReview />
    case 'consolidateCases':
      return <ConsolidateCases />
    case 'listLateRecords':
      return (
        <PlainAct
          operation={operations.listLateRecords}
          title="List the late files"
          says="Files came after the record was complete. Listed, they can be read and cited; the draft cannot be submitted before."
          press="List their documents"
          done="The documents of the late files were listed."
        />
      )
    case 'assignReview':
      return <AssignReview />
    case 'uploadRecord':
      return <UploadRecord />
    case 'completeRecords':
      return <CompleteRecords />
    case 'prepareReview':
      return <PrepareReview />
    case 'selectReviewer':
      return <ChooseReviewer />
    case 'attestReview':
      return <AttestReview />
    case 'writeCaseSummary':
      return <CaseSummary />
    case 'submitDraft':
      return <SubmitDraft />
    case 'passQuality':
      return <PassQuality />
    case 'returnDraft':
      return <ReturnDraft />
    case 'signDetermination':
      return (
        <PlainAct
          operation={operations.signDetermination}
          title="Sign the determination"
          says="Read the draft under Determination once more. Your signature issues it; it is binding and cannot be taken back here."
          press="Sign and issue"
          done="The determination was signed and issued."
          confirm="I have read the draft, and it is my decision."
        />
      )
    case 'serveDetermination':
      return (
        <PlainAct
          operation={operations.serveDetermination}
          title="Serve the determination"
          says="Sends the letter to every party on the same day and starts the clocks of authorization and appeal."
          press="Serve on all parties"
          done="The determination was served."
        />
      )
    case 'publishDetermination':
      return <PublishDetermination />
    case 'recordImplementation':
      return <RecordImplementation />
    case 'affirmDetermination':
      return <AffirmDetermination />
    case 'remandDetermination':
      return <RemandDetermination />
    default:
      return null
  }
}
