import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { certifyDeadline, verifyDeadlineCertificate } from './deadline-certificate.ts'
import { parseDeadlineRequest } from './parse-deadline-request.ts'

const folder = new URL('../../conformance/deadlines/', import.meta.url)

const expectation = z.union([
  z.strictObject({
    due: z.union([z.strictObject({ on: z.string() }), z.strictObject({ at: z.string() })]),
    /** Days that another defensible reading gives. */
    alternatives: z.array(z.string()).optional(),
    rules: z.string().optional(),
  }),
  z.strictObject({ refusal: z.string(), where: z.string().optional() }),
])
const vector = z.looseObject({ id: z.string(), says: z.string(), expect: expectation })
const knownFailures = z
  .array(z.strictObject({ file: z.string(), id: z.string(), why: z.string().min(1) }))
  .parse(JSON.parse(readFileSync(new URL('known-failures.json', folder), 'utf8')))

const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))

describe.each(files)('conformance/deadlines/%s', (file) => {
  const vectors = readFileSync(new URL(file, folder), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => vector.parse(JSON.parse(line)))

  it('names each vector once', () => {
    expect(new Set(vectors.map(({ id }) => id)).size).toBe(vectors.length)
  })

  it.each(vectors)('$id: $says', (one) => {
    const { id, says: _, expect: expected, ...asked } = one
    const known = knownFailures.some((listed) => listed.file === file && listed.id === id)
    const answer = answerTo(asked, expected)
    if (known) expect(answer, 'mended: take it off known-failures.json').not.toEqual(expected)
    else expect(answer).toEqual(expected)
  })
})

it('lists no known failure that has no vector', () => {
  for (const { file, id } of knownFailures) {
    expect(files).toContain(file)
    expect(readFileSync(new URL(file, folder), 'utf8')).toContain(`"id": "${id}"`)
  }
})

/** What the command would say, in the shape of the expectation; a certificate must hold. */
function answerTo(asked: unknown, expected: z.infer<typeof expectation>): unknown {
  const request = parseDeadlineRequest(asked)
  const certified = request.ok ? certifyDeadline(request.value) : request
  if (!certified.ok) {
    const [first] = certified.refusals
    expect(first.next).not.toBe('')
    return {
      refusal: first.code,
      ...('where' in expected && expected.where !== undefined ? { where: first.where } : {}),
    }
  }
  expect(verifyDeadlineCertificate(certified.value)).toEqual({ ok: true })
  const { due, alternatives, rules } = certified.value.deadline
  return {
    due,
    ...('alternatives' in expected
      ? { alternatives: alternatives?.flatMap((one) => ('on' in one.due ? [one.due.on] : [])) }
      : {}),
    ...('rules' in expected && expected.rules !== undefined ? { rules } : {}),
  }
}
