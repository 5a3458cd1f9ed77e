import { describe, expect, it } from 'vitest'
import type { ThreeValued } from '#foundation'
import { evaluate } from './evaluate.ts'
import type { Criterion } from './pack.ts'
import { whatWouldChange } from './what-would-change.ts'

/** A small generator with a seed: the same trees on every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39)
    mixed ^= mixed >>> 15
    return (mixed >>> 0) / 4_294_967_296
  }
}

/** The same tree as the engine's, in a shape of its own for the naive evaluator. */
type Naive =
  | { readonly leaf: string }
  | { readonly least: number; readonly parts: readonly Naive[] }
  | { readonly inverse: Naive }

type Both = { readonly criterion: Criterion; readonly naive: Naive }

function randomTree(random: () => number, names: readonly string[], depth: number, id = 'r'): Both {
  const pick = random()
  const statement = 'a random criterion'
  if (depth === 0 || pick < 0.25) {
    const name = names[Math.floor(random() * names.length)] ?? 'a'
    return {
      criterion: { kind: 'judgment', id: name, statement, question: 'is it so?', shows: [] },
      naive: { leaf: name },
    }
  }
  if (pick < 0.4) {
    const inner = randomTree(random, names, depth - 1, `${id}n`)
    return {
      criterion: { kind: 'not', id, statement, of: inner.criterion },
      naive: { inverse: inner.naive },
    }
  }
  const parts = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, index) =>
    randomTree(random, names, depth - 1, `${id}${index}`),
  )
  const of = parts.map(({ criterion }) => criterion)
  const naive = parts.map((part) => part.naive)
  if (pick < 0.6)
    return {
      criterion: { kind: 'all', id, statement, of },
      naive: { least: naive.length, parts: naive },
    }
  if (pick < 0.8)
    return { criterion: { kind: 'any', id, statement, of }, naive: { least: 1, parts: naive } }
  const n = 1 + Math.floor(random() * (naive.length + 1))
  return { criterion: { kind: 'atLeast', n, id, statement, of }, naive: { least: n, parts: naive } }
}

/** Two-valued truth of a tree: counts, where the engine's functions are not used. */
function truth(tree: Naive, values: ReadonlyMap<string, boolean>): boolean {
  if ('leaf' in tree) return values.get(tree.leaf) ?? false
  if ('inverse' in tree) return !truth(tree.inverse, values)
  return tree.parts.reduce((count, part) => count + (truth(part, values) ? 1 : 0), 0) >= tree.least
}

/** Strong Kleene by bounds: the fewest and the most parts that can be true. */
function bounds(
  tree: Naive,
  values: ReadonlyMap<string, ThreeValued>,
): readonly [boolean, boolean] {
  if ('leaf' in tree) {
    const value = values.get(tree.leaf) ?? null
    return [value === true, value !== false]
  }
  if ('inverse' in tree) {
    const [low, high] = bounds(tree.inverse, values)
    return [!high, !low]
  }
  const parts = tree.parts.map((part) => bounds(part, values))
  const low = parts.filter(([surely]) => surely).length
  const high = parts.filter(([, possibly]) => possibly).length
  return [low >= tree.least, high >= tree.least]
}

/** All ways to decide what is unknown, and the answers they give. */
function completions(tree: Naive, values: ReadonlyMap<string, ThreeValued>): ReadonlySet<boolean> {
  const unknown = [...values].filter(([, value]) => value === null).map(([name]) => name)
  const answers = new Set<boolean>()
  for (let mask = 0; mask < 2 ** unknown.length; mask++) {
    const decided = new Map([...values].map(([name, value]) => [name, value === true]))
    unknown.forEach((name, bit) => decided.set(name, Math.floor(mask / 2 ** bit) % 2 === 1))
    answers.add(truth(tree, decided))
  }
  return answers
}

const names = ['a', 'b', 'c', 'd', 'e', 'f']

describe('the logic of criteria', () => {
  it('agrees with two independent evaluators on 10,000 random trees, and is monotone', () => {
    const random = seeded(20_261_121)
    const outcomes = { true: 0, false: 0, null: 0 }
    for (let n = 0; n < 10_000; n++) {
      const { criterion, naive } = randomTree(random, names, 4)
      const values = new Map<string, ThreeValued>(
        names.map((name) => [
          name,
          ([true, false, null] as const)[Math.floor(random() * 3)] ?? null,
        ]),
      )
      const value = evaluate(criterion, (id) => values.get(id) ?? null)
      outcomes[`${value}`]++
      // Strong Kleene, computed in another way: equal.
      const [low, high] = bounds(naive, values)
      const byBounds = low ? true : high ? null : false
      if (value !== byBounds) expect.fail(`tree ${n}: ${value}, by bounds ${byBounds}`)
      // What Kleene decides, every completion decides so.
      const answers = completions(naive, values)
      if (value !== null && (answers.size !== 1 || !answers.has(value))) {
        expect.fail(`tree ${n}: ${value} does not hold in every completion`)
      }
      if (answers.size === 2 && value !== null) expect.fail(`tree ${n}: decided too early`)
      // Documenting one more fact never turns an answer round.
      const open = names.find((name) => values.get(name) === null)
      if (open !== undefined && value !== null) {
        for (const told of [true, false]) {
          const later = evaluate(criterion, (id) => (id === open ? told : (values.get(id) ?? null)))
          if (later !== value) expect.fail(`tree ${n}: not monotone in ${open}`)
        }
      }
    }
    // The trees are worth testing: every outcome is common.
    for (const count of Object.values(outcomes)) expect(count).toBeGreaterThan(1000)
  })

  it('never makes `no earlier MRI` true because nobody recorded one', () => {
    const prior: Criterion = {
      kind: 'judgment',
      id: 'p',
      statement: 'earlier MRI',
      question: 'was there one?',
      shows: [],
    }
    expect(
      evaluate({ kind: 'not', id: 'n', statement: 'no earlier MRI', of: prior }, () => null),
    ).toBeNull()
  })

  it('names the smallest changes, and each of them does change the result', () => {
    const random = seeded(7)
    for (let n = 0; n < 400; n++) {
      const { criterion } = randomTree(random, names, 3)
      const values = new Map<string, ThreeValued>(
        names.map((name) => [
          name,
          ([true, false, null] as const)[Math.floor(random() * 3)] ?? null,
        ]),
      )
      const before = evaluate(criterion, (id) => values.get(id) ?? null)
      for (const set of whatWouldChange(criterion, (id) => values.get(id) ?? null)) {
        const wanted = new Map(set.map(({ criterionId, needs }) => [criterionId, needs === 'met']))
        const after = evaluate(criterion, (id) => wanted.get(id) ?? values.get(id) ?? null)
        expect(after).toBe(before !== true)
        for (const left of wanted.keys()) {
          const less = evaluate(criterion, (id) =>
            id === left ? (values.get(id) ?? null) : (wanted.get(id) ?? values.get(id) ?? null),
          )
          expect(less).not.toBe(before !== true)
        }
      }
    }
  })
})
