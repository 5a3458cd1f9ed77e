import { useRead } from '~/act.ts'
import { operations } from '~/client.ts'
import { SignInFirst } from '~/shell/sign-in-first.tsx'
import { PageHead } from '~/ui/page-head.tsx'
import { Refused } from '~/ui/refused.tsx'
import { ScrollBox } from '~/ui/scroll-box.tsx'
import { Loading } from '~/ui/states.tsx'
import { Tag } from '~/ui/tag.tsx'
import { roleWords } from '~/ui/words.ts'
import { NewUser } from './new-user.tsx'

/** People with access, and a form to give it to one more. */
export function Users() {
  return (
    <SignInFirst>
      <UserList />
    </SignInFirst>
  )
}

function UserList() {
  const { data, error, isPending } = useRead(operations.listUsers, {})
  return (
    <div className="page">
      <PageHead
        title="Users"
        tab="Users"
        lead="Access is given by name. The role decides what a person may do and on which cases."
      />
      {isPending ? <Loading what="users" /> : null}
      <Refused error={error} took="The users cannot be shown." />
      {data ? (
        <div className="users">
          <ScrollBox className="table-box" label="Users">
            <table>
              <caption className="visually-hidden">Users with their roles</caption>
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">User name</th>
                  <th scope="col">Role</th>
                  <th scope="col">For</th>
                </tr>
              </thead>
              <tbody>
                {data.users.map((user) => (
                  <tr key={user.userId}>
                    <th scope="row">{user.displayName}</th>
                    <td className="code">{user.userName}</td>
                    <td>
                      {roleWords[user.role] ?? user.role}
                      {user.disabled ? <Tag tone="bad">No access</Tag> : null}
                    </td>
                    <td>
                      {user.claimsAdministrator ??
                        user.reviewerId ??
                        (user.caseIds && user.caseIds.length > 0
                          ? `${user.caseIds.length} ${user.caseIds.length === 1 ? 'case' : 'cases'}`
                          : '')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
          <NewUser />
        </div>
      ) : null}
    </div>
  )
}
