import { anyOf, capital, type IdentifierPattern } from './identifier-pattern.ts'
import { givenNames } from './publication-rules.ts'
import { wordLikeNames } from './word-lists.ts'

const capitals = `${capital}(?:[ \\t]+(?:[A-Z]\\.[ \\t]*)?${capital}){0,2}`
const degree =
  '(?:M\\.D\\.|MD|D\\.O\\.|DO|D\\.C\\.|DC|Ph\\.?D\\.?|PsyD|Psy\\.D\\.|PA-C|NP|FNP|RN|DPT|PT|P\\.T\\.|OT|' +
  'L\\.?Ac\\.?|D\\.P\\.M\\.|DPM|DDS|QME|AME|Esq\\.?)'
const facility =
  'Hospital|Medical Center|Medical Group|Medical Clinic|Health Center|Surgery Center|Surgical Center|' +
  'Imaging|Radiology Group|Clinic|Orthopa?edics|Physical Therapy Center|Pharmacy|Insurance Company|' +
  'Chiropractic Center|Rehabilitation Center'

/**
 * Behind a given name these make a test, a disease or a device of it: `Thomas test`, `Allen Test`,
 * `Austin Moore prosthesis`.
 */
const notSurnames =
  '(?:Tests?|Signs?|Diseases?|Syndromes?|Maneuvers?|Fractures?|Palsy|Criteria|Scores?|Scales?|Index|' +
  'Classifications?|Procedures?|Hospital|Medical|Clinic|Center|Health|County|City|Street|Avenue|' +
  'University|College|Moore|Formula|Questionnaire|Inventory|Method|Technique|Approach|Protocol|' +
  'Injection|Nerve|Exercises?|Guidelines?|Court|Board|Labor|Code|Section)\\b'

const names = givenNames.filter((name) => !wordLikeNames.has(name.toLowerCase()))
const given = anyOf([...names, ...names.map((name) => name.toUpperCase())])
const surname = `(?!${notSurnames})(?!${notSurnames.toUpperCase().replaceAll('\\B', '\\b')})${capital}`

/** A given name by itself, with nothing behind it that makes a test or a disease of it. */
export const givenNameAlone: RegExp = new RegExp(
  `(?<![A-Za-z-])${anyOf(names)}(?!['A-Za-z-]|[ \\t]+(?:test|sign|disease|syndrome|maneuver|fracture|splint|wrench|collar|${notSurnames}))`,
  'g',
)

/** Names of people and of places of care. */
export const namePatterns: readonly IdentifierPattern[] = [
  {
    type: 'name',
    pattern: new RegExp(
      `\\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Drs|Doctor|Professor|Prof|Sr|Sra|MR|MRS|MS|DR|Nurse|Attorney)\\.?[ \\t]+(${capitals}|[A-Z]\\.[ \\t]*${capital})`,
      'g',
    ),
  },
  {
    type: 'name',
    pattern: new RegExp(
      `\\b(${capital}[ \\t]+(?:[A-Z]\\.?[ \\t]+)?${capital}),?[ \\t]+${degree}(?![A-Za-z])`,
      'g',
    ),
  },
  // A given name with a surname: "Maria Elena Gonzalez", "JOHN Q. PUBLIC", "Gonzalez, Maria".
  {
    type: 'name',
    pattern: new RegExp(
      `\\b(${given}(?:[ \\t]+(?:[A-Z]\\.|${given}))?[ \\t]+(?:(?:de|del|la|van|von|bin|al)[ \\t]+){0,2}${surname}(?:-${capital})?)\\b`,
      'g',
    ),
  },
  {
    type: 'name',
    pattern: new RegExp(`\\b(${capital},[ \\t]+${given}(?:[ \\t]+[A-Z]\\b\\.?)?)(?![A-Za-z])`, 'g'),
  },
  // More than one under one title: "Drs. Patel and Lindqvist"; a title of work: "Interpreter Solis".
  {
    type: 'name',
    pattern: new RegExp(
      `\\b(?:Drs|Doctors|Messrs)\\.?[ \\t]+${capital}(?:,[ \\t]+${capital})*,?[ \\t]+(?:and|&)[ \\t]+(${capital})`,
      'g',
    ),
  },
  {
    type: 'name',
    pattern: new RegExp(
      `\\b(?:[Ii]nterpreter|[Aa]djuster|[Tt]herapist|[Cc]hiropractor|[Aa]cupuncturist|[Cc]ase [Mm]anager|[Pp]atient|[Cc]laimant|[Aa]pplicant),?[ \\t]+(${surname}[ \\t]+(?:[A-Z]\\.[ \\t]+)?${surname})`,
      'g',
    ),
  },
  {
    type: 'name',
    pattern: new RegExp(
      `\\b(?:[Cc]o-?signed|[Ss]igned|[Ss]incerely|[Rr]espectfully|[Rr]egards|[Cc]ountersigned)(?:[ \\t]+(?:by|yours|submitted))?[ \\t]*[:,]?\\s+((?:[A-Z]\\.[ \\t]*)*${surname}(?:[ \\t]+(?:[A-Z]\\.[ \\t]*)?${surname}){0,2})`,
      'g',
    ),
  },
  // A field of a form that holds nothing but a name.
  {
    type: 'name',
    pattern: new RegExp(
      `\\b(?:[Pp]atient(?:'s)?[ ]?[Nn]ame|PATIENT NAME|Patient|PATIENT|Name|NAME|Applicant|Claimant|Employee|Injured [Ww]orker|` +
        'Insured|Subscriber|Guarantor|Emergency [Cc]ontact|Next of [Kk]in|Attn|ATTN|Attention|Dictated by|Transcribed by|' +
        'Signed by|[Ee]lectronically signed by|Authenticated by|Reviewed by|Referred by|Adjuster|Attorney|' +
        `Interpreter|Provider|Physician|Surgeon|Therapist|Witness|Supervisor|Spouse|cc|CC)[ \\t]*:[ \\t]*(?:Dr\\.?[ \\t]+)?(${capital}(?:,?[ \\t]+(?:[A-Z]\\.|${capital})){0,3})`,
      'g',
    ),
  },
  // Whoever is said to belong to the worker: "his wife Elena", "supervisor Tom".
  {
    type: 'name',
    pattern: new RegExp(
      `\\b(?:wife|husband|spouse|son|daughter|brother|sister|mother|father|partner|supervisor|coworker|co-worker|foreman|manager|attorney|adjuster|interpreter|roommate|girlfriend|boyfriend|named|name is),?[ \\t]+(${surname}(?:[ \\t]+${surname}){0,2})`,
      'g',
    ),
  },
  {
    type: 'organization',
    pattern: new RegExp(
      `(?<!\\. |^|\\n)\\b((?!(?:The|A|An|This|Each|Pain|Magnetic|Resonance|Diagnostic|Medical|Functional|Physical|Chiropractic|MTUS|Treatment)\\b)${capital}(?:[ \\t]+(?:${capital}|of|and|&)){0,3}[ \\t]+(?:${facility}))\\b`,
      'g',
    ),
  },
]
