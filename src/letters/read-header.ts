import { type PlainDate, parseAmericanDate } from '#foundation'
import type { Finding } from './read-letter-types.ts'

/** The header table of a letter (handbook, letters.md 3). Null: not found, never guessed. */
export type LetterHeader = {
  readonly caseNumber: string | null
  readonly priority: 'standard' | 'expedited' | null
  readonly dateAssigned: PlainDate | null
  readonly dateOfInjury: PlainDate | null
  readonly decisionDate: PlainDate | null
  readonly urDenialDate: PlainDate | null
  readonly applicationReceived: PlainDate | null
}

type DateField =
  | 'dateAssigned'
  | 'dateOfInjury'
  | 'decisionDate'
  | 'urDenialDate'
  | 'applicationReceived'
type Field = 'caseNumber' | 'priority' | DateField

/**
 * Reads the header from the words above the first section, in any order of labels and values.
 * A value that stands behind its label in the same line counts. Otherwise labels and values are
 * matched by kind and order, and the dates must then follow the course of a case (injury, UR
 * decision, application, assignment, decision): an order that contradicts it leaves the dates null.
 */
export function readHeader(
  zone: string,
  findings: Finding[],
  { byPosition = false }: { readonly byPosition?: boolean } = {},
): LetterHeader {
  const tokens = tokensOf(zone)
  const values = new Map<Field, string>()
  const used = new Set<Token>()
  const pair = (label: Token, value: Token) => {
    if (label.field && value.value !== undefined) values.set(label.field, value.value)
    used.add(label)
    used.add(value)
  }
  if (alternates(tokens)) {
    for (let index = 0; index < tokens.length; index += 2) {
      const [label, value] = [tokens[index], tokens[index + 1]]
      if (label && value) pair(label, value)
    }
  } else {
    const lines = byLine(tokens)
    // One full row of two labels with their values shows that the table was kept row by row.
    const rowsKept = byPosition || lines.some((line) => line.length >= 4 && alternates(line))
    for (const line of lines) pairLine(line, rowsKept, pair)
    matchByOrder(
      tokens.filter((token) => !used.has(token)),
      values,
      findings,
    )
  }
  const number = values.get('caseNumber') ?? null
  if (number !== null && !/^CM\d{2}-\d{7}$/.test(number)) {
    findings.push({
      code: 'case-number-of-another-form',
      message: `the case number is printed as ${number}`,
      where: 'caseNumber',
    })
  }
  return {
    caseNumber: number !== null && /^CM\d{2}-\d{7}$/.test(number) ? number : null,
    priority: priorityOf(values.get('priority')),
    dateAssigned: dateOf('dateAssigned', values, findings),
    dateOfInjury: dateOf('dateOfInjury', values, findings),
    decisionDate: dateOf('decisionDate', values, findings),
    urDenialDate: dateOf('urDenialDate', values, findings),
    applicationReceived: dateOf('applicationReceived', values, findings),
  }
}

type Token = {
  readonly line: number
  readonly field?: Field
  readonly value?: string
  readonly kind: 'caseNumber' | 'priority' | 'date'
}

const labelFields: readonly (readonly [RegExp, Field])[] = [
  [/^case/i, 'caseNumber'],
  [/^date\s+assigned/i, 'dateAssigned'],
  [/^date\s+of\s+injury/i, 'dateOfInjury'],
  [/^(?:decision|determination)/i, 'decisionDate'],
  [/^(?:ur|utilization)/i, 'urDenialDate'],
  [/^priority/i, 'priority'],
  [/^(?:application|received)/i, 'applicationReceived'],
]

const tokenPattern =
  /(?<label>\b(?:(?:IMR\s+)?Case\s+(?:Number|No\.?)|Date\s+Assigned|Date\s+of\s+Injury|(?:Decision|Determination)\s+Date|(?:UR|Utilization\s+Review)\s+(?:Denial|Decision)\s+Date|Priority|Application(?:\s+Received)?(?:\s+Date)?|(?:Date\s+)?Received)\b\s*:?)|(?<number>\b(?:CM|IMR)[\s-]?\d{2}-\d{4,7}\b)|(?<date>(?<![\d/-])\d{1,2}\s?[/-]\s?\d{1,4}(?:\s?[/-]\s?\d{1,4})?(?![\d/-]))|(?<priority>\b(?:Standard|Expedited|Regular)\b)/gi

function tokensOf(zone: string): readonly Token[] {
  const tokens: Token[] = []
  let line = 0
  let at = 0
  let applicationOpen = false
  for (const match of zone.matchAll(tokenPattern)) {
    line += countLines(zone, at, match.index)
    at = match.index
    const { label, number, date, priority } = match.groups ?? {}
    if (label !== undefined) {
      const field = labelFields.find(([pattern]) =>
        pattern.test(label.replace(/^IMR\s+/i, '')),
      )?.[1]
      // "Application" and "Received:" are one label, wrapped in its cell.
      const tail = /^(?:date\s+)?received/i.test(label)
      if (!field || (tail && applicationOpen)) {
        applicationOpen = false
        continue
      }
      if (/^application(?!\s+received)/i.test(label)) applicationOpen = true
      const kind = field === 'caseNumber' || field === 'priority' ? field : 'date'
      tokens.push({ line, field, kind })
    } else if (number !== undefined) tokens.push({ line, value: number, kind: 'caseNumber' })
    else if (date !== undefined) {
      tokens.push({ line, value: date.replace(/\s/g, ''), kind: 'date' })
    } else if (priority !== undefined) tokens.push({ line, value: priority, kind: 'priority' })
  }
  return tokens
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0
  for (let index = from; index < to; index += 1) {
    const character = text.charCodeAt(index)
    if (character === 10 || character === 12) lines += 1
  }
  return lines
}

