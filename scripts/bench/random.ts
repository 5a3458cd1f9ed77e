/** Random choices that come out the same for the same seeds. */
export type Random = {
  /** At least 0, less than 1. */
  next(): number
  /** A whole number, at least 0 and less than `limit`. */
  below(limit: number): number
  pick<T>(from: readonly [T, ...T[]]): T
  chance(share: number): boolean
}

/** sfc32, seeded by whole numbers: (run, input). Not for secrets. */
export function makeRandom(...seeds: readonly number[]): Random {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1]
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  for (const seed of seeds) {
    a ^= Math.imul(seed + 1, 0x85ebca6b)
    b ^= Math.imul(seed + 1, 0xc2b2ae35)
    for (let round = 0; round < 12; round += 1) next()
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    pick: (from) => from[below(from.length)] ?? from[0],
    chance: (share) => next() < share,
  }
}
