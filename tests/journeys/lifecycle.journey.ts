import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { PDFDocument } from 'pdf-lib'
import { expectAccessible, keepScreenshot, pageOf } from './as-role.ts'
import { daysAgo, fillApplication } from './fill-application.ts'

const decisionLetter = fileURLToPath(
  new URL('../../examples/lumbar-mri/records/utilization-review-decision.pdf', import.meta.url),
)

/** A new application of somebody else, so that no case is a duplicate; gives its address. */
async function apply(
  page: Page,
  last: string,
  changes: Readonly<Record<string, string>> = {},
  more: (page: Page) => Promise<void> = async () => {},
): Promise<string> {
  await page.goto('/cases/new')
  await fillApplication(page, {
    'employee.name.first': 'Wilhelmina',
    'employee.name.last': last,
    'signature.name': `Wilhelmina ${last}`,
    ...changes,
  })
  await more(page)
  await page.getByRole('button', { name: 'Submit the application' }).click()
  await expect(page.getByRole('heading', { level: 1, name: last })).toBeVisible()
  return new URL(page.url()).pathname
}

async function openAct(page: Page, says: string): Promise<void> {
  await page.getByText(says, { exact: true }).click()
}

async function managerOf(browser: Browser): Promise<Page> {
  return pageOf(browser, 'case-manager')
}

test('information is asked for, the party answers itself, and the case is eligible', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const manager = await managerOf(browser)
  const address = await apply(manager, 'Thornquist')
  await openAct(manager, 'Ask a party for information')
  await manager.getByRole('button', { name: 'Send the request' }).click()
  await expect(manager.getByRole('alert')).toContainText('The request was not sent.')
  await manager.getByLabel('What is asked').fill('whether the lumbar spine is accepted')
  await expectAccessible(manager)
  await manager.getByRole('button', { name: 'Send the request' }).click()
  await expect(manager.getByText('Waiting for information')).toBeVisible()

  const administrator = await pageOf(browser, 'claims-administrator')
  await administrator.goto(address)
  await expect(administrator.getByText('whether the lumbar spine is accepted')).toBeVisible()
  await administrator.getByLabel('The answer', { exact: true }).fill('It was accepted in May.')
  await expectAccessible(administrator)
  await keepScreenshot(administrator, 'answer-information')
  await administrator.getByRole('button', { name: 'Send the answer' }).click()
  await expect(administrator.getByText('Received', { exact: true })).toBeVisible()

  await manager.goto(address)
  await manager.getByRole('button', { name: 'Test eligibility', exact: true }).click()
  await expect(manager.getByText('Eligible', { exact: true })).toBeVisible()
  await manager.getByRole('button', { name: 'Record the finding' }).click()
  await expect(manager.getByText('The finding was recorded.')).toBeVisible()

  await manager.getByRole('link', { name: 'Correspondence' }).click()
  await expect(manager.getByRole('heading', { name: 'Answer to our request' })).toBeVisible()
  await expect(manager.getByRole('heading', { name: /Request for Information/i })).toBeVisible()
  await expectAccessible(manager)
  await keepScreenshot(manager, 'case-correspondence')
  const paper = manager.getByRole('link', { name: /The notice \(PDF\)/ }).first()
  const answer = await manager.request.get((await paper.getAttribute('href')) ?? '')
  expect(answer.headers()['content-type']).toContain('application/pdf')
  await manager.getByRole('link', { name: 'History' }).click()
  await expect(manager.getByText(/Answer the Administrative Director.*is due by/)).toBeVisible()
})

