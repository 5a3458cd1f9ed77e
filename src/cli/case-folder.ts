import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { isNonEmpty, ok, type Refusal, type Result, refuse } from '#foundation'
import { proceedingsRefusals } from '#proceedings'
import { parseReviewer, type Reviewer } from '#reviewers'

const day = z.iso.date()
const onDay = z.strictObject({ on: day })

const recordsShape = z.array(
  z.strictObject({
    file: z.string().min(1),
    from: z.enum(['employee', 'representative', 'requesting-physician', 'claims-administrator']),
    receivedOn: day,
  }),
)

const caseManagerShape = z.strictObject({
  person: z.string().min(1),
  testEligibility: onDay.optional(),
  assignReview: z
    .strictObject({ on: day, noticeMethod: z.enum(['mail', 'electronic']) })
    .optional(),
  completeRecords: z.strictObject({ on: day, reason: z.string().optional() }).optional(),
  selectReviewer: z.strictObject({ on: day, reviewerId: z.string() }).optional(),
  serve: onDay.optional(),
  publish: onDay.optional(),
})

const sourceShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('record'),
    says: z.string(),
    file: z.string(),
    page: z.int().min(1),
    quote: z.string().min(1),
  }),
  z.strictObject({ kind: z.literal('absence'), says: z.string(), concept: z.string() }),
  z.strictObject({ kind: z.literal('guideline'), says: z.string(), citation: z.string() }),
])

const reviewerShape = z.strictObject({
  reviewerId: z.string().min(1),
  attest: z
    .strictObject({ on: day, statements: z.union([z.literal('all'), z.array(z.string())]) })
    .optional(),
  reviewFacts: z
    .strictObject({
      on: day,
      /** `cited`: those on the passages that the decisions cite. */
      confirm: z.union([z.literal('cited'), z.array(z.string())]),
      reject: z.array(z.string()).optional(),
    })
    .optional(),
  caseSummary: z.strictObject({ on: day, text: z.string() }).optional(),
  decisions: z.array(
    z.strictObject({
      /** As the application names it. */
      treatment: z.string(),
      on: day,
      decision: z.enum(['upheld', 'overturned']),
      guideline: z.string(),
      rationale: z.string(),
      sources: z.array(sourceShape),
    }),
  ),
  submitDraft: onDay.optional(),
  sign: onDay.optional(),
})

const qualityShape = z.strictObject({
  person: z.string().min(1),
  passQuality: z
    .strictObject({
      on: day,
      overrides: z.array(z.strictObject({ finding: z.string(), reason: z.string() })),
    })
    .optional(),
})

/** A case folder as read: see docs/reference/case-folder.md. Absent files are absent acts. */
export type CaseFolder = {
  readonly path: string
  readonly name: string
  readonly application: unknown
  readonly records: readonly (z.infer<typeof recordsShape>[number] & {
    readonly content: Uint8Array
  })[]
  readonly caseManager: z.infer<typeof caseManagerShape> | null
  readonly reviewer: z.infer<typeof reviewerShape> | null
  readonly quality: z.infer<typeof qualityShape> | null
  readonly reviewers: readonly Reviewer[]
}

/** Reads a case folder. Refusal `case-folder-unreadable` for each thing that is wrong with it. */
export function readCaseFolder(path: string): Result<CaseFolder> {
  const refusals: Refusal[] = []
  const no = (where: string, because: string): void => {
    refusals.push(refuse(proceedingsRefusals, 'case-folder-unreadable', because, where))
  }

  const json = (file: string): unknown => {
    try {
      return JSON.parse(readFileSync(file, 'utf8'))
    } catch (thrown) {
      no(basename(file), thrown instanceof SyntaxError ? 'it is not JSON' : 'it cannot be opened')
      return undefined
    }
  }
  const shaped = <T>(name: string, shape: z.ZodType<T>, needed: boolean): T | null => {
    const file = join(path, name)
    if (!existsSync(file)) {
      if (needed) no(name, 'the folder does not have it')
      return null
    }
    const value = json(file)
    if (value === undefined) return null
    const parsed = shape.safeParse(value)
    if (parsed.success) return parsed.data
    for (const issue of parsed.error.issues) {
      no([name, ...issue.path].join('.'), issue.message)
    }
    return null
  }

  const application = shaped('application.json', z.unknown(), true)
  const listed = shaped('records.json', recordsShape, true) ?? []
  const records = listed.flatMap((record) => {
    try {
      return [{ ...record, content: readFileSync(join(path, 'records', basename(record.file))) }]
    } catch {
      no(`records/${record.file}`, 'the file is named in records.json and cannot be opened')
      return []
    }
  })
  const folder = {
    path,
    name: basename(path),
    application,
    records,
    caseManager: shaped('case-manager.json', caseManagerShape, false),
    reviewer: shaped('reviewer.json', reviewerShape, false),
    quality: shaped('quality.json', qualityShape, false),
    reviewers: readRegister(path, json, no),
  }
  return isNonEmpty(refusals) ? { ok: false, refusals } : ok(folder)
}

/** The register beside the case, or one folder up, for all cases there. */
function readRegister(
  path: string,
  json: (file: string) => unknown,
  no: (where: string, because: string) => void,
): readonly Reviewer[] {
  const file = [join(path, 'reviewers.json'), join(dirname(path), 'reviewers.json')].find((known) =>
    existsSync(known),
  )
  if (file === undefined) {
    no('reviewers.json', 'neither the folder nor the one above it has a register of reviewers')
    return []
  }
  const entries = json(file)
  if (!Array.isArray(entries)) {
    if (entries !== undefined) no('reviewers.json', 'it is not a list')
    return []
  }
  return entries.flatMap((entry: unknown, index) => {
    const reviewer = parseReviewer(entry)
    if (reviewer.ok) return [reviewer.value]
    for (const refusal of reviewer.refusals) {
      no(`reviewers.json[${index}].${refusal.where ?? ''}`, refusal.because)
    }
    return []
  })
}
