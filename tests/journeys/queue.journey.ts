/// <reference lib="dom" />
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, keepScreenshot, pageOf } from './as-role.ts'

test('a case manager divides the queue with keys alone and sees what became of each case', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'case-manager')
  await openQueue(page)
  const links = page.getByRole('table').getByRole('link')
  await page.keyboard.press('j')
  await expect(links.first()).toBeFocused()
  await page.keyboard.press('x')
  await expect(page.getByRole('checkbox', { name: /^Select CM/ }).first()).toBeChecked()
  await page.keyboard.press('Shift+J')
  await expect(links.nth(1)).toBeFocused()
  await expect(page.getByText('2 cases selected', { exact: true })).toBeVisible()
  await page.keyboard.press('a')
  const count = await links.count()
  await expect(page.getByText(`${count} cases selected`, { exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Act', { exact: true }).selectOption({ label: 'Hand to an office' })
  await page.getByLabel('Office', { exact: true }).last().fill('North')
  await page.keyboard.press('Enter')
  const answers = page.getByRole('region', { name: 'Hand to an office' })
  await expect(answers).toContainText(`${count} of ${count} done`)
  await expectAccessible(page)
  await answers.getByRole('button', { name: 'Close' }).click()
  await expect(links.first().locator('xpath=ancestor::tr')).toContainText('North')
})

test('an act that a case refuses says so, and the case stays selected', async ({ browser }) => {
  const page = await pageOf(browser, 'case-manager')
  await openQueue(page)
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.getByLabel('Act', { exact: true }).selectOption({ label: 'Mark records complete' })
  await page.getByRole('button', { name: 'Do for 1' }).click()
  const answers = page.getByRole('region', { name: 'Mark records complete' })
  await expect(answers).toContainText('0 of 1 done, 1 not done')
  await expect(answers).toContainText('not done: the case is')
  await expect(page.getByText('1 case selected', { exact: true })).toBeVisible()
  await keepScreenshot(page, 'queue-acts')
})

test('the keys are shown over the page, and search is one of them', async ({ browser }) => {
  const page = await pageOf(browser, 'case-manager')
  await openQueue(page)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Select the case')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('/')
  await expect(page.getByLabel(/^Search by name/)).toBeFocused()
  await page.keyboard.type('wrenm')
  await expect(page.getByRole('table').getByRole('link')).toHaveCount(1)
  await expect(page.getByRole('row', { name: 'Philippa Wrenmoor' })).toBeVisible()
})

test('a view is saved, opens first, is sent by its address, renamed and deleted', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'case-manager')
  await openQueue(page)
  await page.getByRole('button', { name: /^Decided/ }).click()
  await page.getByLabel('Time').selectOption({ label: 'Overdue (2)' })
  await expect(page).toHaveURL(/due=overdue/)
  await page.getByRole('button', { name: 'Save this view' }).click()
  await page.getByLabel('Name of the view').fill('Decided and late')
  await page.getByLabel('Open the queue with this view').check()
  await page.getByRole('button', { name: 'Save view' }).click()
  await expect(page.getByRole('button', { name: /^Decided and late/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expectAccessible(page)
  const address = page.url()
  await page.goto('/cases')
  await expect(page).toHaveURL(/due=overdue/)
  await page.getByRole('button', { name: 'Clear all filters' }).click()
  await expect(page.getByRole('button', { name: 'All', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  const colleague = await pageOf(browser, 'administrator')
  await colleague.goto(address)
  await expect(colleague.getByRole('button', { name: /^Decided/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.getByRole('button', { name: /^Decided and late/ }).click()
  await page.getByRole('button', { name: 'Change this view' }).click()
  await page.getByLabel('Name of the view').fill('Late')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('button', { name: /^Late/ }).waitFor()
  await keepScreenshot(page, 'cases')
  await page.getByRole('button', { name: 'Change this view' }).click()
  await page.getByRole('button', { name: 'Delete view' }).click()
  await expect(page.getByRole('button', { name: /^Late/ })).toHaveCount(0)
  await openQueue(page)
  await expect(page).toHaveURL(/\/cases$/)
})

test('the calendar shows what ends on which day, and leads to its cases', async ({ browser }) => {
  const page = await pageOf(browser, 'case-manager')
  await page.goto('/calendar?on=2017-01-10')
  await expect(page.getByRole('heading', { level: 1, name: 'January 2017' })).toBeVisible()
  await expect(page.getByText('Martin Luther King')).toBeVisible()
  const late = page.getByRole('link', { name: /Authorize what was overturned, late/ })
  await expect(late).toBeVisible()
  await expectAccessible(page)
  await keepScreenshot(page, 'calendar')
  await page.getByRole('button', { name: 'Week', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Week of January 8, 2017')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Month', exact: true }).click()
  await late.click()
  await expect(page).toHaveURL(/day=2017-01-/)
  await expect(page.getByRole('table').getByRole('link')).toHaveCount(1)
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/calendar?on=2017-01-10')
  await expect(late).toBeVisible()
  await expectAccessible(page)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
})

async function openQueue(page: Page): Promise<void> {
  await page.goto('/cases')
  await expect(page.getByRole('table').getByRole('link').first()).toBeVisible()
}
