import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct, useRead } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { TextField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'
import { Loading } from '~/ui/states.tsx'

/** Lets the draft pass; a finding that stands in the way is overridden with a reason or not at all. */
export function PassQuality() {
  const { caseId } = useCase()
  const { data, error, isPending } = useRead(operations.getDraft, { params: { caseId } })
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const act = useAct(operations.passQuality, 'The draft passed the quality read.')
  const toOverride = data?.findings.filter(({ severity }) => severity !== 'note') ?? []
  const overrides = toOverride.flatMap(({ key }) => {
    const reason = reasons[key]?.trim()
    return reason ? [{ finding: key, reason }] : []
  })
  return (
    <>
      <h3>Let the draft pass</h3>
      <p>
        <Link to="/cases/$caseId/determination" params={{ caseId }}>
          Read the draft with its findings
        </Link>
        {data
          ? `; ${data.findings.length === 0 ? 'nothing was found in it' : `${data.findings.length} found`}.`
          : '.'}
      </p>
      {isPending ? <Loading what="the findings" /> : null}
      <Refused error={error} />
      {toOverride.map(({ key, message, severity }) => (
        <TextField
          key={key}
          label={`Override: ${message}`}
          hint={
            severity === 'blocking'
              ? 'Stands in the way until it is overridden with a reason.'
              : 'A warning; a reason is welcome.'
          }
          optional={severity !== 'blocking'}
          value={reasons[key] ?? ''}
          onChange={(reason) => setReasons({ ...reasons, [key]: reason })}
        />
      ))}
      <Refused error={act.error} took="The draft did not pass." />
      <Button
        kind="primary"
        busy={act.isPending}
        onPress={() => act.mutate({ params: { caseId }, body: { overrides } })}
      >
        Pass the draft
      </Button>
    </>
  )
}
