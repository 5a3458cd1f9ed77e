import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256Of } from '#integrity'
import { makeWorkFiles } from './work-files.ts'

let parent = ''
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'openimr-test-'))
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

describe('folders lent for some work', () => {
  it('are empty, apart from one another, and gone when the work has ended, however it ends', async () => {
    const work = makeWorkFiles(parent)
    await expect(
      work.withFolders(async (another) => {
        const [first, second] = [await another(), await another()]
        expect(first).not.toBe(second)
        await writeFile(join(first, 'file'), 'some bytes')
        const content = { path: join(first, 'file') }
        expect(await work.sha256Of(content)).toBe(sha256Of('some bytes'))
        throw new Error('the work fails')
      }),
    ).rejects.toThrow('the work fails')
    expect(await readdir(parent)).toEqual([])
  })

  it('of a process that was killed are removed a day later', async () => {
    const left = join(parent, 'work-left')
    await mkdir(left)
    await makeWorkFiles(parent).withFolders(async () => undefined)
    expect(existsSync(left)).toBe(true)
    const before = new Date(Date.now() - 2 * 86_400_000)
    await utimes(left, before, before)
    await makeWorkFiles(parent).withFolders(async () => undefined)
    expect(existsSync(left)).toBe(false)
  })
})
