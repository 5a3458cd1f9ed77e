import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { makePdfReader } from '#engines'
import { valueOf } from '#foundation'
import { parseApplication, prefillUtilizationReview, readUtilizationReviewDecision } from '#intake'

const pdf = makePdfReader()
afterAll(() => pdf.close())

const example = (name: string, file: string): Buffer =>
  readFileSync(new URL(`../../examples/${name}/${file}`, import.meta.url))

describe('the utilization review decisions of the examples', () => {
  it.each(['lumbar-mri', 'shoulder-surgery', 'therapy-and-spine-mri'])(
    'say in %s what the application says, and lack only the envelope and what they do not cite',
    async (name) => {
      const application = valueOf(
        parseApplication(JSON.parse(example(name, 'application.json').toString('utf8'))),
      )
      const file = await pdf.read(example(name, 'records/utilization-review-decision.pdf'))
      const reading = readUtilizationReviewDecision(valueOf(file).pages.map(({ text }) => text))
      const review = application.utilizationReview
      expect(reading.fields.claimNumber?.value).toBe(application.claimNumber)
      expect(reading.fields.dateOfInjury?.value).toBe(application.dateOfInjury)
      expect(reading.requests).toHaveLength(application.disputedTreatments.length)
      expect(prefillUtilizationReview(reading).known).toMatchObject({
        organization: review?.organization,
        requestReceivedOn: review?.requestReceivedOn,
        decidedOn: review?.decidedOn,
        servedOn: review?.servedOn,
        outcome: review?.outcome,
        conditional: false,
        formServed: true,
      })
      const lacking = reading.checklist.filter(
        ({ result }) => result === 'missing' || result === 'doubtful',
      )
      expect(lacking.map(({ item }) => item).filter((item) => item !== 'guideline')).toEqual([
        'envelope',
      ])
    },
  )
})
