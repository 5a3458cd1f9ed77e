import type { Random } from './random.ts'

/** A way to damage a letter; `others` are letters to take pieces from. */
export type Mutation = (text: string, random: Random, others: readonly string[]) => string

/** Ways to damage the text of a letter, by name. */
export const textMutations: Readonly<Record<string, Mutation>> = {
  'characters changed': (text, random) =>
    repeated(text, 1 + random.below(40), (now) => {
      const at = random.below(now.length)
      const code = random.chance(0.5) ? random.below(128) : random.below(0xffff)
      return now.slice(0, at) + String.fromCharCode(code) + now.slice(at + 1)
    }),
  truncated: (text, random) => text.slice(0, random.below(text.length)),
  'beginning cut off': (text, random) => text.slice(random.below(text.length)),
  spliced: (text, random, others) => {
    const other = someOf(others, random)
    const at = random.below(text.length)
    const from = random.below(other.length)
    return text.slice(0, at) + other.slice(from, from + random.below(4000)) + text.slice(at)
  },
  'joined with another': (text, random, others) => {
    const other = someOf(others, random)
    return text.slice(0, random.below(text.length)) + other.slice(random.below(other.length))
  },
  'lines dropped': (text, random) => {
    const share = random.next() * 0.6
    return text
      .split('\n')
      .filter(() => !random.chance(share))
      .join('\n')
  },
  'lines doubled': (text, random) =>
    text
      .split('\n')
      .flatMap((line) => (random.chance(0.15) ? [line, line] : [line]))
      .join('\n'),
  'sections swapped': (text, random) =>
    shuffledPieces(text.split(/\n(?=[A-Z][A-Z ,()]{12,})/), '\n', random),
  'paragraphs shuffled': (text, random) => shuffledPieces(text.split(/\n\s*\n/), '\n\n', random),
  'line ends lost': (text, random) =>
    text.replace(/\s*\n\s*/g, random.pick([' ', '', '\r', '\u2028'])),
  'spaces lost': (text, random) => {
    const share = random.next()
    return text.replace(/ /g, () => (random.chance(share) ? '' : ' '))
  },
  'blanks added': (text, random) =>
    text.replace(/ /g, () => ' '.repeat(random.chance(0.1) ? random.below(60) : 1)),
  'control characters': (text, random) =>
    repeated(text, 1 + random.below(60), (now) => {
      const at = random.below(now.length)
      return now.slice(0, at) + random.pick(controls) + now.slice(at)
    }),
  'one piece repeated absurdly': (text, random) => {
    const from = random.below(text.length)
    const piece = text.slice(from, from + 1 + random.below(random.pick([2, 40, 400])))
    const times = Math.ceil(
      (random.pick([2_000, 20_000, 200_000, 450_000]) * random.next()) / piece.length,
    )
    return text.slice(0, from) + piece.repeat(times) + text.slice(from)
  },
  'label repeated': (text, random) => {
    const label = random.pick(labels)
    const glue = random.pick([' ', '\n', '\n\n', ''])
    const at = random.below(text.length)
    return text.slice(0, at) + (label + glue).repeat(1 + random.below(300)) + text.slice(at)
  },
  'labels sown': (text, random) =>
    repeated(text, 1 + random.below(12), (now) => {
      const at = random.below(now.length)
      return `${now.slice(0, at)}${random.pick(['\n', ' '])}${random.pick(labels)}${random.pick(['\n', ' '])}${now.slice(at)}`
    }),
  'labels taken away': (text, random) => {
    const gone = labels.filter(() => random.chance(0.3))
    return gone.reduce((now, label) => now.replaceAll(label, ''), text)
  },
  'figures changed': (text, random) =>
    text.replace(/\d+/g, (figure) =>
      random.chance(0.2) ? String(random.below(10 ** (1 + random.below(9)))) : figure,
    ),
  'letters in capitals': (text) => text.toUpperCase(),
  'letters in small': (text) => text.toLowerCase(),
}

/** Ways to damage the bytes of a file, by name. */
export const byteMutations: Readonly<
  Record<string, (bytes: Uint8Array, random: Random, others: readonly Uint8Array[]) => Uint8Array>
