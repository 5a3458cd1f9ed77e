import { expect, test } from '@playwright/test'
import { expectAccessible, keepScreenshot, openCase, pageOf } from './as-role.ts'

const first = 'a first password handed over'
const own = 'a password of my own choice'

test('a person given one case changes the first password and sees that case only', async ({
  browser,
}) => {
  const manager = await pageOf(browser, 'case-manager')
  await openCase(manager, 'Philippa Wrenmoor')
  const administrator = await pageOf(browser, 'administrator')
  await administrator.goto('/users')
  await administrator.getByLabel('Name', { exact: true }).fill('Orla Fennimore')
  await administrator.getByLabel('User name').fill('orla-fennimore')
  await administrator.getByLabel('First password').fill(first)
  await administrator.getByLabel('Role').selectOption({ label: 'Injured worker' })
  await administrator.getByLabel('Cases given').fill(manager.url())
  await administrator.getByRole('button', { name: 'Give access' }).click()
  await expect(administrator.getByRole('row', { name: /Orla Fennimore/ })).toContainText('1 case')

  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('User name').fill('orla-fennimore')
  await page.getByLabel('Password').fill(first)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('table').getByRole('link')).toHaveCount(1)
  await page.getByRole('link', { name: 'Account' }).click()
  await page.getByLabel('Present password').fill('not the first password')
  await page.getByLabel('New password', { exact: true }).fill(own)
  await page.getByLabel('New password once more').fill(`${own}s`)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('This is not the same')).toBeVisible()
  await page.getByLabel('New password once more').fill(own)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByRole('alert')).toContainText('The password was not changed.')
  await expectAccessible(page)
  await keepScreenshot(page, 'account')
  await page.getByLabel('Present password').fill(first)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('Your password was changed.')).toBeVisible()
  await page.goto('/cases')
  await openCase(page, 'Philippa Wrenmoor')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible()
})
