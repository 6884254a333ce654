import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { abstainedAnswer, attackAnswer } from './fixtures.ts'
import { ask, openSession } from './page-session.ts'
import { replay, startTestServer, type TestServer } from './test-server.ts'

let browser: Browser
let server: TestServer

beforeAll(async () => {
  browser = await launchBrowser()
  server = await startTestServer()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const question = 'Wen informieren wir zuerst?'

const states: [name: string, path: string, reach: (page: Page) => Promise<void>][] = [
  ['start page', '/', (page) => page.locator('.example').first().waitFor()],
  [
    'open filter',
    '/',
    async (page) => {
      await page.getByText('allen Dokumenten').click()
      await page.getByText('1 Dokument').first().click()
    },
  ],
  [
    'answer with its checks',
    '/',
    async (page) => {
      await ask(page, question)
      await page.getByText('Alle 8 Sätze').click()
      await page.getByText('Außerdem gefunden').click()
    },
  ],
  [
    'source panel',
    '/',
    async (page) => {
      await ask(page, question)
      await page.getByRole('button', { name: /Fundstelle 2 öffnen/ }).click()
      await page.getByRole('dialog').locator('mark').waitFor()
    },
  ],
  [
    'abstention',
    '/',
    async (page) => {
      server.script = replay(abstainedAnswer)
      await ask(page, question)
      await page.locator('.abstention').waitFor()
    },
  ],
  [
    'error',
    '/',
    async (page) => {
      server.script = () => Promise.reject(new Error('test'))
      await ask(page, question)
      await page.locator('.notice.danger').waitFor()
    },
  ],
  [
    'invalid question',
    '/',
    async (page) => {
      await page.getByRole('textbox').press('Enter')
      await page.getByText('Bitte geben Sie').waitFor()
    },
  ],
  [
    'list of documents',
    '/dokumente',
    (page) => page.locator('fundstelle-document-list h3').first().waitFor(),
  ],
  [
    'document',
    '/dokument/leitfaden-it-notfall?start=120&end=160',
    (page) => page.locator('mark').first().waitFor(),
  ],
  [
    'document with pages',
    '/dokument/satzungen%2Fbibliothek.pdf',
    (page) => page.locator('article').waitFor(),
  ],
  ['unknown document', '/dokument/nichts', (page) => page.getByRole('heading', { level: 1 }).waitFor()],
  ['demo page', '/demo', (page) => page.locator('.launcher').waitFor()],
  [
    'widget',
    '/demo',
    async (page) => {
      await page.locator('.launcher').click()
      await ask(page, question)
      await page.locator('.actions').waitFor()
    },
  ],
  ['page for iframes', '/embed', (page) => page.getByRole('textbox').waitFor()],
]

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  it.each(states)('%s has no finding of axe', async (_name, path, reach) => {
    server.script = replay(attackAnswer)
    const session = await openSession(browser, {
      origins: [server.url],
      colorScheme,
      reducedMotion: 'reduce',
    })
    await session.page.goto(server.url + path)
    await reach(session.page)
    const results = await new AxeBuilder({ page: session.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    const findings = results.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
    )
    await session.close()
    expect(findings).toEqual([])
  })
})

it('says its language and titles every view', async () => {
  const session = await openSession(browser, { origins: [server.url] })
  const { page } = session
  await page.goto(server.url)
  expect(await page.locator('html').getAttribute('lang')).toBe('de')
  expect(await page.title()).toBe('Fragen – Fundstelle')
  await page.getByRole('link', { name: 'Dokumente', exact: true }).click()
  await expect.poll(() => page.title()).toBe('Dokumente – Fundstelle')
  await page.getByRole('link', { name: 'Leitfaden IT-Notfall', exact: true }).click()
  await expect.poll(() => page.title()).toBe('Leitfaden IT-Notfall – Fundstelle')
  await session.close()
})

it('makes every target at least 24 pixels high and wide, links in running text aside', async () => {
  server.script = replay(attackAnswer)
  const session = await openSession(browser, { origins: [server.url], viewport: { width: 360, height: 740 } })
  const { page } = session
  await page.goto(server.url)
  await ask(page, question)
  await page.locator('.actions').waitFor()
  const targets = page.locator('a:visible, button:visible, summary:visible, label:visible:has(input)')
  for (const target of await targets.all()) {
    const box = await target.boundingBox()
    if (!box || box.y < 0) continue
    expect(Math.min(box.width, box.height), (await target.textContent()) ?? '').toBeGreaterThanOrEqual(24)
  }
  await session.close()
})

it('remembers the chosen colours and nothing else', async () => {
  const session = await openSession(browser, { origins: [server.url], colorScheme: 'light' })
  const { page } = session
  await page.goto(server.url)
  await page.getByRole('radio', { name: 'Dunkel' }).check()
  await page.reload()
  expect(await page.getByRole('radio', { name: 'Dunkel' }).isChecked()).toBe(true)
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark')
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ 'fundstelle-theme': 'dark' })
  await session.close()
})
