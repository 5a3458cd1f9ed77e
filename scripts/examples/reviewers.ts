/** The register of an invented organization: enough physicians to choose from, and to exclude. */
export const reviewers: readonly unknown[] = [
  physician(
    'reviewer-pmr-01',
    'Leopold',
    'Harrowgate',
    ['California', 'Nevada'],
    [
      [
        'American Board of Physical Medicine and Rehabilitation',
        'Physical Medicine and Rehabilitation',
      ],
    ],
  ),
  physician(
    'reviewer-pain-02',
    'Henrietta',
    'Moss',
    ['California'],
    [
      [
        'American Board of Physical Medicine and Rehabilitation',
        'Physical Medicine and Rehabilitation',
      ],
      ['American Board of Physical Medicine and Rehabilitation', 'Pain Medicine'],
    ],
  ),
  physician(
    'reviewer-ortho-03',
    'Anselm',
    'Vickery',
    ['California', 'Arizona'],
    [['American Board of Orthopaedic Surgery', 'Orthopaedic Surgery']],
  ),
  physician(
    'reviewer-occ-04',
    'Beatrix',
    'Olander',
    ['Texas', 'California'],
    [['American Board of Preventive Medicine', 'Occupational Medicine']],
  ),
  // Excluded in the lumbar case: earns from the claims administrator.
  physician(
    'reviewer-pmr-05',
    'Silvan',
    'Crake',
    ['California'],
    [
      [
        'American Board of Physical Medicine and Rehabilitation',
        'Physical Medicine and Rehabilitation',
      ],
    ],
    {
      disclosures: [
        {
          kind: 'financial',
          party: 'Granite Fork Claims Services (invented)',
          nature: 'Utilization review for the company',
          from: '2014-01-01',
          incomeShare: 22,
        },
      ],
    },
  ),
  // Excluded: practises too few hours.
  physician(
    'reviewer-fam-06',
    'Cordelia',
    'Rushby',
    ['California'],
    [['American Board of Family Medicine', 'Family Medicine']],
    { practiceHoursPerWeek: 16 },
  ),
  // Excluded: is a qualified medical evaluator.
  physician(
    'reviewer-ortho-07',
    'Mortimer',
    'Blythe',
    ['California'],
    [['American Board of Orthopaedic Surgery', 'Orthopaedic Surgery']],
    { qualifiedMedicalEvaluator: true },
  ),
  physician(
    'reviewer-psych-08',
    'Ottoline',
    'Sage',
    ['California', 'Oregon'],
    [['American Board of Psychiatry and Neurology', 'Psychiatry']],
  ),
]

function physician(
  reviewerId: string,
  first: string,
  last: string,
  states: readonly string[],
  certifications: readonly (readonly [string, string])[],
  otherwise: Readonly<Record<string, unknown>> = {},
): unknown {
  return {
    reviewerId,
    name: { first, last },
    licences: states.map((state, index) => ({
      state,
      number: `SYN-${reviewerId.slice(-2)}${index}`,
      expiresOn: '2035-12-31',
      restricted: false,
    })),
    certifications: certifications.map(([board, specialty]) => ({
      board,
      specialty,
      currentUntil: '2035-12-31',
    })),
    practisingSince: '2003-07-01',
    practiceHoursPerWeek: 32,
    qualifiedMedicalEvaluator: false,
    disciplined: false,
    openCases: 2,
    capacity: 8,
    acceptsExpedited: true,
    disclosures: [],
    ...otherwise,
  }
}