/** Label, value, label, value … to the end: every value stands behind its own label. */
function alternates(tokens: readonly Token[]): boolean {
  if (tokens.length === 0 || tokens.length % 2 === 1) return false
  return tokens.every((token, index) =>
    index % 2 === 0
      ? token.field !== undefined
      : token.field === undefined && token.kind === tokens[index - 1]?.kind,
  )
}

function byLine(tokens: readonly Token[]): readonly (readonly Token[])[] {
  return [...Map.groupBy(tokens, (token) => token.line).values()]
}

/**
 * Pairs within a line. Where two labels stand side by side, nobody knows whose value it is, unless
 * the table was kept row by row; two values side by side are never paired.
 */
function pairLine(
  line: readonly Token[],
  rowsKept: boolean,
  pair: (label: Token, value: Token) => void,
): void {
  const doubled = (isLabel: boolean) =>
    line.some(
      (token, index) =>
        index > 0 &&
        (token.field !== undefined) === isLabel &&
        (line[index - 1]?.field !== undefined) === isLabel,
    )
  if (doubled(false) || (doubled(true) && !rowsKept) || line[0]?.field === undefined) return
  for (let index = 1; index < line.length; index += 1) {
    const [label, value] = [line[index - 1], line[index]]
    if (label?.field !== undefined && value?.value !== undefined && label.kind === value.kind) {
      pair(label, value)
    }
  }
}

/** The course of a case: each date is on or after the one before it. */
const course: readonly DateField[] = [
  'dateOfInjury',
  'urDenialDate',
  'applicationReceived',
  'dateAssigned',
  'decisionDate',
]
const tableByRows: readonly Field[] = [
  'dateAssigned',
  'dateOfInjury',
  'decisionDate',
  'urDenialDate',
  'applicationReceived',
]
const tableByColumns: readonly Field[] = [
  'dateAssigned',
  'decisionDate',
  'dateOfInjury',
  'urDenialDate',
  'applicationReceived',
]

function matchByOrder(
  open: readonly Token[],
  values: Map<Field, string>,
  findings: Finding[],
): void {
  for (const kind of ['caseNumber', 'priority'] as const) {
    const found = new Set(
      open.filter((token) => token.kind === kind && token.value !== undefined).map((t) => t.value),
    )
    const [value] = found
    if (!values.has(kind) && found.size === 1 && value !== undefined) values.set(kind, value)
  }
  const labels = open.flatMap((token) =>
    token.kind === 'date' && token.field !== undefined && !values.has(token.field)
      ? [token.field as DateField]
      : [],
  )
  const dates = open.flatMap((token) =>
    token.kind === 'date' && token.value !== undefined ? [token.value] : [],
  )
  if (labels.length === 0) return
  const fields = [...new Set(labels)]
  if (fields.length === dates.length) {
    const orders = [
      fields,
      fields.toSorted((a, b) => tableByRows.indexOf(a) - tableByRows.indexOf(b)),
      fields.toSorted((a, b) => tableByColumns.indexOf(a) - tableByColumns.indexOf(b)),
    ]
    for (const order of orders) {
      const attempt = new Map(values)
      for (const [index, field] of order.entries()) attempt.set(field, dates[index] ?? '')
      if (!followsCourse(attempt)) continue
      for (const [field, value] of attempt) values.set(field, value)
      return
    }
  }
  if (dates.length > 0) {
    findings.push({
      code: 'header-order-unclear',
      message:
        'labels and dates of the header stand apart, and no order of them follows the course of a case',
      where: 'header',
    })
  }
}

function followsCourse(values: ReadonlyMap<Field, string>): boolean {
  let before: PlainDate | null = null
  for (const field of course) {
    const printed = values.get(field)
    if (printed === undefined) continue
    const date = parseAmericanDate(printed)
    if (date === null) return false
    if (before !== null && date < before) return false
    before = date
  }
  return true
}

function priorityOf(printed: string | undefined): 'standard' | 'expedited' | null {
  if (printed === undefined) return null
  return /^expedited$/i.test(printed) ? 'expedited' : 'standard'
}

function dateOf(
  field: DateField,
  values: ReadonlyMap<Field, string>,
  findings: Finding[],
): PlainDate | null {
  const printed = values.get(field)
  if (printed === undefined) return null
  const date = parseAmericanDate(printed)
  if (date === null) {
    findings.push({
      code: 'impossible-date',
      message: `${printed} is not a day that exists`,
      where: field,
    })
  }
  return date
}
