import { all, any, atLeast, not, type ThreeValued } from '#foundation'
import type { Criterion } from './pack.ts'

/**
 * The value of a criterion when its leaves have the given values: Kleene's strong three-valued
 * logic. Unknown is never false: `not (prior MRI)` stays unknown where nobody recorded one.
 */
export function evaluate(
  criterion: Criterion,
  valueOfLeaf: (id: string) => ThreeValued,
): ThreeValued {
  switch (criterion.kind) {
    case 'all':
      return all(criterion.of.map((one) => evaluate(one, valueOfLeaf)))
    case 'any':
      return any(criterion.of.map((one) => evaluate(one, valueOfLeaf)))
    case 'atLeast':
      return atLeast(
        criterion.n,
        criterion.of.map((one) => evaluate(one, valueOfLeaf)),
      )
    case 'not':
      return not(evaluate(criterion.of, valueOfLeaf))
    default:
      return valueOfLeaf(criterion.id)
  }
}
