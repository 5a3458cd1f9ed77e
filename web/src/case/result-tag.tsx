import { Tag } from '~/ui/tag.tsx'
import type { Tone } from '~/ui/words.ts'

type Result = 'met' | 'not-met' | 'not-documented' | 'conflicting' | 'judgment'

const words: Readonly<Record<Result, { readonly says: string; readonly tone: Tone }>> = {
  met: { says: 'Met', tone: 'good' },
  'not-met': { says: 'Not met', tone: 'bad' },
  'not-documented': { says: 'Not documented', tone: 'unknown' },
  conflicting: { says: 'Conflicting', tone: 'warn' },
  judgment: { says: 'For the physician to judge', tone: 'brand' },
}

/** The result of a criterion. */
export function ResultTag({ result }: { readonly result: Result }) {
  return <Tag tone={words[result].tone}>{words[result].says}</Tag>
}
