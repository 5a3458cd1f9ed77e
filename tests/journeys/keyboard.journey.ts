/// <reference lib="dom" />
import { expect, type Page, test } from '@playwright/test'
import { passwordOf } from './as-role.ts'

test('a case manager signs in and opens a case with the keyboard alone', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page.getByLabel('User name')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, 'User name')
  await page.keyboard.type('case-manager')
  await page.keyboard.press('Tab')
  await page.keyboard.type(passwordOf('case-manager'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Cases', level: 1 })).toBeVisible()
  const links = page.getByRole('table').getByRole('link')
  await expect(links.first()).toBeVisible()
  for (let presses = 0; presses < 40; presses += 1) {
    if (await links.first().evaluate((link) => link === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(links.first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(links.nth(1)).toBeFocused()
  const caseNumber = await links.nth(1).textContent()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(caseNumber ?? '')
})

test('a wrong password is refused with what to do next', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('User name').fill('nobody-here')
  await page.getByLabel('Password').fill('not the password')
  await page.keyboard.press('Enter')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('You are not signed in.')
  await expect(alert).toContainText('Check both.')
})

async function tabTo(page: Page, label: string): Promise<void> {
  const field = page.getByLabel(label)
  for (let presses = 0; presses < 10; presses += 1) {
    if (await field.evaluate((input) => input === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(field).toBeFocused()
}
