import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { makeApplicationForms, makeLetterPrinter, makePdfReader, makeRecordReader } from '#engines'
import type { Deps } from '#proceedings'
import type { Reviewer } from '#reviewers'
import { makeMemoryArtifactStore, makeMemoryCaseStore, makeWorkFiles } from '#store'

/** The organization that the examples and a first start are sent by; set your own by environment. */
export const exampleOrganization: Deps['organization'] = {
  name: 'OpenIMR',
  address: ['Independent Medical Review', '1 Example Square', 'Sacramento, CA 95814'],
  phone: '(916) 555-0100',
  medicalDirector: 'Aurelia Northcott, MD (invented)',
}

/** The organization that the environment names; what it leaves out is the example's. */
export function organizationFrom(
  environment: Readonly<Record<string, string | undefined>>,
): Deps['organization'] {
  return {
    name: environment['OPENIMR_ORGANIZATION'] ?? exampleOrganization.name,
    address:
      environment['OPENIMR_ADDRESS']?.split(';').map((line) => line.trim()) ??
      exampleOrganization.address,
    phone: environment['OPENIMR_PHONE'] ?? exampleOrganization.phone,
    medicalDirector: environment['OPENIMR_DIRECTOR'] ?? exampleOrganization.medicalDirector,
  }
}

/** A case desk in memory, for one command: nothing is kept but what the command writes. */
export function makeMemoryDeps(reviewers: readonly Reviewer[]): Deps & { close(): Promise<void> } {
  const pdf = makePdfReader()
  const forms = makeApplicationForms()
  const recordReader = makeRecordReader()
  const printer = makeLetterPrinter({ organizationName: exampleOrganization.name })
  return {
    cases: makeMemoryCaseStore(),
    artifacts: makeMemoryArtifactStore(),
    pdf,
    recordReader,
    workFiles: makeWorkFiles(tmpdir()),
    printer,
    forms,
    reviewers: {
      list: async () => reviewers,
      get: async (id) => reviewers.find(({ reviewerId }) => reviewerId === id) ?? null,
    },
    organization: exampleOrganization,
    newId: () => randomUUID(),
    close: async () => {
      await Promise.all([pdf.close(), recordReader.close(), printer.close(), forms.close()])
    },
  }
}