> = {
  'bytes changed': (bytes, random) => {
    const copy = Uint8Array.from(bytes)
    for (let left = 1 + random.below(30); left > 0; left -= 1) {
      copy[random.below(copy.length)] = random.below(256)
    }
    return copy
  },
  'bits changed': (bytes, random) => {
    const copy = Uint8Array.from(bytes)
    for (let left = 1 + random.below(6); left > 0; left -= 1) {
      const at = random.below(copy.length)
      copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8))
    }
    return copy
  },
  truncated: (bytes, random) => bytes.slice(0, random.below(bytes.length)),
  'stretch zeroed': (bytes, random) => {
    const copy = Uint8Array.from(bytes)
    const at = random.below(copy.length)
    copy.fill(random.pick([0, 255, 32]), at, at + random.below(3000))
    return copy
  },
  'stretch doubled': (bytes, random) => {
    const at = random.below(bytes.length)
    const piece = bytes.slice(at, at + random.below(3000))
    return joined(bytes.slice(0, at), piece, bytes.slice(at))
  },
  'stretch dropped': (bytes, random) => {
    const at = random.below(bytes.length)
    return joined(bytes.slice(0, at), bytes.slice(at + random.below(3000)))
  },
  spliced: (bytes, random, others) => {
    const other = others[random.below(others.length)] ?? bytes
    const at = random.below(bytes.length)
    return joined(bytes.slice(0, at), other.slice(random.below(other.length)))
  },
  'figures changed': (bytes, random) => {
    const text = Buffer.from(bytes).toString('latin1')
    const share = random.pick([0.002, 0.02, 0.2])
    return Buffer.from(
      text.replace(/\d+/g, (figure) =>
        random.chance(share)
          ? String(random.pick([0, 1, 65_536, 2_147_483_647, random.below(1000)])).padStart(
              figure.length,
              '0',
            )
          : figure,
      ),
      'latin1',
    )
  },
  'names changed': (bytes, random) => {
    const text = Buffer.from(bytes).toString('latin1')
    return Buffer.from(
      text.replace(/\/[A-Z][A-Za-z]{2,}/g, (name) =>
        random.chance(0.01) ? random.pick(pdfNames) : name,
      ),
      'latin1',
    )
  },
}

const labels = [
  'Case Number:',
  'Date Assigned:',
  'Decision Date:',
  'UR Denial Date:',
  'Application Received:',
  'Priority:',
  'HOW THE IMR FINAL DETERMINATION WAS MADE',
  'CLINICAL CASE SUMMARY',
  'IMR ISSUES, DECISIONS AND RATIONALES',
  'IMR DECISION(S) AND RATIONALE(S)',
  'The Expert Reviewer has the following credentials:',
  'State(s) of Licensure:',
  'Certification(s)/Specialty:',
  'Claims Administrator guideline:',
  'MAXIMUS guideline:',
  'Decision rationale:',
  'Decision based on MTUS',
  'Decision based on Non-MTUS Citation',
  'was the original request.',
  'was authorized by the Claims Administrator.',
  'The remaining IMR eligible portion of the original request,',
  ': Upheld',
  ': Overturned',
  'PROOF OF SERVICE',
  'Dated: 9/26/2013',
  'MEDICAL PROFESSIONAL REVIEW',
] as const
const controls = [
  '\0',
  '\x07',
  '\x0b',
  '\f',
  '\r',
  '\x1b[2J',
  '\u200b',
  '\ufeff',
  '\u202e',
  '\ud800',
  '\udfff',
  '\u00ad',
  '\u0301',
  'ﬁ',
  '\x92',
] as const
const pdfNames = [
  '/Page',
  '/Pages',
  '/Font',
  '/Length',
  '/Filter',
  '/FlateDecode',
  '/Kids',
  '/Parent',
  '/Encrypt',
  '/Contents',
  '/Crypt',
] as const

function someOf(others: readonly string[], random: Random): string {
  return others[random.below(others.length)] ?? ''
}

function repeated(text: string, times: number, change: (now: string) => string): string {
  let now = text
  for (let left = times; left > 0 && now.length > 0; left -= 1) now = change(now)
  return now
}

function shuffledPieces(pieces: readonly string[], glue: string, random: Random): string {
  const rest = [...pieces]
  const shuffled: string[] = []
  while (rest.length > 0) shuffled.push(...rest.splice(random.below(rest.length), 1))
  return shuffled.join(glue)
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(pieces)
}
