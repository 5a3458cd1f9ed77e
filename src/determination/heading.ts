import { printAmericanDate } from '#foundation'
import type { DisputedTreatment } from '#intake'

const associated = 'Associated surgical service: '
const retrospective = 'Retrospective '

/**
 * The heading of a disputed treatment as letters print it, without the decision: requested,
 * authorized and remaining part; associated surgical service; retrospective with dates of service
 * (handbook, letters.md 4). A treatment that comes with such words already keeps its own.
 */
export function headingOf(treatment: DisputedTreatment): string {
  const { partial } = treatment
  if (partial && !/was the original request/i.test(treatment.treatment)) {
    const { requested, authorized, remainder } = partial
    return (
      `${requested} was the original request. ${authorized} was authorized by the Claims ` +
      `Administrator. The remaining IMR eligible portion of the original request, ${remainder} is`
    )
  }
  const service = withDates(treatment)
  if (treatment.associatedWith !== undefined) return withPrefix(associated, service)
  return treatment.retrospective ? withPrefix(retrospective, service) : service
}

function withDates({ treatment, retrospective: given, datesOfService }: DisputedTreatment): string {
  if (!given || !datesOfService || datesOfService.length === 0 || /\bDOS\b/.test(treatment)) {
    return treatment
  }
  return `${treatment} (DOS ${datesOfService.map(printAmericanDate).join(', ')})`
}

function withPrefix(prefix: string, service: string): string {
  return service.toLowerCase().startsWith(prefix.trim().toLowerCase()) ? service : prefix + service
}
