import type { AnswerOf } from '#api'
import type { operations } from '~/client.ts'
import { Tag } from '~/ui/tag.tsx'
import type { Tone } from '~/ui/words.ts'

type Finding = AnswerOf<typeof operations.getDraft>['findings'][number]

const severities: Readonly<
  Record<Finding['severity'], { readonly says: string; readonly tone: Tone }>
> = {
  blocking: { says: 'Stands in the way', tone: 'bad' },
  warning: { says: 'Look at it', tone: 'warn' },
  note: { says: 'Note', tone: 'plain' },
}

/** What the lint finds in a draft. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <section className="card" aria-labelledby="findings-heading">
      <h2 id="findings-heading">
        {findings.length === 0
          ? 'Nothing found'
          : `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`}
      </h2>
      {findings.length === 0 ? (
        <p>The check of form, sources and wording finds nothing in this draft.</p>
      ) : (
        <ul className="findings">
          {findings.map((finding) => (
            <li key={finding.key}>
              <Tag tone={severities[finding.severity].tone}>
                {severities[finding.severity].says}
              </Tag>
              <p>
                {finding.issue === undefined ? '' : `Decision ${finding.issue}: `}
                {finding.message}
              </p>
              {finding.quote ? (
                <p className="fact-quote">
                  <q>{finding.quote}</q>
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
