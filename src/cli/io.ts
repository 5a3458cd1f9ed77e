/** What a command may use of the terminal: lines out, lines of diagnostics, progress, lines in. */
export type Io = {
  /** One line on standard output. */
  out(line: string): void
  /** One line on standard error. */
  err(line: string): void
  /** A line that replaces the one before it, on a terminal only. */
  progress(line: string): void
  /** Lines of standard input. */
  input(): AsyncIterable<string>
}

/** A command of `openimr`: takes what stands after its name, answers with the exit status. */
export type Command = (args: readonly string[], io: Io) => Promise<number>
