/// <reference lib="dom" />
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, keepScreenshot, pageOf } from './as-role.ts'
import { fillApplication } from './fill-application.ts'
import { makeRecord, recordPages } from './make-record.ts'

const pages = recordPages.length

test.describe.configure({ mode: 'serial' })

let address = ''

test('a file is sent, read and opened at its pages', async ({ browser }) => {
  test.setTimeout(120_000)
  const page = await pageOf(browser, 'case-manager')
  await page.goto('/cases/new')
  await fillApplication(page)
  for (const [path, value] of [
    ['employee.name.first', 'Marta'],
    ['employee.name.last', 'Quillfeather'],
    ['signature.name', 'Marta Quillfeather'],
  ] as const) {
    await page.locator(`[name="${path}"]`).fill(value)
  }
  await page.getByRole('button', { name: 'Submit the application' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Quillfeather/ })).toBeVisible()
  address = new URL(page.url()).pathname
  await page.getByRole('button', { name: 'Test eligibility' }).click()
  await page.getByLabel('Electronic service').check()
  await page.getByRole('button', { name: 'Assign and notify' }).click()
  await expect(page.getByText('Collecting records')).toBeVisible()
  await page.getByRole('link', { name: 'What is owed, what has come, and all receipts' }).click()
  await expect(page.getByRole('heading', { name: 'What is to be sent' })).toBeVisible()
  await expect(page.getByText('The utilization review decision and all')).toBeVisible()
  const sent: string[] = []
  await page.route('**/uploads/*?offset=*', (route) => {
    sent.push(new URL(route.request().url()).search)
    // The connection breaks once; the file goes on where it was.
    return sent.length === 2 ? route.abort('connectionreset') : route.continue()
  })
  await page.getByLabel('Choose files').setInputFiles([
    {
      name: 'a file with a long name that nobody shortened, second part of three, scanned.pdf',
      mimeType: 'application/pdf',
      buffer: await makeRecord(),
    },
    { name: 'tool.exe', mimeType: 'application/pdf', buffer: Buffer.from('MZ, this is no record') },
  ])
  const receipt = page.getByRole('region', { name: 'Receipt', exact: true })
  await expect(receipt).toContainText('1 received, 1 refused', { timeout: 30_000 })
  await expect(receipt).toContainText('tool.exe')
  expect(sent.length).toBeGreaterThan(2)
  await expect(page.getByText('All are read')).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page)
  await keepScreenshot(page, 'received')
  const paper = await page.request.get(
    (await receipt.getByRole('link', { name: 'Receipt as PDF' }).getAttribute('href')) ?? '',
  )
  expect(paper.headers()['content-type']).toBe('application/pdf')

  await page.goto(`${address}/documents`)
  await expect(page.getByText(`of ${pages}`, { exact: true })).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('.picture image')).toBeVisible()
  const strip = page.getByRole('navigation', { name: 'All pages of the file' })
  await strip.getByRole('button', { name: /Page 4/ }).click()
  await expect(page.getByLabel('Go to page')).toHaveValue('4')
  await expectAccessible(page)
})

test('words are found on the pages and marked on the picture, with keys alone', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'case-manager')
  await page.goto(`${address}/documents`)
  await expect(page.locator('.picture image')).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByLabel('Find words in the pages')).toBeFocused()
  await page.keyboard.type('herniation')
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 places found.')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Go to page')).toHaveValue('2')
  await expect(page.locator('.picture-mark.is-current')).toHaveCount(1)
  await expectAccessible(page)
  await keepScreenshot(page, 'viewer-search')

  await page.getByLabel('Picture of page 2').focus()
  await page.keyboard.press('n')
  await expect(page.getByLabel('Go to page')).toHaveValue(String(pages))
  await page.keyboard.press('Home')
  await expect(page.getByLabel('Go to page')).toHaveValue('1')
  await page.keyboard.press('r')
  const lying = page.locator('.picture-sheet')
  await expect(lying).toHaveAttribute('viewBox', '0 0 792 612')
  await page.keyboard.press('PageDown')
  await expect(lying).toHaveAttribute('viewBox', '0 0 612 792')
  await page.keyboard.press('PageUp')
  await expect(lying).toHaveAttribute('viewBox', '0 0 792 612')
  await page.keyboard.press('+')
  await expect(page.getByLabel('Size of the page')).not.toHaveValue('width')
  await page.keyboard.press('0')
  await expect(page.getByLabel('Size of the page')).toHaveValue('width')
  await page.keyboard.press('t')
  await expect(page.getByLabel('Text of the page')).toContainText('Lionel Ashgrove')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Keys of one character are on').uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('t')
  await expect(page.getByLabel('Text of the page')).toBeVisible()
  await page.getByRole('button', { name: 'Keys' }).click()
  await page.getByLabel('Keys of one character are on').check()
  await page.keyboard.press('Escape')
})

