import type { RefusalCatalogue } from '#foundation'

type Code =
  | 'case-unknown'
  | 'page-not-in-record'
  | 'quote-not-on-page'
  | 'absence-not-proved'
  | 'concept-unknown'
  | 'reviewer-unknown'
  | 'reviewer-excluded'
  | 'no-draft-yet'
  | 'already-issued'
  | 'not-there-yet'
  | 'blocking-finding-open'
  | 'human-act-missing'
  | 'no-text-in-file'
  | 'period-backwards'
  | 'party-not-named'
  | 'recipient-not-a-party'
  | 'notice-value-not-yours'
  | 'missing-record-unknown'
  | 'search-empty'
  | 'case-folder-unreadable'
  | 'storage-full'
  | 'receipt-unknown'
  | 'archive-empty'
  | 'reading-interrupted'
  | 'bundle-file-too-large'
  | 'too-much-within'

/** What the way of a case refuses by itself; the rooms on the way have their own. */
export const proceedingsRefusals: Readonly<Record<Code, RefusalCatalogue[string]>> = {
  'case-unknown': {
    authority: 'house rule: an act concerns a case that exists',
    next: 'Check the case number, or open the case from the list.',
  },
  'page-not-in-record': {
    authority: 'house rule: every statement leads to a page of the record',
    next: 'Name a page of a received file.',
  },
  'quote-not-on-page': {
    authority: 'house rule: a quotation is the words of its page, to the letter',
    next: 'Select the words on the page again, or correct the page number.',
  },
  'absence-not-proved': {
    authority: 'Lab. Code 4610.6(h)(5); house rule: "not documented" needs the proof of a search',
    next: 'Look at the passages found, then say what they say instead of that nothing is there.',
  },
  'concept-unknown': {
    authority: 'house rule: what is searched for stands in the lexicon',
    next: 'Choose a concept of the lexicon under rules/lexicon.',
  },
  'reviewer-unknown': {
    authority: 'Lab. Code 139.5(d)',
    next: 'Choose a reviewer from the list of candidates.',
  },
  'reviewer-excluded': {
    authority: 'Lab. Code 139.5(c)-(e)',
    next: 'Choose one of the candidates that pass every filter.',
  },
  'no-draft-yet': {
    authority: 'house rule: quality reads a submitted draft',
    next: 'Wait until the reviewer submits the draft.',
  },
  'already-issued': {
    authority: 'house rule: what was signed is read in its letter',
    next: 'Open the determination letter.',
  },
  'not-there-yet': {
    authority: 'house rule: what the case has not brought forth cannot be shown',
    next: 'Look at the timeline for what is missing, and come back after that step.',
  },
  'blocking-finding-open': {
    authority: 'Lab. Code 139.5(e)(3): quality assurance of the organization',
    next: 'Return the draft to the reviewer, or override the finding with a reason.',
  },
  'human-act-missing': {
    authority: 'Lab. Code 4610.6: a physician decides; house rule: no step is taken for a person',
    next: 'Let the person named take the step, then go on.',
  },
  'recipient-not-a-party': {
    authority: '8 CCR 9792.10.4, 9792.10.6(f): what is served goes to the parties',
    next: 'Choose parties of the application, or amend the application with the missing address.',
  },
  'notice-value-not-yours': {
    authority: 'house rule: a notice says of the case what the case is',
    next: 'Leave the value out; the notice takes it from the case.',
  },
  'no-text-in-file': {
    authority: 'house rule: what is filled in leads to words on a page',
    next: 'Send a file with a text layer, or fill the form in by hand.',
  },
  'party-not-named': {
    authority: '8 CCR 9792.10.3(c): the party asked answers',
    next: 'Say whose answer it is.',
  },
  'period-backwards': {
    authority: 'house rule: a stretch of days begins before it ends',
    next: 'Exchange the two days, or correct one.',
  },
  'missing-record-unknown': {
    authority: '8 CCR 9792.10.5(d)',
    next: 'Load the list of missing records again; the document may have come meanwhile.',
  },
  'search-empty': {
    authority: 'house rule: a search says what it looked for',
    next: 'Type at least one word or number.',
  },
  'case-folder-unreadable': {
    authority: 'docs/reference/case-folder.md',
    next: 'Compare the folder with one under examples/.',
  },
  'storage-full': {
    authority: 'house rule: nothing is acknowledged that is not kept',
    next: 'Tell the operator that the disk is full; send the file again when there is room.',
  },
  'bundle-file-too-large': {
    authority: 'house rule: a bundle keeps every file as it is, and a zip archive none of 4 GiB',
    next: 'Give the large file out by itself; its hash stands in the events of the case.',
  },
  'too-much-within': {
    authority: 'house rule: files in files are opened in bounded depth and number',
    next: 'Take the file out of the others that it lies in, and send it by itself.',
  },
  'archive-empty': {
    authority: '8 CCR 9792.10.5 (records that must reach the review organization)',
    next: 'Look into the archive and send the files that belong to the record.',
  },
  'reading-interrupted': {
    authority: 'house rule: what cannot be read is said to be so, and a person looks at it',
    next: 'Have the file read again; if that fails as well, ask for it in another format.',
  },
  'receipt-unknown': {
    authority: 'house rule: every receipt given stands in the ledger of its case',
    next: 'Choose a receipt of the case.',
  },
}
