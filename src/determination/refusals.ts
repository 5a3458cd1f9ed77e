/** What this room refuses, with the rule and the usual remedy. */
export const determinationRefusals = {
  'determination-incomplete': {
    authority: 'Labor Code 4610.6(d) and (e); 8 CCR 9792.10.6(d)',
    next: 'Add the missing part; a determination has all of them.',
  },
  'treatment-undecided': {
    authority: '8 CCR 9792.10.6(d): a decision for each disputed treatment',
    next: 'Have the reviewer decide the treatment, with reasons.',
  },
  'treatment-not-in-dispute': {
    authority: '8 CCR 9792.10.3(a): only disputed treatments are decided',
    next: 'Take the decision back, or amend the application.',
  },
  'attested-for-another-case': {
    authority: 'Labor Code 139.5(c): absence of ties is attested for each case',
    next: 'Have the reviewer of this case attest and sign.',
  },
  'determination-has-blocking-finding': {
    authority: 'House rule: no letter leaves with a blocking finding',
    next: 'Mend the passage, or have the quality reader override the finding with a reason.',
  },
  'quote-differs-from-page': {
    authority: 'Labor Code 4610.6(e): findings rest on documents in the record',
    next: 'Cite the passage again from the page.',
  },
  'page-not-in-record': {
    authority: 'Labor Code 4610.6(e): findings rest on documents in the record',
    next: 'Cite a page of a file of this case.',
  },
  'absence-not-searched': {
    authority: 'House rule: "not documented" needs the proof of what was searched',
    next: 'Run the search for the absence again, and keep what was searched.',
  },
  'absence-contradicted': {
    authority: 'Labor Code 4610.6(h)(5): a plainly erroneous finding of fact',
    next: 'Look at the passage that was found, and change the statement or say why it does not count.',
  },
  'absence-claim-without-source': {
    authority: 'Labor Code 4610.6(h)(5): a plainly erroneous finding of fact',
    next: 'Search the record for it and attach the proof, or take the sentence out.',
  },
} as const
