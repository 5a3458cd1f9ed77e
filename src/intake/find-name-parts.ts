import type { PersonName } from './party.ts'

/**
 * First, middle and last name in a name as letters print it: `Ana B. Example`, `Example, Ana B.`,
 * with titles and degrees left out. Null where there is no first and last name.
 */
export function findNameParts(written: string): PersonName | null {
  const plain = written
    .replace(/^(?:mr|mrs|ms|miss|dr)\.?\s+/i, '')
    .replaceAll(/,?\s*\b(?:M\.?D|D\.?O|D\.?C|Ph\.?D|Psy\.?D|D\.?P\.?M|N\.?P|P\.?A)\b\.?/g, '')
    .trim()
  const [before = '', after] = plain.split(/,\s*/, 2)
  const words = (after === undefined ? before : `${after} ${before}`).split(/\s+/).filter(Boolean)
  const [first, ...rest] = words
  if (first === undefined) return null
  // With the last name in front its words are known; else it is the last word.
  const lastWords = after === undefined ? 1 : before.split(/\s+/).length
  const last = rest.slice(-lastWords).join(' ')
  const middle = rest.slice(0, -lastWords).join(' ')
  return last === '' ? null : { first, ...(middle === '' ? {} : { middle }), last }
}
