/// <reference lib="dom" />
import { fileURLToPath } from 'node:url'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible, keepScreenshot, openCase, pageOf } from './as-role.ts'
import { fillApplication } from './fill-application.ts'

const record = fileURLToPath(
  new URL('../../examples/lumbar-mri/records/case-file.pdf', import.meta.url),
)
const employee = 'Ottilie Brackwater'

test.describe.configure({ mode: 'serial' })

let address = ''

test('a case manager takes a new application in and carries it to a reviewer', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const page = await pageOf(browser, 'case-manager')
  await page.goto('/cases/new')
  await fillApplication(page)
  await page.locator('[name="employee.name.last"]').fill('')
  await page.getByRole('button', { name: 'Submit the application' }).click()
  await expect(page.getByRole('alert')).toContainText('The application was not taken.')
  await expect(page.locator('[name="employee.name.last"]')).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(page)
  await keepScreenshot(page, 'application-refused')

  await page.locator('[name="employee.name.last"]').fill('Brackwater')
  await page.getByRole('button', { name: 'Submit the application' }).click()
  await expect(page.getByRole('heading', { level: 1, name: employee })).toBeVisible()
  address = new URL(page.url()).pathname

  await page.getByRole('button', { name: 'Test eligibility' }).click()
  await expect(page.getByText('Eligible', { exact: true })).toBeVisible()
  await page.getByLabel('Electronic service').check()
  await page.getByRole('button', { name: 'Assign and notify' }).click()
  await expect(page.getByText('Collecting records')).toBeVisible()

  await page.getByLabel('Choose files').setInputFiles(record)
  await expect(page.getByRole('region', { name: 'Receipt' })).toContainText('1 received')
  await expect(page.getByRole('button', { name: 'Records are complete' })).toBeEnabled({
    timeout: 60_000,
  })
  await expectAccessible(page)
  await keepScreenshot(page, 'case-overview')
  await page.getByRole('button', { name: 'Records are complete' }).click()
  await expect(page.getByText('Records complete', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Find facts and apply criteria' }).click()
  await expect(page.getByText('Facts were found and criteria applied.')).toBeVisible({
    timeout: 30_000,
  })
  await expectAccessible(page)
  await keepScreenshot(page, 'choose-reviewer')
  // The account of the reviewer is the first of the register.
  await page.getByRole('button', { name: `Choose ${await reviewerOfTheAccount(browser)}` }).click()
  await expect(page.getByText('Reviewer chosen')).toBeVisible()
  await page.goto('/cases')
  await expect(page.getByRole('row', { name: employee })).toContainText('left')
  await keepScreenshot(page, 'cases')
})

test('the reviewer attests, reads, decides with sources and submits the draft', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const page = await pageOf(browser, 'reviewer')
  await page.goto(address)
  await page.getByRole('button', { name: 'Attest and take the case' }).click()
  await expect(page.getByRole('alert')).toContainText('The case was not taken.')
  for (const statement of await page
    .getByRole('group', { name: 'What you attest' })
    .getByRole('checkbox')
    .all()) {
    await statement.check()
  }
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Attest and take the case' }).click()
  await expect(page.getByText('In review')).toBeVisible()

  await page
    .getByLabel('Clinical case summary')
    .fill(
      'The injured worker was injured on 3/14/2016 when lifting. Treatment included medication and physical therapy. An MRI of the lumbar spine of 8/29/2016 showed no disc herniation. The utilization review denied a repeat MRI.',
    )
  await page.getByRole('button', { name: 'Save the summary' }).click()
  await expect(page.getByRole('button', { name: 'Saved' })).toBeVisible()

  await page.getByRole('link', { name: /Decide this treatment/ }).click()
  await goToPage(page, 21)
  await selectOnPage(page, 'No disc herniation, central canal stenosis or nerve root compression.')
  await page.getByRole('button', { name: 'Quote the selection' }).click()
  await page.getByLabel('It shows that').fill('The MRI of 8/29/2016 showed no herniation.')
  await page.getByRole('button', { name: 'Add a guideline' }).click()
  await page
    .getByLabel('It shows that')
    .nth(1)
    .fill('Imaging is reserved for red flags or a specific nerve compromise.')
  await page
    .getByLabel('Title, edition, section')
    .fill('MTUS Low Back Complaints 2004, Special Studies')
  await page.getByLabel('Upheld').check()
  await expect(page.getByLabel('Why no guideline is cited')).toBeVisible()
  await page
    .getByLabel('Guideline you rest on')
    .fill('Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.')
  await expect(page.getByLabel('Why no guideline is cited')).toHaveCount(0)
  await page
    .getByLabel('Reasons', { exact: true })
    .fill(
      'The guideline reserves imaging for red flags or a specific nerve compromise. The MRI of the lumbar spine of 8/29/2016 showed no disc herniation, stenosis or nerve root compression. Persistent pain alone does not call for a second MRI. Therefore, the request for a repeat MRI of the lumbar spine is not medically necessary.',
    )
  await expectAccessible(page)
  await keepScreenshot(page, 'decide')
  await page.getByRole('button', { name: 'Keep this decision' }).click()
  await expect(page.getByRole('link', { name: /Change the decision/ })).toBeVisible()
  await page.getByRole('button', { name: 'Submit the draft' }).click()
  await expect(page.getByText('Quality read', { exact: true })).toBeVisible()
})

