import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { AppError } from '../../search/app-error.ts'
import { describe, it } from './browser-suite.ts'
import { abstainedAnswer, attackAnswer, deadlineQuote, firstContactQuote, leitfaden } from './fixtures.ts'
import { useStartPage } from './opened-pages.ts'
import { ask, highlighted, openSession, overflowX, type PageSession } from './page-session.ts'
import { createGate, replay, startTestServer } from './test-server.ts'

const question = 'Wen informieren wir zuerst bei einem Cyberangriff?'
const opened = useStartPage()

describe('asking', () => {
  it('shows sentences while the answer is still being written, then the whole with its lists', async () => {
    const { page, problems } = opened.session
    const gate = createGate()
    let sent = 0
    opened.server.script = replay(attackAnswer, async () => {
      if (sent++ === 2) await gate.wait()
    })
    await ask(page, question)
    await page.getByRole('article').getByText(firstContactQuote).waitFor()
    expect(await page.getByRole('button', { name: 'Abbrechen' }).isVisible()).toBe(true)
    expect(await page.getByRole('list').filter({ hasText: 'Beobachtungen aufschreiben' }).count()).toBe(0)
    gate.open()
    await page.getByText('Alle 8 Sätze sind am Dokument geprüft').waitFor()
    const steps = page.locator('.text ol li')
    expect((await steps.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim())).toHaveLength(4)
    expect(await page.locator('.mark').count()).toBe(8)
    expect(problems).toEqual([])
  })

  it('says which words were searched in place of typing errors', async () => {
    const { page } = opened.session
    opened.server.script = replay({
      ...attackAnswer,
      corrections: [{ from: 'Cyberangrif', to: 'Cyberangriff' }],
    })
    await ask(page, 'Wen informieren wir bei einem Cyberangrif?')
    await page.getByText('Gesucht nach: Cyberangriff (statt Cyberangrif)').waitFor()
  })

  it('lists the sources with edition, publisher, section and the way to the original', async () => {
    const { page } = opened.session
    await ask(page, question)
    const source = page.locator('.sources > li').first()
    const text = (await source.textContent()) ?? ''
    for (const part of [
      'Leitfaden IT-Notfall',
      'Beispielverband',
      'Fassung März 2026',
      'Erste Schritte',
      'Zusammenfassung',
    ])
      expect(text).toContain(part)
    expect(await source.getByRole('link', { name: /Zum Original/ }).getAttribute('href')).toBe(
      'https://example.org/leitfaden',
    )
  })

  it('asks an example question by its button', async () => {
    await opened.session.page.getByRole('button', { name: 'Wie lange ist die Leihfrist?' }).click()
    await opened.session.page.getByRole('heading', { name: /Wie lange ist die Leihfrist/ }).waitFor()
    expect(opened.server.requests[0]?.question).toBe('Wie lange ist die Leihfrist?')
  })

  it('sends the conversation with a follow-up and forgets it on a new one', async () => {
    const { page } = opened.session
    await ask(page, question)
    await page.locator('.actions').waitFor()
    await ask(page, 'Und wie lange?')
    await expect.poll(() => opened.server.requests.length).toBe(2)
    expect(opened.server.requests[1]?.conversation?.map((turn) => turn.role)).toEqual(['user', 'assistant'])
    await page.locator('.actions').nth(1).waitFor()
    await page.getByRole('button', { name: 'Neue Unterhaltung' }).click()
    await ask(page, 'Neu?')
    await expect.poll(() => opened.server.requests.length).toBe(3)
    expect(opened.server.requests[2]?.conversation).toBeUndefined()
  })

  it('searches only where the reader says', async () => {
    const { page } = opened.session
    await page.getByText('allen Dokumenten').click()
    await page.getByRole('checkbox', { name: 'Ortsrecht' }).check()
    await ask(page, question)
    await expect.poll(() => opened.server.requests[0]?.collections).toEqual(['recht'])
  })

  it('keeps questions out of address and storage', async () => {
    const { page } = opened.session
    await ask(page, question)
    await page.locator('.actions').waitFor()
    const kept = await page.evaluate(() =>
      JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }, document.cookie]),
    )
    expect(kept).not.toMatch(/Cyberangriff|informieren/)
  })

  it('refuses a blank question and one that is too long without asking the server', async () => {
    const { page } = opened.session
    await page.getByRole('button', { name: 'Fragen', exact: true }).click()
    await page.getByText('Bitte geben Sie eine Frage ein.').waitFor()
    await page.getByRole('textbox').fill('x'.repeat(1900))
    await page.getByText('Noch 100 Zeichen').waitFor()
    await ask(page, 'x'.repeat(2001))
    await page.getByText('1 Zeichen zu lang').waitFor()
    expect(opened.server.requests).toEqual([])
  })

  it('starts a new line with Shift and Enter', async () => {
    const field = opened.session.page.getByRole('textbox')
    await field.fill('eins')
    await field.press('Shift+Enter')
    await field.pressSequentially('zwei')
    expect(await field.inputValue()).toBe('eins\nzwei')
    expect(opened.server.requests).toEqual([])
  })

  it('copies the answer with its sources', async () => {
    const { page } = opened.session
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await ask(page, question)
    await page.getByRole('button', { name: 'Antwort mit Fundstellen kopieren' }).click()
    await page.getByRole('button', { name: 'Kopiert' }).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain(`${firstContactQuote} [1]`)
    expect(copied).toContain(`${opened.server.url}/dokument/leitfaden-it-notfall?start=`)
  })

  it('stops on request, keeps what is checked and tells the server', async () => {
    const { page } = opened.session
    const gate = createGate()
    let sent = 0
    const aborted = new Promise<void>((resolve) => {
      opened.server.script = async (request, options) => {
        options.signal?.addEventListener('abort', () => resolve())
        return replay(attackAnswer, async () => {
          if (sent++ === 1) await gate.wait()
        })(request, options)
      }
    })
    await ask(page, question)
    await page.getByRole('article').getByText(firstContactQuote).waitFor()
    await page.getByRole('button', { name: 'Abbrechen' }).click()
    await page.getByRole('article').getByText('Sie haben die Antwort abgebrochen.').waitFor()
    expect(await page.getByRole('article').getByText(firstContactQuote).isVisible()).toBe(true)
    await aborted
    gate.open()
  })
})

