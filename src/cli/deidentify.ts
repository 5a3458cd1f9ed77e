import { z } from 'zod'
import { type DeidentificationProfile, deidentify } from '#publication'
import type { Io } from './io.ts'

const help = `openimr deidentify --json [--profile ca-dwc|safe-harbor]

Strikes out of each text on standard input what identifies a person, and lists what a person has to
look at. ca-dwc (unless said): names, numbers, addresses, companies; dates and ages stay, as
California publishes them. safe-harbor: the 18 identifiers of 45 CFR 164.514(b)(2); of a date the
year stays, of a ZIP code three digits, ages over 89 become 90+.
Input, JSON Lines: {"id", "text", "known"?: [{"type", "value"}]}
Output, JSON Lines: {"id", "text", "spans": [{"start", "end", "type"}], "residue": [{"start", "end", "why"}]}
Spans and residue are places in the text as it was given. An empty residue is no proof: a person reads
the text before it is published.

Example:
  echo '{"id":1,"text":"Mr. Vexley was seen on 06/11/2026.","known":[{"type":"employee","value":"Quentin Vexley"}]}' | npx openimr deidentify --json`

const line = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  known: z.array(z.object({ type: z.string(), value: z.string() })).optional(),
})

/** `openimr deidentify`: exit status 1 when a line was refused, 2 for wrong usage. */
export async function deidentifyCommand(
  args: readonly string[],
  io: Pick<Io, 'out' | 'err' | 'input'>,
): Promise<number> {
  if (args.includes('--help')) {
    io.out(help)
    return 0
  }
  const profile = profileIn(args)
  if (profile === null) {
    io.err(`openimr deidentify does not know "${args.join(' ')}".\n\n${help}`)
    return 2
  }
  let status = 0
  let number = 0
  for await (const text of io.input()) {
    number++
    if (text.trim() === '') continue
    const read = line.safeParse(valueOf(text))
    if (!read.success) {
      status = 1
      const refusal = {
        code: 'deidentify-line-not-valid',
        message: `line ${number} is not {"id", "text", "known"?}`,
        next: 'Give one JSON object on each line, with known as a list of {"type", "value"}.',
      }
      io.out(JSON.stringify({ id: idOf(text, number), refusal }))
      continue
    }
    const { id, known } = read.data
    const found = deidentify(read.data.text, known ?? [], profile)
    io.out(
      JSON.stringify({
        id,
        text: found.text,
        spans: found.spans.map(({ start, end, type }) => ({ start, end, type })),
        residue: found.residue,
      }),
    )
  }
  return status
}

/** Null where the arguments are not ours. */
function profileIn(args: readonly string[]): DeidentificationProfile | null {
  const rest = args.filter((arg) => arg !== '--json')
  const [option, value, ...more] = rest.flatMap((arg) => arg.split(/(?<=^--profile)=/))
  if (option === undefined) return 'ca-dwc'
  if (option !== '--profile' || more.length > 0) return null
  return value === 'ca-dwc' || value === 'safe-harbor' ? value : null
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function idOf(text: string, number: number): string | number {
  const match = /"id"\s*:\s*(?:"([^"]*)"|(\d+))/.exec(text)
  return match?.[1] ?? (match?.[2] === undefined ? `line ${number}` : Number(match[2]))
}
