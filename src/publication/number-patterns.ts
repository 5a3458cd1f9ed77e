import type { IdentifierPattern } from './identifier-pattern.ts'

/** Reached by telephone, mail or network. */
const addressesOfMachines: readonly IdentifierPattern[] = [
  {
    type: 'email',
    pattern: /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}\.[A-Za-z]{2,24}/g,
  },
  {
    type: 'url',
    pattern:
      /\b(?:(?:https?|ftp):\/\/|www\.)[^\s,;)]+|(?<![a-z0-9.-])(?:[a-z0-9-]{1,63}\.){1,8}(?:com|org|net|gov|edu|info|health|example)\b(?:\/[^\s,;)]*)?/gi,
    profiles: ['safe-harbor'],
  },
  {
    type: 'ip-address',
    pattern:
      /(?<![\d.])(?=[\d.]{9,15}|(?<=\bIP(?: address)?[:\s]{1,2})\d)(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)|(?<![\w:])(?:[\da-f]{1,4}:){4,7}[\da-f]{1,4}(?![\w:])|(?<![\w:])(?:[\da-f]{1,4}:){1,6}:(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?(?![\w:])/gi,
    profiles: ['safe-harbor'],
  },
  {
    type: 'phone',
    pattern:
      /(?<![\d-])(?:\+?1[-. ]?)?(?:\(\d{3}\)\s?|\d{3}[-. /])\d{3}[-. ]\d{4}(?!\d)(?:,?\s*(?:x|ext\.?|extension)\s*\d{1,6})?/gi,
  },
  { type: 'phone', pattern: /(?<![\w+])\+\d{1,3}(?:[-. ()]{1,2}\d{1,4}){3,5}(?!\d)/g },
  {
    type: 'phone',
    pattern:
      /\b(?:phone|telephone|tel|cell|mobile|fax|pager|call|ext(?:ension)?)\.?\s*(?:no\.?|number|#)?\s*(?:is|at)?\s*[:#]?\s*(\d{3}[-. ]?\d{4}|\d{10})(?!\d)/gi,
  },
]

const cue =
  'claim|policy|group|member|subscriber|beneficiary|medicare|medi-cal|medicaid|health plan|insurance|account|acct|' +
  'MRN|MR|EAMS|WCAB|WCIS|JCN|NPI|DEA|TIN|EIN|tax|licen[cs]e|lic|certificate|passport|badge|' +
  'medical record|record|chart|patient|employee|invoice|accession|specimen|order|file|fingerprint|' +
  'serial|device|implant|UDI|lot|model|vehicle|plate|tag|VIN|case|encounter|visit|prescription|Rx'

/** Numbers that stand for one person or thing. */
const numbers: readonly IdentifierPattern[] = [
  { type: 'ssn', pattern: /(?<!\d)(?:\d{3}|[xX*#]{3})-(?:\d{2}|[xX*#]{2})-\d{4}(?!\d)/g },
  {
    type: 'ssn',
    pattern:
      /\b(?:SSN|SS#|social security)(?:\s+(?:no\.?|number))?\s*(?:is|of|ending in|last four)?\s*[:#]?\s*(\d{4}|\d{3}[- ]?\d{2}[- ]?\d{4})(?!\d)/gi,
  },
  { type: 'adj-number', pattern: /\bADJ[-\s#]?\d{5,}\b/gi },
  {
    type: 'number',
    pattern:
      /\b(?:claim|policy|member|account|acct\.?|MRN|med\.? rec\.?|EAMS|WCAB|WCIS|NPI|license|lic\.?|medical record|record|patient id|file)\s*(?:no\.?|number|num\.?|#|id)?\s*[:#]{0,2}\s*(?:[A-Z]{2,4}\s)?((?=[A-Z0-9-]{0,38}\d{3})[A-Z0-9][A-Z0-9-]{4,40})\b/gi,
  },
  // With "number", "no.", "id" or "#" behind the word, shorter ones count too.
  {
    type: 'number',
    profiles: ['safe-harbor'],
    pattern: new RegExp(
      `\\b(?:${cue})\\.?\\s*(?:no\\.?|numbers?|num\\.?|#|id|identifier|code|s\\/n)(?:\\s+(?:is|was|of))?\\s*[:#]?\\s*((?=[A-Z0-9./-]*\\d)[A-Z0-9][A-Z0-9./-]{2,}[A-Z0-9])\\b`,
      'gi',
    ),
  },
  {
    type: 'number',
    profiles: ['safe-harbor'],
    pattern:
      /\b(?:MRN|S\/N|SN|VIN|UDI|NPI|DEA|EIN|TIN|JCN|ID)\s*[:#]?\s*((?=[A-Z0-9-]*\d{2})[A-Z0-9][A-Z0-9-]{3,})\b/g,
  },
  {
    type: 'number',
    profiles: ['safe-harbor'],
    pattern:
      /\b(?:license\s+plate|plate|tag)\s*(?:no\.?|number|#)?\s*[:#]?\s*((?=[A-Z0-9 ]*\d)[A-Z0-9]{2,4}[ -]?[A-Z0-9]{2,4})\b/g,
  },
  { type: 'case-number', profiles: ['safe-harbor'], pattern: /\bCM\d{2}-\d{7}\b/g },
  // A vehicle's number: seventeen letters and digits, both among them.
  {
    type: 'vehicle',
    profiles: ['safe-harbor'],
    pattern: /\b(?=[A-Z0-9]{0,16}\d)(?=[A-Z0-9]{0,16}[A-Z])[A-HJ-NPR-Z0-9]{17}\b/g,
  },
]

/** What identifies by digits. */
export const numberPatterns: readonly IdentifierPattern[] = [...addressesOfMachines, ...numbers]
