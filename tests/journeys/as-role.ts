import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'

/** The example accounts, one per role. */
export type UserName =
  | 'administrator'
  | 'case-manager'
  | 'reviewer'
  | 'quality'
  | 'claims-administrator'
  | 'employee'

type Kept = Awaited<ReturnType<BrowserContext['storageState']>>
const faults: string[] = []
const kept = new Map<UserName, Kept>()

/** A page on which the user is signed in; each signs in once, as the server limits sign-ins. */
export async function pageOf(browser: Browser, userName: UserName): Promise<Page> {
  const state = kept.get(userName)
  const context = await browser.newContext(state ? { storageState: state } : {})
  const page = await context.newPage()
  page.on('pageerror', (fault) => faults.push(fault.message))
  page.on('console', (message) => {
    // A part of the page that the server's content security policy blocks says so here.
    if (message.text().includes('Content Security Policy')) faults.push(message.text())
  })
  if (state) return page
  await page.goto('/sign-in')
  await page.getByLabel('User name').fill(userName)
  await page.getByLabel('Password').fill(passwordOf(userName))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Cases', level: 1 })).toBeVisible()
  kept.set(userName, await context.storageState())
  return page
}

/** The password that the first start drew for an example account. */
export function passwordOf(userName: UserName): string {
  const file = process.env['OPENIMR_SIGN_INS']
  if (!file) throw new Error('the set-up has not started the server')
  const signIns = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  return signIns[userName] ?? ''
}

/** Opens an example case from the work queue. */
export async function openCase(page: Page, employeeName: string): Promise<void> {
  await page.goto('/cases')
  await page.getByRole('row', { name: employeeName }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name: employeeName })).toBeVisible()
}

/** No violation of WCAG 2.1 A and AA that axe can find on the page, and no fault on any page yet. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(faults).toEqual([])
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
  ).toEqual([])
}

/** Keeps a picture of the screen for the documentation, only when asked to (`SCREENSHOTS=1`). */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  if (process.env['SCREENSHOTS'] !== '1') return
  await page.waitForLoadState('networkidle')
  await page.locator('.announcement.has-text').waitFor({ state: 'hidden' })
  await page.mouse.move(0, 0)
  await page.screenshot({ path: `docs/screenshots/${name}.png` })
}
