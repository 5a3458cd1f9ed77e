/** `ca-dwc`: California publishes dates and ages. `safe-harbor`: the 18 identifiers of HIPAA. */
export type DeidentificationProfile = 'ca-dwc' | 'safe-harbor'

/** What identifies by its look alone, whoever the parties are. Group 1, where there, is the span. */
export type IdentifierPattern = {
  readonly type: string
  readonly pattern: RegExp
  readonly profiles?: readonly DeidentificationProfile[]
}

/** `O'Brien`, but not the `'s` of a possessive. */
const capital = "[A-Z](?:[A-Za-z-]|'(?!s\\b))+"
const capitals = `${capital}(?:[ \\t]+(?:[A-Z]\\.[ \\t]*)?${capital}){0,2}`
const facility =
  'Hospital|Medical Center|Medical Group|Health Center|Surgery Center|Surgical Center|Imaging|' +
  'Radiology Group|Clinic|Orthopa?edics|Physical Therapy Center|Pharmacy|Insurance Company|' +
  'Chiropractic Center|Rehabilitation Center'
const months =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|' +
  'Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)'

/** In the order they are tried; all are matched on folded text. */
export const identifierPatterns: readonly IdentifierPattern[] = [
  { type: 'email', pattern: /[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}/g },
  { type: 'url', pattern: /\b(?:https?:\/\/|www\.)[^\s,;)]+/g, profiles: ['safe-harbor'] },
  { type: 'ssn', pattern: /(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/g },
  {
    type: 'phone',
    pattern: /(?<![\d-])(?:\+?1[-. ]?)?(?:\(\d{3}\)\s?|\d{3}[-. ])\d{3}[-. ]\d{4}(?!\d)/g,
  },
  { type: 'adj-number', pattern: /\bADJ[-\s#]?\d{5,}\b/gi },
  {
    type: 'number',
    pattern:
      /\b(?:claim|policy|member|account|MRN|EAMS|WCAB|WCIS|NPI|license|lic\.?|medical record|record|patient id|file)\s*(?:no\.?|number|num\.?|#|id)?\s*[:#]?\s*((?=[A-Z0-9-]*\d{3})[A-Z0-9][A-Z0-9-]{4,})\b/gi,
  },
  {
    type: 'address',
    pattern:
      /\b\d{1,6}\s+(?:[NSEW]\.?\s+)?(?:[A-Z][A-Za-z'-]+\s+){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Court|Ct|Boulevard|Blvd|Way|Place|Pl|Terrace|Circle|Cir|Highway|Hwy)\b\.?(?:,?\s+(?:Apt|Suite|Ste|Unit|#)\.?\s*[A-Za-z0-9-]+)?/g,
  },
  { type: 'address', pattern: /\bP\.?\s?O\.?\s+Box\s+\d+/gi },
  { type: 'zip', pattern: /\b(?:CA|California)\.?,?\s+(\d{5}(?:-\d{4})?)\b/g },
  {
    type: 'name',
    pattern: new RegExp(
      `\\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Drs|Doctor|Professor|Prof)\\.?[ \\t]+(${capitals}|[A-Z]\\.[ \\t]*${capital})`,
      'g',
    ),
  },
  {
    type: 'name',
    pattern: new RegExp(
      `\\b(${capital}[ \\t]+(?:[A-Z]\\.?[ \\t]+)?${capital}),?[ \\t]+(?:M\\.D\\.|MD|D\\.O\\.|D\\.C\\.|DC|Ph\\.?D\\.?|PsyD|Psy\\.D\\.|PA-C|DPT|P\\.T\\.|L\\.?Ac\\.?|D\\.P\\.M\\.|DPM|QME|AME|Esq\\.?)(?![A-Za-z])`,
      'g',
    ),
  },
  {
    type: 'organization',
    pattern: new RegExp(
      `(?<!\\. |^|\\n)\\b((?!(?:The|A|An|This|Each|Pain|Magnetic|Resonance|Diagnostic|Medical|Functional)\\b)${capital}(?:[ \\t]+(?:${capital}|of|and|&)){0,3}[ \\t]+(?:${facility}))\\b`,
      'g',
    ),
  },
  {
    type: 'date',
    profiles: ['safe-harbor'],
    pattern: new RegExp(
      [
        '(?<!\\d)\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)?\\d{2}(?!\\d)',
        '(?<!\\d)(?:19|20)\\d{2}-\\d{2}-\\d{2}(?!\\d)',
        `\\b${months}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?\\b`,
        `\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${months}\\.?,?(?:\\s+\\d{4})?\\b`,
        `\\b${months}\\.?,?\\s+(?:of\\s+)?(?:19|20)\\d{2}\\b`,
      ].join('|'),
      'g',
    ),
  },
  {
    type: 'age',
    profiles: ['safe-harbor'],
    pattern: /\b(9\d|1[01]\d)(?=[- ]?(?:years?[- ]old|y\/?o\b|yo\b|year-old))/gi,
  },
]
