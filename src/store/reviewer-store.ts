import type { Reviewer } from '#reviewers'
import type { Database } from './database.ts'
import { statement } from './statement.ts'

/** The register of expert reviewers. What it holds never leaves the organization. */
export type ReviewerStore = {
  /** In the order of their ids. */
  list(): Promise<readonly Reviewer[]>
  get(reviewerId: string): Promise<Reviewer | null>
  /** Adds the reviewer, or replaces the entry. */
  put(reviewer: Reviewer): Promise<void>
}

export function makeReviewerStore(database: Database): ReviewerStore {
  return {
    list: async () => (await database.query(allReviewers)).map(({ reviewer }) => reviewer),
    get: async (reviewerId) =>
      (await database.query(reviewerById, [reviewerId]))[0]?.reviewer ?? null,
    put: async (reviewer) => {
      await database.query(putReviewer, [reviewer.reviewerId, JSON.stringify(reviewer)])
    },
  }
}

type ReviewerRow = { readonly reviewer: Reviewer }

const allReviewers = statement<ReviewerRow>(
  'all-reviewers',
  'select reviewer from reviewers order by reviewer_id',
)

const reviewerById = statement<ReviewerRow>(
  'reviewer-by-id',
  'select reviewer from reviewers where reviewer_id = $1',
)

const putReviewer = statement(
  'put-reviewer',
  `insert into reviewers (reviewer_id, reviewer) values ($1, $2::json)
   on conflict (reviewer_id) do update set reviewer = excluded.reviewer`,
)
