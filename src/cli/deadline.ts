import { certifyDeadline, explainDeadline, parseDeadlineRequest } from '#deadlines'
import { isNonEmpty, type Refusal } from '#foundation'
import type { Command } from './io.ts'
import { refusalLine, sayRefusal } from './refusal-line.ts'

const help = `openimr deadline --json: computes deadlines with their derivation

Reads JSON Lines on standard input, one question a line:
  {"id", "clock", "rules"?, "start": {"on" | "at", "service"?, "place"?}, "calendar"?}
and writes {"id", "due": {"on"} | {"at"}, "steps": [{"rule", "authority", "from", "to"}]}.
--certificate adds the certificate that computes it again; without --json it says it in words.

Example:
  echo '{"id":"1","clock":"F1","start":{"on":"2026-10-26","service":"mail","place":"CA"}}' \\
    | npx openimr deadline --json`

/** `openimr deadline`: exit status 1 where a line was refused; the others are answered. */
export const deadline: Command = async (args, io) => {
  if (args.includes('--help')) {
    io.out(help)
    return 0
  }
  const unknown = args.find((arg) => arg !== '--json' && arg !== '--certificate')
  if (unknown !== undefined) {
    io.err(`openimr deadline does not know "${unknown}".\n\n${help}`)
    return 2
  }
  const asJson = args.includes('--json')
  let refusedLines = 0
  let number = 0
  for await (const line of io.input()) {
    number += 1
    if (line.trim() === '') continue
    const asked = jsonOf(line)
    const id = idOf(asked) ?? number
    const request = parseDeadlineRequest(asked)
    const certified = request.ok ? certifyDeadline(request.value) : request
    if (!certified.ok) {
      refusedLines += 1
      const refusals: readonly Refusal[] = certified.refusals
      if (isNonEmpty(refusals)) {
        io.out(asJson ? refusalLine({ id }, refusals) : sayRefusal(String(id), refusals))
      }
      continue
    }
    const certificate = certified.value
    io.out(
      asJson
        ? JSON.stringify({
            id,
            ...certificate.deadline,
            ...(args.includes('--certificate') ? { certificate } : {}),
          })
        : explainDeadline(certificate.deadline),
    )
  }
  return refusedLines > 0 ? 1 : 0
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return line
  }
}

function idOf(asked: unknown): string | number | null {
  if (typeof asked !== 'object' || asked === null || !('id' in asked)) return null
  return typeof asked.id === 'string' || typeof asked.id === 'number' ? asked.id : null
}
