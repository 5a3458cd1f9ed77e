import { type CaseState, type CertifiedClocks, type ClockStarter, clocksStartedBy } from '#case'
import { certifyDeadline } from '#deadlines'
import { ok, type Result } from '#foundation'
import { putJson } from './artifacts.ts'
import type { Act, Deps } from './deps.ts'

/** A command that starts clocks, before who and when. */
type Starter = ClockStarter extends infer Each
  ? Each extends ClockStarter
    ? Omit<Each, 'at'>
    : never
  : never

/** Computes the clocks that a command starts, and stores the certificate of each derivation. */
export async function certifyClocks(
  deps: Deps,
  act: Act,
  command: Starter,
  state: CaseState,
): Promise<Result<CertifiedClocks>> {
  const requests = clocksStartedBy({ ...command, at: act.at }, state)
  if (!requests.ok) return requests
  const clocks: Record<string, CertifiedClocks[string]> = {}
  for (const request of requests.value) {
    const certificate = certifyDeadline(request)
    if (!certificate.ok) return certificate
    clocks[certificate.value.deadline.clock] = {
      deadline: certificate.value.deadline,
      certificate: await putJson(deps.artifacts, 'deadline-certificate', certificate.value),
    }
  }
  return ok(clocks)
}
