import { useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useSignIn } from '~/session.ts'
import { Button } from '~/ui/button.tsx'
import { TextField } from '~/ui/field.tsx'
import { PageHead } from '~/ui/page-head.tsx'
import { Refused } from '~/ui/refused.tsx'

export function SignIn() {
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useSignIn()
  const router = useRouter()
  const search = useSearch({ from: '/sign-in' })
  return (
    <div className="page narrow">
      <PageHead
        title="Sign in"
        tab="Sign in"
        lead="For case staff, expert reviewers, quality readers, claims administrators, injured workers and their representatives."
      />
      <form
        className="card form-card"
        onSubmit={(event) => {
          event.preventDefault()
          signIn.mutate(
            { userName, password },
            { onSuccess: () => router.history.push(search.next ?? '/cases') },
          )
        }}
      >
        <Refused error={signIn.error} took="You are not signed in." />
        <TextField
          label="User name"
          name="userName"
          value={userName}
          onChange={setUserName}
          autoComplete="username"
          required
        />
        <TextField
          label="Password"
          name="password"
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          required
        />
        <Button submit kind="primary" busy={signIn.isPending}>
          Sign in
        </Button>
      </form>
      <p className="quiet">
        Decisions already published can be read <a href="/published">without signing in</a>.
      </p>
    </div>
  )
}
