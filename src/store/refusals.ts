export type StoreRefusalCode =
  | 'case-changed-meanwhile'
  | 'case-number-taken'
  | 'user-name-taken'
  | 'account-incomplete'
  | 'database-not-empty'
  | 'blob-url-unreadable'
  | 'view-name-taken'
  | 'view-unknown'
  | 'too-many-views'

/** What the store refuses. Everything else that goes wrong here is a fault. */
export const storeRefusals: Readonly<
  Record<StoreRefusalCode, { readonly authority: string; readonly next: string }>
> = {
  'case-changed-meanwhile': {
    authority: 'house rule: a decision is made on the case as it is',
    next: 'Open the case again, look at what changed, and decide anew.',
  },
  'case-number-taken': {
    authority: 'house rule: one number, one case',
    next: 'Ask for the next case number and open the case under that one.',
  },
  'user-name-taken': {
    authority: 'house rule: one person, one account',
    next: 'Use the account that has this name, or give another name.',
  },
  'account-incomplete': {
    authority: 'house rule: an account says whose eyes it stands for',
    next: 'Name the company of a claims administrator, or the register entry of a reviewer.',
  },
  'database-not-empty': {
    authority: 'house rule: two practices are never mixed by a copy',
    next: 'Give the address of an empty database.',
  },
  'blob-url-unreadable': {
    authority: 'house rule: a setting that cannot be read is never guessed',
    next: 'Write BLOB_URL as s3://bucket/prefix?endpoint=https://…&region=…, or leave it out.',
  },
  'view-name-taken': {
    authority: 'house rule: a view is found by its name',
    next: 'Give another name, or change the view that has it.',
  },
  'view-unknown': {
    authority: 'house rule: a view belongs to the account that saved it',
    next: 'Choose one of your own views, or save this one.',
  },
  'too-many-views': {
    authority: 'house rule: a list that is kept is a list that can be read',
    next: 'Delete a view that is no longer used.',
  },
}