describe('opening a citation', () => {
  it('highlights exactly the quoted words in the document beside the answer', async () => {
    const { page, problems } = opened.session
    await ask(page, question)
    await page.getByRole('button', { name: /Fundstelle 2 öffnen/ }).click()
    const panel = page.getByRole('dialog', { name: 'Fundstelle 2' })
    expect(await highlighted(panel)).toBe(deadlineQuote)
    expect(await panel.textContent()).toContain('Die Frist beginnt, sobald die Verletzung bekannt ist.')
    expect(await panel.textContent()).not.toContain('Krisenstab tritt')
    await panel.getByRole('button', { name: 'Danach weiterlesen' }).click()
    expect(await panel.textContent()).toContain('Krisenstab tritt')
    expect(problems).toEqual([])
  })

  it('returns the focus to the mark when Escape closes it', async () => {
    const { page } = opened.session
    await ask(page, question)
    const mark = page.getByRole('button', { name: /Fundstelle 2 öffnen/ })
    await mark.click()
    await page.getByRole('dialog').locator('mark').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    expect(
      await mark.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element),
    ).toBe(true)
  })

  it('leads to the same words in the whole document, and back to the conversation', async () => {
    const { page } = opened.session
    await ask(page, question)
    await page.getByRole('button', { name: /Fundstelle 2 öffnen/ }).click()
    await page.getByRole('dialog').getByRole('link', { name: 'Im Dokument lesen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Leitfaden IT-Notfall' }).waitFor()
    expect(await highlighted(page.locator('article.document-text'))).toBe(deadlineQuote)
    await page.goBack()
    await page.getByRole('article').getByText(firstContactQuote).waitFor()
  })

  it('links the sources that the document names, beside the answer and in the viewer', async () => {
    const { page, problems } = opened.session
    await ask(page, question)
    await page.getByRole('button', { name: /Fundstelle 2 öffnen/ }).click()
    const panel = page.getByRole('dialog')
    await panel.locator('mark').first().waitFor()
    await expectLinks(panel)
    const start = leitfaden.text.indexOf('Quellen: Datenschutz')
    await page.goto(`${opened.server.url}/dokument/leitfaden-it-notfall?start=${start}&end=${start + 20}`)
    const text = page.locator('article.document-text')
    expect(await highlighted(text)).toBe('Quellen: Datenschutz')
    await expectLinks(text)
    expect(await text.getByRole('link').locator('mark').allTextContents()).toEqual(['Datenschutz'])
    expect(problems).toEqual([])
  })

  it('covers the whole window on a phone and keeps the focus inside', async () => {
    const { page } = opened.session
    await page.setViewportSize({ width: 360, height: 740 })
    await ask(page, question)
    await page.getByRole('button', { name: /Fundstelle 2 öffnen/ }).click()
    const panel = page.getByRole('dialog')
    await panel.locator('mark').waitFor()
    const box = await panel.boundingBox()
    expect([box?.x, box?.y, box?.width, box?.height]).toEqual([0, 0, 360, 740])
    for (let press = 0; press < 12; press++) await page.keyboard.press('Tab')
    expect(await panel.evaluate((dialog) => dialog.matches(':modal'))).toBe(true)
  })
})

