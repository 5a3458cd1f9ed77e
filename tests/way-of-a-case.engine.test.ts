import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { run, verify } from '#cli'
import { makePdfReader } from '#engines'
import { readLetterPages } from '#letters'

const examples = fileURLToPath(new URL('../examples/', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'openimr-way-'))
const pdf = makePdfReader()
afterAll(async () => {
  rmSync(work, { recursive: true, force: true })
  await pdf.close()
})

type Json = Record<string, unknown>

async function carry(folder: string, name: string) {
  const lines: string[] = []
  const io = {
    out: (line: string) => lines.push(line),
    err: (line: string) => lines.push(line),
    progress: () => undefined,
    input: async function* () {},
  }
  const out = join(work, `out-${name}`)
  const status = await run([folder, '--out', out], io)
  return { status, out, said: lines.join('\n'), io, lines }
}

/** A copy of the lumbar example with one file changed. */
function changed(name: string, file: string, change: (value: Json) => void): string {
  const folder = join(work, name)
  cpSync(join(examples, 'lumbar-mri'), folder, { recursive: true })
  cpSync(join(examples, 'reviewers.json'), join(folder, 'reviewers.json'))
  const value = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Json
  change(value)
  writeFileSync(join(folder, file), JSON.stringify(value))
  return folder
}

describe('the whole way of a case', () => {
  it.each([
    ['lumbar-mri', 'uphold', ['upheld']],
    ['therapy-and-spine-mri', 'partially-overturn', ['overturned', 'upheld', 'upheld']],
    ['shoulder-surgery', 'overturn', ['overturned', 'overturned', 'overturned', 'overturned']],
  ])('carries the example %s to a letter that reads back', async (name, outcome, decisions) => {
    const { status, out, said, io, lines } = await carry(join(examples, name), name)
    expect(said).toContain('the whole way')
    expect(status).toBe(0)

    const issued = JSON.parse(readFileSync(join(out, 'determination.json'), 'utf8')) as {
      determination: { outcome: string; issues: { decision: string }[]; caseNumber: string }
    }
    expect(issued.determination.outcome).toBe(outcome)
    expect(issued.determination.issues.map(({ decision }) => decision)).toEqual(decisions)

    for (const letter of ['public-letter.pdf', 'determination-letter.pdf']) {
      const pages = await pdf.read(readFileSync(join(out, letter)))
      if (!pages.ok) throw new Error(pages.refusals[0].because)
      const again = readLetterPages(pages.value.pages, { file: letter })
      if (!again.ok) throw new Error(again.refusals[0].because)
      expect(again.value.caseNumber).toBe(issued.determination.caseNumber)
      expect(again.value.issues.map(({ decision }) => decision)).toEqual(decisions)
    }

    const bundle = readdirSync(out).find((file) => file.endsWith('.zip')) ?? ''
    lines.length = 0
    expect(await verify([join(out, bundle)], io)).toBe(0)
    expect(lines.join('\n')).toContain('intact')

    const bytes = readFileSync(join(out, bundle))
    const at = Math.floor(bytes.length / 2)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(join(work, 'touched.zip'), bytes)
    expect(await verify([join(work, 'touched.zip')], io)).toBe(1)
  })

  it('names no party and no reviewer in the public letter, nor the reviewer anywhere', async () => {
    const { out } = await carry(join(examples, 'lumbar-mri'), 'names')
    const text = readFileSync(join(out, 'public-letter.txt'), 'utf8')
    for (const name of ['Sandmark', 'Mockridge', 'Palmetto', 'Granite Fork', 'SYN-2016']) {
      expect(text).not.toContain(name)
    }
    for (const file of ['determination-letter.pdf', 'public-letter.pdf', 'proof-of-service.pdf']) {
      const bytes = readFileSync(join(out, file))
      expect(bytes.includes('Harrowgate'), file).toBe(false)
      const pages = await pdf.read(bytes)
      if (!pages.ok) throw new Error(pages.refusals[0].because)
      expect(pages.value.pages.map((page) => page.text).join('\n'), file).not.toContain(
        'Harrowgate',
      )
    }
  })
})

describe('service on a later day than issue', () => {
  it('prints the letter anew, so that its days and the certified clocks say the same', async () => {
    const folder = changed('served-later', 'case-manager.json', (value) => {
      value['serve'] = { on: '2017-01-31' }
      value['publish'] = { on: '2017-02-01' }
    })
    const { status, out } = await carry(folder, 'served-later')
    expect(status).toBe(0)
    const clock = JSON.parse(readFileSync(join(out, 'deadline-P1.json'), 'utf8')) as {
      deadline: { due: { on: string } }
    }
    expect(clock.deadline.due.on).toBe('2017-03-07')
    const letter = await pdf.read(readFileSync(join(out, 'determination-letter.pdf')))
    if (!letter.ok) throw new Error(letter.refusals[0].because)
    const text = letter.value.pages
      .map((page) => page.text)
      .join('\n')
      .replaceAll(/\s+/g, ' ')
    expect(text).toContain('January 31, 2017')
    expect(text).toContain('March 7, 2017')
    expect(text).not.toContain('March 3, 2017')
  })
})

