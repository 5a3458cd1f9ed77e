import type { Finding } from './read-letter-types.ts'

/** One issue as it stands in the text, not yet joined into lines. */
export type IssueText = {
  readonly treatment: string
  readonly decision: 'upheld' | 'overturned'
  readonly claimsAdministratorGuideline: string | null
  readonly reviewOrganizationGuideline: string | null
  readonly rationale: string | null
}

type Label = {
  readonly kind: 'claims-administrator' | 'organization' | 'rationale'
  readonly name?: string
  /** Where the line with the label begins, and where its text begins. */
  readonly start: number
  readonly end: number
}
type Block = {
  /** Null: an issue begins here, but its decision cannot be read. */
  readonly decision: 'upheld' | 'overturned' | null
  readonly decisionStart: number
  readonly labels: readonly Label[]
}

/**
 * Splits the section of issues (handbook, letters.md 4). An issue begins where a line that ends in
 * `: Upheld` or `: Overturned` is followed by one of the labels; its heading reaches up from there
 * to the end of the rationale before it. Words like "Upheld" inside a rationale begin nothing.
 */
export function splitIssues(section: string, findings: Finding[]): readonly IssueText[] {
  const text = section.replace(introduction, '')
  const strict = blocksOf(text, labelsAtLineStarts(text))
  const blocks =
    strict.length > 0 || !anyLabel.test(text) ? strict : blocksOf(text, labelsAnywhere(text))
  const organization = organizationOf(blocks)
  const starts = blocks.map((block, index) => {
    const before = index === 0 ? 0 : lastLabelEnd(blocks[index - 1])
    return index === 0
      ? firstTitleStart(text, block, findings)
      : before + titleStart(text.slice(before, block.decisionStart), index, findings)
  })
  const issues: IssueText[] = []
  for (const [index, block] of blocks.entries()) {
    const end = starts[index + 1] ?? text.length
    if (block.decision === null) {
      findings.push({
        code: 'issue-without-decision',
        message: 'a disputed treatment has no readable decision and was left out',
        where: `issues[${issues.length}]`,
      })
    } else issues.push(issueOf(text, block, block.decision, starts[index] ?? 0, end, organization))
  }
  return issues
}

const introduction =
  /^\s*The\s+Final\s+Determination\s+(?:was\s+based|is\s+based|rests)\s+on[^:]{0,200}:/i
const decisionAtEnd = /(?:^|[\s:–—-])(?:(upheld|uphold)|(?:overturned?))\s*\.?\s*$/i
const anyLabel = /Decision\s+rationale\s*:/i

