import { anyOf, capital, type IdentifierPattern } from './identifier-pattern.ts'
import { places, smallZipAreas, stateWords } from './publication-rules.ts'

/** Without the abbreviations that are degrees behind a name. */
const states = anyOf([
  ...stateWords.filter((word) => !['MD', 'MS', 'MA', 'PA', 'DC'].includes(word)),
  'Calif\\.?',
])
/** A degree in capitals before a State's university is no city. */
const place = `(?<!\\b(?:New|North|South|West|Rhode)\\s)(?![A-Z]{2,4}\\b)${capital}`
const streetWords =
  '(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Court|Ct|Boulevard|Blvd|Way|Place|Pl|Terrace|Ter|Circle|Cir|' +
  'Highway|Hwy|Parkway|Pkwy|Trail|Loop|Square|Alley)'

/** Where somebody lives, works or was treated. */
export const placePatterns: readonly IdentifierPattern[] = [
  {
    type: 'address',
    pattern: new RegExp(
      `\\b\\d{1,6}\\s+(?:[NSEW]\\.?\\s+|North\\s+|South\\s+|East\\s+|West\\s+)?(?:(?:[A-Z][A-Za-z'-]+|\\d{1,3}(?:st|nd|rd|th)|de|la|las|los|del|el|of|the)\\s+){1,5}${streetWords}\\b\\.?(?:,?\\s+(?:Apt|Suite|Ste|Unit|#)\\.?\\s*[A-Za-z0-9-]+)?`,
      'g',
    ),
  },
  // Streets without a word for them: "1420 Avenida Encinas", "77 Camino Real".
  {
    type: 'address',
    pattern: new RegExp(
      `\\b\\d{1,6}\\s+(?:Avenida|Camino|Calle|Via|Paseo|El|La)\\s+(?:[A-Z][A-Za-z'-]+\\s?){1,3}`,
      'g',
    ),
  },
  // Said to be an address, whatever it looks like.
  {
    type: 'address',
    pattern: new RegExp(
      `\\b(?:(?:[Ll]ives|[Rr]esides|[Ss]taying|[Aa]ddress)(?:\\s+(?:at|is))?)\\s*:?\\s*(\\d{1,6}\\s+(?:[NSEW]\\.?\\s+)?${capital}(?:\\s+${capital}){0,3}(?:,?\\s+(?:Apt|Suite|Ste|Unit|#)\\.?\\s*[A-Za-z0-9-]+)?)`,
      'g',
    ),
  },
  {
    type: 'place',
    pattern: new RegExp(
      `\\b(?:from|in|to|of|near)\\s+(${capital}(?:[ \\t]+${capital}){0,2}),\\s+(?:Mexico|Guatemala|El Salvador|Honduras|Nicaragua|Peru|Philippines|China|India|Vietnam|Korea|Japan|Armenia|Iran|Russia|Ukraine|Canada|England|Germany|Ireland|Italy)\\b`,
      'g',
    ),
    profiles: ['safe-harbor'],
  },
  { type: 'address', pattern: /\bP\.?\s?O\.?\s+Box\s+\d+/gi },
  {
    type: 'zip',
    profiles: ['ca-dwc'],
    pattern: /\b(?:CA|California)\.?,?\s+(\d{5}(?:-\d{4})?)\b/g,
  },
  {
    type: 'zip',
    profiles: ['safe-harbor'],
    pattern: new RegExp(
      `\\b(?:${states},?\\s+|(?:[Zz][Ii][Pp]|[Pp]ostal)(?:\\s+[Cc]ode)?\\s*(?:is|of)?\\s*:?\\s*)(\\d{5}(?:-\\d{4})?)\\b`,
      'g',
    ),
    keep: (zip) => (smallZipAreas.has(zip.slice(0, 3)) ? '' : zip.slice(0, 3)),
  },
  {
    type: 'place',
    pattern: new RegExp(
      `\\b(?!${states}\\b)(${place}(?:\\s+${place}){0,2}),\\s+${states}(?=[\\s.,;)]|$)`,
      'g',
    ),
    profiles: ['safe-harbor'],
  },
  {
    type: 'place',
    pattern: new RegExp(
      `\\b(?:[Ll]ives|[Ll]iving|[Rr]esid(?:es|ing|ent|ence)|[Bb]orn|[Mm]oved|[Rr]elocated|[Rr]aised|[Ww]orks|[Ww]orked|[Ee]mployed|[Ff]rom the (?:city|town)|[Cc]ity|[Tt]own)\\s+(?:in|to|at|of|near)\\s+(?!${states}\\b)(${capital}(?:[ \\t]+${capital}){0,2})`,
      'g',
    ),
    profiles: ['safe-harbor'],
  },
  {
    type: 'place',
    pattern: new RegExp(
      `\\b(${capital}(?:[ \\t]+${capital}){0,2}[ \\t]+(?:County|Parish))\\b`,
      'g',
    ),
    profiles: ['safe-harbor'],
  },
  {
    type: 'place',
    pattern: new RegExp(`\\b${anyOf(places)}\\b`, 'g'),
    profiles: ['safe-harbor'],
  },
]
