import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Operation, Operations, Scope } from '#api'
import type { CaseRow, OpenedArtifact } from '#case'
import { ok, type Result } from '#foundation'
import type { Act } from '#proceedings'
import type { Principal } from './principal.ts'
import type { Services } from './services.ts'

/** Bytes as an answer, or that the caller has them already. */
export type FileAnswer =
  | {
      /** In memory, a file that is sent from the disk and then released, or made while it is sent. */
      readonly content: Uint8Array | OpenedArtifact | MadeWhileSent
      /** Of a download; names the case, never a person. */
      readonly fileName: string
      /** Other than the operation's: a foreign file, which is given out and never shown. */
      readonly foreign?: true
      /** Names the content for good: the caller may keep it as long as the session lasts. */
      readonly etag?: string
    }
  | { readonly unchanged: string }

/** Of a known length, and never whole in memory. */
export type MadeWhileSent = {
  readonly bytes: number
  readonly parts: AsyncIterable<Uint8Array>
}

/** A printed paper as an answer. */
export function asFile(printed: Result<Uint8Array>, fileName: string): Result<FileAnswer> {
  return printed.ok ? ok({ content: printed.value, fileName }) : printed
}

export type AnswerTo<O extends Operation> = O['answers'] extends string
  ? FileAnswer
  : z.input<O['answer']>

/** A call that policy and schemas have let through. */
export type Call<O extends Operation> = {
  readonly params: z.output<O['params']>
  readonly query: z.output<O['query']>
  readonly body: z.output<O['body']>
  readonly principal: Principal
  /** With which the role was let in; a list with `own` shows the own cases only. */
  readonly scope: Scope
  /** The case of the path; its row was read for the policy. */
  readonly row: O['path'] extends `${string}{caseId}${string}` ? CaseRow : null
  /** Who and when, for the events; a fault for the public. */
  act(): Act
  /** The bytes of an upload. */
  readonly stream: O['takes'] extends string ? Readable : null
  /** Whether the caller has what this name (`etag`) stands for. */
  knows(etag: string): boolean
  /** Digest that the sender announced (`content-digest`, RFC 9530), in hexadecimal. */
  readonly announcedSha256: string | null
  readonly session: SessionControl
}

/** What only the session operations use. */
export type SessionControl = {
  readonly token: string | null
  /** Gives the browser the cookies of a session that was opened. */
  begin(token: string): void
  /** Takes them back. */
  end(): void
  /** The token that unsafe calls carry in their header; made from the secret of the session. */
  csrfToken(): string
}

export type Handler<O extends Operation> = (
  call: Call<O>,
  services: Services,
) => Promise<Result<AnswerTo<O>>>

/** One handler for every operation: no more, no fewer. */
export type Handlers = {
  readonly [Id in keyof Operations]: Handler<Operations[Id]>
}

/** Handlers of some operations, written in one file. */
export type HandlersOf<Id extends keyof Operations> = Pick<Handlers, Id>
