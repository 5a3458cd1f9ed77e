import { expect, test } from '@playwright/test'
import { openCase, pageOf } from './as-role.ts'

/** The register's name for the reviewer of the lumbar MRI; parties must never read it. */
async function reviewerName(browser: Parameters<typeof pageOf>[0]): Promise<string> {
  const page = await pageOf(browser, 'case-manager')
  await openCase(page, 'Teodora Sandmark')
  const card = page.locator('section', {
    has: page.getByRole('heading', { name: 'Expert reviewer' }),
  })
  const name = await card.getByRole('definition').first().textContent()
  expect(name).toMatch(/\w+ \w+/)
  return name ?? ''
}

test('the injured worker sees the own case, the letter, and not who reviewed it', async ({
  browser,
}) => {
  const name = await reviewerName(browser)
  const answers: string[] = []
  const page = await pageOf(browser, 'employee')
  page.on('response', async (response) => {
    if (response.url().includes('/api/')) answers.push(await response.text().catch(() => ''))
  })
  await page.goto('/cases')
  await expect(page.getByRole('table').getByRole('link')).toHaveCount(1)
  await openCase(page, 'Teodora Sandmark')
  const tabs = page.getByRole('navigation', { name: 'Parts of the case' })
  await expect(tabs.getByRole('link', { name: 'Evidence' })).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Expert reviewer' })).toHaveCount(0)
  await tabs.getByRole('link', { name: 'Determination' }).click()
  await expect(page.getByRole('group', { name: 'Page 1', exact: true })).toContainText(
    'Final Determination',
  )
  await tabs.getByRole('link', { name: 'History' }).click()
  await expect(page.getByText('The determination was served')).toBeVisible()
  await expect(page.getByText('quality read', { exact: false })).toHaveCount(0)
  const [, last = name] = name.split(' ')
  expect(await page.textContent('body')).not.toContain(last)
  expect(answers.join('\n')).not.toContain(last)
})

test('a claims administrator sees only the company’s own claims', async ({ browser }) => {
  const page = await pageOf(browser, 'claims-administrator')
  await page.goto('/cases')
  await expect(page.getByRole('table').getByRole('link').first()).toBeVisible()
  for (const row of await page
    .getByRole('row')
    .all()
    .then((rows) => rows.slice(1))) {
    await expect(row).toContainText('Granite Fork')
  }
  await expect(page.getByRole('link', { name: 'Users' })).toHaveCount(0)
})

test('a case of another person is answered like one that does not exist', async ({ browser }) => {
  const manager = await pageOf(browser, 'case-manager')
  await openCase(manager, 'Philippa Wrenmoor')
  const page = await pageOf(browser, 'employee')
  await page.goto(new URL(manager.url()).pathname)
  await expect(page.getByRole('heading', { name: 'This case cannot be shown' })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('open the case from the list')
})

test('without a session a case asks to sign in and comes back to it', async ({ page }) => {
  await page.goto('/cases/some-case/clocks')
  await expect(page.getByRole('heading', { name: 'Sign in to see this page' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toHaveAttribute(
    'href',
    /next=.*clocks/,
  )
})

test('an administrator sees the users; nobody else has the way to them', async ({ browser }) => {
  const page = await pageOf(browser, 'administrator')
  await page.goto('/users')
  await expect(page.getByRole('row', { name: /Greta Lowell/ })).toContainText('Quality reader')
  const quality = await pageOf(browser, 'quality')
  await quality.goto('/users')
  await expect(quality.getByRole('alert')).toContainText('The users cannot be shown')
})
