import { expect, it } from 'vitest'
import { assertCommand } from './assert.ts'

async function run(
  lines: readonly string[],
  args: readonly string[] = ['--json'],
): Promise<{ status: number; out: string[] }> {
  const out: string[] = []
  const status = await assertCommand(args, {
    out: (line) => out.push(line),
    err: () => undefined,
    async *input() {
      yield* lines
    },
  })
  return { status, out }
}

it('answers each sentence, and refuses a line that is none without losing the others', async () => {
  const { status, out } = await run([
    '{"id":"a","text":"No prior lumbar MRI was provided for review.","phrase":"lumbar MRI"}',
    'not json',
    '{"id":3,"text":"Mother has diabetes.","phrase":"diabetes"}',
  ])
  expect(status).toBe(1)
  expect(out.map((line) => JSON.parse(line))).toMatchObject([
    { id: 'a', assertion: 'not-documented', temporality: 'historical', experiencer: 'patient' },
    { refusal: { code: 'assert-line-not-valid' } },
    { id: 3, assertion: 'present', experiencer: 'other' },
  ])
})

it('says nothing of a phrase that does not stand in the text', async () => {
  const { status, out } = await run(['{"id":1,"text":"No prior MRI.","phrase":"radiograph"}'])
  expect(status).toBe(1)
  expect(JSON.parse(out[0] ?? '')).toMatchObject({ id: 1, refusal: { code: 'phrase-not-in-text' } })
})

it('says how it is used', async () => {
  expect((await run([], ['--help'])).status).toBe(0)
  expect((await run([], ['--wrong'])).status).toBe(2)
})