test('documents are corrected with one key each and saved as one list', async ({ browser }) => {
  const page = await pageOf(browser, 'case-manager')
  await page.goto(`${address}/documents`)
  await expect(page.locator('.picture image')).toBeVisible()
  await page.getByRole('button', { name: 'Correct the documents' }).click()
  await page.getByLabel('Go to page').fill('3')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Go to page')).toHaveValue('3')
  const list = page.locator('.corrected')
  const before = await list.getByRole('listitem').count()
  await page.keyboard.press('s')
  await page.keyboard.press('5')
  await expect(list.locator('[aria-current]')).toContainText('Operative report')
  await page.keyboard.press('u')
  await expect(list.locator('[aria-current]')).not.toContainText('Operative report')
  await page.keyboard.press('3')
  await expect(list.locator('[aria-current]')).toContainText('Consultation')
  await page.keyboard.press('e')
  await page.getByLabel('Author').fill('Rowan Ashby, MD')
  await page.keyboard.press('Enter')
  await expect(list.locator('[aria-current]')).toContainText('Rowan Ashby, MD')
  await expect(list.getByRole('listitem')).toHaveCount(before + 1)
  await expectAccessible(page)
  await keepScreenshot(page, 'correct-documents')
  await page.getByRole('button', { name: 'Save the list' }).click()
  await expect(list.getByText('said by a person')).toHaveCount(before + 1)
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: /Consultation/ }).first()).toBeVisible()
})

test('a page that was shown is opened in the ledger at once, and is where one goes on', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'case-manager')
  await page.goto(`${address}/documents`)
  const number = page.getByLabel('Go to page')
  await expect(number).toHaveValue('1')
  const parts = page.getByRole('navigation', { name: 'Parts of the record' })
  const row = page.getByRole('row', { name: new RegExp(`page ${pages}`) })
  await number.fill(String(pages))
  await number.press('Enter')
  await expect(page.getByRole('heading', { name: `Text of page ${pages}` })).toBeAttached()
  await parts.getByRole('link', { name: 'Ledger' }).click()
  await expect(row).toContainText('Milo Farraday')
  await parts.getByRole('link', { name: 'Pages' }).click()
  await expect(number).toHaveValue(String(pages))
})

test('the ledger shows every page, who opened it, and copies', async ({ browser }) => {
  const page = await pageOf(browser, 'case-manager')
  await page.goto(`${address}/documents/ledger`)
  await expect(page.getByRole('heading', { name: `Ledger of ${pages} pages` })).toBeVisible()
  await expect(page.getByRole('row', { name: /page 2/ }).first()).toContainText('Milo Farraday')
  await page.getByRole('button', { name: /^Copies/ }).click()
  await expect(page.getByRole('row')).toHaveCount(2)
  await expectAccessible(page)
  await page.getByRole('button', { name: /^All/ }).click()
  await keepScreenshot(page, 'ledger')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /Download as a table/ }).click()
  expect((await download).suggestedFilename()).toMatch(/ledger.*\.csv$/)
  await page
    .getByRole('row', { name: new RegExp(`page ${pages}`) })
    .getByRole('link')
    .first()
    .click()
  await expect(page.getByLabel('Go to page')).toHaveValue(String(pages))
})

test('what the pages mention and the record lacks is asked for', async ({ browser }) => {
  const page = await pageOf(browser, 'case-manager')
  await page.goto(`${address}/documents/missing`)
  const mri = page.getByRole('listitem').filter({ hasText: 'MRI of the lumbar spine' }).first()
  await expect(mri).toBeVisible()
  await expectAccessible(page)
  await keepScreenshot(page, 'missing-records')
  await mri.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Ask for 1 document' }).click()
  await expect(page.getByRole('heading', { name: 'Asked for, not yet here' })).toBeVisible()
  await expect(page.getByText('To be sent by')).toBeVisible()
  await expectAccessible(page)
  await mri.getByRole('link', { name: /page 1/ }).click()
  await expect(page.locator('.picture-mark.is-current').first()).toBeVisible()
})

test('nothing of the record is cut off on a small screen', async ({ browser }) => {
  const page = await pageOf(browser, 'case-manager')
  await page.setViewportSize({ width: 320, height: 640 })
  for (const part of ['', '/ledger', '/missing', '/received']) {
    await page.goto(`${address}/documents${part}`)
    await page.waitForLoadState('networkidle')
    expect(await wider(page), `${part || 'pages'} is wider than the screen`).toBeLessThanOrEqual(0)
    await expectAccessible(page)
  }
})

async function wider(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
}
