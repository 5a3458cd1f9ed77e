/// <reference lib="dom" />
import { expect, test } from '@playwright/test'
import { expectAccessible, keepScreenshot, openCase, pageOf } from './as-role.ts'

test('the public pages have no barriers', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { name: /can be checked/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /MRI/ }).first()).toBeVisible()
  await expectAccessible(page)
  await keepScreenshot(page, 'landing')
  await page.goto('/sign-in')
  await expect(page.getByLabel('User name')).toBeVisible()
  await expectAccessible(page)
  await keepScreenshot(page, 'sign-in')
  await page.goto('/published')
  await page.getByRole('link', { name: /Repeat MRI/ }).click()
  await expect(page.getByRole('heading', { name: 'The decision in text' })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Page 1', exact: true })).toBeVisible()
  await expectAccessible(page)
  await keepScreenshot(page, 'published-determination')
})

test('the work queue and every part of a case have no barriers', async ({ browser }) => {
  const page = await pageOf(browser, 'case-manager')
  await page.goto('/cases')
  await expect(page.getByRole('row')).not.toHaveCount(1)
  await expectAccessible(page)
  await openCase(page, 'Teodora Sandmark')
  await expect(page.getByRole('heading', { name: 'Parties' })).toBeVisible()
  await expectAccessible(page)
  for (const [part, heading] of [
    ['Clocks', 'Clocks'],
    ['Eligibility', 'Eligibility'],
    ['Documents', 'Documents'],
    ['Evidence', 'Criteria of the guidelines'],
    ['Determination', 'Final determination letter'],
    ['History', 'History'],
    ['Correspondence', 'Correspondence'],
    ['Penalties and fees', 'Penalties'],
  ] as const) {
    await page
      .getByRole('navigation', { name: 'Parts of the case' })
      .getByRole('link', { name: part })
      .click()
    await expect(page.getByRole('heading', { level: 2, name: heading, exact: true })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await expectAccessible(page)
    await keepScreenshot(page, `case-${part.toLowerCase()}`)
  }
})

test('the application form and the users have no barriers', async ({ browser }) => {
  const manager = await pageOf(browser, 'case-manager')
  await manager.goto('/cases/new')
  await expect(manager.getByLabel('Date of injury')).toBeVisible()
  await expectAccessible(manager)
  await keepScreenshot(manager, 'new-application')
  const administrator = await pageOf(browser, 'administrator')
  await administrator.goto('/users')
  await expect(administrator.getByRole('row', { name: /case-manager/ })).toBeVisible()
  await expectAccessible(administrator)
  await keepScreenshot(administrator, 'users')
})

test('nothing is cut off at 360 pixels', async ({ browser }) => {
  const page = await pageOf(browser, 'case-manager')
  await page.setViewportSize({ width: 360, height: 740 })
  await openCase(page, 'Philippa Wrenmoor')
  for (const part of [
    '',
    '/clocks',
    '/eligibility',
    '/documents',
    '/evidence',
    '/determination',
    '/history',
    '/correspondence',
    '/money',
  ]) {
    const address = page.url().replace(/(\/cases\/[^/?]+).*/, '$1')
    await page.goto(`${address}${part}`)
    await page.waitForLoadState('networkidle')
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow, `${part || 'overview'} is wider than the screen`).toBeLessThanOrEqual(0)
  }
})
