import { type AbsenceSearch, type Fact, narrowerConcepts, type ProofOfAbsence } from '#evidence'
import {
  atAStretch,
  type InTurns,
  type NonEmpty,
  parsePlainDate,
  type RecordCitation,
  type ThreeValued,
} from '#foundation'
import type { DisputedTreatment } from '#intake'
import type { Assessment, PackAssessment } from './assessment.ts'
import { evaluate } from './evaluate.ts'
import { makeAnswered, makeJudgment, makeNotDocumented } from './make-assessment.ts'
import { type Criterion, type Leaf, leavesOf, type Pack } from './pack.ts'
import { weighFacts } from './weigh-facts.ts'
import { whatWouldChange } from './what-would-change.ts'

/** The reviewer's answer to a question, with the places in the record it rests on. */
export type Answer = {
  readonly criterionId: string
  readonly result: 'met' | 'not-met'
  readonly evidence: NonEmpty<RecordCitation>
}

/** Searches the whole record for a concept: `makeSearch` or `proveAbsence` of `#evidence`. */
export type Search = (concept: string) => ProofOfAbsence | AbsenceSearch

/** The same, page by page: `makeSearchInTurns`. */
export type SearchInTurns = (concept: string) => InTurns<ReturnType<Search>>

/** A pack was to be assessed without a governing date, or with one that is no day. */
export class NoGoverningDateError extends Error {
  constructor(pack: string) {
    super(`pack ${pack} has no governing date; take it from packFor`)
    this.name = 'NoGoverningDateError'
  }
}

/**
 * Applies a pack to the facts of one disputed treatment. Each leaf carries its places in the
 * record or the search that found none. The result informs the reviewer and decides nothing: no
 * value of it is a determination. The same pack, facts and searches give the same bytes again.
 */
export function assess(
  pack: Pack,
  treatment: DisputedTreatment,
  facts: readonly Fact[],
  search: Search,
  answers: readonly Answer[] = [],
): PackAssessment {
  const inTurns: SearchInTurns = function* searchFor(concept) {
    yield
    return search(concept)
  }
  return atAStretch(assessInTurns(pack, treatment, facts, inTurns, answers))
}

/** `assess`, criterion by criterion, and each search of the record in its own turns. */
export function* assessInTurns(
  pack: Pack,
  treatment: DisputedTreatment,
  facts: readonly Fact[],
  search: SearchInTurns,
  answers: readonly Answer[] = [],
): InTurns<PackAssessment> {
  const { content } = pack
  const governing = parsePlainDate(pack.governingDate ?? '')
  if (!governing) throw new NoGoverningDateError(content.id)
  const proofOf = function* (concept: string): InTurns<ProofOfAbsence> {
    const answer = yield* search(concept)
    return 'found' in answer ? answer.proof : answer
  }
  const guideline = citationOf(pack)
  const assessLeaf = function* (leaf: Leaf): InTurns<Assessment> {
    const criterion = {
      criterionId: leaf.id,
      statement: leaf.statement,
      citation: leaf.citation ?? guideline,
      children: [],
    }
    const answer = answers.find(({ criterionId }) => criterionId === leaf.id)
    if (answer) return makeAnswered(criterion, answer.result, answer.evidence)
    if (leaf.kind === 'judgment') {
      const shown = new Set(leaf.shows.flatMap((concept) => [...narrowerConcepts(concept)]))
      const evidence = facts.filter(
        (fact) =>
          shown.has(fact.concept) &&
          (fact.region === undefined || treatment.bodyRegions.includes(fact.region)),
      )
      return makeJudgment(
        criterion,
        leaf.question,
        evidence.map(({ citation }) => citation),
      )
    }
    const weighed = weighFacts(leaf, treatment, facts, governing)
    return weighed.result === 'not-documented'
      ? makeNotDocumented(criterion, [yield* proofOf(leaf.concept)])
      : makeAnswered(
          criterion,
          weighed.result,
          weighed.facts.map(({ citation }) => citation),
        )
  }
  const leaves = new Map<string, Assessment>()
  for (const leaf of leavesOf(content.root)) {
    yield
    leaves.set(leaf.id, yield* assessLeaf(leaf))
  }
  const valueOf = (id: string): ThreeValued => valueOfResult(leaves.get(id)?.result)
  const root = assemble(content.root, leaves, guideline)
  return {
    treatmentId: treatment.id,
    pack: content.id,
    packSha256: pack.sha256,
    guideline: {
      name: content.guideline.name,
      edition: content.guideline.edition,
      chapter: content.guideline.chapter,
      ...(content.guideline.pages === undefined ? {} : { pages: content.guideline.pages }),
    },
    governingDate: governing,
    result: root.result === 'judgment' ? 'not-documented' : root.result,
    root,
    openQuestions: [...leaves.values()].flatMap((leaf) =>
      leaf.result === 'judgment'
        ? [{ criterionId: leaf.criterionId, question: leaf.question }]
        : [],
    ),
    collapse: collapse(content.root, leaves),
    whatWouldChangeIt: whatWouldChange(content.root, valueOf),
  }
}

