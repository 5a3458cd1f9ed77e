import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { examineParts } from './examine-content.ts'
import { sha256Of } from './sha256.ts'

describe('a file that is examined part by part', () => {
  it('is what it is as a whole, wherever it is parted', () => {
    const whole = Buffer.from('Seen by Ada Lovelöck, MD, on 1 May.')
    for (let at = 0; at <= whole.length; at += 1) {
      const found = examineParts([whole.subarray(0, at), whole.subarray(at)], ['ADA LOVELÖCK'])
      expect(found).toEqual({
        sha256: sha256Of(whole),
        bytes: whole.length,
        crc32: crc32(whole),
        holdsForbidden: true,
      })
    }
    expect(examineParts([whole], ['Ada Byron', '']).holdsForbidden).toBe(false)
  })
})
