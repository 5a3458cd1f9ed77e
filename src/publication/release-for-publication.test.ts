import { assert, constantFrom, double, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Determination } from '#determination'
import { proposePublication, releaseForPublication } from './release-for-publication.ts'
import { buildApplication, buildDetermination, buildIssue } from './test-builders.ts'

const request = { application: buildApplication(), reviewerNames: ['Ottoline Brackenbury'] }

describe('release for publication', () => {
  it('lets a determination without names through unchanged', () => {
    const determination = buildDetermination()
    const released = releaseForPublication(determination, request)
    expect(released).toEqual({ ok: true, value: determination })
  })
  it('strikes names out of running text and says where', () => {
    const proposal = proposePublication(
      buildDetermination({ caseSummary: 'Mr. Quillfeather is 46 years old.' }),
      request,
    )
    expect(proposal.ok && proposal.value.determination.caseSummary).toBe(
      'Mr. [EMPLOYEE] is 46 years old.',
    )
    expect(proposal.ok && proposal.value.struck).toEqual([
      { field: 'caseSummary', start: 4, end: 16, type: 'employee' },
    ])
  })
  it('refuses a name in a field that is published as it is, and does not repeat the name', () => {
    const released = releaseForPublication(
      buildDetermination({
        reviewer: { licensure: ['California'], specialties: ['Brackenbury, Orthopedic Surgery'] },
      }),
      request,
    )
    expect(released).toMatchObject({
      ok: false,
      refusals: [{ code: 'identifier-in-published-field', where: 'reviewer.specialties[0]' }],
    })
    expect(JSON.stringify(released)).not.toContain('Brackenbury')
  })
  it('refuses a near miss until a person has looked at it', () => {
    const determination = buildDetermination({ caseSummary: 'Seen with Quillfeathers today.' })
    expect(releaseForPublication(determination, request)).toMatchObject({
      ok: false,
      refusals: [{ code: 'identifier-may-remain', where: 'caseSummary' }],
    })
    const looked = { ...request, acceptedWords: ['Quillfeathers'] }
    expect(releaseForPublication(determination, looked).ok).toBe(true)
  })
  it('drops what is not a field of the public letter', () => {
    const sneaky = { ...buildDetermination(), reviewerName: 'Ottoline Brackenbury' }
    const released = releaseForPublication(sneaky, request)
    expect(released.ok && JSON.stringify(released.value)).not.toMatch(/Brackenbury|reviewerName/)
  })
})

const identifiers: readonly string[] = [
  'Quillfeather',
  'Robert Quillfeather',
  'QUILLFEATHER',
  'Quillfeather, Robert',
  'Brackenbury',
  'Ottoline Brackenbury',
  'Dr. Brackenbury',
  'Harborline',
  'Valle Verde Packing',
  'Okafor',
  'Ilyina-Moss',
  'Ilyina',
  '1180 Alder Court',
  'WC-2026-004417',
  'WC2026004417',
  'ADJ13371337',
  '(555) 010-4417',
  '02/03/1980',
  '1093817465',
]
const fields = [
  'caseSummary',
  'treatment',
  'rationale',
  'guideline',
  'citation title',
  'section',
  'specialty',
  'remainder',
  'body region',
] as const

function plant(field: (typeof fields)[number], put: (text: string) => string): Determination {
  const clean = buildDetermination()
  const issue = buildIssue()
  const guideline = issue.reviewOrganizationGuideline
  switch (field) {
    case 'caseSummary':
      return { ...clean, caseSummary: put(clean.caseSummary) }
    case 'treatment':
      return { ...clean, issues: [{ ...issue, treatment: put(issue.treatment) }] }
    case 'rationale':
      return { ...clean, issues: [issue, { ...issue, rationale: put(issue.rationale) }] }
    case 'guideline':
      return {
        ...clean,
        issues: [
          { ...issue, claimsAdministratorGuideline: { ...guideline, text: put(guideline.text) } },
        ],
      }
    case 'citation title':
    case 'section': {
      const citation =
        field === 'section'
          ? { source: 'MTUS' as const, sections: [put('Special Studies')] }
          : { source: 'MTUS' as const, title: put('Low Back Complaints') }
      return {
        ...clean,
        issues: [
          { ...issue, reviewOrganizationGuideline: { ...guideline, citations: [citation] } },
        ],
      }
    }
    case 'specialty':
      return { ...clean, reviewer: { licensure: ['Texas'], specialties: [put('Pain Management')] } }
    case 'remainder':
      return {
        ...clean,
        issues: [
          { ...issue, partial: { requested: '12', authorized: '6', remainder: put('6 sessions') } },
        ],
      }
    default:
      return { ...clean, issues: [{ ...issue, bodyRegions: [put('lumbar spine')] }] }
  }
}

describe('an identifier planted anywhere', () => {
  it('is gone or refused', () => {
    assert(
      property(
        constantFrom(...identifiers),
        constantFrom(...fields),
        double({ min: 0, max: 1, noNaN: true }),
        constantFrom(' ', ', ', ' (', '\n', '. ', '; ', ' "', '/', ' – '),
        constantFrom(' ', ', ', ') ', '\n', '. ', '’s ', '" ', '/'),
        (identifier, field, place, before, after) => {
          const planted = plant(field, (text) => {
            const words = text.split(' ')
            const at = Math.round(place * words.length)
            const left = words.slice(0, at).join(' ')
            return `${left}${before}${identifier}${after}${words.slice(at).join(' ')}`
          })
          const released = releaseForPublication(planted, request)
          if (!released.ok) return
          const published = JSON.stringify(released.value)
          expect(published).not.toContain(identifier)
          for (const part of ['Quillfeather', 'Brackenbury', 'Okafor', 'Ilyina', '004417']) {
            expect(published.toLowerCase()).not.toContain(part.toLowerCase())
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