const valueOfResult = (result: Assessment['result'] | undefined): ThreeValued =>
  result === 'met' ? true : result === 'not-met' ? false : null

function citationOf({ content: { guideline } }: Pack): string {
  const pages = guideline.pages === undefined ? '' : `, pages ${guideline.pages}`
  const section = guideline.section === undefined ? '' : `, ${guideline.section}`
  return `${guideline.name}, ${guideline.chapter} (${guideline.edition})${section}${pages}`
}

/** Builds the tree's assessments from its leaves: a branch rests on the children that decide it. */
function assemble(
  criterion: Criterion,
  leaves: ReadonlyMap<string, Assessment>,
  guideline: string,
): Assessment {
  if (!('of' in criterion)) {
    const leaf = leaves.get(criterion.id)
    if (!leaf) throw new TypeError(`no assessment of ${criterion.id}`)
    return leaf
  }
  const parts: readonly Criterion[] = criterion.kind === 'not' ? [criterion.of] : criterion.of
  const children = parts.map((one) => assemble(one, leaves, guideline))
  const own = {
    criterionId: criterion.id,
    statement: criterion.statement,
    citation: criterion.citation ?? guideline,
    children,
  }
  const value = evaluate(criterion, (id) => valueOfResult(leaves.get(id)?.result))
  if (value !== null) {
    const deciding =
      criterion.kind === 'not' ? (value ? 'not-met' : 'met') : value ? 'met' : 'not-met'
    const evidence = children.flatMap((child) => (child.result === deciding ? child.evidence : []))
    return makeAnswered(own, value ? 'met' : 'not-met', evidence)
  }
  const conflicts = children.flatMap((child) =>
    child.result === 'conflicting' ? child.evidence : [],
  )
  if (conflicts.length > 0) return makeAnswered(own, 'conflicting', conflicts)
  const searched = children.flatMap((child) =>
    child.result === 'not-documented' ? child.searched : [],
  )
  if (searched.length > 0) return makeNotDocumented(own, searched)
  const questions = children.flatMap((child) => (child.result === 'judgment' ? [child] : []))
  return makeJudgment(
    own,
    questions.map(({ question }) => question).join(' '),
    questions.flatMap(({ evidence }) => evidence),
  )
}

/**
 * Takes undocumented leaves that the pack declares `unmet` as unmet, and says which. Conflicts,
 * questions and leaves to be asked about stay open.
 */
function collapse(
  root: Criterion,
  leaves: ReadonlyMap<string, Assessment>,
): PackAssessment['collapse'] {
  const taken = leavesOf(root)
    .filter(
      (leaf) =>
        leaf.kind !== 'judgment' &&
        leaf.ifUndocumented === 'unmet' &&
        leaves.get(leaf.id)?.result === 'not-documented',
    )
    .map(({ id }) => id)
  const value = evaluate(root, (id) =>
    taken.includes(id) ? false : valueOfResult(leaves.get(id)?.result),
  )
  return {
    result: value === null ? 'open' : value ? 'established' : 'not-established',
    takenAsUnmet: taken,
  }
}
