import type { Problem } from '#api'
import type { NonEmpty, Refusal } from '#foundation'

/** Statuses of refusals that are not about content. Everything else is 422: understood, refused. */
const statusOfCode: Readonly<Record<string, number>> = {
  'request-not-as-described': 400,
  'day-not-readable': 400,
  'upload-damaged': 400,
  'file-empty': 400,
  'not-signed-in': 401,
  'sign-in-failed': 401,
  'not-allowed': 403,
  'request-forged': 403,
  'operation-unknown': 404,
  'case-unknown': 404,
  'document-unknown': 404,
  'publication-unknown': 404,
  'user-unknown': 404,
  'view-unknown': 404,
  'upload-unknown': 404,
  'receipt-unknown': 404,
  'not-there-yet': 404,
  'case-changed-meanwhile': 409,
  'user-name-taken': 409,
  'view-name-taken': 409,
  'too-many-views': 409,
  'already-issued': 409,
  'own-account': 409,
  'upload-offset-wrong': 409,
  'upload-incomplete': 409,
  'file-too-large': 413,
  'file-type-not-supported': 415,
  'not-a-pdf': 415,
  'too-many-calls': 429,
  'storage-full': 507,
}

const titles: Readonly<Record<number, string>> = {
  400: 'The request is not as described',
  401: 'Nobody is signed in',
  403: 'This is not allowed',
  404: 'There is no such thing',
  409: 'It is no longer, or already, so',
  413: 'The file is too large',
  415: 'The file is of a type that cannot be read',
  422: 'The act was refused',
  429: 'Too many calls',
  500: 'The server failed',
  507: 'There is no room left',
}

/** The HTTP status that a refusal goes out with: the only place that knows. */
export function statusOf(refusal: Refusal): number {
  return statusOfCode[refusal.code] ?? 422
}

/** RFC 9457: the refusals of one call as `application/problem+json`; the first gives the status. */
export function problemOf(refusals: NonEmpty<Refusal>, requestId: string): Problem {
  const status = statusOf(refusals[0])
  return {
    type: `https://openimr.org/refusals/${refusals[0].code}`,
    title: titles[status] ?? 'The act was refused',
    status,
    instance: `urn:openimr:request:${requestId}`,
    refusals: refusals.map(({ code, because, where, authority, next }) => ({
      code,
      because,
      authority,
      next,
      ...(where === undefined ? {} : { where }),
    })),
  }
}

/** A fault: nothing of its inside goes out, only where to look in the log. */
export function problemOfFault(requestId: string): Problem {
  return {
    type: 'about:blank',
    title: titles[500] ?? '',
    status: 500,
    instance: `urn:openimr:request:${requestId}`,
    refusals: [],
  }
}
