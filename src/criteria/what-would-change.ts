import type { ThreeValued } from '#foundation'
import { evaluate } from './evaluate.ts'
import { type Criterion, leavesOf } from './pack.ts'

export type Change = {
  readonly criterionId: string
  readonly statement: string
  readonly needs: 'met' | 'not-met'
}

/** Sets larger than this are no use to a reader. */
const largestSet = 3
const mostSets = 24

/**
 * The smallest sets of leaves whose other value would change the result: towards met where it is
 * not met or unknown, towards not met where it is met. No set contains another.
 */
export function whatWouldChange(
  root: Criterion,
  valueOfLeaf: (id: string) => ThreeValued,
): readonly (readonly Change[])[] {
  const target = evaluate(root, valueOfLeaf) !== true
  const leaves = leavesOf(root)
  const flips = leaves.flatMap((leaf) =>
    [true, false]
      .filter((value) => value !== valueOfLeaf(leaf.id))
      .map((value) => ({ leaf, value })),
  )
  const sets: (readonly { readonly id: string; readonly value: boolean }[])[] = []
  const extend = (
    from: number,
    chosen: readonly { id: string; value: boolean }[],
    size: number,
  ): void => {
    if (chosen.length === size) {
      if (
        sets.some((smaller) =>
          smaller.every((one) =>
            chosen.some((two) => two.id === one.id && two.value === one.value),
          ),
        )
      )
        return
      const value = (id: string): ThreeValued =>
        chosen.find((one) => one.id === id)?.value ?? valueOfLeaf(id)
      if (evaluate(root, value) === target) sets.push(chosen)
      return
    }
    for (let i = from; i < flips.length; i++) {
      const flip = flips[i]
      if (!flip || chosen.some(({ id }) => id === flip.leaf.id)) continue
      extend(i + 1, [...chosen, { id: flip.leaf.id, value: flip.value }], size)
    }
  }
  for (let size = 1; size <= largestSet && sets.length < mostSets; size++) extend(0, [], size)
  const statementOf = new Map(leaves.map(({ id, statement }) => [id, statement]))
  return sets.slice(0, mostSets).map((set) =>
    set.map(({ id, value }) => ({
      criterionId: id,
      statement: statementOf.get(id) ?? id,
      needs: value ? ('met' as const) : ('not-met' as const),
    })),
  )
}
