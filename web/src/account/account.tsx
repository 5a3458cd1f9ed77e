import { useSession } from '~/session.ts'
import { SignInFirst } from '~/shell/sign-in-first.tsx'
import { PageHead } from '~/ui/page-head.tsx'
import { roleWords } from '~/ui/words.ts'
import { NewPassword } from './new-password.tsx'

/** The own account: who one is here, and a new password. */
export function Account() {
  return (
    <SignInFirst>
      <OwnAccount />
    </SignInFirst>
  )
}

function OwnAccount() {
  const user = useSession().data?.user
  return (
    <div className="page narrow">
      <PageHead
        title="Your account"
        tab="Your account"
        lead={user ? `${user.displayName}, ${roleWords[user.role] ?? user.role}` : undefined}
      />
      <NewPassword />
    </div>
  )
}
