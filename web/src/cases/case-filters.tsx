import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import type { AnswerOf } from '#api'
import type { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { dayInWords } from '~/ui/days.ts'
import { clockName, stages } from '~/ui/words.ts'
import {
  type Due,
  dueWords,
  type Filters,
  isFiltered,
  type QueueSearch,
  withFilter,
} from './queue-search.ts'

type Counts = AnswerOf<typeof operations.countCases>

const programWords: Readonly<Record<string, string>> = {
  'CA-WC': "California workers' compensation",
  'CA-DMHC': 'California health plans',
  'NY-DFS': 'New York health plans',
}

/** What the queue is narrowed down by, each value with how many cases it would leave. */
export function CaseFilters({
  search,
  counts,
  onChange,
  searchBox,
}: {
  readonly search: QueueSearch
  readonly counts: Counts | undefined
  readonly onChange: (search: QueueSearch) => void
  readonly searchBox: RefObject<HTMLDivElement | null>
}) {
  const set = <Name extends keyof Filters>(name: Name, value: Filters[Name] | undefined): void =>
    onChange(withFilter(search, name, value))
  return (
    <search className="queue-filters" aria-label="Cases">
      <div className="filters" ref={searchBox}>
        <SearchWords search={search} onChange={onChange} />
        <Stages search={search} counts={counts} onChoose={(status) => set('status', status)} />
      </div>
      <div className="filter-row">
        <Choice
          label="Time"
          all="Any time"
          value={search.due}
          values={(counts?.due ?? []).map(({ value, count }) => [value, dueWords[value], count])}
          said={dueWords[search.due ?? 'overdue']}
          onChoose={(value) => set('due', value as Due | undefined)}
        />
        <Choice
          label="Clock"
          all="Any clock"
          value={search.clock}
          values={(counts?.clock ?? []).map(({ value, count }) => [value, clockName(value), count])}
          said={clockName(search.clock ?? '')}
          onChoose={(value) => set('clock', value)}
        />
        <Choice
          label="Priority"
          all="Any priority"
          value={search.priority}
          values={(counts?.priority ?? []).map(({ value, count }) => [
            value,
            value === 'expedited' ? 'Expedited' : 'Regular',
            count,
          ])}
          onChoose={(value) => set('priority', value)}
        />
        <Choice
          label="Treatment category"
          all="Any category"
          value={search.category}
          values={(counts?.category ?? []).map(({ value, count }) => [value, value, count])}
          onChoose={(value) => set('category', value)}
        />
        <Choice
          label="Office"
          all="Any office"
          value={search.office}
          values={(counts?.office ?? []).map(({ value, count }) => [
            value ?? '',
            value ?? 'No office',
            count,
          ])}
          onChoose={(value) => set('office', value)}
        />
        <Choice
          label="Case manager"
          all="Anybody"
          value={search.caseManager}
          values={(counts?.caseManager ?? []).map(({ value, name, count }) => [
            value ?? '',
            value === null ? 'Nobody' : (name ?? 'An account that is gone'),
            count,
          ])}
          said={search.caseManager === 'me' ? 'Me' : undefined}
          onChoose={(value) => set('caseManager', value)}
        />
        <Choice
          label="Program"
          all="Any program"
          value={search.program}
          values={(counts?.program ?? []).map(({ value, count }) => [
            value,
            programWords[value] ?? value,
            count,
          ])}
          onChoose={(value) => set('program', value)}
        />
      </div>
      {search.day ? (
        <p className="day-filter">
          Clocks that end on {dayInWords(search.day)}.{' '}
          <Button kind="quiet" onPress={() => set('day', undefined)}>
            Any day
          </Button>
        </p>
      ) : null}
      {isFiltered(search) ? (
        <Button kind="quiet" onPress={() => onChange({ all: true })}>
          Clear all filters
        </Button>
      ) : null}
    </search>
  )
}

/** Words to search for; asked a moment after the last key. */
function SearchWords({
  search,
  onChange,
}: {
  readonly search: QueueSearch
  readonly onChange: (search: QueueSearch) => void
}) {
  const asked = search.text ?? ''
  const [text, setText] = useState(asked)
  const [last, setLast] = useState(asked)
  if (asked !== last) {
    setLast(asked)
    setText(asked)
  }
  useEffect(() => {
    if (text === asked) return
    const wait = setTimeout(() => onChange(withFilter(search, 'text', text || undefined)), 250)
    return () => clearTimeout(wait)
  }, [text, asked, search, onChange])
  return (
    <div className="field">
      <label htmlFor="queue-search">Search by name, claim, treatment or case number</label>
      <input
        id="queue-search"
        type="search"
        value={text}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  )
}

function Stages({
  search,
  counts,
  onChoose,
}: {
  readonly search: QueueSearch
  readonly counts: Counts | undefined
  readonly onChoose: (status: string | undefined) => void
}) {
  return (
    <fieldset className="stages">
      <legend className="visually-hidden">Stage</legend>
      <StageButton pressed={!search.status} onPress={() => onChoose(undefined)}>
        All
      </StageButton>
      {stages.map(({ label, statuses }) => {
        const status = statuses.join(',')
        const count = (counts?.status ?? [])
          .filter(({ value }) => statuses.includes(value))
          .reduce((sum, each) => sum + each.count, 0)
        return (
          <StageButton
            key={label}
            pressed={search.status === status}
            onPress={() => onChoose(status)}
          >
            {label}
            {counts ? <span className="stage-count">{count.toLocaleString('en-US')}</span> : null}
          </StageButton>
        )
      })}
    </fieldset>
  )
}

function StageButton({
  pressed,
  onPress,
  children,
}: {
  readonly pressed: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}) {
  return (
    <button type="button" className="stage" aria-pressed={pressed} onClick={onPress}>
      {children}
    </button>
  )
}

/** One filter. It is not shown where it would divide nothing and is not in use. */
function Choice({
  label,
  all,
  value,
  values,
  said,
  onChoose,
}: {
  readonly label: string
  readonly all: string
  readonly value: string | undefined
  readonly values: readonly (readonly [value: string, words: string, count: number])[]
  /** How the value in use is said where no case has it. */
  readonly said?: string | undefined
  readonly onChoose: (value: string | undefined) => void
}) {
  if (value === undefined && values.length < 2) return null
  const known = value === undefined || values.some(([each]) => each === value)
  return (
    <label className="choice">
      <span>{label}</span>
      <select
        // An empty value stands for "none of them", so the way out has a value of its own.
        value={value === undefined ? ' ' : value}
        className={value === undefined ? undefined : 'in-use'}
        onChange={({ target }) => onChoose(target.value === ' ' ? undefined : target.value)}
      >
        <option value=" ">{all}</option>
        {known ? null : <option value={value}>{said ?? value}</option>}
        {values.map(([each, words, count]) => (
          <option key={each} value={each}>
            {words} ({count.toLocaleString('en-US')})
          </option>
        ))}
      </select>
    </label>
  )
}