describe('what can go wrong', () => {
  it('says honestly that there is no answer and offers the nearest passages', async () => {
    const { page, problems } = opened.session
    opened.server.script = replay(abstainedAnswer)
    await ask(page, 'Welche Firma war es?')
    await page.getByRole('heading', { name: 'Dazu gibt es keine belegte Antwort' }).waitFor()
    const nearest = page.locator('.near').getByRole('link')
    expect(await nearest.allTextContents()).toEqual(['Meldefristen', 'Krisenstab und Kommunikation'])
    await nearest.first().click()
    await page.getByRole('heading', { level: 1, name: 'Leitfaden IT-Notfall' }).waitFor()
    expect(problems).toEqual([])
  })

  it('shows the server’s German message with the request id, and asks again on request', async () => {
    const { page } = opened.session
    opened.server.script = async () => {
      throw new AppError('model_damaged', 'Das Modell ist beschädigt. Bitte neu installieren.')
    }
    await ask(page, question)
    await page.getByRole('article').getByText('Das Modell ist beschädigt. Bitte neu installieren.').waitFor()
    expect(await page.locator('code').textContent()).toMatch(/[\w-]{8,}/)
    opened.server.script = replay(attackAnswer)
    await page.getByRole('button', { name: 'Noch einmal versuchen' }).click()
    await page.getByRole('article').getByText(firstContactQuote).waitFor()
    expect(await page.getByRole('heading', { name: 'Das hat nicht geklappt' }).count()).toBe(0)
  })

  it('shows an answer that comes as JSON instead of a stream', async () => {
    const { page } = opened.session
    await page.route('**/api/v1/ask', (route) => route.fulfill({ json: attackAnswer }))
    await ask(page, question)
    await page.getByText('Alle 8 Sätze sind am Dokument geprüft').waitFor()
  })

  it('says so when the connection breaks before the answer is complete', async () => {
    const { page } = opened.session
    await page.route('**/api/v1/ask', (route) =>
      route.fulfill({
        contentType: 'text/event-stream',
        body: 'event: status\ndata: {"stage":"searching"}\n\n',
      }),
    )
    await ask(page, question)
    await page.getByRole('article').getByText('Die Verbindung ist abgebrochen').waitFor()
  })

  it('offers to try again when a document cannot be loaded', async () => {
    const { page } = opened.session
    await ask(page, question)
    await page.route('**/text', (route) => route.fulfill({ status: 502, body: 'Bad Gateway' }))
    await page.getByRole('button', { name: /Fundstelle 2 öffnen/ }).click()
    const panel = page.getByRole('dialog')
    await panel.getByText('Der Server hat unerwartet geantwortet (Status 502).').waitFor()
    await page.unroute('**/text')
    await panel.getByRole('button', { name: 'Noch einmal versuchen' }).click()
    expect(await highlighted(panel)).toBe(deadlineQuote)
  })

  it('says when the document has changed since the answer', async () => {
    const { page } = opened.session
    await page.route('**/text', (route) => route.fulfill({ body: 'Ein ganz anderer Text.' }))
    await ask(page, question)
    await page.getByRole('button', { name: /Fundstelle 2 öffnen/ }).click()
    const panel = page.getByRole('dialog')
    await panel.getByText('Das Dokument wurde seit dieser Antwort geändert').waitFor()
    expect(await panel.locator('blockquote').textContent()).toBe(deadlineQuote)
    expect(await panel.locator('mark').count()).toBe(0)
  })

  it('shows the progress of indexing and takes questions as soon as it is done', async () => {
    const indexing = await startTestServer({ indexed: false })
    const { page, close } = await openSession(opened.browser, { origins: [indexing.url] })
    indexing.script = replay(attackAnswer)
    indexing.live.report('indexing', 'Dokumente werden gelesen.', {
      stage: 'embed',
      message: 'Dokument 3 von 16',
      share: 0.42,
      remainingSeconds: 90,
    })
    await page.goto(indexing.url)
    await page.getByText('Dokument 3 von 16').waitFor()
    expect(await page.getByRole('progressbar').getAttribute('value')).toBe('0.42')
    expect(await page.getByText('42 %, noch etwa 2 Minuten').isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'Fragen', exact: true }).isDisabled()).toBe(true)
    indexing.serveIndex()
    await page.getByRole('button', { name: 'Wie lange ist die Leihfrist?' }).waitFor()
    await ask(page, question)
    await page.getByRole('article').getByText(firstContactQuote).waitFor()
    await close()
    await indexing.close()
  })

  it('takes questions while vectors are computed, and shows the share that has them', async () => {
    const building = await startTestServer({ indexed: false })
    const { page, close } = await openSession(opened.browser, { origins: [building.url] })
    building.script = replay(attackAnswer)
    building.serveIndex(0)
    const message = 'Index wird aufgebaut: 34 % der Abschnitte mit Vektoren'
    building.live.report('indexing', `${message}.`, {
      stage: 'embed',
      message,
      share: 0.34,
      remainingSeconds: 90,
    })
    await page.goto(building.url)
    await page.getByRole('heading', { name: 'Der Index wird noch aufgebaut' }).waitFor()
    expect(await page.getByText(message).isVisible()).toBe(true)
    expect(await page.getByRole('progressbar').getAttribute('value')).toBe('0.34')
    await ask(page, question)
    await page.getByRole('article').getByText(firstContactQuote).waitFor()
    building.serveIndex()
    await page.getByText('Der Index wird noch aufgebaut').waitFor({ state: 'hidden' })
    await close()
    await building.close()
  })

  it('notices that the server is gone and comes back by itself', async () => {
    const { page } = opened.session
    await page.locator('.example').first().waitFor()
    await page.route('**/{api,health}/**', (route) => route.abort())
    await ask(page, question)
    await page.getByText('Fundstelle ist nicht erreichbar').waitFor()
    await page.unroute('**/{api,health}/**')
    await page.getByRole('button', { name: 'Jetzt noch einmal versuchen' }).click()
    await expect.poll(() => page.getByText('Fundstelle ist nicht erreichbar').count()).toBe(0)
  })
})

