/** A page of a received file. */
export type PlaceInRecord = { readonly file: string; readonly page: number }

const places = new Map<string, PlaceInRecord>()

/** Where somebody read last in the record of a case since the application was opened. */
export function leftOff(caseId: string): PlaceInRecord | null {
  return places.get(caseId) ?? null
}

/** Keeps the place until the application is closed; it is told to nobody. */
export function leaveOff(caseId: string, place: PlaceInRecord): void {
  places.set(caseId, place)
}
