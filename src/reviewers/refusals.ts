/** What this room refuses, with the rule and the usual remedy. */
export const reviewersRefusals = {
  'reviewer-unreadable': {
    authority: 'House rule: the register holds only what Labor Code 139.5(d) asks about',
    next: 'Correct the entry in the register of reviewers and send it again.',
  },
  'reviewer-id-names-reviewer': {
    authority: 'Labor Code 4610.6(f): the names of reviewers stay inside the organization',
    next: 'Give the reviewer an id that does not hold the name.',
  },
  'reviewer-not-matched': {
    authority: 'Labor Code 139.5(d); 8 CCR 9792.10.6',
    next: 'Match the reviewers for this case again, and attest one of the ranked.',
  },
  'reviewer-filter-failed': {
    authority: 'Labor Code 139.5(d) and (e)',
    next: 'Choose another reviewer from the ranked list.',
  },
  'conflict-not-checked': {
    authority: 'Labor Code 139.5(c)',
    next: 'Run the conflict check against every party of the case.',
  },
  'reviewer-has-tie': {
    authority: 'Labor Code 139.5(c): no material professional, familial or financial affiliation',
    next: 'Choose another reviewer; this one may not decide the case.',
  },
  'reviewer-tie-not-cleared': {
    authority: 'Labor Code 139.5(c)',
    next: 'Have a person look at the possible tie and record why it is none, or choose another reviewer.',
  },
  'reviewer-not-attested': {
    authority: 'Labor Code 139.5(d); statement printed in every determination',
    next: 'Ask the reviewer to make the missing statement for this case.',
  },
} as const
