import type { Page } from '@playwright/test'

/** A calendar day so many days before today in California. */
export function daysAgo(days: number): string {
  const day = new Date(Date.now() - days * 86_400_000)
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' }).format(day)
}

/**
 * Fills the application form of an invented case about a repeat MRI; no field is left out. A test
 * changes the fields that it is about.
 */
export async function fillApplication(
  page: Page,
  changes: Readonly<Record<string, string>> = {},
): Promise<void> {
  const fields: Readonly<Record<string, string>> = {
    'employee.name.first': 'Ottilie',
    'employee.name.last': 'Brackwater',
    'employee.dateOfBirth': '1971-02-18',
    'employee.address.street': '9 Pretend Street',
    'employee.address.city': 'Fresno',
    'employee.address.state': 'CA',
    'employee.address.zip': '93706',
    'employer.name': 'Thimble Creek Packing (invented)',
    'claimsAdministrator.company': 'Granite Fork Claims Services (invented)',
    'claimsAdministrator.contact': 'Ines Holloway',
    'claimsAdministrator.address.street': 'P.O. Box 5501',
    'claimsAdministrator.address.city': 'Sacramento',
    'claimsAdministrator.address.state': 'CA',
    'claimsAdministrator.address.zip': '95813',
    'requestingPhysician.name.first': 'Orrin',
    'requestingPhysician.name.last': 'Mockridge',
    'requestingPhysician.specialty': 'Physical Medicine and Rehabilitation',
    'requestingPhysician.address.street': '72 Fictional Avenue',
    'requestingPhysician.address.city': 'Fresno',
    'requestingPhysician.address.state': 'CA',
    'requestingPhysician.address.zip': '93721',
    claimNumber: `SYN-${daysAgo(0).slice(0, 4)}-${String(Date.now()).slice(-6)}`,
    dateOfInjury: '2016-03-14',
    'primaryDiagnosis.description': 'Lumbar sprain',
    'primaryDiagnosis.icd10': 'S33.5XXD',
    'utilizationReview.organization': 'Bracken Utilization Review (invented)',
    'utilizationReview.requestReceivedOn': daysAgo(18),
    'utilizationReview.decidedOn': daysAgo(15),
    'utilizationReview.servedOn': daysAgo(15),
    'disputedTreatments.0.treatment': 'Repeat MRI of the lumbar spine',
    'signature.name': 'Ottilie Brackwater',
    'signature.signedOn': daysAgo(4),
    ...changes,
  }
  for (const [path, value] of Object.entries(fields)) {
    await page.locator(`[name="${path}"]`).fill(value)
  }
  await page
    .getByLabel('Reasons it gave')
    .fill('A recent MRI showed no disc herniation, and no change is documented since.')
  await page.getByLabel('lumbar spine').check()
  await page
    .getByLabel('Guideline the claims administrator cited')
    .fill('Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.')
}
