import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { explainRefusal } from '#foundation'
import type { Deps } from '#proceedings'
import { hashPassword } from '#server'
import type { ReviewerStore, User, UserStore } from '#store'
import { readCaseFolder } from './case-folder.ts'
import { conduct } from './conduct.ts'
import type { Io } from './io.ts'

/** A sign-in to try the examples with. */
export type SignIn = {
  readonly userName: string
  readonly password: string
  readonly says: string
}

/** One account per role; what belongs to an example is named by its folder. */
const accounts: readonly (Pick<User, 'userName' | 'displayName' | 'role'> & {
  readonly says: string
  readonly reviewerId?: string
  readonly claimsAdministrator?: string
  readonly caseOf?: string
})[] = [
  {
    userName: 'administrator',
    displayName: 'Ada Winslow',
    role: 'administrator',
    says: 'runs the system',
  },
  {
    userName: 'case-manager',
    displayName: 'Milo Farraday',
    role: 'case-manager',
    says: 'works the cases',
  },
  {
    userName: 'reviewer',
    displayName: 'Expert reviewer',
    role: 'reviewer',
    reviewerId: 'reviewer-pmr-01',
    says: 'decides the case of the lumbar MRI',
  },
  {
    userName: 'quality',
    displayName: 'Greta Lowell',
    role: 'quality',
    says: 'reads before a letter leaves',
  },
  {
    userName: 'claims-administrator',
    displayName: 'Ines Holloway',
    role: 'claims-administrator',
    claimsAdministrator: 'Granite Fork Claims Services (invented)',
    says: 'sends the file of the lumbar MRI',
  },
  {
    userName: 'employee',
    displayName: 'Teodora Sandmark',
    role: 'employee',
    caseOf: 'lumbar-mri',
    says: 'the injured worker of the lumbar MRI',
  },
]

/**
 * Loads the example cases once, each the whole way by the acts in its folder, with one sign-in per
 * role. Passwords are drawn at the first start and kept in the home folder, readable by its owner.
 */
export async function loadExamples(
  deps: {
    readonly proceedings: Deps
    readonly reviewers: ReviewerStore
    readonly users: UserStore
    readonly home: string
    readonly folder: string
  },
  io: Io,
): Promise<readonly SignIn[]> {
  const folders = readdirSync(deps.folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(deps.folder, entry.name))
    .toSorted()
  const caseIds = new Map<string, string>()
  for (const path of folders) {
    const folder = readCaseFolder(path)
    if (!folder.ok) {
      io.err(`Example ${path}: ${folder.refusals.map(explainRefusal).join(' ')}`)
      continue
    }
    for (const reviewer of folder.value.reviewers) {
      if (!(await deps.reviewers.get(reviewer.reviewerId))) await deps.reviewers.put(reviewer)
    }
    const known = await deps.proceedings.cases.list({
      text: claimNumberOf(folder.value.application),
      limit: 1,
      offset: 0,
    })
    const [row] = known.rows
    if (row) {
      caseIds.set(folder.value.name, row.caseId)
      continue
    }
    io.err(`Loading the example ${folder.value.name} …`)
    const conducted = await conduct(deps.proceedings, folder.value, (step) =>
      io.progress(`  ${folder.value.name}: ${step}`),
    )
    if (conducted.caseId !== null) caseIds.set(folder.value.name, conducted.caseId)
    if (conducted.stopped) {
      const { step, refusals } = conducted.stopped
      io.err(`  stopped at "${step}": ${refusals.map(explainRefusal).join(' ')}`)
    }
  }
  return makeAccounts(deps, caseIds)
}

async function makeAccounts(
  deps: { readonly users: UserStore; readonly home: string },
  caseIds: ReadonlyMap<string, string>,
): Promise<readonly SignIn[]> {
  const file = join(deps.home, 'example-sign-ins.json')
  const kept: Record<string, string> = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
    : {}
  const signIns: SignIn[] = []
  for (const { says, caseOf, reviewerId, claimsAdministrator, ...account } of accounts) {
    const caseId = caseOf === undefined ? undefined : caseIds.get(caseOf)
    const password = kept[account.userName] ?? randomBytes(9).toString('base64url')
    if (!(await deps.users.findByName(account.userName))) {
      const made = await deps.users.create({
        ...account,
        userId: account.userName,
        passwordHash: await hashPassword(password),
        reviewerId: reviewerId ?? null,
        claimsAdministrator: claimsAdministrator ?? null,
        caseIds: caseId === undefined ? [] : [caseId],
      })
      if (!made.ok) continue
      kept[account.userName] = password
      writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 })
    }
    signIns.push({
      userName: account.userName,
      password: kept[account.userName] ?? '(made at another start)',
      says,
    })
  }
  return signIns
}

function claimNumberOf(application: unknown): string {
  const number =
    typeof application === 'object' && application !== null && 'claimNumber' in application
      ? application.claimNumber
      : null
  return typeof number === 'string' ? number : '(no claim number)'
}
