import { describe, expect, it } from 'vitest'
import { measureLayout } from './page-layout.ts'
import { type GreyPicture, shrink, turnBy, withoutRules, withoutSpecks } from './page-picture.ts'

/** Lines of short strokes, as writing looks from afar, with ragged ends. */
function writing(width = 850, height = 1100): GreyPicture {
  const pixels = new Uint8Array(width * height).fill(255)
  let state = 1
  const chance = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >> 8) / 0x7fffff
  }
  for (let line = 0; line < 40; line += 1) {
    const top = 80 + 24 * line
    const end = width - 90 - ((line * 37) % 200)
    for (let x = 90; x < end; x += 5 + Math.floor(4 * chance())) {
      if (chance() < 0.12) x += 8
      for (let y = top; y < top + 10; y += 1) pixels.fill(0, y * width + x, y * width + x + 3)
    }
  }
  return { width, height, pixels }
}

function sidewaysOf({ width, height, pixels }: GreyPicture): GreyPicture {
  const out = new Uint8Array(pixels.length)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1)
      out[x * height + (height - 1 - y)] = pixels[y * width + x] ?? 0
  }
  return { width: height, height: width, pixels: out }
}

describe('measuring how a page lies', () => {
  it.each([-8, -3, -0.8, 0, 1.2, 4, 9])('finds that its lines slope by %d degrees', (angle) => {
    const { skew, sideways } = measureLayout(turnBy(writing(), angle))
    expect(skew).toBeGreaterThan(angle - 0.25)
    expect(skew).toBeLessThan(angle + 0.25)
    expect(sideways).toBe(false)
  })

  it('sees a page that lies on its side', () => {
    expect(measureLayout(sidewaysOf(writing()))).toMatchObject({ sideways: true, skew: 0 })
    expect(measureLayout(sidewaysOf(turnBy(writing(), 3))).skew).toBeCloseTo(3, 0)
  })

  it('finds no ink on white paper, nor on grey', () => {
    for (const shade of [255, 190]) {
      const paper = { width: 400, height: 500, pixels: new Uint8Array(200_000).fill(shade) }
      expect(measureLayout(paper).ink.total).toBe(0)
    }
  })
})

describe('preparing a picture', () => {
  it('takes out the rules of a table and leaves the letters', () => {
    const picture = writing()
    picture.pixels.fill(0, 70 * 850 + 50, 70 * 850 + 800)
    const ruled = { ...picture, pixels: picture.pixels }
    const cleaned = withoutRules(ruled, 100)
    expect(cleaned.pixels[70 * 850 + 400]).toBe(255)
    expect(cleaned.pixels[85 * 850 + 91]).toBe(0)
  })

  it('takes out specks', () => {
    const picture = { width: 20, height: 20, pixels: new Uint8Array(400).fill(255) }
    picture.pixels[210] = 0
    expect(withoutSpecks(picture).pixels.every((value) => value === 255)).toBe(true)
  })

  it('makes pictures smaller by the mean', () => {
    const pixels = Uint8Array.from([0, 100, 200, 100, 50, 50, 0, 100])
    const small = shrink({ width: 4, height: 2, pixels }, 2)
    expect([...small.pixels]).toEqual([50, 100])
  })
})
