import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { afterAll, expect } from 'vitest'
import { exportRecord } from '../../answer/record/export-record.ts'
import { parseRecord } from '../../answer/record/parse-record.ts'
import { describe, it } from './browser-suite.ts'
import { abstainedAnswer, attackAnswer } from './fixtures.ts'
import { useStartPage } from './opened-pages.ts'
import { ask, overflowX } from './page-session.ts'
import { replay } from './test-server.ts'

const question = 'Wen informieren wir zuerst bei einem Cyberangriff?'
const opened = useStartPage()
const folder = mkdtempSync(join(tmpdir(), 'fundstelle-beleg-'))

afterAll(() => rmSync(folder, { recursive: true }))

async function download(form: string) {
  const { page } = opened.session
  await page.getByText('Beleg herunterladen').click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: form }).click(),
  ])
  const name = file.suggestedFilename()
  const path = join(folder, name)
  await file.saveAs(path)
  return { name, path, text: readFileSync(path, 'utf8') }
}

describe('the record of an answer', () => {
  it.each([
    ['JSON', 'json'],
    ['Markdown', 'md'],
    ['Druckfassung (HTML)', 'html'],
  ] as const)('is saved as %s, made in the page from the answer it has', async (label, form) => {
    await ask(opened.session.page, question)
    await opened.session.page.locator('.actions').waitFor()
    const sent: string[] = []
    opened.session.page.on('request', (request) => sent.push(request.url()))
    const { name, text } = await download(label)
    const urlOf = (path: string) => opened.server.url + path
    const expected = exportRecord(question, attackAnswer, { form, urlOf })
    expect([name, text]).toEqual([expected.name, expected.content])
    expect(sent.filter((url) => !url.startsWith('blob:'))).toEqual([])
    expect(opened.session.problems).toEqual([])
  })

  it('can be saved of a declined question, too', async () => {
    opened.server.script = replay(abstainedAnswer)
    await ask(opened.session.page, 'Welche Firma war es?')
    const { text } = await download('JSON')
    expect(parseRecord(text)).toMatchObject({ question: 'Welche Firma war es?', status: 'abstained' })
  })

  it('opens from disk, shows the answer and runs nothing', async () => {
    await ask(opened.session.page, question)
    const { path } = await download('Druckfassung (HTML)')
    const { page, problems } = opened.session
    await page.goto(pathToFileURL(path).href)
    expect(await page.locator('.question').textContent()).toBe(question)
    expect(await page.locator('blockquote').count()).toBe(8)
    const style = await page.locator('.question').evaluate((element) => getComputedStyle(element).fontWeight)
    expect(style).toBe('600')
    expect(await overflowX(page)).toBeLessThanOrEqual(0)
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    expect(problems).toEqual([])
  })

  it('is announced when it is saved', async () => {
    await ask(opened.session.page, question)
    const { name } = await download('JSON')
    await expect
      .poll(() =>
        opened.session.page
          .locator('fundstelle-conversation > p[role=status], p[role=status]')
          .allTextContents(),
      )
      .toContain(`Beleg gespeichert: ${name}`)
  })
})
