import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { launchBrowser } from './browser.ts'
import { describe, it } from './browser-suite.ts'
import { attackAnswer, firstContactQuote } from './fixtures.ts'
import { ask, openSession, type PageSession } from './page-session.ts'
import { type HostPage, replay, startHostPage, startTestServer, type TestServer } from './test-server.ts'

const KEY = 'geheim-4711'
let browser: Browser
let host: HostPage
let server: TestServer
let session: PageSession

beforeAll(async () => {
  browser = await launchBrowser()
  host = await startHostPage()
  server = await startTestServer({
    settings: {
      apiKeyHashes: [createHash('sha256').update(KEY).digest('hex')],
      allowedOrigins: [host.url],
    },
    originalPath: new URL('./fixtures.ts', import.meta.url).pathname,
  })
  server.script = replay(attackAnswer)
})
afterAll(async () => {
  await browser?.close()
  host?.close()
  await server?.close()
})
beforeEach(async () => {
  session = await openSession(browser, { origins: [server.url, host.url] })
})
afterEach(() => session.close())

const keyDialog = (page: Page) => page.getByRole('dialog', { name: 'Zugangsschlüssel eingeben' })

async function enter(page: Page, key: string): Promise<void> {
  const field = keyDialog(page).getByLabel('Zugangsschlüssel')
  await field.fill(key)
  await field.press('Enter')
}

/** The browser itself logs each 401; nothing else may go wrong. */
function realProblems(): string[] {
  return session.problems.filter((problem) => !/status of 401/.test(problem))
}

describe('a server that asks for a key', () => {
  it('gets it from the reader, by keyboard alone, and answers', async () => {
    const { page } = session
    await page.goto(server.url)
    await keyDialog(page).waitFor()
    expect(await keyDialog(page).getByLabel('Zugangsschlüssel').getAttribute('type')).toBe('password')
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations).toEqual([])
    await page.keyboard.type('falsch')
    await page.keyboard.press('Enter')
    await keyDialog(page).getByText('Diesen Schlüssel kennt der Dienst nicht').waitFor()
    await enter(page, 'mit Leerzeichen')
    await keyDialog(page).getByText('keine Leerzeichen').waitFor()
    await enter(page, KEY)
    await page.locator('.example').first().waitFor()
    await ask(page, 'Wen informieren wir zuerst?')
    await page.getByRole('article').getByText(firstContactQuote).waitFor()
    expect(page.url()).not.toContain(KEY)
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(KEY)
    expect(await page.content()).not.toContain(KEY)
    expect(realProblems()).toEqual([])
  })

  it('is told again only in another tab, not after a reload', async () => {
    const { page } = session
    await page.goto(server.url)
    await enter(page, KEY)
    await page.locator('.example').first().waitFor()
    await page.goto(`${server.url}/dokumente`)
    await page
      .getByRole('link', { name: /Leitfaden IT-Notfall/ })
      .first()
      .waitFor()
    const other = await page.context().newPage()
    await other.goto(server.url)
    await keyDialog(other).waitFor()
  })

  it('gives the stored file to a reader with a key', async () => {
    const { page } = session
    await page.goto(`${server.url}/dokument/leitfaden-it-notfall`)
    await enter(page, KEY)
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Gespeicherte Datei herunterladen' }).click()
    const download = await downloading
    const expected = readFileSync(new URL('./fixtures.ts', import.meta.url))
    expect(readFileSync(await download.path())).toEqual(expected)
    expect(download.suggestedFilename()).toMatch(/^leitfaden-it-notfall\./)
    expect(realProblems()).toEqual([])
  })

  it('says what is missing when the reader has none, and asks again when wanted', async () => {
    const { page } = session
    await page.goto(server.url)
    await keyDialog(page).waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('ist ein Zugangsschlüssel nötig').waitFor()
    await page.getByRole('button', { name: 'Noch einmal versuchen' }).click()
    await enter(page, KEY)
    await page.locator('.example').first().waitFor()
  })
})

describe('the widget on another page', () => {
  const open = async (attributes: string) => {
    host.serve(
      `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Intranet</title>
      <script type="module" src="${server.url}/widget.js"></script></head>
      <body><h1>Intranet</h1><fundstelle-chat ${attributes}></fundstelle-chat></body></html>`,
      `default-src 'none'; script-src 'self' ${server.url}; style-src 'self'; connect-src ${server.url}`,
    )
    await session.page.goto(host.url)
  }

  it('asks for the key when it is opened, and keeps it from the page around', async () => {
    const { page } = session
    await open('heading="IT-Notfall"')
    await page.getByRole('button', { name: 'Fragen an Fundstelle' }).click()
    await enter(page, KEY)
    await page.getByRole('dialog', { name: 'IT-Notfall' }).waitFor()
    await ask(page, 'Wen informieren wir zuerst?')
    await page.getByRole('article').getByText(firstContactQuote).waitFor()
    expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0)
    expect(realProblems()).toEqual([])
  })

  it('in place opens no dialog by itself', async () => {
    const { page } = session
    await open('inline heading="IT-Notfall"')
    const button = page.getByRole('button', { name: 'Zugangsschlüssel eingeben' })
    await button.waitFor()
    expect(await keyDialog(page).count()).toBe(0)
    await button.click()
    await enter(page, KEY)
    await page.getByRole('heading', { name: 'IT-Notfall', exact: true }).waitFor()
    expect(realProblems()).toEqual([])
  })
})
