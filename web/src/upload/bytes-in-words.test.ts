import { expect, it } from 'vitest'
import { bytesInWords } from './bytes-in-words.ts'

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1.0 kB'],
  [8_388_608, '8.4 MB'],
  [52_000_000, '52 MB'],
  [3_210_000_000, '3.2 GB'],
])('says %i bytes as %s', (bytes, words) => {
  expect(bytesInWords(bytes)).toBe(words)
})
