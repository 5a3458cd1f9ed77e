import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { refusalCatalogues } from './support/refusal-catalogues.ts'

const page = readFileSync(new URL('../docs/reference/refusals.md', import.meta.url), 'utf8')
const onPage = [...page.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map((match) => match[1] ?? '')
const inCode = [...refusalCatalogues.values()].flatMap((catalogue) => Object.keys(catalogue))

describe('the page of refusals', () => {
  it('has every refusal of the code, and no other', () => {
    expect([...new Set(onPage)].toSorted()).toEqual([...new Set(inCode)].toSorted())
  })

  it('gives each refusal an authority and a next step', () => {
    for (const catalogue of refusalCatalogues.values()) {
      for (const [code, { authority, next }] of Object.entries(catalogue)) {
        expect(authority.length, code).toBeGreaterThan(3)
        expect(next, code).toMatch(/[.!]$/)
      }
    }
  })
})
