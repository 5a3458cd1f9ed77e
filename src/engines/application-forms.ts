import { isNonEmpty, ok, type Result, refuse, refused } from '#foundation'
import { type ApplicationForms, applicationForm, type FormLanguage, formMark } from '#intake'
import { drawApplicationForm } from './application-form-pdf.ts'
import { makePdfPool } from './pdf-child.ts'
import { sayTrouble } from './pdf-messages.ts'
import { pdfRefusals } from './pdf-refusals.ts'

/** Forms that also can be told to end their child process. */
export type ClosableApplicationForms = ApplicationForms & { close(): Promise<void> }

/** A form has a few pages; more bytes than this are something else. */
const bytesAtMost = 10 * 1024 * 1024
const pagesAtMost = 50
const milliseconds = 15_000

/**
 * The blank form, drawn once for each language, and the reading of filled ones in a child process
 * that is ended when the file takes too long. Refusals: those of the PDF reader, and
 * `pdf-has-no-fields`.
 */
export function makeApplicationForms(): ClosableApplicationForms {
  const pool = makePdfPool(1, 268_435_456)
  const blanks = new Map<FormLanguage, Promise<Uint8Array>>()
  return {
    blank(language) {
      const drawn = blanks.get(language) ?? drawApplicationForm(applicationForm, language, formMark)
      blanks.set(language, drawn)
      return drawn
    },
    async readFields(content) {
      if (content.length > bytesAtMost) {
        const because = `the file has ${content.length} bytes; a form has at most ${bytesAtMost}`
        return refused(refuse(pdfRefusals, 'pdf-too-large', because, 'body'))
      }
      const patience = { total: milliseconds, silence: milliseconds }
      const outcome = await pool.withChild((child) =>
        child.ask<Result<Readonly<Record<string, string>>>>(
          { kind: 'fields', content, maximumPages: pagesAtMost },
          patience,
          (reply) => {
            if (reply.kind === 'trouble') {
              return refused(refuse(pdfRefusals, reply.trouble, sayTrouble(reply.trouble), 'body'))
            }
            if (reply.kind !== 'fields') return null
            return isNonEmpty(Object.keys(reply.fields))
              ? ok(reply.fields)
              : refused(
                  refuse(
                    pdfRefusals,
                    'pdf-has-no-fields',
                    'the file has no field that can be filled in',
                    'body',
                  ),
                )
          },
        ),
      )
      if (!('interrupted' in outcome)) return outcome
      return refused(
        outcome.interrupted === 'late'
          ? refuse(pdfRefusals, 'pdf-too-slow', 'its fields were not read in time', 'body')
          : refuse(pdfRefusals, 'pdf-damaged', 'the engine gave up on its fields', 'body'),
      )
    },
    close: () => pool.close(),
  }
}