function labelsAtLineStarts(text: string): readonly Label[] {
  const labels: Label[] = []
  for (const match of text.matchAll(labelEnd)) {
    const line = lineStart(text, match.index)
    const end = match.index + match[0].length
    const before = text.slice(line, match.index).trim()
    if (match[1] !== undefined) {
      if (before === '') labels.push({ kind: 'rationale', start: line, end })
      continue
    }
    const above = before === '' && line > 0 ? lineStart(text, line - 1) : line
    const name = before === '' ? text.slice(above, line).trim() : before
    if (/^Claims\s+Administrator(?:['’]s)?$/i.test(name)) {
      labels.push({ kind: 'claims-administrator', start: above, end })
    } else if (before !== '' && isName(name)) {
      labels.push({ kind: 'organization', name: name.replace(/\s+/g, ' '), start: line, end })
    }
  }
  return labels
}

/** An organization's name: short, and no sentence runs into it. */
function isName(words: string): boolean {
  if (words.length > 60 || words.includes(':')) return false
  return (
    !words.slice(0, -1).includes('.') || words.split(/\s+/).every((word) => /^[^a-z]/.test(word))
  )
}

const labelEnd = /(?:\bguidelines?|(\bDecision\s+rationale))\s*:/gi

function lineStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\f', at - 1)) + 1
}

/** Without lines: the fixed labels anywhere, and a name after a sentence's end. */
function labelsAnywhere(text: string): readonly Label[] {
  const labels: Label[] = []
  for (const match of text.matchAll(labelEnd)) {
    const end = match.index + match[0].length
    if (match[1] !== undefined) {
      labels.push({ kind: 'rationale', start: match.index, end })
      continue
    }
    const from = Math.max(0, match.index - 70)
    const before = text.slice(from, match.index)
    const claims = /Claims\s+Administrator(?:['’]s)?\s+$/i.exec(before)
    const named = /(?:^|[.?!:)\]"”]\s+)((?:[A-Z][\w.&'’-]*,?\s+){1,6})$/.exec(before)
    if (claims) {
      labels.push({ kind: 'claims-administrator', start: from + claims.index, end })
    } else if (named?.[1]) {
      const name = named[1].trim().replace(/\s+/g, ' ')
      const start = from + named.index + named[0].length - named[1].length
      labels.push({ kind: 'organization', name, start, end })
    }
  }
  return labels
}

function blocksOf(text: string, labels: readonly Label[]): readonly Block[] {
  const blocks: (Omit<Block, 'labels'> & { labels: Label[] })[] = []
  for (const label of labels) {
    const block = blocks.at(-1)
    const open = block !== undefined && block.labels.every(({ kind }) => kind !== 'rationale')
    // The label that an issue still waits for is its own, whatever words stand before it.
    if (open && label.kind !== 'claims-administrator') {
      block.labels.push(label)
      continue
    }
    const decided = decisionBefore(text, label.start)
    if (decided) blocks.push({ ...decided, labels: [label] })
    else if (label.kind === 'claims-administrator' && continuesAsIssue(labels, label)) {
      // It begins an issue all the same, where the other labels follow it.
      blocks.push({ decision: null, decisionStart: label.start, labels: [label] })
    }
  }
  return blocks
}

function continuesAsIssue(labels: readonly Label[], label: Label): boolean {
  const next = labels[labels.indexOf(label) + 1]
  return next !== undefined && next.kind !== 'claims-administrator'
}

function decisionBefore(
  text: string,
  at: number,
): { decision: 'upheld' | 'overturned'; decisionStart: number } | null {
  const from = Math.max(0, at - 40)
  const match = decisionAtEnd.exec(text.slice(from, at))
  if (!match) return null
  const decisionStart = from + match.index + (/^[\s:–—-]/.test(match[0]) ? 1 : 0)
  // The word alone is not enough: a colon, dash or "is" stands before it, or it is its own line.
  const lead = text.slice(Math.max(0, decisionStart - 8), decisionStart)
  if (!/(?:[:–—-]|\b(?:is|are|was|were))\s*$/i.test(lead)) return null
  return { decision: match[1] === undefined ? 'overturned' : 'upheld', decisionStart }
}

/** The name on the organization's label: the one that most issues carry. */
function organizationOf(blocks: readonly Block[]): string | null {
  const counts = new Map<string, number>()
  for (const block of blocks) {
    const names = new Set(
      block.labels.flatMap((label) => (label.kind === 'organization' ? [label.name ?? ''] : [])),
    )
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].toSorted((first, second) => second[1] - first[1])[0]?.[0] ?? null
}

function lastLabelEnd(block: Block | undefined): number {
  return block?.labels.at(-1)?.end ?? 0
}

function firstTitleStart(text: string, block: Block, findings: Finding[]): number {
  const before = text.slice(0, block.decisionStart)
  // Usually the section's introduction was just cut off and the heading is all there is.
  if (before.length < 700 && !/\n\n/.test(before.trim())) return 0
  return titleStart(before, 0, findings)
}

const sentenceEnd = /[.?!]["”’')\]]*\s*$/
const partialTail =
  /remaining(?:\s+IMR)?\s+eligible|authorized\s+by\s+the\s+Claims|leaving\s+the\s+original/i
const partialHead = /\boriginal\s+requests?\b/i

/**
 * Where the heading begins in the words between the label "Decision rationale:" before it and its
 * decision. Paragraphs tell; a page break may stand inside the heading or before it.
 */
function titleStart(words: string, index: number, findings: Finding[]): number {
  const between = words.trimEnd()
  const paragraph = between.lastIndexOf('\n\n')
  const page = between.lastIndexOf('\f')
  if (paragraph > page) {
    const start = paragraph + 2
    const title = between.slice(start)
    if (title.length <= 700 && complete(title)) return start
    if (!complete(title)) {
      const earlier = between.slice(0, paragraph).lastIndexOf('\n\n')
      const wider = between.slice(earlier < 0 ? 0 : earlier + 2)
      if (earlier >= 0 && complete(wider)) return earlier + 2
    }
  } else if (page >= 0) {
    const tail = between.slice(page + 1)
    const previous = paragraph >= 0 ? between.slice(paragraph + 2, page) : between.slice(0, page)
    const open = !sentenceEnd.test(previous) && previous.trim() !== ''
    if (complete(tail) && !open) {
      // A paragraph that ends with the page may be the heading's beginning, ended by an abbreviation.
      if (paragraph >= 0) inferred(index, findings)
      return page + 1
    }
    // The heading began on the page before, as a paragraph of its own.
    if (paragraph >= 0 && previous.length <= 700) return paragraph + 2
  }
  return inferredStart(between, index, findings)
}

/** A heading of a partly authorized request is whole only with its first sentence. */
function complete(title: string): boolean {
  if (!partialTail.test(title)) return true
  const tail = title.search(partialTail)
  return (
    partialHead.test(title.slice(0, tail + 1)) || /^(?:[^.]*)leaving\s+the\s+original/i.test(title)
  )
}

/**
 * Without paragraphs: after the last sentence end that closes a line, else after the last sentence
 * end; a partly authorized request reaches back to its first sentence. Marked as inferred.
 */
function inferredStart(between: string, index: number, findings: Finding[]): number {
  inferred(index, findings)
  const lines = [...between.matchAll(/[.?!]["”’')\]]*[\n\f]+/g)].map((m) => m.index + m[0].length)
  const sentences = [...between.matchAll(/[.?!]["”’')\]]*\s+(?=[A-Z0-9"“(])/g)].map(
    (m) => m.index + m[0].length,
  )
  const candidates = lines.length > 0 ? lines.toReversed() : sentences.toReversed()
  for (const start of candidates) if (complete(between.slice(start))) return start
  for (const start of sentences.toReversed()) if (complete(between.slice(start))) return start
  return 0
}

function inferred(index: number, findings: Finding[]): void {
  findings.push({
    code: 'title-boundary-inferred',
    message: 'the text does not show where the rationale ends and the heading begins',
    where: `issues[${index}].treatment`,
  })
}

function issueOf(
  text: string,
  block: Block,
  decision: 'upheld' | 'overturned',
  start: number,
  end: number,
  organization: string | null,
): IssueText {
  const rationale = block.labels.find((label) => label.kind === 'rationale')
  const own = block.labels.filter((label) => label.kind === 'organization')
  const review = own.find((label) => label.name === organization) ?? own[0]
  const claims = block.labels.find((label) => label.kind === 'claims-administrator')
  const marks = [claims, review, rationale].filter((label) => label !== undefined)
  const textOf = (label: Label | undefined): string | null => {
    if (!label) return null
    const next = marks.filter((other) => other.start >= label.end)
    const until = Math.min(...next.map((other) => other.start), end)
    return text.slice(label.end, Math.max(label.end, until))
  }
  return {
    treatment: text.slice(start, block.decisionStart).replace(/(?:\s*[:–—]|\s-)?\s*$/, ''),
    decision,
    claimsAdministratorGuideline: textOf(claims),
    reviewOrganizationGuideline: textOf(review),
    rationale: textOf(rationale),
  }
}