test('quality passes the draft, the reviewer signs, and the letter is served', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const quality = await pageOf(browser, 'quality')
  await quality.goto(`${address}/determination`)
  await expect(
    quality.getByRole('heading', { name: 'Draft of the final determination' }),
  ).toBeVisible()
  await expectAccessible(quality)
  await keepScreenshot(quality, 'draft')
  await quality.getByRole('button', { name: 'Show the letter' }).click()
  await expect(quality.getByRole('group', { name: 'Page 1', exact: true })).toBeVisible()
  await expectAccessible(quality)
  await keepScreenshot(quality, 'draft-letter')
  await quality.goto(address)
  await expect(quality.getByRole('button', { name: 'Pass the draft' })).toBeVisible()
  await quality.waitForLoadState('networkidle')
  for (const override of await quality.getByLabel(/^Override/).all()) {
    await override.fill('Read and found right for this case.')
  }
  await quality.getByRole('button', { name: 'Pass the draft' }).click()
  await expect(quality.getByText('Ready to sign')).toBeVisible()

  const reviewer = await pageOf(browser, 'reviewer')
  await reviewer.goto(address)
  await expect(reviewer.getByRole('button', { name: 'Sign and issue' })).toBeDisabled()
  await reviewer.getByLabel('I have read the draft, and it is my decision.').check()
  await reviewer.getByRole('button', { name: 'Sign and issue' }).click()
  await expect(reviewer.getByText('Issued, to be served')).toBeVisible({ timeout: 30_000 })

  const manager = await pageOf(browser, 'case-manager')
  await manager.goto(address)
  await manager.getByRole('button', { name: 'Serve on all parties' }).click()
  await expect(manager.locator('.case-state').getByText('Served', { exact: true })).toBeVisible()
  await manager.goto(`${address}/determination`)
  await expect(manager.getByRole('group', { name: 'Page 1', exact: true })).toContainText(
    'Final Determination',
  )
  await expectAccessible(manager)
  await keepScreenshot(manager, 'served-letter')
  await publishAcceptingAWord(manager)
})

/** Publishes; the server is made to doubt one word first, as it does for a word close to a name. */
async function publishAcceptingAWord(page: Page): Promise<void> {
  const bodies: unknown[] = []
  await page.route('**/api/cases/*/publication', async (route) => {
    bodies.push(route.request().postDataJSON())
    if (bodies.length > 1) return route.continue()
    const refusal = {
      code: 'identifier-may-remain',
      because: 'characters 4 to 11: close to a known name (employee)',
      where: 'caseSummary',
      authority: 'Labor Code 4610.6(f), (m)',
      next: 'Look at the place.',
    }
    const problem = { type: 't', title: 't', status: 422, instance: 'i', refusals: [refusal] }
    return route.fulfill({
      status: 422,
      contentType: 'application/problem+json',
      body: JSON.stringify(problem),
    })
  })
  await page.goto(address)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('It was not published.')
  await page.getByRole('checkbox', { name: /injured names nobody/ }).check()
  await expectAccessible(page)
  await keepScreenshot(page, 'publication-refused')
  await page.getByRole('button', { name: 'Accept the ticked words and publish' }).click()
  await expect(page.getByText('The public copy was published.')).toBeVisible({ timeout: 30_000 })
  expect(bodies).toEqual([{}, { acceptedWords: ['injured'] }])
}

/** The name in the register behind the example account `reviewer`, from the case it decided. */
async function reviewerOfTheAccount(browser: Browser): Promise<string> {
  const page = await pageOf(browser, 'case-manager')
  await openCase(page, 'Teodora Sandmark')
  const card = page.locator('section', {
    has: page.getByRole('heading', { name: 'Expert reviewer' }),
  })
  return (await card.getByRole('definition').first().textContent()) ?? ''
}

async function goToPage(page: Page, number: number): Promise<void> {
  await page.getByLabel('Go to page').fill(String(number))
  await page.keyboard.press('Enter')
}

/** Selects words in the text of the page, as a keyboard or a mouse would. */
async function selectOnPage(page: Page, words: string): Promise<void> {
  const text = page.getByLabel('Select words of this page to quote them')
  await expect(text).toHaveValue(new RegExp(words.slice(0, 20)))
  await text.evaluate((area, wanted) => {
    if (!(area instanceof HTMLTextAreaElement)) return
    // Words may be broken over lines on the page.
    const pattern = new RegExp(wanted.replaceAll('.', '\\.').replaceAll(' ', '\\s+'))
    const found = pattern.exec(area.value)
    area.focus()
    area.setSelectionRange(found?.index ?? 0, (found?.index ?? 0) + (found?.[0].length ?? 0))
  }, words)
}
