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
  readonly decision: 'upheld' | 'overturned'
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
  const strict = blocksOf(text, labelsAtLineStarts(text), findings)
  const blocks =
    strict.length > 0 || !anyLabel.test(text)
      ? strict
      : blocksOf(text, labelsAnywhere(text), findings)
  const organization = organizationOf(blocks)
  const starts = blocks.map((block, index) => {
    const before = index === 0 ? 0 : lastLabelEnd(blocks[index - 1])
    return index === 0
      ? firstTitleStart(text, block, findings)
      : before + titleStart(text.slice(before, block.decisionStart), index, findings)
  })
  return blocks.map((block, index) => {
    const end = starts[index + 1] ?? text.length
    return issueOf(text, block, starts[index] ?? 0, end, organization)
  })
}

const introduction =
  /^\s*The\s+Final\s+Determination\s+(?:was\s+based|is\s+based|rests)\s+on[^:]{0,200}:/i
const decisionAtEnd = /(?:^|[\s:–—-])(?:(upheld|uphold)|(?:overturned?))\s*\.?\s*$/i
const anyLabel = /Decision\s+rationale\s*:/i

function labelsAtLineStarts(text: string): readonly Label[] {
  return [...text.matchAll(lineLabel)].map((match) => labelOf(match))
}

const lineLabel =
  /(?:^|[\n\f])(?:(?<ca>Claims\s+Administrator(?:['’]s)?\s+guidelines?)|(?<rationale>Decision\s+rationale)|(?<name>[^\n\f:.]{2,60}?)\s+guidelines?)\s*:/gi

/** Without lines only the fixed labels can be told, and one organization label before a rationale. */
function labelsAnywhere(text: string): readonly Label[] {
  return [...text.matchAll(looseLabel)].map((match) => labelOf(match))
}

const looseLabel =
  /(?:^|\s)(?:(?<ca>Claims\s+Administrator(?:['’]s)?\s+guideline)|(?<rationale>Decision\s+rationale)|(?<name>(?:[A-Z][\w.&'’-]*\s?){1,6}?)\s*guideline)\s*:/g

function labelOf(match: RegExpExecArray): Label {
  const { ca, rationale, name } = match.groups ?? {}
  const place = { start: match.index, end: match.index + match[0].length }
  if (ca !== undefined) return { kind: 'claims-administrator', ...place }
  if (rationale !== undefined) return { kind: 'rationale', ...place }
  return { kind: 'organization', name: (name ?? '').replace(/\s+/g, ' ').trim(), ...place }
}

function blocksOf(text: string, labels: readonly Label[], findings: Finding[]): readonly Block[] {
  const blocks: (Omit<Block, 'labels'> & { labels: Label[] })[] = []
  let lost = 0
  for (const label of labels) {
    const decided = decisionBefore(text, label.start)
    if (decided) {
      blocks.push({ ...decided, labels: [label] })
      continue
    }
    const block = blocks.at(-1)
    const seen = block?.labels.map((other) => other.kind) ?? []
    if (label.kind === 'claims-administrator') {
      // A label that begins an issue without a decision before it.
      if (continuesAsIssue(labels, label)) {
        lost += 1
        findings.push({
          code: 'issue-without-decision',
          message: 'a disputed treatment has no readable decision and was left out',
          where: `issues[${blocks.length}]`,
        })
        blocks.push({ decision: 'upheld', decisionStart: -1, labels: [label] })
      }
    } else if (block && !seen.includes('rationale')) block.labels.push(label)
  }
  return lost === 0 ? blocks : withoutLost(blocks)
}

/** Lost issues keep their place as an end for the issue before them, and are dropped here. */
function withoutLost(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter((block) => block.decisionStart >= 0)
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
function titleStart(between: string, index: number, findings: Finding[]): number {
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
    if (complete(tail) && !open) return page + 1
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
  findings.push({
    code: 'title-boundary-inferred',
    message: 'the text does not show where the rationale ends and the heading begins',
    where: `issues[${index}].treatment`,
  })
  const lines = [...between.matchAll(/[.?!]["”’')\]]*[\n\f]+/g)].map((m) => m.index + m[0].length)
  const sentences = [...between.matchAll(/[.?!]["”’')\]]*\s+(?=[A-Z0-9"“(])/g)].map(
    (m) => m.index + m[0].length,
  )
  const candidates = lines.length > 0 ? [...lines].reverse() : [...sentences].reverse()
  for (const start of candidates) if (complete(between.slice(start))) return start
  for (const start of sentences.toReversed()) if (complete(between.slice(start))) return start
  return 0
}

function issueOf(
  text: string,
  block: Block,
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
    treatment: text.slice(start, block.decisionStart).replace(/[\s:–—-]+$/, ''),
    decision: block.decision,
    claimsAdministratorGuideline: textOf(claims),
    reviewOrganizationGuideline: textOf(review),
    rationale: textOf(rationale),
  }
}
