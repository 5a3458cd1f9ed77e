// A sweeper of its own process: sweeps the database of a home folder as of an instant, to the end.
import type { Instant } from '#foundation'
import { startSweeper } from '#server'
import { makeCaseStore, makeMemoryArtifactStore, openDatabase } from '#store'

const [, , home = '', at = ''] = process.argv
const database = await openDatabase({ home })
const none = (): never => {
  throw new TypeError('a sweeper reads and prints nothing')
}
const unused = async (): Promise<never> => {
  throw new TypeError('a sweeper reads and prints nothing')
}
const sweeper = startSweeper({
  proceedings: {
    cases: makeCaseStore(database),
    artifacts: makeMemoryArtifactStore(),
    pdf: { read: unused, renderPage: unused },
    recordReader: {
      inspect: unused,
      unpack: unused,
      render: unused,
      readPages: unused,
      renderPage: unused,
    },
    workFiles: { withFolders: unused, sha256Of: unused, partsOf: none },
    forms: { blank: unused, readFields: unused },
    printer: { printServedLetter: unused, printPublicLetter: unused, printNotice: unused },
    reviewers: { list: async () => [], get: async () => null },
    organization: { name: '', address: [], phone: '', medicalDirector: '' },
    newId: () => crypto.randomUUID(),
  },
  now: () => at as Instant,
})
await sweeper.sweep()
await sweeper.stop()
await database.close()
