import { sectionNamesWithCommas } from './citation-rules.ts'

/**
 * The sections of a printed list, each as printed. Splits at commas and semicolons outside of
 * parentheses, but not inside names that contain one: known names ("Forearm, Wrist, & Hand"), a
 * continuation in small letters ("Opioids, criteria for use"), and numbered sections ("3.2 Opioids
 * for Chronic Pain: …") which are split at their numbers only.
 */
export function splitSections(list: string): readonly string[] {
  const text = list.replace(/\s+/g, ' ').replace(/^[\s,;:.–-]+|[\s,;:.–-]+$/g, '')
  if (text === '') return []
  if (/^\d+(?:\.\d+)+\s/.test(text)) {
    return text.split(/[,;]\s+(?:and\s+)?(?=\d+(?:\.\d+)+\s)/).map(tidy)
  }
  const parts: string[] = []
  for (const part of splitOutsideParentheses(protect(text))) {
    const name = tidy(part.replaceAll(comma, ','))
    if (name === '') continue
    const continues = /^(?:&|[a-z])/.test(name) && !/^(?:and|x-ray|pH)\b/.test(name)
    const last = parts.length - 1
    if (continues && last >= 0) parts[last] = `${parts[last]}, ${name}`
    else parts.push(name.replace(/^and\s+/, ''))
  }
  return parts.filter((part, index) => part !== '' && parts.indexOf(part) === index)
}

const comma = '\u0001'

const namesWithComma = sectionNamesWithCommas.length
  ? new RegExp(
      sectionNamesWithCommas
        .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('&', '(?:&|and)'))
        .join('|'),
      'gi',
    )
  : /$^/

function protect(text: string): string {
  return text.replace(namesWithComma, (name) => name.replaceAll(',', comma))
}

function splitOutsideParentheses(text: string): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (character === '(') depth += 1
    else if (character === ')') depth = Math.max(0, depth - 1)
    else if ((character === ',' || character === ';') && depth === 0) {
      parts.push(text.slice(start, index))
      start = index + 1
    }
  }
  // An open parenthesis that never closes would swallow the list: then split at every comma.
  if (depth > 0 && parts.length === 0) return text.split(/[,;]/)
  parts.push(text.slice(start))
  return parts
}

function tidy(part: string): string {
  return part.replace(/^[\s,;:.–-]+|[\s,;:–-]+$/g, '').replace(/(?<!\b[A-Za-z])\.$/, '')
}
