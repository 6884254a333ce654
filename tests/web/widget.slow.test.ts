import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { launchBrowser } from './browser.ts'
import { describe, it } from './browser-suite.ts'
import { attackAnswer, deadlineQuote, firstContactQuote } from './fixtures.ts'
import { ask, highlighted, openSession, type PageSession } from './page-session.ts'
import { type HostPage, replay, startHostPage, startTestServer, type TestServer } from './test-server.ts'

let browser: Browser
let host: HostPage
let admitting: TestServer
let refusing: TestServer
let session: PageSession

beforeAll(async () => {
  browser = await launchBrowser()
  host = await startHostPage()
  admitting = await startTestServer({ settings: { allowedOrigins: [host.url] } })
  refusing = await startTestServer()
  admitting.script = replay(attackAnswer)
})
afterAll(async () => {
  await browser?.close()
  host?.close()
  await admitting?.close()
  await refusing?.close()
})
beforeEach(async () => {
  session = await openSession(browser, { origins: [host.url, admitting.url, refusing.url] })
})
afterEach(async () => {
  await session.close()
})

/** Opens a foreign page with the widget under the policy of CONTRACT.md. */
async function openHost(server: TestServer, attributes: string): Promise<void> {
  const html = `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Intranet</title>
    <script type="module" src="${server.url}/widget.js"></script></head>
    <body><h1>Intranet</h1><fundstelle-chat ${attributes}></fundstelle-chat></body></html>`
  host.serve(
    html,
    `default-src 'none'; script-src 'self' ${server.url}; style-src 'self'; connect-src ${server.url}`,
  )
  await session.page.goto(host.url)
}

function launcher() {
  return session.page.getByRole('button', { name: 'Fragen an Fundstelle' })
}

describe('on an admitted origin', () => {
  it('answers with citations under a strict policy, loading nothing but its script', async () => {
    const { page, problems } = session
    await openHost(admitting, 'heading="Fragen zum IT-Notfall" collections="krise"')
    await launcher().click()
    const dialog = page.getByRole('dialog', { name: 'Fragen zum IT-Notfall' })
    await ask(page, 'Wen informieren wir zuerst?')
    await dialog.getByRole('article').getByText(firstContactQuote).waitFor()
    expect(admitting.requests.at(-1)?.collections).toEqual(['krise'])
    await page.getByRole('button', { name: /Fundstelle 2 öffnen/ }).click()
    expect(await highlighted(page.getByRole('dialog', { name: 'Fundstelle 2' }))).toBe(deadlineQuote)
    const link = page
      .getByRole('dialog', { name: 'Fundstelle 2' })
      .getByRole('link', { name: /Im Dokument lesen/ })
    expect(await link.getAttribute('href')).toMatch(
      new RegExp(`^${admitting.url}/dokument/leitfaden-it-notfall`),
    )
    expect(await link.getAttribute('target')).toBe('_blank')
    expect(problems).toEqual([])
  })

  it('asks nothing of its server before it is opened', async () => {
    const requests: string[] = []
    session.page.on('request', (request) => requests.push(new URL(request.url()).pathname))
    await openHost(admitting, '')
    await launcher().waitFor()
    expect(requests.filter((path) => path !== '/')).toEqual(['/widget.js'])
  })

  it('closes with Escape, panel first, and returns the focus to its button', async () => {
    const { page } = session
    await openHost(admitting, `endpoint="${admitting.url}"`)
    await launcher().click()
    await ask(page, 'Wen informieren wir zuerst?')
    await page.getByRole('button', { name: /Fundstelle 2 öffnen/ }).click()
    await page.getByRole('dialog', { name: 'Fundstelle 2' }).locator('mark').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog', { name: 'Fundstelle 2' }).count()).toBe(0)
    expect(await page.getByRole('dialog').count()).toBe(1)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('FUNDSTELLE-CHAT')
  })

  it('keeps the conversation when it is closed and opened again', async () => {
    const { page } = session
    await openHost(admitting, '')
    await launcher().click()
    await ask(page, 'Wen informieren wir zuerst?')
    await page.getByRole('article').getByText(firstContactQuote).waitFor()
    await page.getByRole('button', { name: 'Schließen' }).click()
    await launcher().click()
    expect(await page.getByRole('article').getByText(firstContactQuote).isVisible()).toBe(true)
  })

  it('reflects its properties and tells the page what happens', async () => {
    const { page } = session
    await openHost(admitting, 'heading="A"')
    await launcher().waitFor()
    const reflected = await page.evaluate(async () => {
      const chat = document.querySelector('fundstelle-chat') as HTMLElement & Record<string, unknown>
      const events: unknown[] = []
      Object.assign(window, { events })
      for (const name of ['fundstelle-open', 'fundstelle-answer', 'fundstelle-error'])
        document.addEventListener(name, (event) =>
          events.push([name, (event as CustomEvent).detail?.answer?.status ?? null]),
        )
      chat.heading = 'B'
      chat.collections = 'krise'
      chat.inline = true
      await chat.updateComplete
      return [chat.getAttribute('heading'), chat.getAttribute('collections'), chat.hasAttribute('inline')]
    })
    expect(reflected).toEqual(['B', 'krise', true])
    await page.getByRole('heading', { name: 'B', exact: true }).waitFor()
    await page.evaluate(() => {
      const chat = document.querySelector('fundstelle-chat') as HTMLElement & { inline: boolean }
      chat.inline = false
    })
    await launcher().click()
    await ask(page, 'Wen?')
    await page.getByRole('article').getByText(firstContactQuote).waitFor()
    const events = await page.evaluate(() => (window as unknown as { events: unknown }).events)
    expect(events).toEqual([
      ['fundstelle-open', null],
      ['fundstelle-answer', 'answered'],
    ])
  })

  it('takes the page’s colours', async () => {
    await openHost(admitting, '')
    await launcher().waitFor()
    const colour = await launcher().evaluate((button) => {
      const chat = (button.getRootNode() as ShadowRoot).host as HTMLElement
      chat.style.setProperty('--fundstelle-color-action', 'rgb(120, 0, 40)')
      return getComputedStyle(button).backgroundColor
    })
    expect(colour).toBe('rgb(120, 0, 40)')
  })

  it('follows the page’s colour scheme unless told otherwise', async () => {
    await session.page.emulateMedia({ colorScheme: 'dark' })
    await openHost(admitting, 'inline')
    const background = () =>
      session.page.locator('fundstelle-chat').evaluate((chat) => getComputedStyle(chat).backgroundColor)
    const onLightPage = await background()
    await session.page.locator('fundstelle-chat').evaluate((chat) => chat.setAttribute('theme', 'dark'))
    expect(await background()).not.toBe(onLightPage)
  })

  it('shows the assistant in place with `inline`', async () => {
    await openHost(admitting, 'inline heading="Fragen"')
    await session.page.getByRole('textbox', { name: 'Ihre Frage' }).waitFor()
    expect(await launcher().count()).toBe(0)
  })

  it('names a collection that the server does not have', async () => {
    await openHost(admitting, 'collections="gibtsnicht"')
    await launcher().click()
    await session.page.getByText('Die Sammlung „gibtsnicht“ gibt es auf diesem Server nicht.').waitFor()
    expect(await session.page.getByRole('dialog').count()).toBe(0)
  })
})

