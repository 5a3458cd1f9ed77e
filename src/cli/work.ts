import { explainRefusal, type Instant } from '#foundation'
import { startReader } from '#server'
import type { Command } from './io.ts'
import { openDesk } from './open-desk.ts'

const help = `openimr work: reads the files that were received and wait to be read

"openimr serve" starts one such process by itself (OPENIMR_WORKERS). On other machines of one
practice, with the same DATABASE_URL and BLOB_URL, start as many as there is work for: each file is
one worker's, and the file of a worker that died is taken up by another one where it was left.
Environment: that of "openimr serve", and
  OPENIMR_LEASE  seconds without a sign of life after which a worker's file is another one's (60)

Example:
  DATABASE_URL=postgresql://… BLOB_URL=s3://… npx openimr work`

/** `openimr work`: runs until it is told to stop, or until the server that started it is gone. */
export const work: Command = async (args, io) => {
  if (args.includes('--help')) {
    io.out(help)
    return 0
  }
  if (args.length > 0) {
    io.err(help)
    return 2
  }
  const leaseSeconds = Number(process.env['OPENIMR_LEASE'] ?? 60)
  if (!(leaseSeconds >= 1 && leaseSeconds <= 3600)) {
    io.err('OPENIMR_LEASE must be a number of seconds from 1 to 3600.')
    return 2
  }
  const toldToStop = untilToldToStop()
  const desk = await openDesk(process.env, io)
  if (!desk.ok) {
    for (const refusal of desk.refusals) io.err(explainRefusal(refusal))
    return 2
  }
  const { proceedings, queue } = desk.value
  const reader = startReader({
    proceedings,
    queue,
    leaseSeconds,
    now: () => new Date().toISOString() as Instant,
    onFault: (fault) => {
      const kind = fault instanceof Error ? fault.name : typeof fault
      io.err(`Reading a file met a fault (${kind}) and will be tried again.`)
    },
  })
  try {
    await toldToStop
    await reader.stop()
    return 0
  } finally {
    await desk.value.close()
  }
}

/** A signal, or the end of the server: its channel closes with it, however it ends. */
function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    if (process.channel) process.once('disconnect', () => resolve())
    else setInterval(() => undefined, 2 ** 30)
  })
}
