/** One browser tab for a test, watched for everything that must never happen on our pages. */

import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'

export interface PageSession {
  page: Page
  /** Errors of the console, uncaught exceptions, CSP violations, requests to other hosts than those given. */
  problems: string[]
  close(): Promise<void>
}

export interface SessionOptions extends BrowserContextOptions {
  /** Origins that the page may talk to. */
  origins: string[]
}

export async function openSession(
  browser: Browser,
  { origins, ...options }: SessionOptions,
): Promise<PageSession> {
  const context = await browser.newContext({
    locale: 'de-DE',
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && !origins.includes(origin))
      problems.push(`foreign request: ${request.url()}`)
  })
  await page.exposeFunction('reportViolation', (text: string) => problems.push(`csp: ${text}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { reportViolation: (text: string) => void }).reportViolation
      report(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)
    })
  })
  return { page, problems, close: () => context.close() }
}

/** Types a question and sends it by the keyboard. */
export async function ask(page: Page | Locator, question: string): Promise<void> {
  const field = page.getByRole('textbox', { name: /Frage/ })
  await field.fill(question)
  await field.press('Enter')
}

/** The words that `<mark>` highlights within the given part of the page. */
export async function highlighted(scope: Locator): Promise<string> {
  await scope.locator('mark').first().waitFor()
  return (await scope.locator('mark').allTextContents()).join('')
}

/** How many pixels the page is wider than its window. */
export function overflowX(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
