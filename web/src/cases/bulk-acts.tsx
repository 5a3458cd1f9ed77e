import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { OperationId } from '#api'
import { useRead } from '~/act.ts'
import { call, operations, RefusedError } from '~/client.ts'
import { useMay } from '~/session.ts'
import { announce } from '~/ui/announce.tsx'
import { Button } from '~/ui/button.tsx'
import { ChoiceField, TextField } from '~/ui/field.tsx'
import type { Row } from './case-table.tsx'
import { type CaseAnswer, doForEach, type NotDone } from './do-for-each.ts'

type Params = { readonly caseId: string }

/** An act that makes sense for many cases at once: an operation called for each of them. */
type BulkAct = {
  readonly id: string
  readonly label: string
  readonly operation: OperationId
  /** What it needs besides: nothing, one of a few, or words. */
  readonly asks?:
    | { readonly label: string; readonly choices: readonly (readonly [string, string])[] }
    | { readonly label: string; readonly words: true }
    | { readonly label: string; readonly notice: true }
  readonly run: (params: Params, asked: string) => Promise<unknown>
}

const all: readonly BulkAct[] = [
  {
    id: 'take',
    label: 'Take on',
    operation: 'placeCase',
    run: (params) => call(operations.placeCase, { params, body: { caseManager: 'me' } }),
  },
  {
    id: 'give-back',
    label: 'Leave to nobody',
    operation: 'placeCase',
    run: (params) => call(operations.placeCase, { params, body: { caseManager: null } }),
  },
  {
    id: 'office',
    label: 'Hand to an office',
    operation: 'placeCase',
    asks: { label: 'Office', words: true },
    run: (params, office) => call(operations.placeCase, { params, body: { office } }),
  },
  {
    id: 'eligibility',
    label: 'Test eligibility',
    operation: 'testEligibility',
    run: (params) => call(operations.testEligibility, { params, body: {} }),
  },
  {
    id: 'assign',
    label: 'Assign the review',
    operation: 'assignReview',
    asks: {
      label: 'Notice goes out',
      choices: [
        ['electronic', 'Electronically'],
        ['mail', 'By mail'],
      ],
    },
    run: (params, asked) =>
      call(operations.assignReview, {
        params,
        body: { noticeMethod: asked === 'mail' ? 'mail' : 'electronic' },
      }),
  },
  {
    id: 'notice',
    label: 'Send a notice',
    operation: 'sendNotice',
    asks: { label: 'Notice', notice: true },
    run: (params, template) => call(operations.sendNotice, { params, body: { template } }),
  },
  {
    id: 'complete',
    label: 'Mark records complete',
    operation: 'completeRecords',
    run: (params) => call(operations.completeRecords, { params, body: {} }),
  },
  {
    id: 'prepare',
    label: 'Prepare the review',
    operation: 'prepareReview',
    run: (params) => call(operations.prepareReview, { params }),
  },
  {
    id: 'publish',
    label: 'Publish the determination',
    operation: 'publishDetermination',
    run: (params) => call(operations.publishDetermination, { params, body: {} }),
  },
]

/** The acts on several cases that the signed-in role may do. */
export function useBulkActs(): readonly BulkAct[] {
  const may = useMay()
  return all.filter(({ operation }) => may(operation))
}

type Run = {
  readonly label: string
  readonly of: number
  readonly answers: readonly CaseAnswer[]
  readonly state: 'running' | 'stopped' | 'finished'
}

