/** The child process in which letters are set: it gets texts, gives PDFs, and keeps nothing. */
import { makeTypesetter, PrintingError, type TypesettingJob } from './typesetter.ts'
import type { TypesettingReply, TypesettingRequest } from './typesetting-messages.ts'

let set: ((job: TypesettingJob) => Uint8Array) | null = null
let fault = 'the typesetter was given no fonts'

function answer(job: TypesettingJob): TypesettingReply {
  if (set === null) return { kind: 'fault', message: fault }
  try {
    return { kind: 'pdf', content: set(job) }
  } catch (cause) {
    return { kind: 'fault', message: messageOf(cause) }
  }
}

/** Only messages that we wrote go out: another might hold words of a letter. */
function messageOf(cause: unknown): string {
  return cause instanceof PrintingError ? cause.message : 'the document cannot be set'
}

process.on('message', (request: TypesettingRequest) => {
  if (request.kind === 'set') {
    process.send?.(answer(request.job))
    return
  }
  try {
    set = makeTypesetter(request.moreFonts)
  } catch (cause) {
    fault = messageOf(cause)
  }
})
process.on('disconnect', () => process.exit(0))
