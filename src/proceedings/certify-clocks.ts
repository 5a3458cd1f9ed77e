import type { ArtifactStore, CertifiedClocks } from '#case'
import { certifyDeadline, type DeadlineRequest } from '#deadlines'
import { ok, type Result } from '#foundation'
import { putJson } from './artifacts.ts'

/** Computes each clock, stores the certificate of its derivation, and names both by clock. */
export async function certifyClocks(
  artifacts: ArtifactStore,
  requests: readonly DeadlineRequest[],
): Promise<Result<CertifiedClocks>> {
  const clocks: Record<string, CertifiedClocks[string]> = {}
  for (const request of requests) {
    const certificate = certifyDeadline(request)
    if (!certificate.ok) return certificate
    clocks[request.clock] = {
      deadline: certificate.value.deadline,
      certificate: await putJson(artifacts, 'deadline-certificate', certificate.value),
    }
  }
  return ok(clocks)
}
