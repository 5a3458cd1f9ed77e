import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#foundation'
import { assess } from './assess.ts'
import type { Assessment } from './assessment.ts'
import { AssessmentWithoutProofError, makeAnswered, makeNotDocumented } from './make-assessment.ts'
import type { EventLeaf, Pack } from './pack.ts'
import { packs } from './packs.ts'
import { assessCase, citationAt, emptySearch, factsOf, treatmentOf } from './test-support.ts'
import { inWindow } from './weigh-facts.ts'

const criterion = { criterionId: 'x', statement: 'a condition', citation: 'a page', children: [] }

function everyNode(root: Assessment): readonly Assessment[] {
  return [root, ...root.children.flatMap(everyNode)]
}

describe('an assessment', () => {
  it('cannot be met, unmet or conflicting without a place in the record', () => {
    for (const result of ['met', 'not-met', 'conflicting'] as const) {
      expect(() => makeAnswered(criterion, result, [])).toThrow(AssessmentWithoutProofError)
    }
    expect(makeAnswered(criterion, 'met', [citationAt(1), citationAt(1)])).toMatchObject({
      evidence: [citationAt(1)],
    })
  })

  it('cannot be undocumented without what was searched', () => {
    expect(() => makeNotDocumented(criterion, [])).toThrow(AssessmentWithoutProofError)
    expect(() => makeNotDocumented(criterion, [{ ...emptySearch('mri'), terms: [] }])).toThrow(
      AssessmentWithoutProofError,
    )
  })

  it('carries proof on every node of every case of every pack', () => {
    for (const pack of packs) {
      for (const one of pack.content.cases) {
        for (const node of everyNode(assessCase(pack, one).root)) {
          if (node.result === 'not-documented') expect(node.searched.length).toBeGreaterThan(0)
          else if (node.result !== 'judgment') expect(node.evidence.length).toBeGreaterThan(0)
        }
      }
    }
  })

  it('comes out the same to the byte when it is replayed', () => {
    for (const pack of packs) {
      for (const one of pack.content.cases) {
        expect(canonicalJson(assessCase(pack, one))).toBe(canonicalJson(assessCase(pack, one)))
      }
    }
  })

  it('says as a step of its own what follows when silence is taken as unmet', () => {
    const pack = packs.find(({ content }) => content.id === 'mtus-2004-lumbar-imaging')
    const silent = pack?.content.cases.find(({ name }) => name === 'nothing is written down')
    if (!pack || !silent) throw new Error('the case is gone')
    const assessment = assessCase(pack, silent)
    expect(assessment.result).toBe('not-documented')
    expect(assessment.collapse.result).toBe('not-established')
    expect(assessment.collapse.takenAsUnmet).toContain('fracture')
    expect(assessment.collapse.takenAsUnmet).not.toContain('prior-study')
    expect(assessment.whatWouldChangeIt).toContainEqual(
      expect.arrayContaining([expect.objectContaining({ criterionId: 'fracture', needs: 'met' })]),
    )
  })
})

const oneLeaf = (leaf: object): Pack => ({
  sha256: '0'.repeat(64),
  governingDate: '2016-12-05',
  content: {
    ...packs[0]?.content,
    root: {
      kind: 'fact',
      id: 'leaf',
      statement: 'a condition',
      concept: 'straight-leg-raise',
      meets: ['present'],
      fails: ['absent'],
      scope: 'treatment',
      bind: [],
      temporality: ['current', 'historical'],
      changesOverTime: false,
      ifUndocumented: 'unmet',
      ...leaf,
    },
  } as Pack['content'],
})
const lumbar = treatmentOf({ treatment: 'MRI of the lumbar spine', bodyRegions: ['lumbar spine'] })
const slr = { concept: 'straight-leg-raise', region: 'lumbar spine' } as const
const resultOf = (leaf: object, facts: Parameters<typeof factsOf>[0]): string =>
  assess(oneLeaf(leaf), lumbar, factsOf(facts), emptySearch).result

describe('facts weighed for a criterion', () => {
  it('let left and right differ without a conflict', () => {
    expect(
      resultOf({}, [
        { ...slr, assertion: 'absent', side: 'left' },
        { ...slr, assertion: 'present', side: 'right' },
      ]),
    ).toBe('met')
  })

  it('do not deny a sign that was denied on one side only', () => {
    expect(resultOf({}, [{ ...slr, assertion: 'absent', side: 'left' }])).toBe('not-documented')
    expect(resultOf({}, [{ ...slr, assertion: 'absent', side: 'bilateral' }])).toBe('not-met')
  })

  it('conflict where two notes contradict each other on the same side', () => {
    const facts = [
      { ...slr, assertion: 'absent', side: 'left', date: '2014-04-11' },
      { ...slr, assertion: 'present', side: 'left', date: '2014-08-01' },
    ] as const
    expect(resultOf({}, facts)).toBe('conflicting')
    expect(resultOf({ changesOverTime: true }, facts)).toBe('met')
  })

  it('leave out what happened after the governing date, to others, or only might happen', () => {
    expect(resultOf({}, [{ ...slr, assertion: 'present', date: '2017-02-01' }])).toBe(
      'not-documented',
    )
    expect(resultOf({}, [{ ...slr, assertion: 'present', experiencer: 'other' }])).toBe(
      'not-documented',
    )
    expect(resultOf({}, [{ ...slr, assertion: 'present', temporality: 'hypothetical' }])).toBe(
      'not-documented',
    )
  })

  it('take planned, pending, possible and undocumented for no answer', () => {
    for (const assertion of ['planned', 'pending', 'possible', 'not-documented'] as const) {
      expect(resultOf({}, [{ ...slr, assertion }])).toBe('not-documented')
    }
  })

  it('take an imprecise date for the days it may mean', () => {
    const leaf = { window: { withinDays: 365 } } as EventLeaf
    const governing = '2016-12-05' as never
    expect(inWindow(leaf, { precision: 'month', value: '2016-06' }, governing)).toBe(true)
    expect(inWindow(leaf, { precision: 'year', value: '2015' }, governing)).toBeNull()
    expect(inWindow(leaf, { precision: 'year', value: '2014' }, governing)).toBe(false)
    expect(inWindow(leaf, undefined, governing)).toBeNull()
  })

  it('leave an event of imprecise date undocumented rather than guess', () => {
    const leaf = { kind: 'existsEvent', concept: 'mri', window: { withinDays: 365 } }
    const mri = { concept: 'mri', region: 'lumbar spine', assertion: 'present' } as const
    expect(resultOf(leaf, [{ ...mri, date: '2015' }])).toBe('not-documented')
    expect(resultOf(leaf, [{ ...mri, date: '2016-03-02' }])).toBe('met')
  })
})
