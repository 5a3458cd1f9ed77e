import type { RefusalCatalogue } from '#foundation'

export type ServerRefusalCode =
  | 'not-signed-in'
  | 'not-allowed'
  | 'sign-in-failed'
  | 'request-forged'
  | 'request-not-as-described'
  | 'day-not-readable'
  | 'operation-unknown'
  | 'case-unknown'
  | 'not-there-yet'
  | 'document-unknown'
  | 'publication-unknown'
  | 'file-too-large'
  | 'file-empty'
  | 'upload-damaged'
  | 'upload-unknown'
  | 'upload-offset-wrong'
  | 'upload-incomplete'
  | 'too-many-calls'
  | 'delivery-unreadable'
  | 'password-wrong'
  | 'user-unknown'
  | 'own-account'
  | 'setting-unreadable'

/** What the server refuses before any room is asked. */
export const serverRefusals: Readonly<Record<ServerRefusalCode, RefusalCatalogue[string]>> = {
  'not-signed-in': {
    authority: 'house rule: whoever acts on a case is known',
    next: 'Sign in, then try again.',
  },
  'not-allowed': {
    authority: 'house rule: the policy table says who may call which operation on which case',
    next: 'Ask somebody whose role has this task, or an administrator for another role.',
  },
  'sign-in-failed': {
    authority: 'house rule: one answer for a wrong name, a wrong password and a locked account',
    next: 'Check both. After repeated failures the account is locked for a while: wait, then try again.',
  },
  'request-forged': {
    authority: 'house rule: a call that changes something carries the token of its session',
    next: 'Load the page again, or get the session anew and send its csrfToken in the header x-csrf-token.',
  },
  'request-not-as-described': {
    authority:
      'house rule: the API takes what its description names and nothing else (/api/openapi.json)',
    next: 'Compare the request with the description of the operation, and correct the place named.',
  },
  'day-not-readable': {
    authority: 'Gregorian calendar',
    next: 'Give the day as it stands on the document, written as YYYY-MM-DD.',
  },
  'operation-unknown': {
    authority: 'house rule: the list of operations is closed (/api/openapi.json)',
    next: 'Choose an operation of the description.',
  },
  'case-unknown': {
    authority:
      'house rule: a case that the user may not see is answered like one that does not exist',
    next: 'Check the case number, or open the case from the list.',
  },
  'not-there-yet': {
    authority: 'house rule: what the case has not brought forth cannot be shown',
    next: 'Look at the timeline for what is missing, and come back after that step.',
  },
  'document-unknown': {
    authority: 'house rule: every document has been received and has its id',
    next: 'Choose a document of the case.',
  },
  'publication-unknown': {
    authority: 'Lab. Code 4610.6(m): published determinations are public, nothing else is',
    next: 'Check the case number, or search the published determinations.',
  },
  'file-too-large': {
    authority: 'house rule: the operator says how large one file of the record may be',
    next: 'Split the file and send its parts, each with its own name.',
  },
  'file-empty': {
    authority: 'house rule: a file of the record has content',
    next: 'Check the file and send it again.',
  },
  'upload-damaged': {
    authority: 'RFC 9530: the digest sent with a file is that of its bytes',
    next: 'Send the file again.',
  },
  'delivery-unreadable': {
    authority:
      '8 CCR 9792.10.5; house rule: what comes by folder says for which case and from whom',
    next: 'Correct the manifest or the name of the folder, and put the folder back.',
  },
  'upload-unknown': {
    authority: 'house rule: whoever begins an upload goes on with it; it is kept for some days',
    next: 'Begin the upload again.',
  },
  'upload-offset-wrong': {
    authority: 'house rule: the bytes of an upload come in order, each once',
    next: 'Ask how far the upload is (getUpload), and go on there.',
  },
  'upload-incomplete': {
    authority: 'house rule: a file is acknowledged when all of it is here',
    next: 'Send the bytes that are missing, then finish the upload.',
  },
  'password-wrong': {
    authority: 'house rule: whoever changes a password knows the present one',
    next: 'Type the present password again. After repeated failures the account is locked for a while.',
  },
  'user-unknown': {
    authority: 'house rule: access is given by name',
    next: 'Choose an account of the list.',
  },
  'own-account': {
    authority: 'house rule: an administrator remains who can give access',
    next: 'Ask another administrator to do it.',
  },
  'setting-unreadable': {
    authority: 'house rule: a setting that cannot be read is never guessed',
    next: 'Correct the setting as `openimr serve --help` says, and start again.',
  },
  'too-many-calls': {
    authority: 'house rule: the server serves everyone',
    next: 'Wait a minute, then try again.',
  },
}
