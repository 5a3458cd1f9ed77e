import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import type { CaseStatus } from '#case'
import { ok, valueOf } from '#foundation'
import { sha256Of } from '#integrity'
import type { Act, Deps } from '#proceedings'
import type { FileContent, FileReading } from '#records'
import { makeMemoryArtifactStore, makeMemoryCaseStore, makeWorkFiles } from '#store'
import { at, caseIn, person, recorded } from './builders.ts'

/** A file whose bytes are the text of its pages; an empty page is a picture that nobody reads. */
export function paperOf(...pages: readonly string[]): Uint8Array {
  return new TextEncoder().encode(pages.join('\f'))
}

/** Steps on a store in memory; papers are read as they were written, notices printed as JSON. */
export function recordsDeps(): Deps {
  return {
    cases: makeMemoryCaseStore(),
    artifacts: makeMemoryArtifactStore(),
    pdf: {
      read: async (content) => ok(readPaper(content)),
      renderPage: async () => ok(new Uint8Array([137, 80, 78, 71])),
    },
    recordReader: {
      inspect: async (content) =>
        ok({
          mediaType: 'application/pdf',
          pages: (await readPaperFile(content)).pages.length,
          remarks: [],
        }),
      unpack: async () => ok([]),
      render: async () => ok(null),
      readPages: async (content, request) => {
        const { pages, engine, remarks } = await readPaperFile(content)
        await request.onPages(pages.slice(request.from - 1), {
          done: pages.length,
          of: pages.length,
        })
        return ok({ engine, pages: pages.length, remarks })
      },
      renderPage: async () => ok(new Uint8Array([137, 80, 78, 71])),
    },
    workFiles: makeWorkFiles(tmpdir()),
    forms: {
      blank: async (language) => asPrinted({ form: language }),
      readFields: async (content) =>
        ok(JSON.parse(new TextDecoder().decode(content)) as Record<string, string>),
    },
    printer: {
      printServedLetter: async (letter) => asPrinted(letter),
      printPublicLetter: async (letter) => asPrinted(letter),
      printNotice: async (notice) => asPrinted(notice),
    },
    reviewers: { list: async () => [], get: async () => null },
    organization: { name: 'Test Review', address: ['1 Way'], phone: '1', medicalDirector: 'M. D.' },
    newId: () => 'id-1',
  }
}

/** Stands for a PDF: what would be printed. */
function asPrinted(content: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(content))
}

/** Puts the case of the builders, taken to a status, into the store as `case-1`. */
export async function keepCase(deps: Deps, status: CaseStatus): Promise<string> {
  for (const { at: when, by, event, version } of recorded(caseIn(status))) {
    valueOf(
      await deps.cases.append({
        caseId: 'case-1',
        expectedVersion: version - 1,
        at: when,
        by,
        events: [event],
      }),
    )
  }
  return 'case-1'
}

/** The case manager, at noon of a day. */
export function manager(on: string): Act {
  return { by: person('case-manager'), at: at(on) }
}

async function readPaperFile(content: FileContent): Promise<FileReading> {
  return readPaper(content instanceof Uint8Array ? content : await readFile(content.path))
}

function readPaper(content: Uint8Array): FileReading {
  const pages = new TextDecoder().decode(content).split('\f')
  return {
    sha256: sha256Of(content),
    engine: 'paper',
    remarks: [],
    pages: pages.map((text, index) => ({
      page: index + 1,
      width: 612,
      height: 792,
      text,
      words: wordsOf(text),
      source: text === '' ? 'none' : 'layer',
    })),
  }
}

/** A box for each word: x is its place in the line, y the line. */
function wordsOf(text: string): FileReading['pages'][number]['words'] {
  return [...text.matchAll(/\S+/g)].map((match) => {
    const before = text.slice(0, match.index)
    const line = before.split('\n').length - 1
    const x = match.index - (before.lastIndexOf('\n') + 1)
    return {
      text: match[0],
      span: { start: match.index, end: match.index + match[0].length },
      box: { x: 6 * x, y: 12 * line, width: 6 * match[0].length, height: 12 },
    }
  })
}
