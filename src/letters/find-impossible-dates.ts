import { parseAmericanDate } from '#foundation'
import type { Finding } from './read-letter-types.ts'

const full = /(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|\.\d)/g
// "10/204" after a word that introduces a date; "10/325" after a drug's name is a dose.
const short = /(?<![\d/.-])\d{1,2}\/\d{3}(?![\d/]|\s*mg|\s*mcg)/g
const introducesDate = /\b(?:dated|date|on|of|in|since|from|until|through|by)\s+$/

/**
 * Days that do not exist, as printed in running text: flagged with the words, never repaired.
 * Numbers with dashes count only with a four-digit year, since scores and ranges look alike.
 */
export function findImpossibleDates(text: string, where: string, findings: Finding[]): void {
  for (const match of text.matchAll(full)) {
    if (match[2] === '-' && match[4]?.length !== 4) continue
    if (
      Number(match[1]) <= 12 &&
      Number(match[3]) <= 28 &&
      Number(match[1]) * Number(match[3]) > 0
    ) {
      continue
    }
    if (parseAmericanDate(match[0]) === null) add(match[0], where, findings)
  }
  for (const match of text.matchAll(short)) {
    if (introducesDate.test(text.slice(Math.max(0, match.index - 12), match.index))) {
      add(match[0], where, findings)
    }
  }
}

function add(printed: string, where: string, findings: Finding[]): void {
  if (
    findings.some((finding) => finding.where === where && finding.message.startsWith(`${printed} `))
  ) {
    return
  }
  findings.push({
    code: 'impossible-date',
    message: `${printed} is not a day that exists`,
    where,
  })
}
