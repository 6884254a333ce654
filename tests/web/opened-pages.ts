/** What most browser tests need: a browser and a server for all tests of a file, and a fresh tab for each. */

import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { launchBrowser } from './browser.ts'
import { attackAnswer } from './fixtures.ts'
import { openSession, type PageSession } from './page-session.ts'
import { replay, startTestServer, type TestServer } from './test-server.ts'

export interface OpenedServer {
  browser: Browser
  server: TestServer
}

/** To be called once at the top of a test file; the members are there once tests run. */
export function useServer(): OpenedServer {
  const opened = {} as OpenedServer
  beforeAll(async () => {
    opened.browser = await launchBrowser()
    opened.server = await startTestServer()
  })
  afterAll(async () => {
    await opened.browser?.close()
    await opened.server?.close()
  })
  return opened
}

export interface OpenedPage extends OpenedServer {
  session: PageSession
}

/** Also opens the start page for each test; every question is given `attackAnswer`. */
export function useStartPage(): OpenedPage {
  const opened = useServer() as OpenedPage
  beforeEach(async () => {
    const { browser, server } = opened
    server.requests.length = 0
    server.script = replay(attackAnswer)
    opened.session = await openSession(browser, { origins: [server.url] })
    await opened.session.page.goto(server.url)
  })
  afterEach(() => opened.session.close())
  return opened
}
