// A process of its own that sweeps a home folder's database once it is told to, and says how many
// clocks it ran out. Arguments: home folder, the instant at which it sweeps.
import { once } from 'node:events'
import type { Instant } from '#foundation'
import type { Deps } from '#proceedings'
import { makeCaseStore, makeMemoryArtifactStore, openDatabase } from '#store'
import { startSweeper } from './sweeper.ts'

const [, , home = '', at = ''] = process.argv
const database = await openDatabase({ home })
const none = (): never => {
  throw new TypeError('a sweeper reads and prints nothing')
}
const unused = async (): Promise<never> => {
  throw new TypeError('a sweeper reads and prints nothing')
}
const cases = makeCaseStore(database)
const proceedings: Deps = {
  cases: {
    ...cases,
    append: async (request) => {
      const answer = await cases.append(request)
      if (answer.ok) process.stdout.write('out\n')
      return answer
    },
  },
  artifacts: makeMemoryArtifactStore(),
  pdf: { read: unused, renderPage: unused },
  forms: { blank: unused, readFields: unused },
  recordReader: {
    inspect: unused,
    unpack: unused,
    render: unused,
    readPages: unused,
    renderPage: unused,
  },
  workFiles: { withFolders: unused, sha256Of: unused, partsOf: none },
  printer: { printServedLetter: unused, printPublicLetter: unused, printNotice: unused },
  reviewers: { list: async () => [], get: async () => null },
  organization: { name: '', address: [], phone: '', medicalDirector: '' },
  newId: () => crypto.randomUUID(),
}
process.stdout.write('open\n')
await once(process.stdin, 'data')
process.stdin.destroy()
const sweeper = startSweeper({ proceedings, now: () => at as Instant })
process.stdout.write(`swept ${await sweeper.sweep()}\n`)
await sweeper.stop()
await database.close()
