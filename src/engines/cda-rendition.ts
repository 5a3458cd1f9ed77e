import {
  blocksOfMarkup,
  clean,
  type MarkupNode,
  nameOf,
  parseMarkup,
  textOf,
} from './markup-blocks.ts'
import { decodeText } from './plain-text.ts'
import {
  type Attachment,
  type Rendition,
  type RenditionBlock,
  UnreadableFileError,
} from './rendition.ts'

/**
 * A clinical document (HL7 CDA, C-CDA): who, by whom, when, for whom it is kept, then its sections
 * as their narrative says them, which is the part that its author attested. Coded entries are not
 * shown: the standard asks that the narrative says what they say.
 */
export function renderCda(bytes: Uint8Array): Rendition {
  const document = documentOf(bytes)
  const title = clean(textOf(find(document, 'title') ?? nothing)) || 'Clinical document'
  const pictures = new Map<string, Uint8Array>()
  const media = mediaOf(document, pictures)
  const blocks: RenditionBlock[] = [
    { kind: 'heading', level: 1, text: title },
    { kind: 'facts', pairs: headerOf(document) },
  ]
  const body = find(find(document, 'component') ?? nothing, 'structuredBody')
  for (const component of body ? all(body, 'component') : []) {
    for (const section of all(component, 'section')) addSection(blocks, section, 2, media)
  }
  const attached = attachmentsOfCda(bytes)
  for (const { fileName } of attached) {
    blocks.push({ kind: 'paragraph', text: `Attached to this document: ${fileName}` })
  }
  const loose = find(find(document, 'component') ?? nothing, 'nonXMLBody')
  const inline = loose && find(loose, 'text')
  if (inline && inline.attribs?.['representation'] !== 'B64') {
    const verbatim = textOf(inline).trim()
    if (verbatim !== '') blocks.push({ kind: 'lines', verbatim })
  }
  return { title, blocks, pictures }
}

/** The files within a clinical document: a scanned report as its body, say. */
export function attachmentsOfCda(bytes: Uint8Array): readonly Attachment[] {
  const document = documentOf(bytes)
  const files: Attachment[] = []
  const body = find(find(document, 'component') ?? nothing, 'nonXMLBody')
  const text = body && find(body, 'text')
  if (text?.attribs?.['representation'] === 'B64') {
    const content = Buffer.from(textOf(text).replaceAll(/\s+/g, ''), 'base64')
    const extension = extensionOf(text.attribs['mediaType'] ?? '')
    files.push({ fileName: `document.${extension}`, bytes: new Uint8Array(content) })
  }
  return files
}

export function extensionOf(mediaType: string): string {
  const known: Readonly<Record<string, string>> = {
    'application/pdf': 'pdf',
    'image/tiff': 'tif',
    'image/jpeg': 'jpg',
    'image/png': 'png',
    'text/rtf': 'rtf',
    'application/rtf': 'rtf',
    'text/html': 'html',
    'text/plain': 'txt',
    'application/msword': 'doc',
    'text/xml': 'xml',
    'application/xml': 'xml',
  }
  return known[mediaType.split(';')[0]?.trim().toLowerCase() ?? ''] ?? 'bin'
}

const nothing: MarkupNode = { type: 'root' }

function documentOf(bytes: Uint8Array): MarkupNode {
  const root = parseMarkup(decodeText(bytes), 'xml')
  const document = (root.children ?? []).find((child) => nameOf(child) === 'clinicaldocument')
  if (!document)
    throw new UnreadableFileError('file-damaged', 'there is no clinical document in it')
  return document
}

function addSection(
  blocks: RenditionBlock[],
  section: MarkupNode,
  level: number,
  media: ReadonlyMap<string, string>,
): void {
  const title = find(section, 'title')
  const heading = title
    ? clean(textOf(title))
    : (find(section, 'code')?.attribs?.['displayName'] ?? '')
  if (heading !== '') blocks.push({ kind: 'heading', level, text: heading })
  const text = find(section, 'text')
  if (text) {
    const narrative = { ...text, name: 'div' }
    blocks.push(
      ...blocksOfMarkup(narrative, (element) => {
        const wanted = element.attribs?.['referencedObject'] ?? ''
        return media.get(wanted) ?? null
      }),
    )
  }
  if (level > 6) return
  for (const component of all(section, 'component')) {
    for (const inner of all(component, 'section')) addSection(blocks, inner, level + 1, media)
  }
}

