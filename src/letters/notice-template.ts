import { z } from 'zod'
import {
  isNonEmpty,
  type NonEmpty,
  ok,
  type Refusal,
  type Result,
  refuse,
  refused,
} from '#foundation'
import { noticeRefusals } from './notice-refusals.ts'
import type { NoticeBlock } from './ports.ts'

/**
 * A document of ours as data: blocks with `{{placeholders}}`, `{{#if value}}…{{else}}…{{/if}}` in
 * their text, `when` on a block ("value", "not value") and `each` on lists and tables. There is no
 * code in a template, and no value that is not there is ever printed as nothing.
 */
export type NoticeTemplate = {
  readonly id: string
  readonly title: string
  readonly version: number
  readonly language: 'en' | 'es'
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  /** `asked`: the party that is asked. `all`: every party. */
  readonly addressee: 'employee' | 'claims-administrator' | 'requesting-physician' | 'asked' | 'all'
  readonly authority: string
  readonly verified: boolean
  readonly source: { readonly title: string; readonly readOn: string }
  /** Values without which the notice makes no sense. */
  readonly needs: readonly string[]
  readonly blocks: NonEmpty<TemplateBlock>
}

type Conditional = { readonly when?: string | undefined }

type TemplateBlock = Conditional &
  (
    | { readonly kind: 'heading'; readonly text: string }
    | { readonly kind: 'paragraph'; readonly text: string }
    | { readonly kind: 'list'; readonly each: string; readonly text: string }
    | {
        readonly kind: 'table'
        readonly header: readonly string[]
        readonly rows?: readonly (readonly string[])[] | undefined
        readonly each?: string | undefined
        readonly row?: readonly string[] | undefined
      }
  )

/** What a template may say: words, yes or no, or a list whose members have words. */
export type NoticeValue = string | boolean | readonly NoticeItem[]
export type NoticeItem = Readonly<Record<string, string | boolean>>
export type NoticeValues = Readonly<Record<string, NoticeValue>>

const when = z
  .string()
  .regex(/^(?:not )?[\w.-]+$/)
  .optional()
const templateFile: z.ZodType<NoticeTemplate> = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]+$/),
  title: z.string().min(1),
  version: z.int().positive(),
  language: z.enum(['en', 'es']),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  addressee: z.enum(['employee', 'claims-administrator', 'requesting-physician', 'asked', 'all']),
  authority: z.string(),
  verified: z.boolean(),
  source: z.strictObject({ title: z.string(), readOn: z.string() }),
  needs: z.array(z.string()),
  blocks: z
    .tuple(
      [z.lazy(() => block)],
      z.lazy(() => block),
    )
    .readonly(),
})
const block: z.ZodType<TemplateBlock> = z.union([
  z.strictObject({ kind: z.literal('heading'), text: z.string().min(1), when }),
  z.strictObject({ kind: z.literal('paragraph'), text: z.string().min(1), when }),
  z.strictObject({ kind: z.literal('list'), each: z.string(), text: z.string().min(1), when }),
  z.strictObject({
    kind: z.literal('table'),
    header: z.array(z.string()).min(1),
    rows: z.array(z.array(z.string())).optional(),
    each: z.string().optional(),
    row: z.array(z.string()).optional(),
    when,
  }),
])

/**
 * A template out of anything, so that an office may bring its own. Refuses what has not the shape,
 * a condition that is not closed, and a table without rows (`notice-template-wrong`).
 */
export function parseNoticeTemplate(input: unknown): Result<NoticeTemplate> {
  const read = templateFile.safeParse(input)
  if (!read.success) {
    const [issue] = read.error.issues
    return wrong(issue?.message ?? 'it has not the shape', issue?.path.map(String).join('.') ?? '')
  }
  for (const [index, one] of read.data.blocks.entries()) {
    if (one.kind === 'table' && (one.rows === undefined) === (one.each === undefined)) {
      return wrong('a table has either rows or each with row', `blocks.${index}`)
    }
    if (one.kind === 'table' && one.each !== undefined && one.row?.length !== one.header.length) {
      return wrong('row has another number of cells than header', `blocks.${index}.row`)
    }
    for (const text of textsOf(one)) {
      const left = text.replaceAll(conditionPattern, '$2$3').replaceAll(placeholder, '')
      if (/\{\{|\}\}/.test(left)) return wrong(`"${text}" has an open bracket`, `blocks.${index}`)
    }
  }
  return ok(read.data)
}

