import { describe, expect, it } from 'vitest'
import { valueOf } from '#foundation'
import { loadPack } from './load-pack.ts'
import { packFor, packs, packsFor } from './packs.ts'
import { assessCase, leafResults, treatmentOf } from './test-support.ts'

describe('every pack that ships passes its own cases', () => {
  for (const pack of packs) {
    for (const one of pack.content.cases) {
      it(`${pack.content.id}: ${one.name}`, () => {
        const assessment = assessCase(pack, one)
        const results = leafResults(assessment.root)
        for (const [id, expected] of Object.entries(one.leaves)) {
          expect({ id, result: results.get(id) }).toEqual({ id, result: expected })
        }
        expect(assessment.result).toBe(one.expect)
      })
    }
  }
})

describe('packs', () => {
  it('bring cases of every outcome, conflicts included where facts decide', () => {
    for (const { content } of packs) {
      const outcomes = new Set(content.cases.map(({ expect: result }) => result))
      expect([...outcomes]).toEqual(expect.arrayContaining(['met', 'not-met', 'not-documented']))
    }
  })

  it('are chosen by treatment, region and the edition in force', () => {
    const lumbar = treatmentOf({
      treatment: 'MRI of the lumbar spine',
      bodyRegions: ['lumbar spine'],
    })
    expect(packFor(lumbar, '2016-12-05')?.content.id).toBe('mtus-2004-lumbar-imaging')
    expect(packFor(lumbar, '2019-01-05')?.content.id).toBe('vadod-2017-lumbar-imaging')
    expect(packFor(lumbar, '2026-11-01')?.content.id).toBe('vadod-2022-lumbar-imaging')
    expect(packFor(lumbar, '2001-01-01')).toBeNull()
    const both = treatmentOf({
      treatment: 'MRI for the C/S and L/S',
      bodyRegions: ['cervical spine', 'lumbar spine'],
    })
    expect(packsFor(both, '2014-06-01').map(({ content }) => content.id)).toEqual([
      'mtus-2004-neck-imaging',
      'mtus-2004-lumbar-imaging',
    ])
    const therapy = treatmentOf({ treatment: 'PT 2X4 FOR THE L/S', bodyRegions: ['lumbar spine'] })
    expect(packFor(therapy, '2014-06-01')?.content.id).toBe('mtus-2009-physical-therapy')
    const cold = treatmentOf({
      treatment: 'Associated surgical service: cold therapy unit',
      bodyRegions: ['shoulder'],
      associatedWith: 't1',
    })
    expect(packFor(cold, '2016-12-05')?.content.id).toBe('associated-surgical-service')
  })

  it('are refused with the place of the error, never loaded in part', () => {
    const sound = packs[0]?.content
    const broken = loadPack({ ...sound, effective: { from: '2020-01-01', to: '2019-01-01' } })
    expect(broken.ok ? [] : broken.refusals.map(({ code }) => code)).toEqual([
      'pack-dates-contradict',
    ])
    const unknown = loadPack({
      ...sound,
      root: { kind: 'fact', id: 'x', statement: 'asks the unknown', concept: 'no-such-thing' },
    })
    expect(unknown.ok ? [] : unknown.refusals.map(({ code }) => code)).toEqual([
      'pack-concept-unknown',
    ])
    const shapeless = loadPack({ id: 'x' })
    expect(shapeless.ok).toBe(false)
    expect(loadPack(null).ok).toBe(false)
  })

  it('load to the same hash whatever the order of their members', () => {
    const [pack] = packs
    if (!pack) throw new Error('no pack')
    const turned = Object.fromEntries(Object.entries(pack.content).toReversed())
    expect(valueOf(loadPack(turned)).sha256).toBe(valueOf(loadPack(pack.content)).sha256)
  })
})
