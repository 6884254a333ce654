import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { describe, it } from './browser-suite.ts'
import { abstainedAnswer, attackAnswer } from './fixtures.ts'
import { useServer } from './opened-pages.ts'
import { ask, openSession } from './page-session.ts'
import { replay } from './test-server.ts'

const opened = useServer()

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
      await page.getByText('Beleg herunterladen').click()
    },
  ],
  [
    'question with personal data',
    '/',
    async (page) => {
      await ask(page, 'Darf Frau Mustermann das?')
      await page.getByRole('dialog').getByRole('button', { name: 'Ändern' }).waitFor()
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
      opened.server.script = replay(abstainedAnswer)
      await ask(page, question)
      await page.locator('.abstention').waitFor()
    },
  ],
  [
    'error',
    '/',
    async (page) => {
      opened.server.script = () => Promise.reject(new Error('test'))
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
    opened.server.script = replay(attackAnswer)
    const session = await openSession(opened.browser, {
      origins: [opened.server.url],
      colorScheme,
      reducedMotion: 'reduce',
    })
    await session.page.goto(opened.server.url + path)
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

/** Pairs of colours that text, marks and borders have, with the contrast that WCAG asks of them. */
const pairs: [foreground: string, background: string, atLeast: number][] = [
  ...['text', 'muted', 'action', 'success', 'warning', 'danger'].map((name): [string, string, number] => [
    `--fs-${name}`,
    '--fs-background',
    4.5,
  ]),
  ...['text', 'muted', 'action'].map((name): [string, string, number] => [
    `--fs-${name}`,
    '--fs-surface',
    4.5,
  ]),
  ['--fs-on-action', '--fs-action', 4.5],
  ['--fs-highlight-text', '--fs-highlight', 4.5],
  ['--fs-control', '--fs-background', 3],
  ['--fs-focus', '--fs-background', 3],
]

it.each(['light', 'dark'] as const)('keeps the contrast of every pair of %s colours', async (colorScheme) => {
  const session = await openSession(opened.browser, { origins: [opened.server.url], colorScheme })
  await session.page.goto(opened.server.url)
  const ratios = await session.page.evaluate((names) => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
    const luminance = (name: string) => {
      const probe = document.body.appendChild(document.createElement('i'))
      probe.style.color = `var(${name})`
      context.fillStyle = getComputedStyle(probe).color
      probe.remove()
      context.fillRect(0, 0, 1, 1)
      const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
        const share = value / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
    }
    return names.map(([foreground, background]) => {
      const [low, high] = [luminance(foreground), luminance(background)].sort((a, b) => a - b)
      return (high! + 0.05) / (low! + 0.05)
    })
  }, pairs)
  await session.close()
  const tooLow = pairs.filter(([, , atLeast], index) => ratios[index]! < atLeast)
  expect(tooLow).toEqual([])
  expect(Math.max(...ratios)).toBeGreaterThan(10)
})

it('says its language and titles every view', async () => {
  const session = await openSession(opened.browser, { origins: [opened.server.url] })
  const { page } = session
  await page.goto(opened.server.url)
  expect(await page.locator('html').getAttribute('lang')).toBe('de')
  expect(await page.title()).toBe('Fragen – Fundstelle')
  await page.getByRole('link', { name: 'Dokumente', exact: true }).click()
  await expect.poll(() => page.title()).toBe('Dokumente – Fundstelle')
  await page.getByRole('link', { name: 'Leitfaden IT-Notfall', exact: true }).click()
  await expect.poll(() => page.title()).toBe('Leitfaden IT-Notfall – Fundstelle')
  await session.close()
})

it('makes every target at least 24 pixels high and wide, links in running text aside', async () => {
  opened.server.script = replay(attackAnswer)
  const session = await openSession(opened.browser, {
    origins: [opened.server.url],
    viewport: { width: 360, height: 740 },
  })
  const { page } = session
  await page.goto(opened.server.url)
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
  const session = await openSession(opened.browser, { origins: [opened.server.url], colorScheme: 'light' })
  const { page } = session
  await page.goto(opened.server.url)
  await page.getByRole('radio', { name: 'Dunkel' }).check()
  await page.reload()
  expect(await page.getByRole('radio', { name: 'Dunkel' }).isChecked()).toBe(true)
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark')
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ 'fundstelle-theme': 'dark' })
  await session.close()
})
