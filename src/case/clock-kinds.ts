/** Clocks of the decision: D1 regular, D2 formulary, D3 expedited, D7 experimental (DMHC). */
export function isDecisionClock(clock: string): boolean {
  return clock === 'D1' || clock === 'D2' || clock === 'D3' || clock === 'D7'
}

/** Clocks of sending the records: R1, R2, R3, R4, R6 and their kin; not R7, the copy to the parties. */
export function isRecordClock(clock: string): boolean {
  return clock.startsWith('R') && clock !== 'R7'
}

/** Clocks of what a party is asked for besides. */
export function isRequestClock(clock: string): boolean {
  return clock === 'R6' || clock === 'R6-expedited'
}

/** Clocks of carrying the determination out. */
export function isImplementationClock(clock: string): boolean {
  return clock === 'I1' || clock === 'I2'
}

/** Clocks of what the claims administrator owes whatever becomes of the review. */
export function outlivesReview(clock: string): boolean {
  return clock === 'P2' || clock === 'W1' || clock === 'R7'
}
