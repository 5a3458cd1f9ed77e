import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib'

/** One rule of ours that a printed letter breaks. */
export type ConformanceFinding = { readonly rule: ConformanceRule; readonly because: string }

export type ConformanceRule =
  | 'tagged'
  | 'structure-tree'
  | 'language'
  | 'title'
  | 'display-title'
  | 'pdfua-identifier'
  | 'tab-order'
  | 'fonts-embedded'
  | 'fonts-readable'
  | 'no-person-in-metadata'
  | 'no-active-content'
  | 'not-encrypted'
  | 'one-title'
  | 'heading-levels'
  | 'table-headers'

/**
 * Checks a PDF of ours against the rules of PDF/UA-1 (ISO 14289-1) that we can test without a
 * validator, and against our own: no person's name in the metadata, no scripts, no attachments.
 * An empty list means that none is broken. `names` must not occur in the metadata.
 */
export async function checkPdfConformance(
  content: Uint8Array,
  names: readonly string[] = [],
): Promise<readonly ConformanceFinding[]> {
  const document = await PDFDocument.load(content, {
    updateMetadata: false,
    ignoreEncryption: true,
  })
  const { catalog, context } = document
  const findings: ConformanceFinding[] = []
  const claim = (rule: ConformanceRule, holds: boolean, because: string): void => {
    if (!holds) findings.push({ rule, because })
  }

  const markInfo = dictIn(document, catalog, 'MarkInfo')
  claim('tagged', isTrue(document, markInfo, 'Marked'), 'MarkInfo does not say Marked')
  const tree = dictIn(document, catalog, 'StructTreeRoot')
  claim('structure-tree', tree?.get(PDFName.of('K')) !== undefined, 'there is no structure tree')
  claim('language', textIn(document, catalog, 'Lang') !== '', 'the catalog names no language')
  const viewer = dictIn(document, catalog, 'ViewerPreferences')
  claim(
    'display-title',
    isTrue(document, viewer, 'DisplayDocTitle'),
    'ViewerPreferences does not say DisplayDocTitle',
  )
  claim('not-encrypted', context.trailerInfo.Encrypt === undefined, 'the file is encrypted')

  const xmp = readMetadata(document)
  claim('pdfua-identifier', /pdfuaid:part(?:>|=")1/.test(xmp), 'XMP does not name PDF/UA-1')
  claim('title', /<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]+/.test(xmp), 'XMP has no dc:title')

  const info = context.lookup(context.trailerInfo.Info)
  const author = info instanceof PDFDict ? textIn(document, info, 'Author') : ''
  claim('no-person-in-metadata', author === '', 'the document information has an author')
  claim('no-person-in-metadata', !/dc:creator|pdf:Author/.test(xmp), 'XMP has a creator')
  const metadata = `${xmp} ${info instanceof PDFDict ? info.toString() : ''} ${information(document, info)}`
  for (const name of names) {
    claim(
      'no-person-in-metadata',
      !metadata.toLowerCase().includes(name.toLowerCase()),
      'a name that must not be there stands in the metadata',
    )
  }

  for (const [index, page] of document.getPages().entries()) {
    // ISO 14289-1, 7.18.3 asks it of pages with annotations; there is nothing to tab to on others.
    const annotated = page.node.has(PDFName.of('Annots'))
    const tabs = page.node.lookup(PDFName.of('Tabs'))
    claim(
      'tab-order',
      !annotated || tabs === PDFName.of('S'),
      `page ${index + 1} has annotations without structure tab order`,
    )
  }
  checkObjects(document, claim)
  if (tree) checkStructure(document, tree, claim)
  return findings
}

type Claim = (rule: ConformanceRule, holds: boolean, because: string) => void

function checkObjects(document: PDFDocument, claim: Claim): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFRawStream ? object.dict : object
    if (!(dict instanceof PDFDict)) continue
    const type = dict.lookup(PDFName.of('Type'))
    if (type === PDFName.of('FontDescriptor')) {
      const name = String(dict.lookup(PDFName.of('FontName')))
      const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) =>
        dict.has(PDFName.of(key)),
      )
      claim('fonts-embedded', embedded, `${name} is not embedded`)
    }
    if (type === PDFName.of('Font') && !dict.has(PDFName.of('FontDescriptor'))) {
      const composite = dict.lookup(PDFName.of('Subtype')) === PDFName.of('Type0')
      claim(
        'fonts-embedded',
        composite,
        `${String(dict.lookup(PDFName.of('BaseFont')))} is not embedded`,
      )
      claim('fonts-readable', dict.has(PDFName.of('ToUnicode')), 'a font has no way back to text')
    }
    for (const key of ['JavaScript', 'JS', 'Launch', 'EmbeddedFiles', 'EF', 'OpenAction', 'AA']) {
      claim('no-active-content', !dict.has(PDFName.of(key)), `the file has /${key}`)
    }
  }
}

/** Walks the structure tree in reading order: headings do not skip a level, tables have headers. */
function checkStructure(document: PDFDocument, tree: PDFDict, claim: Claim): void {
  let level = 0
  let titles = 0
  const walk = (
    node: PDFObject | undefined,
    table: { headers: number; rows: number } | null,
  ): void => {
    const object = node instanceof PDFRef ? document.context.lookup(node) : node
    if (object instanceof PDFArray) {
      for (const kid of object.asArray()) walk(kid, table)
      return
    }
    if (!(object instanceof PDFDict)) return
    const tag = String(object.lookup(PDFName.of('S')) ?? '').slice(1)
    const heading = /^H([1-6])$/.exec(tag)
    if (heading) {
      const next = Number(heading[1])
      claim(
        'heading-levels',
        next <= level + 1,
        `a heading of level ${next} follows level ${level}`,
      )
      level = next
    }
    if (tag === 'Title') titles++
    if (tag === 'TH' && table) table.headers++
    if (tag === 'TR' && table) table.rows++
    if (tag === 'Table') {
      const own = { headers: 0, rows: 0 }
      walk(object.get(PDFName.of('K')), own)
      claim('table-headers', own.rows > 0, 'a table has no rows')
      return
    }
    walk(object.get(PDFName.of('K')), table)
  }
  walk(tree.get(PDFName.of('K')), null)
  claim('one-title', titles <= 1, `${titles} titles are tagged`)
}

function readMetadata(document: PDFDocument): string {
  const stream = document.catalog.lookup(PDFName.of('Metadata'))
  return stream instanceof PDFRawStream ? new TextDecoder().decode(stream.contents) : ''
}

function information(document: PDFDocument, info: PDFObject | undefined): string {
  if (!(info instanceof PDFDict)) return ''
  return info
    .keys()
    .map((key) => textIn(document, info, key.decodeText()))
    .join(' ')
}

function dictIn(document: PDFDocument, dict: PDFDict, key: string): PDFDict | undefined {
  const found = document.context.lookup(dict.get(PDFName.of(key)))
  return found instanceof PDFDict ? found : undefined
}

function isTrue(document: PDFDocument, dict: PDFDict | undefined, key: string): boolean {
  return dict !== undefined && document.context.lookup(dict.get(PDFName.of(key))) === PDFBool.True
}

function textIn(document: PDFDocument, dict: PDFDict, key: string): string {
  const found = document.context.lookup(dict.get(PDFName.of(key)))
  return found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : ''
}