/** What to do with the selected cases; each answers for itself, and the rest can be left undone. */
export function BulkActs({
  acts,
  selected,
  onSelected,
}: {
  readonly acts: readonly BulkAct[]
  readonly selected: ReadonlyMap<string, Row>
  readonly onSelected: (selected: ReadonlyMap<string, Row>) => void
}) {
  const queries = useQueryClient()
  const [chosen, setChosen] = useState(acts[0]?.id ?? '')
  const [asked, setAsked] = useState('')
  const [run, setRun] = useState<Run | null>(null)
  const stop = useRef(false)
  const act = acts.find(({ id }) => id === chosen)
  const first = [...selected.keys()][0]
  const start = async (): Promise<void> => {
    if (!act) return
    const rows = [...selected.values()]
    const value = asked || firstChoice(act)
    stop.current = false
    let now: Run = { label: act.label, of: rows.length, answers: [], state: 'running' }
    setRun(now)
    for await (const answer of doForEach(
      rows,
      ({ caseId }) => refusalOf(() => act.run({ caseId }, value)),
      () => stop.current,
    )) {
      now = { ...now, answers: [...now.answers, answer] }
      setRun(now)
    }
    const state = now.answers.length < rows.length ? 'stopped' : 'finished'
    setRun({ ...now, state })
    announce(summary({ ...now, state }))
    const done = new Set(now.answers.filter(({ ok }) => ok).map(({ caseId }) => caseId))
    onSelected(new Map([...selected].filter(([caseId]) => !done.has(caseId))))
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'getSession' })
  }
  const running = run?.state === 'running'
  return (
    <>
      {selected.size > 0 && !running ? (
        <form
          className="bulk-bar"
          aria-label="Do for the selected cases"
          onSubmit={(event) => {
            event.preventDefault()
            void start()
          }}
        >
          <p className="bulk-count">
            {selected.size} {selected.size === 1 ? 'case' : 'cases'} selected
          </p>
          <ChoiceField
            label="Act"
            value={chosen}
            onChange={(next) => {
              setChosen(next)
              setAsked('')
            }}
            choices={acts.map(({ id, label }) => [id, label])}
          />
          {act ? <Asked act={act} value={asked} onChange={setAsked} caseId={first} /> : null}
          <Button kind="primary" submit>
            {`Do for ${selected.size}`}
          </Button>
          <Button onPress={() => onSelected(new Map())}>Let all go</Button>
        </form>
      ) : null}
      {run ? (
        <Progress
          run={run}
          onStop={() => {
            stop.current = true
          }}
          onClose={() => setRun(null)}
        />
      ) : null}
    </>
  )
}

function firstChoice({ asks }: BulkAct): string {
  return asks && 'choices' in asks ? (asks.choices[0]?.[0] ?? '') : ''
}

function Asked({
  act: { asks },
  value,
  onChange,
  caseId,
}: {
  readonly act: BulkAct
  readonly value: string
  readonly onChange: (value: string) => void
  readonly caseId: string | undefined
}) {
  if (!asks) return null
  if ('choices' in asks) {
    return (
      <ChoiceField
        label={asks.label}
        value={value || (asks.choices[0]?.[0] ?? '')}
        onChange={onChange}
        choices={asks.choices}
      />
    )
  }
  if ('words' in asks) {
    return <TextField label={asks.label} value={value} onChange={onChange} required />
  }
  return caseId ? (
    <NoticeChoice label={asks.label} value={value} onChange={onChange} caseId={caseId} />
  ) : null
}

/** Notices that need nothing of a person, as the first selected case offers them. */
function NoticeChoice({
  label,
  value,
  onChange,
  caseId,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly caseId: string
}) {
  const { data } = useRead(operations.listNoticeTemplates, { params: { caseId } })
  const plain = (data?.templates ?? []).filter(({ asks }) => asks.length === 0)
  return (
    <ChoiceField
      label={label}
      value={value}
      onChange={onChange}
      choices={[
        ['', 'Choose a notice'],
        ...plain.map(({ template, title }) => [template, title] as const),
      ]}
    />
  )
}

function Progress({
  run,
  onStop,
  onClose,
}: {
  readonly run: Run
  readonly onStop: () => void
  readonly onClose: () => void
}) {
  const refused = run.answers.filter(({ ok }) => !ok)
  return (
    <section className="card bulk-run" aria-label={run.label}>
      <div className="card-head">
        <h2>{run.label}</h2>
        {run.state === 'running' ? (
          <Button kind="danger" onPress={onStop}>
            Stop
          </Button>
        ) : (
          <Button onPress={onClose}>Close</Button>
        )}
      </div>
      <progress max={run.of} value={run.answers.length} aria-label="Cases answered" />
      <p>{summary(run)}</p>
      {refused.length > 0 ? (
        <ul className="bulk-refused">
          {refused.map(({ caseId, caseNumber, because, next }) => (
            <li key={caseId}>
              <strong>{caseNumber}</strong> not done: {because}
              {next ? <span className="under">{next}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function summary({ answers, of, state }: Run): string {
  const done = answers.filter(({ ok }) => ok).length
  const left = of - answers.length
  return [
    `${done} of ${of} done`,
    ...(answers.length > done ? [`${answers.length - done} not done`] : []),
    ...(state === 'stopped' ? [`stopped, ${left} left as they were`] : []),
  ].join(', ')
}

/** Why it was not done; null where it was. A fault of server or network is said in plain words. */
async function refusalOf(act: () => Promise<unknown>): Promise<NotDone | null> {
  try {
    await act()
    return null
  } catch (error) {
    if (error instanceof RefusedError) return error.refusals[0]
    return {
      code: 'fault',
      because: 'the server did not answer as it should',
      next: 'Open the case and look whether it was done before you try again.',
    }
  }
}
