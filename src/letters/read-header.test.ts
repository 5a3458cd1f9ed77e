import { describe, expect, it } from 'vitest'
import type { Finding } from './index.ts'
import { readHeader } from './read-header.ts'

const labels = {
  caseNumber: 'Case Number:',
  dateAssigned: 'Date Assigned:',
  dateOfInjury: 'Date of Injury:',
  decisionDate: 'Decision Date:',
  urDenialDate: 'UR Denial Date:',
  priority: 'Priority:',
  applicationReceived: 'Application Received:',
}
type Field = keyof typeof labels
const values: Record<Field, string> = {
  caseNumber: 'CM16-1234567',
  dateAssigned: '06/07/2016',
  dateOfInjury: '04/04/2016',
  decisionDate: '07/01/2016',
  urDenialDate: '05/16/2016',
  priority: 'Standard',
  applicationReceived: '06/01/2016',
}
const truth = {
  caseNumber: 'CM16-1234567',
  dateAssigned: '2016-06-07',
  dateOfInjury: '2016-04-04',
  decisionDate: '2016-07-01',
  urDenialDate: '2016-05-16',
  priority: 'standard',
  applicationReceived: '2016-06-01',
}
const rows = Object.keys(labels) as Field[]
const columns: Field[] = [
  'caseNumber',
  'dateAssigned',
  'decisionDate',
  'priority',
  'dateOfInjury',
  'urDenialDate',
  'applicationReceived',
]
const read = (zone: string) => {
  const findings: Finding[] = []
  return { header: readHeader(zone, findings), codes: findings.map(({ code }) => code) }
}
const label = (field: Field) => labels[field]
const value = (field: Field) => values[field]

describe('the header in any order of extraction', () => {
  const orders: Record<string, string> = {
    'label and value by turns': rows.map((f) => `${label(f)} ${value(f)}`).join('\n'),
    'each on a line of its own': rows.map((f) => `${label(f)}\n${value(f)}`).join('\n'),
    'labels first, by rows': [...rows.map(label), ...rows.map(value)].join('\n'),
    'labels first, by columns': [...columns.map(label), ...columns.map(value)].join('\n'),
    'labels by columns, values by rows': [...columns.map(label), ...rows.map(value)].join('\n'),
    'values first': [...rows.map(value), ...rows.map(label)].join('\n'),
    'two labels, then their two values': [
      'Case Number:\nCM16-1234567',
      'Date Assigned: Date of Injury:\n06/07/2016 04/04/2016',
      'Decision Date: UR Denial Date:\n07/01/2016 05/16/2016',
      'Priority: Application Received:\nStandard 06/01/2016',
    ].join('\n'),
    'two labels and two values in one line': [
      'Case Number: CM16-1234567',
      'Date Assigned: Date of Injury: 06/07/2016 04/04/2016',
      'Decision Date: UR Denial Date: 07/01/2016 05/16/2016',
      'Priority: Application Received: Standard 06/01/2016',
    ].join('\n'),
    'all in one line': rows.map((f) => `${label(f)} ${value(f)}`).join('  '),
  }
  for (const [name, zone] of Object.entries(orders)) {
    it(`reads ${name}`, () => {
      expect(read(zone)).toEqual({ header: truth, codes: [] })
    })
  }
  it('reads a label that is wrapped in its cell around its value', () => {
    const zone = rows.map((f) => `${label(f)} ${value(f)}`).join('\n')
    const wrapped = zone.replace(
      'Application Received: 06/01/2016',
      'Application 06/01/2016\nReceived:',
    )
    expect(read(wrapped).header).toEqual(truth)
  })
})

describe('a header that cannot be trusted', () => {
  it('leaves dates out whose order contradicts the course of a case, and says so', () => {
    const shuffled: Field[] = [
      'applicationReceived',
      'decisionDate',
      'dateOfInjury',
      'dateAssigned',
      'urDenialDate',
    ]
    const { header, codes } = read(
      [
        ...rows
          .filter((f) => f.startsWith('d') || f.endsWith('d') || f.startsWith('ur'))
          .map(label),
        ...shuffled.map(value),
      ].join('\n'),
    )
    expect(Object.values(header)).toEqual([null, null, null, null, null, null, null])
    expect(codes).toEqual(['header-order-unclear'])
  })
  it('gives no date to a label when one of two values in its line is missing', () => {
    const { header } = read('Decision Date: UR Denial Date: 05/16/2016')
    expect([header.decisionDate, header.urDenialDate]).toEqual([null, null])
  })
  it('names a case number of an older form without taking it', () => {
    const { header, codes } = read('IMR Case Number: IMR 13-000004')
    expect(header.caseNumber).toBeNull()
    expect(codes).toEqual(['case-number-of-another-form'])
  })
})
