/** Long work that stops between its parts, so that whoever does it can do something else as well. */
export type InTurns<T> = Generator<undefined, T, undefined>

/** Does the work at a stretch. */
export function atAStretch<T>(work: InTurns<T>): T {
  for (;;) {
    const turn = work.next()
    if (turn.done) return turn.value
  }
}
