import { extensionOf } from './cda-rendition.ts'
import { decodeText } from './plain-text.ts'
import {
  type Attachment,
  type Rendition,
  type RenditionBlock,
  UnreadableFileError,
} from './rendition.ts'

type Json = { readonly [key: string]: unknown }

/**
 * A FHIR bundle or resource: the patient, then encounters, conditions, procedures, medications,
 * results and reports as tables in the order of their dates. What is in the file and not shown
 * (claims, say) is named with its number.
 */
export function renderFhir(bytes: Uint8Array): Rendition {
  const resources = resourcesOf(bytes)
  const ofType = (type: string): readonly Json[] =>
    resources.filter((resource) => resource['resourceType'] === type)
  const blocks: RenditionBlock[] = [{ kind: 'heading', level: 1, text: 'Health record (FHIR)' }]
  for (const patient of ofType('Patient')) {
    blocks.push({ kind: 'facts', pairs: patientFacts(patient) })
  }
  for (const { title, type, header, row } of tables) {
    const rows = ofType(type)
      .map(row)
      .toSorted(([first = ''], [second = '']) => (sortable(first) < sortable(second) ? -1 : 1))
    if (rows.length === 0) continue
    blocks.push({ kind: 'heading', level: 2, text: title }, { kind: 'table', header, rows })
  }
  for (const report of ofType('DiagnosticReport')) {
    const conclusion = text(report['conclusion'])
    if (conclusion === '') continue
    const name = `${conceptText(report['code'])}, ${dateText(report['effectiveDateTime'])}`
    blocks.push({ kind: 'heading', level: 2, text: name }, { kind: 'paragraph', text: conclusion })
  }
  for (const { fileName } of attachmentsOf(resources)) {
    blocks.push({ kind: 'paragraph', text: `Attached to this record: ${fileName}` })
  }
  const shown = new Set(['Patient', ...tables.map(({ type }) => type)])
  const others = new Map<string, number>()
  for (const resource of resources) {
    const type = text(resource['resourceType'])
    if (!shown.has(type)) others.set(type, (others.get(type) ?? 0) + 1)
  }
  if (others.size > 0) {
    const list = [...others].map(([type, count]) => `${type} (${count})`).join(', ')
    blocks.push({ kind: 'paragraph', text: `Also in the file and not shown: ${list}.` })
  }
  return { title: 'Health record (FHIR)', blocks, pictures: new Map() }
}

/** The files within: attachments of document references and of reports. */
export function attachmentsOfFhir(bytes: Uint8Array): readonly Attachment[] {
  return attachmentsOf(resourcesOf(bytes))
}

function attachmentsOf(resources: readonly Json[]): readonly Attachment[] {
  const files: Attachment[] = []
  for (const resource of resources) {
    const type = resource['resourceType']
    const contents =
      type === 'DocumentReference'
        ? list(resource['content']).map((content) => object(content['attachment']))
        : type === 'DiagnosticReport'
          ? list(resource['presentedForm'])
          : type === 'Media'
            ? [object(resource['content'])]
            : []
    if (type === 'Binary') contents.push(resource)
    for (const attachment of contents) {
      const data = text(attachment['data'])
      if (data === '') continue
      const extension = extensionOf(text(attachment['contentType']))
      const title = text(attachment['title']) || conceptText(resource['type'] ?? resource['code'])
      const name = title
        .replaceAll(/[^\p{L}\p{N} ._-]/gu, ' ')
        .trim()
        .slice(0, 100)
      files.push({
        fileName: `${name || 'document'} ${files.length + 1}.${extension}`,
        bytes: new Uint8Array(Buffer.from(data, 'base64')),
      })
    }
  }
  return files
}

function resourcesOf(bytes: Uint8Array): readonly Json[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(decodeText(bytes))
  } catch {
    throw new UnreadableFileError('file-damaged', 'it is no JSON')
  }
  const root = object(parsed)
  if (typeof root['resourceType'] !== 'string') {
    throw new UnreadableFileError('file-damaged', 'it has no FHIR resource')
  }
  if (root['resourceType'] !== 'Bundle') return [root]
  return list(root['entry']).map((entry) => object(entry['resource']))
}

