import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import type { Notice } from '#letters'
import { PrintingError } from './typesetter.ts'
import { makeTypesettingChild, type TypesettingChild } from './typesetting-child.ts'
import { type ClosableLetterPrinter, makeLetterPrinter } from './typst-printer.ts'

const notice = (text: string): Notice => ({
  title: 'Notice',
  date: 'November 4, 2026',
  blocks: [{ kind: 'paragraph', text }],
})
const open: { close(): Promise<void> }[] = []
const track = <T extends ClosableLetterPrinter | TypesettingChild>(made: T): T => {
  open.push(made)
  return made
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((made) => made.close()))
})

/** Children of this process, where the system tells (Linux). */
function children(): readonly number[] {
  return readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8')
    .split(' ')
    .filter((id) => id.trim() !== '')
    .map(Number)
}

describe('the process in which letters are set', () => {
  it('starts with the first letter only', async () => {
    const before = children()
    const printer = track(makeLetterPrinter())
    expect(children()).toEqual(before)
    await printer.printNotice(notice('one'))
    expect(children()).toHaveLength(before.length + 1)
  })
  it('is replaced after so many letters, and no letter is lost or comes out of order', async () => {
    const printer = track(makeLetterPrinter({ documentsPerProcess: 3 }))
    const alone = track(makeLetterPrinter())
    const texts = Array.from({ length: 10 }, (_, index) => `letter number ${index}`)
    const printed = await Promise.all(texts.map((text) => printer.printNotice(notice(text))))
    for (const [index, text] of texts.entries()) {
      const expected = await alone.printNotice(notice(text))
      expect(Buffer.compare(printed[index] ?? new Uint8Array(), expected)).toBe(0)
    }
  })
  it('is started again when somebody ends it, and sets what it had in hand', async () => {
    const before = children()
    const printer = track(makeLetterPrinter())
    await printer.printNotice(notice('first'))
    const [started] = children().filter((id) => !before.includes(id))
    const under = Promise.all(['a', 'b', 'c'].map((text) => printer.printNotice(notice(text))))
    if (started !== undefined) process.kill(started, 'SIGKILL')
    expect(await under).toHaveLength(3)
  })
  it('says that a document cannot be set, without its words, and sets the next', async () => {
    const child = track(makeTypesettingChild({ moreFonts: [], documentsPerProcess: 10 }))
    const job = { template: 'notice.typ', title: 'T', foot: 'F' }
    const broken = child.set({ ...job, content: { heading: 'Vexley' } })
    await expect(broken).rejects.toThrow(PrintingError)
    await expect(broken).rejects.not.toThrow(/Vexley/)
    const content = { heading: 'H', organization: null, date: '', addressee: [], blocks: [] }
    expect((await child.set({ ...job, content })).length).toBeGreaterThan(1000)
  })
  it('ends on close; what was not yet set is rejected, and so is what comes after', async () => {
    const before = children()
    const printer = makeLetterPrinter()
    await printer.printNotice(notice('first'))
    const late = printer.printNotice(notice('late'))
    const rejected = expect(late).rejects.toThrow(PrintingError)
    await printer.close()
    await rejected
    await expect(printer.printNotice(notice('after'))).rejects.toThrow('closed')
    expect(children()).toEqual(before)
    await printer.close()
  })
  it('does not keep a program alive that has no more to print', async () => {
    const program = `import { makeLetterPrinter } from '#engines'
      const pdf = await makeLetterPrinter().printNotice({ title: 'T', date: '', blocks: [] })
      console.log(pdf.length > 1000)`
    const args = ['--conditions=openimr-source', '--input-type=module', '--eval', program]
    const ran = spawn(process.execPath, args, {
      cwd: new URL('../../', import.meta.url),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    ran.stdout.on('data', (part: Buffer) => {
      said += part.toString()
    })
    const code = await new Promise((resolve) => ran.once('close', resolve))
    expect([code, said.trim()]).toEqual([0, 'true'])
  })
})
