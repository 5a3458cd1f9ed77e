import { type Refusal, type Result, refuse, refused } from '#foundation'
import { proceedingsRefusals } from './refusals.ts'

/** Does the work; where the disk, or the database's, has no room for it, that is a refusal. */
export async function orStorageFull<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (fault) {
    if (!isStorageFull(fault)) throw fault
    return refused(storageFull())
  }
}

/** Whether a fault says that there is no room: of the file system, or PostgreSQL's `disk_full`. */
export function isStorageFull(fault: unknown): boolean {
  const { code, cause } = (fault ?? {}) as { readonly code?: unknown; readonly cause?: unknown }
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return true
  return cause !== undefined && cause !== fault && isStorageFull(cause)
}

export function storageFull(): Refusal {
  return refuse(proceedingsRefusals, 'storage-full', 'there is no room left on the disk')
}
