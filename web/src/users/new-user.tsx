import { useState } from 'react'
import { useAct } from '~/act.ts'
import { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { ChoiceField, TextField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'
import { roleWords } from '~/ui/words.ts'

const roles = [
  'case-manager',
  'reviewer',
  'quality',
  'claims-administrator',
  'employee',
  'administrator',
] as const
type UserRole = (typeof roles)[number]

/** Gives a person access. */
export function NewUser() {
  const [userName, setUserName] = useState('')
  const [displayName, setDisplayName] = useState('')
  const [password, setPassword] = useState('')
  const [role, setRole] = useState<UserRole>('case-manager')
  const [belongsTo, setBelongsTo] = useState('')
  const act = useAct(operations.createUser, 'The person has access.')
  return (
    <form
      className="card"
      aria-labelledby="new-user-heading"
      onSubmit={(event) => {
        event.preventDefault()
        const to = belongsTo.trim()
        act.mutate(
          {
            body: {
              userName,
              displayName,
              password,
              role,
              ...(role === 'reviewer' && to ? { reviewerId: to } : {}),
              ...(role === 'claims-administrator' && to ? { claimsAdministrator: to } : {}),
              ...(role === 'employee' ? { caseIds: caseIdsIn(to) } : {}),
            },
          },
          {
            onSuccess: () => {
              setUserName('')
              setDisplayName('')
              setPassword('')
              setBelongsTo('')
            },
          },
        )
      }}
    >
      <h2 id="new-user-heading">Give access</h2>
      <TextField label="Name" value={displayName} onChange={setDisplayName} required />
      <TextField label="User name" value={userName} onChange={setUserName} required />
      <TextField
        label="First password"
        hint="At least 12 characters. Hand it over in person or by phone."
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        required
      />
      <ChoiceField
        label="Role"
        value={role}
        onChange={(next) => {
          setRole(next)
          setBelongsTo('')
        }}
        choices={roles.map((each) => [each, roleWords[each] ?? each] as const)}
      />
      {role === 'reviewer' ? (
        <TextField
          label="Entry in the register of reviewers"
          value={belongsTo}
          onChange={setBelongsTo}
          required
        />
      ) : null}
      {role === 'claims-administrator' ? (
        <TextField
          label="Company, as applications name it"
          value={belongsTo}
          onChange={setBelongsTo}
          required
        />
      ) : null}
      {role === 'employee' ? (
        <TextField
          label="Cases given"
          hint="Ids of the cases, with commas between. The id of a case is the part of its address after /cases/."
          value={belongsTo}
          onChange={setBelongsTo}
          optional
        />
      ) : null}
      <Refused error={act.error} took="Access was not given." />
      <Button submit kind="primary" busy={act.isPending}>
        Give access
      </Button>
    </form>
  )
}

/** Ids as typed: with commas between, or whole addresses of case pages pasted in. */
function caseIdsIn(text: string): readonly string[] {
  const ids = text.split(/[,\s]+/).map((each) => /\/cases\/([^/?#]+)/.exec(each)?.[1] ?? each)
  return [...new Set(ids.filter(Boolean))]
}
