import { useState } from 'react'
import { useChangePassword } from '~/session.ts'
import { Button } from '~/ui/button.tsx'
import { TextField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'

/** Changes the own password; every other session of the account ends. */
export function NewPassword() {
  const [password, setPassword] = useState('')
  const [newPassword, setNewPassword] = useState('')
  const [again, setAgain] = useState('')
  const [differs, setDiffers] = useState(false)
  const change = useChangePassword()
  return (
    <form
      className="card form-card"
      aria-labelledby="new-password-heading"
      onSubmit={(event) => {
        event.preventDefault()
        setDiffers(newPassword !== again)
        if (newPassword !== again) return
        change.mutate(
          { password, newPassword },
          {
            onSuccess: () => {
              setPassword('')
              setNewPassword('')
              setAgain('')
            },
          },
        )
      }}
    >
      <h2 id="new-password-heading">Change your password</h2>
      <p>You are signed out everywhere else when it changes.</p>
      <TextField
        label="Present password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        required
      />
      <TextField
        label="New password"
        hint="At least 12 characters."
        type="password"
        autoComplete="new-password"
        value={newPassword}
        onChange={setNewPassword}
        required
      />
      <TextField
        label="New password once more"
        type="password"
        autoComplete="new-password"
        error={differs ? 'This is not the same as the new password above.' : undefined}
        value={again}
        onChange={setAgain}
        required
      />
      <Refused error={change.error} took="The password was not changed." />
      <Button submit kind="primary" busy={change.isPending}>
        Change the password
      </Button>
    </form>
  )
}