describe('by keyboard alone', () => {
  it('reaches question, citation, panel and back', async () => {
    const { page } = opened.session
    await page.locator('.example').first().waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await activeName(page)).toBe('MAIN')
    await page.keyboard.press('Tab')
    expect(await activeName(page)).toBe('TEXTAREA')
    await page.keyboard.type(question)
    await page.keyboard.press('Enter')
    await page.getByText('Alle 8 Sätze sind am Dokument geprüft').waitFor()
    expect(await activeName(page)).toBe('TEXTAREA')
    await page
      .getByRole('button', { name: /Fundstelle 1 öffnen/ })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').locator('mark').waitFor()
    expect(await activeName(page)).toBe('H2')
    await page.keyboard.press('Escape')
    expect(await activeName(page)).toBe('BUTTON')
  })

  it('announces the finished answer once, not its parts', async () => {
    const { page } = opened.session
    await page.evaluate(() => {
      const heard: string[] = []
      Object.assign(window, { heard })
      const chat = document.querySelector('fundstelle-conversation')!
      const live = chat.shadowRoot!.querySelector('p[role=status]')!
      new MutationObserver(() => heard.push(live.textContent ?? '')).observe(live, {
        characterData: true,
        childList: true,
        subtree: true,
      })
    })
    await ask(page, question)
    await page.locator('.actions').waitFor()
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard)
    expect(heard.filter((text) => text.includes(firstContactQuote))).toHaveLength(1)
    expect(heard.at(-1)).toMatch(/^Antwort liegt vor: 8 Sätze aus 2 Quellen\./)
  })
})

it.each([320, 360, 768, 1440])('needs no horizontal scrolling at %i px', async (width) => {
  const { page } = opened.session
  await page.setViewportSize({ width, height: 800 })
  expect(await overflowX(page)).toBeLessThanOrEqual(0)
  await ask(page, question)
  await page.locator('.actions').waitFor()
  expect(await overflowX(page)).toBeLessThanOrEqual(0)
  for (const path of ['/dokumente', '/dokument/leitfaden-it-notfall', '/demo', '/embed']) {
    await page.goto(opened.server.url + path)
    await page
      .locator(
        'fundstelle-document-list h2, fundstelle-document-viewer h2, .launcher, fundstelle-chat textarea',
      )
      .first()
      .waitFor()
    expect(await overflowX(page), path).toBeLessThanOrEqual(0)
  }
})

it('stays readable with text at twice its size', async () => {
  const { page } = opened.session
  await page.setViewportSize({ width: 640, height: 800 })
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  await ask(page, question)
  await page.locator('.actions').waitFor()
  expect(await overflowX(page)).toBeLessThanOrEqual(0)
})

async function expectLinks(scope: Locator) {
  const law = scope.getByRole('link', {
    name: 'Datenschutz-Grundverordnung, Artikel 33 (öffnet neues Fenster)',
  })
  const [href, target, rel] = await Promise.all(
    ['href', 'target', 'rel'].map((name) => law.getAttribute(name)),
  )
  expect([href, target, rel]).toEqual(['https://example.org/dsgvo?art=33', '_blank', 'noopener noreferrer'])
  const mail = scope.getByRole('link', { name: 'Meldestelle' })
  expect(await mail.getAttribute('href')).toBe('mailto:meldung@example.org')
  expect(await mail.getAttribute('target')).toBeNull()
}

function activeName(page: PageSession['page']): Promise<string | undefined> {
  return page.evaluate(() => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    return active?.tagName
  })
}
