import { assert, integer, nat, property, uint8Array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#foundation'
import { filesOf, makeArchive, makeBundle } from './bundle.test-support.ts'
import { BundleError } from './bundle.ts'
import type { BundledEvent } from './bundle-format.ts'
import { chainStart, linkHash } from './hash-chain.ts'
import { sha256Of } from './sha256.ts'
import { verifyBundle } from './verify-bundle.ts'

const encode = (text: string) => new TextEncoder().encode(text)

/** A small case: three events, one of which names a letter and a certificate. */
function smallCase() {
  const letter = encode('%PDF-1.7 the letter')
  const certificate = encode(canonicalJson({ clock: 'D1', due: '2027-01-07' }))
  const said = [
    { type: 'ApplicationReceived', caseNumber: 'CM26-0000001' },
    {
      type: 'ClockStarted',
      certificate: reference(certificate, 'deadline-certificate', 'application/json'),
    },
    { type: 'DeterminationIssued', letter: reference(letter, 'served-letter', 'application/pdf') },
  ]
  return {
    caseId: 'case-1',
    caseNumber: 'CM26-0000001',
    events: chained(said),
    artifacts: new Map([letter, certificate].map((content) => [sha256Of(content), content])),
  }
}

function chained(said: readonly unknown[]): readonly BundledEvent[] {
  let previousHash = chainStart
  return said.map((event, index) => {
    const written = {
      caseId: 'case-1',
      version: index + 1,
      at: '2026-11-21T10:00:00.000Z',
      by: { kind: 'system', name: 'test' },
      event,
    }
    const hash = linkHash(previousHash, written)
    const recorded = { ...written, previousHash, hash }
    previousHash = hash
    return recorded
  })
}

const reference = (content: Uint8Array, kind: string, mediaType: string) => ({
  sha256: sha256Of(content),
  bytes: content.length,
  kind,
  mediaType,
})
/** The bundle opened, changed by hand, and closed again as the format wants it. */
function tampered(change: (files: Map<string, Uint8Array>) => void): Uint8Array {
  const files = new Map(
    filesOf(makeBundle(smallCase())).map(({ path, content }) => [path, content]),
  )
  change(files)
  return makeArchive([...files].map(([path, content]) => ({ path, content })))
}

function firstDefect(bytes: Uint8Array) {
  const verification = verifyBundle(bytes)
  return verification.intact ? null : verification.first
}

describe('a case bundle', () => {
  it('is intact as made, and gives back the events and the files', () => {
    const made = smallCase()
    const verification = verifyBundle(makeBundle(made))
    expect(verification).toMatchObject({ intact: true, events: made.events })
    expect(verification.intact && [...verification.artifacts.keys()].toSorted()).toEqual(
      [...made.artifacts.keys()].toSorted(),
    )
    expect(verification.intact && verification.manifest.head).toBe(made.events.at(-1)?.hash)
  })

  it('has midnight of 1 January 1980 for all its times, in every time zone', () => {
    const bundle = makeBundle(smallCase())
    expect([...bundle.subarray(10, 14)]).toEqual([0, 0, 0x21, 0])
    expect(makeBundle(smallCase())).toEqual(bundle)
  })

  it('keeps its format over the years: bundles made today must verify with later versions', () => {
    // If this hash changes, old bundles stop being intact: raise the bundle version instead.
    expect(sha256Of(makeBundle(smallCase()))).toBe(
      '2571615f398355d09f8aa294c1401017ac5269e0647566d7a4b164938f44a308',
    )
  })

  it('is not intact when any one bit of any byte is turned', () => {
    const bundle = makeBundle(smallCase())
    assert(
      property(nat(bundle.length - 1), integer({ min: 1, max: 255 }), (at, bits) => {
        const changed = Uint8Array.from(bundle)
        changed[at] = (changed[at] ?? 0) ^ bits
        return !verifyBundle(changed).intact
      }),
      { numRuns: 500 },
    )
    for (let at = 0; at < bundle.length; at += 1) {
      const changed = Uint8Array.from(bundle)
      changed[at] = (changed[at] ?? 0) ^ 1
      if (verifyBundle(changed).intact) expect.fail(`byte ${at} can be changed unseen`)
    }
  })

  it('is not intact when it is cut off anywhere or has something behind it', () => {
    const bundle = makeBundle(smallCase())
    for (let length = 0; length < bundle.length; length += 1) {
      if (verifyBundle(bundle.subarray(0, length)).intact) expect.fail(`cut at ${length} unseen`)
    }
    expect(verifyBundle(Buffer.concat([bundle, Buffer.of(0)])).intact).toBe(false)
  })

  it('names the event that was changed', () => {
    const bundle = tampered((files) => {
      const lines = new TextDecoder().decode(files.get('events.jsonl'))
      files.set('events.jsonl', encode(lines.replace('CM26-0000001', 'CM26-0000002')))
    })
    expect(firstDefect(bundle)).toEqual({ what: 'event 1', because: 'it is not what was written' })
  })

  it.each([
    ['the first', 0],
    ['a middle', 1],
    ['the last', 2],
  ])('names the place of %s event when it was taken out', (_which, taken) => {
    const bundle = tampered((files) => {
      const lines = new TextDecoder().decode(files.get('events.jsonl')).split('\n')
      files.set('events.jsonl', encode(lines.toSpliced(taken, 1).join('\n')))
    })
    expect(firstDefect(bundle)?.what).toBe(`event ${taken + 1}`)
  })

  it('names the first of two events that changed places', () => {
    const bundle = tampered((files) => {
      const [first, second, third] = new TextDecoder().decode(files.get('events.jsonl')).split('\n')
      files.set('events.jsonl', encode(`${first}\n${third}\n${second}\n`))
    })
    expect(firstDefect(bundle)).toEqual({
      what: 'event 2',
      because: 'event 3 stands in its place',
    })
  })

  it('sees that events were cut off even where the manifest was made anew without the hash', () => {
    const { events, ...rest } = smallCase()
    const shorter = events.slice(0, 2)
    const [wholeManifest] = filesOf(makeBundle({ ...rest, events }))
    const mixed = filesOf(makeBundle({ ...rest, events: shorter })).map((file) =>
      file.path === 'manifest.json' ? (wholeManifest ?? file) : file,
    )
    expect(firstDefect(makeArchive(mixed))?.what).toBe('event 3')
  })

  it('names the artifact that was replaced, and the event that names it', () => {
    const letter = sha256Of('%PDF-1.7 the letter')
    const bundle = tampered((files) =>
      files.set(`artifacts/${letter}`, encode('%PDF-1.7 the LETTER')),
    )
    expect(firstDefect(bundle)).toEqual({
      what: `served-letter ${letter.slice(0, 12)} of event 3`,
      because: 'its file is not the one that the event names',
    })
  })

  it('names a missing artifact and a file that no event names', () => {
    const letter = sha256Of('%PDF-1.7 the letter')
    expect(firstDefect(tampered((files) => files.delete(`artifacts/${letter}`)))?.because).toBe(
      'its file is missing',
    )
    expect(firstDefect(tampered((files) => files.set('readme.txt', encode('x'))))).toEqual({
      what: 'readme.txt',
      because: 'no event names this file',
    })
  })

  it('asks about every certificate and names the one that does not hold', () => {
    const asked: unknown[] = []
    const bundle = makeBundle(smallCase())
    const verification = verifyBundle(bundle, {
      checkCertificate: (kind, certificate) => {
        asked.push([kind, certificate])
        return 'the day is wrong'
      },
    })
    expect(asked).toEqual([['deadline-certificate', { clock: 'D1', due: '2027-01-07' }]])
    expect(verification).toMatchObject({ intact: false, first: { because: 'the day is wrong' } })
  })

  it('says of anything else that it is not a bundle, and never throws', () => {
    expect(firstDefect(encode('not a zip'))).toEqual({
      what: 'the archive',
      because: 'it is not a zip archive',
    })
    assert(property(uint8Array({ maxLength: 300 }), (bytes) => !verifyBundle(bytes).intact))
    const deep = '['.repeat(200_000) + ']'.repeat(200_000)
    expect(
      verifyBundle(makeArchive([{ path: 'manifest.json', content: encode(deep) }])).intact,
    ).toBe(false)
  })

  it('refuses compressed entries, so that a small archive cannot become a large one', () => {
    const bundle = Uint8Array.from(makeBundle(smallCase()))
    bundle[8] = 8
    expect(firstDefect(bundle)?.because).toMatch(/compressed/)
  })
})

describe('making a bundle', () => {
  it('is a fault when a file is missing, wrong, or holds the name of a reviewer', () => {
    const made = smallCase()
    const letter = sha256Of('%PDF-1.7 the letter')
    expect(() => makeBundle({ ...made, artifacts: new Map() })).toThrow(BundleError)
    expect(() =>
      makeBundle({ ...made, artifacts: new Map([...made.artifacts, [letter, encode('other')]]) }),
    ).toThrow(/not what its hash says/)
    expect(() =>
      makeBundle({
        ...made,
        events: chained([{ type: 'X', note: 'given to Ada Lovelock, MD' }]),
        mustNotContain: ['ADA LOVELOCK'],
      }),
    ).toThrow(/must not leave/)
  })
})
