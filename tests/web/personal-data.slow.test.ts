import { beforeEach, expect } from 'vitest'
import { describe, it } from './browser-suite.ts'
import { attackAnswer, firstContactQuote } from './fixtures.ts'
import { useStartPage } from './opened-pages.ts'
import { ask } from './page-session.ts'
import { replay } from './test-server.ts'

const question = 'Darf Frau Mustermann (erika@web.de) ihre Akte sehen?'
const opened = useStartPage()
/** Everything that leaves the page once it is loaded. */
let sent: string[]

beforeEach(async () => {
  await opened.session.page.locator('.example').first().waitFor()
  sent = []
  opened.session.page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
})

const dialog = () =>
  opened.session.page.getByRole('dialog', { name: 'Enthält Ihre Frage personenbezogene Daten?' })

describe('a question with personal data', () => {
  it('is held back until the reader has decided', async () => {
    await ask(opened.session.page, question)
    await dialog().waitFor()
    const findings = await dialog().getByRole('listitem').allTextContents()
    expect(findings).toEqual(['Name: „Frau Mustermann“', 'E-Mail-Adresse: „erika@web.de“'])
    expect(sent.filter((request) => /ask|Mustermann|erika/.test(request))).toEqual([])
    expect(opened.server.requests).toEqual([])
    await dialog().getByRole('button', { name: 'Trotzdem fragen' }).click()
    await opened.session.page.getByRole('article').getByText(firstContactQuote).waitFor()
    expect(opened.server.requests.map((request) => request.question)).toEqual([question])
    expect(opened.session.problems).toEqual([])
  })

  it.each(['Ändern', 'Escape'])('goes back into its field by %s, and nothing was sent', async (way) => {
    const { page } = opened.session
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
    await expect.poll(() => opened.server.requests.length).toBe(1)
    expect(opened.server.requests[0]?.question).toBe('Wer darf die eigene Akte sehen?')
  })

  it('puts the way back first: Enter changes, it does not send', async () => {
    await ask(opened.session.page, question)
    await dialog().waitFor()
    await opened.session.page.keyboard.press('Enter')
    await expect.poll(() => dialog().count()).toBe(0)
    expect(opened.server.requests).toEqual([])
  })

  it('is not asked about again when the reader repeats it', async () => {
    const { page } = opened.session
    opened.server.script = () => Promise.reject(new Error('test'))
    await ask(page, question)
    await dialog().getByRole('button', { name: 'Trotzdem fragen' }).click()
    await page.getByRole('button', { name: 'Noch einmal versuchen' }).waitFor()
    opened.server.script = replay(attackAnswer)
    await page.getByRole('button', { name: 'Noch einmal versuchen' }).click()
    await page.getByRole('article').getByText(firstContactQuote).waitFor()
    expect(opened.server.requests).toHaveLength(2)
  })

  it('is held back in the widget as well', async () => {
    const { page } = opened.session
    await page.goto(`${opened.server.url}/demo`)
    await page.locator('.launcher').click()
    await ask(page, question)
    await dialog().waitFor()
    expect(opened.server.requests).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog().count()).toBe(0)
    await expect.poll(() => page.getByRole('textbox', { name: /Frage/ }).inputValue()).toBe(question)
  })
})

it('a question without any goes out at once', async () => {
  await ask(opened.session.page, 'Wen informieren wir nach § 35 VwVfG zuerst?')
  await opened.session.page.getByRole('article').getByText(firstContactQuote).waitFor()
  expect(await dialog().count()).toBe(0)
})
