import { z } from 'zod'
import { list, nothing, pageParams } from './common-shapes.ts'
import { spanShape } from './evidence-shapes.ts'
import { operation, partiesAndStaff } from './operation.ts'

export const getPageText = operation({
  id: 'getPageText',
  method: 'GET',
  path: '/api/cases/{caseId}/documents/{documentId}/pages/{page}',
  summary: 'The text of a page in reading order, with the place of every word',
  authority: 'house rule: every statement leads to a page of the record',
  policy: partiesAndStaff,
  params: pageParams,
  query: nothing,
  body: nothing,
  answer: z.object({
    page: z.int(),
    width: z.number(),
    height: z.number(),
    text: z.string(),
    words: list(
      z.object({
        text: z.string(),
        span: spanShape,
        box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
        /** Of a word read from a picture: how sure the reading is, 0 to 1. */
        confidence: z.number().exactOptional(),
      }),
    ),
    source: z.enum(['layer', 'ocr', 'none']),
    /** The mean over the words read from a picture, 0 to 1. */
    confidence: z.number().exactOptional(),
    /** The other reading, where the page has both a text layer and a reading of its picture. */
    setAside: z
      .object({ source: z.enum(['layer', 'ocr']), text: z.string(), because: z.string() })
      .exactOptional(),
  }),
})