/** Every value that a template names; members of lists as `list[].member`. */
export function valuesNamedIn(template: NoticeTemplate): readonly string[] {
  const named = new Set<string>(template.needs)
  for (const one of template.blocks) {
    if (one.when !== undefined) named.add(one.when.replace(/^not /, ''))
    const each = 'each' in one ? one.each : undefined
    if (each !== undefined) named.add(each)
    for (const text of textsOf(one)) {
      for (const [, name = ''] of text.matchAll(/\{\{(?:#if )?([\w.-]+)\}\}/g)) {
        if (name === 'else') continue
        named.add(name.startsWith('item.') && each ? `${each}[].${name.slice(5)}` : name)
      }
    }
  }
  return [...named].toSorted()
}

/**
 * The blocks of a notice: the template with its values. A heading, list or table whose list is empty
 * falls away. Refuses (`notice-value-missing`) each value that is named, not conditional, and not
 * there.
 */
export function fillNoticeTemplate(
  template: NoticeTemplate,
  values: NoticeValues,
): Result<NonEmpty<NoticeBlock>> {
  const missing = new Set<string>(template.needs.filter((name) => !isThere(values[name])))
  const blocks = template.blocks.flatMap((one): readonly NoticeBlock[] => {
    if (one.when !== undefined && !holds(one.when, values)) return []
    const fill = (text: string, item: NoticeItem = {}): string =>
      fillText(text, values, item, (name) => missing.add(name))
    if (one.kind === 'heading' || one.kind === 'paragraph') {
      return [{ kind: one.kind, text: fill(one.text) }]
    }
    const items = one.each === undefined ? null : values[one.each]
    if (items === undefined || (items !== null && !isList(items))) {
      missing.add(one.each ?? '')
      return []
    }
    if (items?.length === 0) return []
    if (one.kind === 'list') {
      return [{ kind: 'list', items: (items ?? []).map((item) => fill(one.text, item)) }]
    }
    return [
      {
        kind: 'table',
        header: one.header.map((cell) => fill(cell)),
        rows: items
          ? items.map((item) => (one.row ?? []).map((cell) => fill(cell, item)))
          : (one.rows ?? []).map((row) => row.map((cell) => fill(cell))),
      },
    ]
  })
  const refusals: readonly Refusal[] = [...missing].map((name) =>
    refuse(
      noticeRefusals,
      'notice-value-missing',
      `the notice "${template.id}" needs ${name}`,
      name,
    ),
  )
  if (isNonEmpty(refusals)) return { ok: false, refusals }
  return isNonEmpty(blocks) ? ok(blocks) : wrong('nothing is left of it', 'blocks')
}

const conditionPattern =
  /\{\{#if ([\w.-]+)\}\}((?:(?!\{\{(?:#if|else)).)*?)(?:\{\{else\}\}((?:(?!\{\{#if).)*?))?\{\{\/if\}\}/gs
const placeholder = /\{\{([\w.-]+)\}\}/g

function fillText(
  text: string,
  values: NoticeValues,
  item: NoticeItem,
  missing: (name: string) => void,
): string {
  const valueOf = (name: string): NoticeValue | undefined =>
    name.startsWith('item.') ? item[name.slice(5)] : values[name]
  return text
    .replaceAll(conditionPattern, (_, name: string, yes: string, no: string | undefined) =>
      isThere(valueOf(name)) ? yes : (no ?? ''),
    )
    .replaceAll(placeholder, (_, name: string) => {
      const value = valueOf(name)
      if (typeof value === 'string' && value !== '') return value
      missing(name)
      return ''
    })
}

function holds(condition: string, values: NoticeValues): boolean {
  return condition.startsWith('not ')
    ? !isThere(values[condition.slice(4)])
    : isThere(values[condition])
}

/** Yes, words, or a list with members. */
function isThere(value: NoticeValue | undefined): boolean {
  return typeof value === 'object'
    ? value.length > 0
    : value !== undefined && value !== false && value !== ''
}

function isList(value: NoticeValue): value is readonly NoticeItem[] {
  return typeof value === 'object'
}

function textsOf(one: TemplateBlock): readonly string[] {
  return one.kind === 'table'
    ? [...one.header, ...(one.rows ?? []).flat(), ...(one.row ?? [])]
    : [one.text]
}

function wrong(because: string, where: string): Result<never> {
  return refused(refuse(noticeRefusals, 'notice-template-wrong', because, where))
}