describe('a missing act', () => {
  it.each([
    ['case-manager.json', 'testEligibility', 'the case manager'],
    ['case-manager.json', 'selectReviewer', 'the case manager'],
    ['reviewer.json', 'attest', 'the expert reviewer'],
    ['reviewer.json', 'sign', 'the expert reviewer'],
    ['quality.json', 'passQuality', 'the quality reader'],
    ['case-manager.json', 'serve', 'the case manager'],
  ])('in %s: %s stops the case and says that it is for %s', async (file, act, whose) => {
    const folder = changed(`without-${act}`, file, (value) => delete value[act])
    const { status, said } = await carry(folder, `without-${act}`)
    expect(status).toBe(1)
    expect(said).toContain('human-act-missing')
    expect(said).toContain(whose)
  })
})

describe('bad input', () => {
  const refusedWith = async (name: string, folder: string): Promise<string> => {
    const { status, said } = await carry(folder, name)
    expect(status).toBe(1)
    // Every refusal says what to do next, behind its code and authority.
    expect(said).toMatch(/\([a-z-]+; [^)]+.*\)\. [A-Z]/)
    return said
  }

  it('refuses a field that the form does not have, by its name', async () => {
    const folder = changed('unknown-field', 'application.json', (value) => {
      value['favouriteColour'] = 'blue'
    })
    expect(await refusedWith('unknown-field', folder)).toContain('favouriteColour')
  })

  it('refuses a day that does not exist', async () => {
    const folder = changed('wrong-date', 'application.json', (value) => {
      value['dateOfInjury'] = '2016-02-30'
    })
    expect(await refusedWith('wrong-date', folder)).toContain('dateOfInjury')
  })

  it('does not assign a case without the utilization review decision', async () => {
    const folder = changed('no-decision', 'application.json', (value) => {
      value['utilizationReview'] = null
    })
    expect(await refusedWith('no-decision', folder)).toMatch(/Stopped at "review assigned"/)
  })

  it('does not assign an unsigned application', async () => {
    const folder = changed('unsigned', 'application.json', (value) => {
      value['signature'] = null
    })
    expect(await refusedWith('unsigned', folder)).toMatch(/Stopped at "review assigned"/)
  })

  it('refuses a file that is no PDF', async () => {
    const folder = changed('not-a-pdf', 'quality.json', () => undefined)
    writeFileSync(join(folder, 'records', 'case-file.pdf'), 'This is not a PDF.')
    expect(await refusedWith('not-a-pdf', folder)).toContain('not-a-pdf')
  })

  it('refuses a PDF cut short', async () => {
    const folder = changed('damaged', 'quality.json', () => undefined)
    const file = join(folder, 'records', 'case-file.pdf')
    writeFileSync(file, readFileSync(file).subarray(0, 900))
    expect(await refusedWith('damaged', folder)).toMatch(/pdf-damaged|not-a-pdf/)
  })

  it('refuses a decision for a treatment that is not in dispute', async () => {
    const folder = changed('other-treatment', 'reviewer.json', (value) => {
      const [decision] = value['decisions'] as Json[]
      if (decision) decision['treatment'] = 'Knee replacement'
    })
    expect(await refusedWith('other-treatment', folder)).toContain('treatment-not-in-dispute')
  })

  it('refuses a quotation that does not stand on its page', async () => {
    const folder = changed('misquoted', 'reviewer.json', (value) => {
      const [decision] = value['decisions'] as { sources: Json[] }[]
      const [source] = decision?.sources ?? []
      if (source) source['quote'] = 'A large disc herniation.'
    })
    expect(await refusedWith('misquoted', folder)).toContain('quote-not-on-page')
  })

  it('refuses to call absent what the record speaks of', async () => {
    const folder = changed('not-absent', 'reviewer.json', (value) => {
      const [decision] = value['decisions'] as { sources: Json[] }[]
      decision?.sources.push({ kind: 'absence', says: 'No therapy.', concept: 'physical-therapy' })
    })
    expect(await refusedWith('not-absent', folder)).toContain('absence-not-proved')
  })

  it('refuses a reviewer who attests only half', async () => {
    const folder = changed('half-attested', 'reviewer.json', (value) => {
      value['attest'] = { on: '2017-01-17', statements: ['no-conflict'] }
    })
    expect(await refusedWith('half-attested', folder)).toContain('reviewer-not-attested')
  })

  it('refuses a reviewer with a tie to the claims administrator', async () => {
    const folder = changed('tied', 'case-manager.json', (value) => {
      value['selectReviewer'] = { on: '2017-01-13', reviewerId: 'reviewer-pmr-05' }
    })
    expect(await refusedWith('tied', folder)).toContain('reviewer-excluded')
  })
})