test('a deferred review is served, resolved and taken up again', async ({ browser }) => {
  test.setTimeout(120_000)
  const page = await managerOf(browser)
  const address = await apply(page, 'Eversley', {}, async (form) => {
    await form.getByLabel('Dispute over liability').fill('The lumbar spine is not accepted')
  })
  await page.getByRole('button', { name: 'Test eligibility', exact: true }).click()
  await expect(page.getByText('Deferred', { exact: true })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Requesting physician' }).uncheck()
  await page
    .getByLabel('How it goes to the claims administrator')
    .selectOption('by electronic service')
  await expectAccessible(page)
  await keepScreenshot(page, 'serve-deferral')
  await page.getByRole('button', { name: 'Serve on the parties' }).click()
  await expect(page.getByText('The finding was served.')).toBeVisible()
  await page.getByRole('button', { name: 'Record the notice' }).click()
  await expect(page.getByRole('alert')).toContainText('The notice was not recorded.')
  await page.getByLabel('Day on which the notice was served').fill(daysAgo(1))
  await page.getByLabel('How it was resolved').fill('The Board found the lumbar spine accepted.')
  await page.getByRole('button', { name: 'Record the notice' }).click()
  await expect(page.getByText('It may be asked for until')).toBeVisible()
  await page.getByLabel('Who asks, and for what').fill('The injured worker asks for the review.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Take it up again' }).click()
  await expect(page.getByText('Received', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Test eligibility', exact: true }).click()
  await expect(page.getByText('Eligible', { exact: true })).toBeVisible()
  await page.goto(`${address}/clocks`)
  await expect(page.getByText(/File the application after a dispute/).first()).toBeVisible()
  await expectAccessible(page)
  await keepScreenshot(page, 'case-clocks')
})

test('two reviews of one injury are consolidated, and a notice is read before it is sent', async ({
  browser,
}) => {
  test.setTimeout(150_000)
  const page = await managerOf(browser)
  const same = { claimNumber: 'SYN-CONSOLIDATE-1' }
  await apply(page, 'Hartwell-Gray', same)
  await page.getByRole('button', { name: 'Test eligibility', exact: true }).click()
  await expect(page.getByText('Eligible', { exact: true })).toBeVisible()
  const address = await apply(page, 'Hartwell-Gray', {
    ...same,
    'disputedTreatments.0.treatment': 'Physical therapy, 6 visits',
  })
  await page.getByRole('button', { name: 'Test eligibility', exact: true }).click()
  await expect(page.getByRole('button', { name: /^Take CM/ })).toBeVisible()
  await expectAccessible(page)
  await keepScreenshot(page, 'consolidate')
  await page.getByRole('button', { name: /^Take CM/ }).click()
  await expect(page.getByRole('heading', { name: '2 disputed treatments' })).toBeVisible()

  await page.getByLabel('Electronic service').check()
  await page.getByRole('button', { name: 'Assign and notify' }).click()
  await expect(page.getByText('Collecting records')).toBeVisible()
  await openAct(page, 'Ask for more of the record')
  await page.getByLabel('What is to be sent').fill('the operative report of 2015')
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByText('The request for records was sent.')).toBeVisible()
  await openAct(page, 'Send a notice')
  await page.getByLabel('Notice', { exact: true }).selectOption('Request for Further Records')
  await page.getByLabel('What is asked', { exact: true }).fill('the imaging of 2014')
  await expect(page.getByRole('button', { name: 'Send the notice' })).toBeDisabled()
  await page.getByRole('button', { name: 'Show the notice' }).click()
  await expect(page.getByRole('group', { name: 'Page 1', exact: true })).toContainText(
    'the imaging of',
  )
  await expectAccessible(page)
  await keepScreenshot(page, 'send-notice')
  await page.getByRole('button', { name: 'Send the notice' }).click()
  await expect(page.getByText('The notice was sent.')).toBeVisible()
  await page.goto(`${address}/money`)
  await expect(page.getByRole('heading', { name: 'Penalties', exact: true })).toBeVisible()
  await expect(page.getByText(/No fee yet/)).toBeVisible()
  await page.getByText('Note a breach', { exact: true }).click()
  await page.getByLabel('Breach', { exact: true }).selectOption('No medical director')
  await page
    .getByLabel('What shows it', { exact: true })
    .first()
    .fill('The plan on file names nobody.')
  await page.getByRole('button', { name: 'Note the finding' }).first().click()
  await expect(page.getByText('The finding was noted.')).toBeVisible()
  await expect(page.getByText(/The plan on file names nobody/).first()).toBeVisible()
  await expectAccessible(page)
  await keepScreenshot(page, 'case-money')
})

test('the application is changed with a reason, and refusals stand at their field', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const page = await managerOf(browser)
  await apply(page, 'Pemberwick')
  await openAct(page, 'Change the application')
  await page.getByRole('link', { name: 'Open the form' }).click()
  await expect(page.locator('[name="employee.name.last"]')).toHaveValue('Pemberwick')
  await expect(page.getByLabel('Reasons it gave')).not.toHaveValue('')
  await page.getByLabel('Why it is changed').fill('The physician gave the right specialty.')
  await page.locator('[name="requestingPhysician.specialty"]').fill('Orthopedic Surgery')
  await page.locator('[name="dateOfInjury"]').fill('')
  await page.getByRole('button', { name: 'Change the application' }).click()
  await expect(page.locator('[name="dateOfInjury"]')).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(page)
  await page.locator('[name="dateOfInjury"]').fill('2016-03-14')
  await page.getByRole('button', { name: 'Change the application' }).click()
  await expect(page.getByText('Orthopedic Surgery')).toBeVisible()
})

