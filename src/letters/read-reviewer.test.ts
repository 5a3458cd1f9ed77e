import { describe, expect, it } from 'vitest'
import { type Finding, normaliseSpecialty } from './index.ts'
import { readReviewer } from './read-reviewer.ts'

const read = (zone: string) => {
  const findings: Finding[] = []
  return { ...readReviewer(zone, findings), codes: findings.map(({ code }) => code) }
}

describe('credentials', () => {
  it('splits lists with and without spaces, wrapped over lines, but no name with a comma', () => {
    const { licensure, specialties } = read(
      'State(s) of Licensure: California,Texas, New York\nCertification(s)/Specialty: Endocrinology, Diabetes and Metabolism, Public Health &\nGeneral Preventive Medicine',
    )
    expect(licensure).toEqual(['California', 'Texas', 'New York'])
    expect(specialties).toEqual([
      'Endocrinology, Diabetes and Metabolism',
      'Public Health & General Preventive Medicine',
    ])
  })
  it('reads them inside the paragraph, where "and" joins some names and not others', () => {
    const { licensure, specialties } = read(
      'The expert reviewer is Board Certified in Physical Medicine and Rehabilitation, has a subspecialty in Pain Management and is licensed to practice in Oregon and New Mexico. He/she has',
    )
    expect(licensure).toEqual(['Oregon', 'New Mexico'])
    expect(specialties).toEqual(['Physical Medicine and Rehabilitation', 'Pain Management'])
  })
  it('reads a profession that is no board', () => {
    expect(
      read('The expert reviewer is a Doctor of Chiropractic and is licensed to practice in Ohio.'),
    ).toMatchObject({ specialties: ['Doctor of Chiropractic'], boards: ['Chiropractic'] })
  })
  it('keeps what it does not know as printed and says so', () => {
    expect(
      read('State(s) of Licensure: Atlantis\nCertification(s)/Specialty: Chronomancy'),
    ).toMatchObject({
      licensure: ['Atlantis'],
      specialties: ['Chronomancy'],
      boards: [],
      codes: ['unknown-specialty', 'unknown-state'],
    })
  })
  it('gives old names and one wrong letter their certificate', () => {
    expect(
      ['Family Practice', 'Orthopedic Surgery', 'Sports Medicinea', 'Neurolgy', 'PM&R'].map(
        normaliseSpecialty,
      ),
    ).toEqual([
      'Family Medicine',
      'Orthopaedic Surgery',
      'Sports Medicine',
      'Neurology',
      'Physical Medicine and Rehabilitation',
    ])
  })
})
