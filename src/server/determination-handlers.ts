import type { IssuedDetermination } from '#determination'
import { ok, type Result, refuse, refused } from '#foundation'
import type { ArtifactReference } from '#integrity'
import * as steps from '#proceedings'
import { acted } from './acted.ts'
import { artifactBytes, artifactJson } from './artifacts.ts'
import { stateOf } from './case-handlers.ts'
import type { HandlersOf } from './handler.ts'
import { isParty } from './present-case.ts'
import type { Principal } from './principal.ts'
import { serverRefusals } from './refusals.ts'
import type { Services } from './services.ts'

export const determinationHandlers: HandlersOf<
  | 'signDetermination'
  | 'getDetermination'
  | 'getDeterminationLetter'
  | 'serveDetermination'
  | 'publishDetermination'
> = {
  async signDetermination(call, { proceedings }) {
    return acted(await steps.signDetermination(proceedings, call.act(), call.row.caseId))
  },

  async getDetermination(call, services) {
    const issued = await issuedOf(services, call.row.caseId, call.principal)
    if (!issued.ok) return issued
    const { determination } = await artifactJson<IssuedDetermination>(
      services.proceedings,
      issued.value.determination,
    )
    return ok(determination)
  },

  async getDeterminationLetter(call, services) {
    const issued = await issuedOf(services, call.row.caseId, call.principal)
    if (!issued.ok) return issued
    return ok({
      content: await artifactBytes(services.proceedings, issued.value.servedLetter),
      fileName: `${call.row.caseNumber}-determination.pdf`,
    })
  },

  async serveDetermination(call, { proceedings }) {
    return acted(await steps.serveDetermination(proceedings, call.act(), call.row.caseId))
  },

  async publishDetermination(call, { proceedings }) {
    return acted(
      await steps.publishDetermination(proceedings, call.act(), call.row.caseId, call.body),
    )
  },
}

/** What was issued; parties see it when it is served. Refusal: `not-there-yet`. */
async function issuedOf(
  services: Services,
  caseId: string,
  principal: Principal,
): Promise<
  Result<{ readonly determination: ArtifactReference; readonly servedLetter: ArtifactReference }>
> {
  const { determination, servedLetter, servedOn } = await stateOf(services, caseId)
  if (
    determination === null ||
    servedLetter === null ||
    (isParty(principal) && servedOn === null)
  ) {
    return refused(
      refuse(serverRefusals, 'not-there-yet', 'the determination has not been issued and served'),
    )
  }
  return ok({ determination, servedLetter })
}