describe('on an origin that is not on the list', () => {
  it('stays closed and says why', async () => {
    const { page } = session
    await openHost(refusing, '')
    const errors = page.evaluate(
      () =>
        new Promise((resolve) =>
          document.addEventListener('fundstelle-error', (event) =>
            resolve((event as CustomEvent).detail.code),
          ),
        ),
    )
    await launcher().click()
    await page.getByText(`Dieser Assistent ist für ${host.url} nicht freigegeben.`).waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await page.locator('fundstelle-chat').getAttribute('open')).toBeNull()
    expect(await errors).toBe('origin_not_allowed')
    expect(session.problems.filter((problem) => problem.startsWith('csp'))).toEqual([])
  })

  it('says so in place with `inline`', async () => {
    await openHost(refusing, 'inline')
    await session.page.getByText('nicht freigegeben').waitFor()
    expect(await session.page.getByRole('textbox').count()).toBe(0)
  })
})

it('tells an absent server from one that refuses', async () => {
  await openHost(admitting, '')
  await session.page.route(`${admitting.url}/**`, (route) => route.abort())
  await launcher().click()
  await session.page.getByText('Fundstelle ist gerade nicht erreichbar.').waitFor()
})

it('shows the page for iframes only where the origin is on the list', async () => {
  const { page } = session
  const frame = (server: TestServer) =>
    `<!doctype html><html lang="de"><title>Intranet</title><iframe src="${server.url}/embed?heading=Im%20Rahmen" title="Fundstelle"></iframe>`
  host.serve(frame(admitting), "default-src 'none'; frame-src *")
  await page.goto(host.url)
  await page.frameLocator('iframe').getByRole('heading', { name: 'Im Rahmen' }).waitFor()
  host.serve(frame(refusing), "default-src 'none'; frame-src *")
  await page.goto(host.url)
  await expect.poll(() => session.problems.some((problem) => /frame-ancestors/.test(problem))).toBe(true)
  expect(await page.frameLocator('iframe').getByRole('heading').count()).toBe(0)
})
