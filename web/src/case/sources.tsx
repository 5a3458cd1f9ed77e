import type { TreatmentView } from './case-context.ts'
import { PlaceLink } from './place-link.tsx'

type Source = NonNullable<TreatmentView['decision']>['sources'][number]

/** What the reasons of a decision rest on: passages, searches that came back empty, guidelines. */
export function Sources({ sources }: { readonly sources: readonly Source[] }) {
  if (sources.length === 0) return null
  return (
    <ul className="sources">
      {sources.map((source) => (
        <li key={`${source.kind} ${source.says}`}>
          <p>{source.says}</p>
          {source.kind === 'record' ? (
            <p className="source-proof">
              <q>{source.quote}</q> <PlaceLink place={source} />
            </p>
          ) : null}
          {source.kind === 'absence' ? (
            <p className="source-proof">
              Searched {source.searched.pages} pages for {source.searched.terms.length} wordings;
              nothing found.
            </p>
          ) : null}
          {source.kind === 'guideline' ? <p className="source-proof">{source.citation}</p> : null}
        </li>
      ))}
    </ul>
  )
}
