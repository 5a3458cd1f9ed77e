import { useEffect, useState } from 'react'
import type { CaseListSearch } from '~/router.tsx'
import { TextField } from '~/ui/field.tsx'
import { stages } from '~/ui/words.ts'

/** Stage and words to search for; kept in the address, so that a view can be sent to a colleague. */
export function CaseFilters({
  search,
  onChange,
}: {
  readonly search: CaseListSearch
  readonly onChange: (search: CaseListSearch) => void
}) {
  const [text, setText] = useState(search.text ?? '')
  useEffect(() => {
    if (text === (search.text ?? '')) return
    const wait = setTimeout(
      () =>
        onChange({ ...(search.stage ? { stage: search.stage } : {}), ...(text ? { text } : {}) }),
      250,
    )
    return () => clearTimeout(wait)
  }, [text, search, onChange])
  const chooseStage = (stage: string | null): void =>
    onChange({ ...(stage ? { stage } : {}), ...(text ? { text } : {}) })
  return (
    <search className="filters" aria-label="Cases">
      <TextField
        label="Search by name, claim or case number"
        type="search"
        value={text}
        onChange={setText}
      />
      <fieldset className="stages">
        <legend className="visually-hidden">Stage</legend>
        <StageButton label="All" pressed={!search.stage} onPress={() => chooseStage(null)} />
        {stages.map(({ label }) => (
          <StageButton
            key={label}
            label={label}
            pressed={search.stage === label}
            onPress={() => chooseStage(label)}
          />
        ))}
      </fieldset>
    </search>
  )
}

function StageButton({
  label,
  pressed,
  onPress,
}: {
  readonly label: string
  readonly pressed: boolean
  readonly onPress: () => void
}) {
  return (
    <button type="button" className="stage" aria-pressed={pressed} onClick={onPress}>
      {label}
    </button>
  )
}
