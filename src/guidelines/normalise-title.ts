import { mtusChapters, odgChapters } from './citation-rules.ts'

/**
 * The one name of a chapter however it was printed: "ACOEM Chapter 12 Low Back Complaints" and
 * "Low Back Complaints 2004" are "Low Back Complaints"; "Neck and Upper Back (Acute & Chronic)" is
 * "Neck & Upper Back" (ODG). A title that is not known comes back tidied, otherwise as printed.
 */
export function normaliseTitle(printed: string): string {
  const tidy = printed
    .replace(/\s+/g, ' ')
    .replace(/^(?:MTUS|CA MTUS|California MTUS)\s+/i, '')
    .replace(/^(?:ACOEM\s+)?Chapter\s+\d{1,2}[\s:,-]*/i, '')
    .replace(/[,\s]+\(?(?:19|20)\d{2}\)?$/, '')
    .replace(/^[\s,:;–-]+|[\s,:;–-]+$/g, '')
  return byName.get(nameKey(tidy)) ?? tidy
}

/** The key under which two spellings of a title are the same. */
export function nameKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/\((?:sub)?(?:acute|chronic)(?:\s*(?:&|and|\/|,)\s*(?:sub)?(?:acute|chronic))*\)/g, '')
    .replace(/\s+chapters?$/, '')
    .replaceAll('&', 'and')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

const byName = new Map<string, string>()
for (const chapter of [...odgChapters, ...mtusChapters]) {
  for (const name of [chapter.title, ...chapter.aliases]) byName.set(nameKey(name), chapter.title)
}