const tables: readonly {
  readonly title: string
  readonly type: string
  readonly header: readonly string[]
  readonly row: (resource: Json) => readonly string[]
}[] = [
  {
    title: 'Encounters',
    type: 'Encounter',
    header: ['Date', 'Type', 'Reason', 'With', 'Status'],
    row: (resource) => [
      periodText(resource['period']),
      list(resource['type']).map(conceptText).join('; '),
      list(resource['reasonCode']).map(conceptText).join('; '),
      list(resource['participant'])
        .map((one) => text(object(one['individual'])['display']))
        .filter(Boolean)
        .join('; '),
      text(resource['status']),
    ],
  },
  {
    title: 'Conditions',
    type: 'Condition',
    header: ['Onset', 'Condition', 'Clinical status', 'Resolved'],
    row: (resource) => [
      dateText(resource['onsetDateTime'] ?? resource['recordedDate']),
      conceptText(resource['code']),
      conceptText(resource['clinicalStatus']),
      dateText(resource['abatementDateTime']),
    ],
  },
  {
    title: 'Procedures',
    type: 'Procedure',
    header: ['Date', 'Procedure', 'Reason', 'Status'],
    row: (resource) => [
      periodText(resource['performedPeriod']) || dateText(resource['performedDateTime']),
      conceptText(resource['code']),
      list(resource['reasonReference'])
        .map((one) => text(one['display']))
        .join('; ') || list(resource['reasonCode']).map(conceptText).join('; '),
      text(resource['status']),
    ],
  },
  {
    title: 'Medications',
    type: 'MedicationRequest',
    header: ['Date', 'Medication', 'Directions', 'Status'],
    row: (resource) => [
      dateText(resource['authoredOn']),
      conceptText(resource['medicationCodeableConcept']) ||
        text(object(resource['medicationReference'])['display']),
      list(resource['dosageInstruction']).map(dosageText).filter(Boolean).join('; '),
      text(resource['status']),
    ],
  },
  {
    title: 'Allergies',
    type: 'AllergyIntolerance',
    header: ['Recorded', 'Substance', 'Clinical status'],
    row: (resource) => [
      dateText(resource['recordedDate']),
      conceptText(resource['code']),
      conceptText(resource['clinicalStatus']),
    ],
  },
  {
    title: 'Observations',
    type: 'Observation',
    header: ['Date', 'Observation', 'Value'],
    row: (resource) => [
      dateText(resource['effectiveDateTime'] ?? resource['issued']),
      conceptText(resource['code']),
      valueText(resource),
    ],
  },
  {
    title: 'Diagnostic reports',
    type: 'DiagnosticReport',
    header: ['Date', 'Report', 'Results'],
    row: (resource) => [
      dateText(resource['effectiveDateTime'] ?? resource['issued']),
      conceptText(resource['code']),
      list(resource['result'])
        .map((one) => text(one['display']))
        .filter(Boolean)
        .join('; '),
    ],
  },
  {
    title: 'Documents',
    type: 'DocumentReference',
    header: ['Date', 'Document', 'Author'],
    row: (resource) => [
      dateText(resource['date']),
      conceptText(resource['type']) || text(resource['description']),
      list(resource['author'])
        .map((one) => text(one['display']))
        .filter(Boolean)
        .join('; '),
    ],
  },
  {
    title: 'Immunizations',
    type: 'Immunization',
    header: ['Date', 'Vaccine', 'Status'],
    row: (resource) => [
      dateText(resource['occurrenceDateTime']),
      conceptText(resource['vaccineCode']),
      text(resource['status']),
    ],
  },
]

function patientFacts(patient: Json): readonly (readonly [string, string])[] {
  const [name] = list(patient['name'])
  const given = strings(name?.['given']).join(' ')
  const whole = text(name?.['text']) || [given, text(name?.['family'])].filter(Boolean).join(' ')
  const identifiers = list(patient['identifier'])
    .filter((one) => /MR|medical record/i.test(conceptText(one['type'])))
    .map((one) => text(one['value']))
  const pairs: (readonly [string, string])[] = [
    ['Patient', whole],
    ['Date of birth', dateText(patient['birthDate'])],
    ['Sex', text(patient['gender'])],
    ['Record number', identifiers[0] ?? ''],
  ]
  return pairs.filter(([, value]) => value !== '')
}

function valueText(resource: Json): string {
  const quantity = object(resource['valueQuantity'])
  const parts = list(resource['component']).map(
    (part) => `${conceptText(part['code'])}: ${valueText(part)}`,
  )
  const own = [
    quantityText(quantity),
    conceptText(resource['valueCodeableConcept']),
    text(resource['valueString']),
    dateText(resource['valueDateTime']),
    typeof resource['valueBoolean'] === 'boolean' ? String(resource['valueBoolean']) : '',
  ]
  return [...own, ...parts].filter(Boolean).join('; ')
}

function quantityText(quantity: Json): string {
  const value = quantity['value']
  if (typeof value !== 'number') return ''
  const rounded = Math.round(value * 1000) / 1000
  return `${rounded} ${text(quantity['unit']) || text(quantity['code'])}`.trim()
}

function dosageText(dosage: Json): string {
  const said = text(dosage['text'])
  if (said !== '') return said
  const repeat = object(object(dosage['timing'])['repeat'])
  const dose = quantityText(object(list(dosage['doseAndRate'])[0]?.['doseQuantity']))
  const { frequency, period } = repeat
  const often =
    typeof frequency === 'number' && typeof period === 'number'
      ? `${frequency} times every ${period} ${text(repeat['periodUnit'])}`
      : ''
  const needed = dosage['asNeededBoolean'] === true ? 'as needed' : ''
  return [dose, often, needed].filter(Boolean).join(', ')
}

function conceptText(value: unknown): string {
  const concept = object(value)
  return (
    text(concept['text']) ||
    list(concept['coding'])
      .map((coding) => text(coding['display']) || text(coding['code']))
      .find(Boolean) ||
    ''
  )
}

/** `2013-10-29T07:56:53+00:00` as `10/29/2013`. */
function dateText(value: unknown): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(text(value)) ?? []
  return [month, day, year].filter(Boolean).join('/')
}

function periodText(value: unknown): string {
  const period = object(value)
  const [start, end] = [dateText(period['start']), dateText(period['end'])]
  return start === end || end === '' ? start : `${start} to ${end}`
}

/** An American date as one that sorts. */
function sortable(date: string): string {
  const parts = (date.split(' ')[0] ?? '').split('/')
  const year = parts.pop() ?? ''
  return [year, ...parts].join('-')
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(object) : []
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
