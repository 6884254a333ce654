import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { launchBrowser } from './browser.ts'
import { describe, it } from './browser-suite.ts'
import { attackAnswer, firstContactQuote } from './fixtures.ts'
import { ask, openSession, type PageSession } from './page-session.ts'
import { replay, startTestServer, type TestServer } from './test-server.ts'

const question = 'Darf Frau Mustermann (erika@web.de) ihre Akte sehen?'
let browser: Browser
let server: TestServer
let session: PageSession
/** Everything that leaves the page once it is loaded. */
let sent: string[]

beforeAll(async () => {
  browser = await launchBrowser()
  server = await startTestServer()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})
beforeEach(async () => {
  server.requests.length = 0
  server.script = replay(attackAnswer)
  session = await openSession(browser, { origins: [server.url] })
  await session.page.goto(server.url)
  await session.page.locator('.example').first().waitFor()
  sent = []
  session.page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
})
afterEach(async () => {
  await session.close()
})

const dialog = () => session.page.getByRole('dialog', { name: 'Enthält Ihre Frage personenbezogene Daten?' })

describe('a question with personal data', () => {
  it('is held back until the reader has decided', async () => {
    await ask(session.page, question)
    await dialog().waitFor()
    const findings = await dialog().getByRole('listitem').allTextContents()
    expect(findings).toEqual(['Name: „Frau Mustermann“', 'E-Mail-Adresse: „erika@web.de“'])
    expect(sent.filter((request) => /ask|Mustermann|erika/.test(request))).toEqual([])
    expect(server.requests).toEqual([])
    await dialog().getByRole('button', { name: 'Trotzdem fragen' }).click()
    await session.page.getByRole('article').getByText(firstContactQuote).waitFor()
    expect(server.requests.map((request) => request.question)).toEqual([question])
    expect(session.problems).toEqual([])
  })

  it.each(['Ändern', 'Escape'])('goes back into its field by %s, and nothing was sent', async (way) => {
    const { page } = session
    await ask(page, question)
    await dialog().waitFor()
    if (way === 'Escape') await page.keyboard.press('Escape')
    else await dialog().getByRole('button', { name: way }).click()
    const field = page.getByRole('textbox', { name: /Frage/ })
    await expect.poll(() => field.inputValue()).toBe(question)
    await expect
      .poll(() =>
        field.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element),
      )
      .toBe(true)
    expect(sent.filter((request) => /ask|Mustermann|erika/.test(request))).toEqual([])
    await ask(page, 'Wer darf die eigene Akte sehen?')
    await expect.poll(() => server.requests.length).toBe(1)
    expect(server.requests[0]?.question).toBe('Wer darf die eigene Akte sehen?')
  })

  it('puts the way back first: Enter changes, it does not send', async () => {
    await ask(session.page, question)
    await dialog().waitFor()
    await session.page.keyboard.press('Enter')
    await expect.poll(() => dialog().count()).toBe(0)
    expect(server.requests).toEqual([])
  })

  it('is not asked about again when the reader repeats it', async () => {
    const { page } = session
    server.script = () => Promise.reject(new Error('test'))
    await ask(page, question)
    await dialog().getByRole('button', { name: 'Trotzdem fragen' }).click()
    await page.getByRole('button', { name: 'Noch einmal versuchen' }).waitFor()
    server.script = replay(attackAnswer)
    await page.getByRole('button', { name: 'Noch einmal versuchen' }).click()
    await page.getByRole('article').getByText(firstContactQuote).waitFor()
    expect(server.requests).toHaveLength(2)
  })

  it('is held back in the widget as well', async () => {
    const { page } = session
    await page.goto(`${server.url}/demo`)
    await page.locator('.launcher').click()
    await ask(page, question)
    await dialog().waitFor()
    expect(server.requests).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog().count()).toBe(0)
    expect(await page.getByRole('textbox', { name: /Frage/ }).inputValue()).toBe(question)
  })
})

it('a question without any goes out at once', async () => {
  await ask(session.page, 'Wen informieren wir nach § 35 VwVfG zuerst?')
  await session.page.getByRole('article').getByText(firstContactQuote).waitFor()
  expect(await dialog().count()).toBe(0)
})