test('the utilization review letter starts an application, each field with its page', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const page = await managerOf(browser)
  await page.goto('/cases/new')
  await page
    .locator('label', { hasText: 'Start from the utilization review letter' })
    .locator('input')
    .setInputFiles(decisionLetter)
  await expect(page.getByText(/fields were taken from/)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('From page 1 of the letter').first()).toBeVisible()
  await expect(page.locator('[name="utilizationReview.decidedOn"]')).not.toHaveValue('')
  await page.getByText('What the decision must contain').click()
  await expectAccessible(page)
  await keepScreenshot(page, 'start-from-letter')
  await expect(page.getByRole('button', { name: 'Submit the application' })).toBeDisabled()
  await page.getByRole('checkbox', { name: /I compared the/ }).check()
  await expect(page.getByRole('button', { name: 'Submit the application' })).toBeEnabled()
})

test('a filled form becomes an application, and another PDF is refused', async ({ browser }) => {
  test.setTimeout(120_000)
  const page = await managerOf(browser)
  await page.goto('/cases/new')
  const blank = await page.request.get('/api/application-forms/es')
  const document = await PDFDocument.load(await blank.body())
  const form = document.getForm()
  const fields: Readonly<Record<string, string>> = {
    'employee.name.first': 'Ramón',
    'employee.name.last': 'Peñalver',
    'employee.dateOfBirth': '02/18/1971',
    claimNumber: 'SYN-FORM-1',
    dateOfInjury: '03/14/2016',
    'disputedTreatments.0.treatment': 'Physical therapy, 6 visits',
  }
  for (const [name, value] of Object.entries(fields)) form.getTextField(name).setText(value)
  form.getDropdown('disputedTreatments.0.bodyRegions.0').select('rodilla')
  const start = page
    .locator('label', { hasText: 'Start from a filled form' })
    .locator('input[type=file]')
  await start.setInputFiles({
    name: 'solicitud.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(await document.save()),
  })
  await expect(page.locator('[name="employee.name.last"]')).toHaveValue('Peñalver')
  await expect(page.locator('[name="employee.dateOfBirth"]')).toHaveValue('1971-02-18')
  await expect(page.getByRole('checkbox', { name: 'knee', exact: true })).toBeChecked()
  await start.setInputFiles({
    name: 'another.pdf',
    mimeType: 'application/pdf',
    buffer: readFileSync(decisionLetter),
  })
  await expect(page.getByRole('alert')).toContainText('The file was not read.')
  await expectAccessible(page)
  await fillApplication(page, {
    'employee.name.last': 'Peñalver',
    'signature.name': 'Ramón Peñalver',
  })
  await page.getByRole('button', { name: 'Submit the application' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Peñalver' })).toBeVisible()
})

test('the figures are shown for a stretch of days', async ({ browser }) => {
  const page = await managerOf(browser)
  await page.goto('/figures')
  await page.getByLabel('Served from').fill('2016-01-01')
  await expect(page.getByText('From the assignment notice to the letter')).toBeVisible()
  await expectAccessible(page)
  await keepScreenshot(page, 'figures')
  await page.getByLabel('Served to').fill('2015-01-01')
  await expect(page.getByRole('alert')).toContainText('is before')
})
