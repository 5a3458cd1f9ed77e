import type { CaseEvent, CaseRow } from '#case'
import { ok, type Result, refuse, refused } from '#foundation'
import { artifactBytes } from './artifacts.ts'
import type { HandlersOf } from './handler.ts'
import { serverRefusals } from './refusals.ts'
import type { Services } from './services.ts'

type Published = Extract<CaseEvent, { readonly type: 'DeterminationPublished' }>

export const publicationHandlers: HandlersOf<'listPublished' | 'getPublished' | 'getPublicLetter'> =
  {
    async listPublished(call, { proceedings }) {
      const { rows, total } = await proceedings.cases.list({ ...call.query, published: true })
      return ok({ rows: rows.flatMap(publicLine), total })
    },

    async getPublished(call, services) {
      const found = await publishedCase(services, call.params.caseNumber)
      if (!found.ok) return found
      const text = await artifactBytes(services.proceedings, found.value.event.text)
      const [line] = publicLine(found.value.row)
      return line === undefined
        ? notPublished(call.params.caseNumber)
        : ok({ ...line, text: new TextDecoder().decode(text) })
    },

    async getPublicLetter(call, services) {
      const found = await publishedCase(services, call.params.caseNumber)
      if (!found.ok) return found
      return ok({
        content: await artifactBytes(services.proceedings, found.value.event.letter),
        fileName: `${found.value.row.caseNumber}.pdf`,
      })
    },
  }

/** What the public list says of a case: no name, no claim number, no date of injury. */
function publicLine(row: CaseRow): readonly {
  readonly caseNumber: string
  readonly outcome: CaseRow['outcome']
  readonly issuedOn: string | null
  readonly publishedOn: string
  readonly treatments: readonly string[]
}[] {
  const { caseNumber, outcome, issuedOn, publishedOn, treatments } = row
  return publishedOn === null ? [] : [{ caseNumber, outcome, issuedOn, publishedOn, treatments }]
}

async function publishedCase(
  services: Services,
  caseNumber: string,
): Promise<Result<{ readonly row: CaseRow; readonly event: Published }>> {
  const { cases } = services.proceedings
  const row = await cases.rowByNumber(caseNumber)
  if (row === null || row.publishedOn === null) return notPublished(caseNumber)
  const event = (await cases.load(row.caseId))
    .map((recorded) => recorded.event)
    .findLast((each) => each.type === 'DeterminationPublished')
  return event?.type === 'DeterminationPublished' ? ok({ row, event }) : notPublished(caseNumber)
}

function notPublished(caseNumber: string): Result<never> {
  return refused(
    refuse(
      serverRefusals,
      'publication-unknown',
      `no published determination has the number "${caseNumber}"`,
      'params.caseNumber',
    ),
  )
}
