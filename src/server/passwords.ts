import { hash, verify } from '@node-rs/argon2'

/** Argon2id with 19 MiB, two passes, one lane: the first choice of OWASP's password storage sheet. */
const argon2id = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** The hash that is stored, in PHC form with its own salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, argon2id)
}

/**
 * Whether the password is the one of the hash. Without a hash (nobody has that name) it takes as
 * long and is false, so that time does not tell who has an account.
 */
export async function passwordMatches(
  password: string,
  passwordHash: string | null,
): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await hashOfNobody()), password)
  return passwordHash !== null && matches
}

let nobody: Promise<string> | null = null

/** Of a password that nobody can type, made once. */
export function hashOfNobody(): Promise<string> {
  nobody ??= hashPassword(crypto.randomUUID() + crypto.randomUUID())
  return nobody
}
