import { z } from 'zod'
import { assertPhrase, findPhrase } from '#evidence'
import type { Io } from './io.ts'

const help = `openimr assert --json

Says for each sentence on standard input what it asserts of a phrase in it.
Input, JSON Lines: {"id", "text", "phrase"}
Output, JSON Lines: {"id", "assertion", "temporality", "experiencer"}

Example:
  echo '{"id":1,"text":"No prior lumbar MRI was provided.","phrase":"lumbar MRI"}' | npx openimr assert --json`

const line = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  phrase: z.string().min(1),
})

/** `openimr assert`: exit status 1 when a line was refused, 2 for wrong usage. */
export async function assertCommand(
  args: readonly string[],
  io: Pick<Io, 'out' | 'err' | 'input'>,
): Promise<number> {
  if (args.includes('--help')) {
    io.out(help)
    return 0
  }
  const unknown = args.find((arg) => arg !== '--json')
  if (unknown !== undefined) {
    io.err(`openimr assert does not know "${unknown}".\n\n${help}`)
    return 2
  }
  let status = 0
  let number = 0
  for await (const text of io.input()) {
    number++
    if (text.trim() === '') continue
    const read = readLine(text)
    if (read === null || !read.success) {
      status = 1
      io.out(
        JSON.stringify({
          id: idOf(text, number),
          refusal: {
            code: 'assert-line-not-valid',
            message: `line ${number} is not {"id", "text", "phrase"}`,
            next: 'Give one JSON object on each line, with the phrase as it stands in the text.',
          },
        }),
      )
      continue
    }
    const { id, ...input } = read.data
    if (findPhrase(input.text, input.phrase) === null) {
      status = 1
      const refusal = {
        code: 'phrase-not-in-text',
        message: `line ${number}: the phrase does not stand in the text, so nothing is said of it`,
        next: 'Give the phrase as it stands in the text.',
      }
      io.out(JSON.stringify({ id, refusal }))
      continue
    }
    io.out(JSON.stringify({ id, ...assertPhrase(input) }))
  }
  return status
}

function readLine(text: string): ReturnType<typeof line.safeParse> | null {
  try {
    return line.safeParse(JSON.parse(text))
  } catch {
    return null
  }
}

function idOf(text: string, number: number): string | number {
  const match = /"id"\s*:\s*(?:"([^"]*)"|(\d+))/.exec(text)
  return match?.[1] ?? (match?.[2] === undefined ? `line ${number}` : Number(match[2]))
}