/** Pictures within the document, by the names under which its narrative mentions them. */
function mediaOf(document: MarkupNode, pictures: Map<string, Uint8Array>): Map<string, string> {
  const names = new Map<string, string>()
  for (const element of within(document, 'observationmedia')) {
    const value = find(element, 'value')
    const kind = /^image\/(png|jpe?g)$/.exec(value?.attribs?.['mediaType'] ?? '')?.[1]
    const id = element.attribs?.['ID']
    if (!value || !kind || !id || value.attribs?.['representation'] !== 'B64') continue
    const name = `picture-${pictures.size + 1}.${kind === 'png' ? 'png' : 'jpg'}`
    const content = Buffer.from(textOf(value).replaceAll(/\s+/g, ''), 'base64')
    pictures.set(name, new Uint8Array(content))
    names.set(id, name)
  }
  return names
}

function headerOf(document: MarkupNode): readonly (readonly [string, string])[] {
  const pairs: [string, string][] = []
  const add = (label: string, value: string): void => {
    if (value !== '') pairs.push([label, value])
  }
  const role = path(document, 'recordTarget', 'patientRole')
  const patient = role && find(role, 'patient')
  if (patient) {
    add('Patient', all(patient, 'name').map(nameText).filter(Boolean)[0] ?? '')
    add('Date of birth', timeText(find(patient, 'birthTime')))
    add('Sex', find(patient, 'administrativeGenderCode')?.attribs?.['displayName'] ?? '')
    add('Record number', role ? (find(role, 'id')?.attribs?.['extension'] ?? '') : '')
  }
  add('Date', timeText(find(document, 'effectiveTime')))
  for (const author of all(document, 'author').slice(0, 5)) {
    const person = path(author, 'assignedAuthor', 'assignedPerson', 'name')
    const device = path(author, 'assignedAuthor', 'assignedAuthoringDevice', 'softwareName')
    const organization = path(author, 'assignedAuthor', 'representedOrganization', 'name')
    const who = [
      person && nameText(person),
      device && clean(textOf(device)),
      organization && clean(textOf(organization)),
    ]
    add('Author', who.filter(Boolean).join(', '))
    add('Written', timeText(find(author, 'time')))
  }
  const signer = path(document, 'legalAuthenticator', 'assignedEntity', 'assignedPerson', 'name')
  add('Signed by', signer ? nameText(signer) : '')
  const visit = path(document, 'componentOf', 'encompassingEncounter', 'effectiveTime')
  add('Encounter', periodText(visit))
  const service = path(document, 'documentationOf', 'serviceEvent', 'effectiveTime')
  add('Service', periodText(service))
  const custodian = path(
    document,
    'custodian',
    'assignedCustodian',
    'representedCustodianOrganization',
    'name',
  )
  add('Custodian', custodian ? clean(textOf(custodian)) : '')
  return pairs
}

function nameText(name: MarkupNode): string {
  const parts = (name.children ?? []).map((child) => clean(textOf(child))).filter(Boolean)
  return parts.join(' ')
}

/** `20130621` as `06/21/2013`, with the time of day where it is told. */
function timeText(time: MarkupNode | undefined): string {
  const value = time?.attribs?.['value'] ?? ''
  const [, year, month, day, hour, minute] =
    /^(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?/.exec(value) ?? []
  if (year === undefined) return ''
  const date = [month, day, year].filter(Boolean).join('/')
  return hour && minute && `${hour}${minute}` !== '0000' ? `${date} ${hour}:${minute}` : date
}

function periodText(time: MarkupNode | undefined): string {
  if (!time) return ''
  const [low, high] = [timeText(find(time, 'low')), timeText(find(time, 'high'))]
  return timeText(time) || [low, high].filter(Boolean).join(' to ')
}

function all(node: MarkupNode, name: string): readonly MarkupNode[] {
  const wanted = name.toLowerCase()
  return (node.children ?? []).filter((child) => nameOf(child) === wanted)
}

function find(node: MarkupNode, name: string): MarkupNode | undefined {
  return all(node, name)[0]
}

function path(node: MarkupNode, ...names: readonly string[]): MarkupNode | undefined {
  let at: MarkupNode | undefined = node
  for (const name of names) at = at && find(at, name)
  return at
}

function within(node: MarkupNode, name: string, depth = 0): readonly MarkupNode[] {
  if (depth > 500) return []
  return (node.children ?? []).flatMap((child) => [
    ...(nameOf(child) === name ? [child] : []),
    ...within(child, name, depth + 1),
  ])
}
