import { expect } from 'vitest'
import type { Answer } from '../../answer/answer.ts'
import { describe, it } from './browser-suite.ts'
import { attackAnswer, firstContactQuote } from './fixtures.ts'
import { useServer } from './opened-pages.ts'
import { ask, openSession } from './page-session.ts'
import { createGate } from './test-server.ts'

const opened = useServer()

describe('an answer that a language model writes', () => {
  it('shows each sentence once, as soon as it is there, and then who wrote it and what was withheld', async () => {
    const session = await openSession(opened.browser, { origins: [opened.server.url] })
    const { page, problems } = session
    const gate = createGate()
    const sentences = attackAnswer.sentences.slice(0, 2)
    const written: Answer = {
      ...attackAnswer,
      status: 'partial',
      sentences,
      composer: 'modell-7b',
      warnings: ['1 Satz ohne Beleg zurückgehalten.'],
    }
    opened.server.script = async (_request, { onEvent }) => {
      const { sources, searchQuery } = written
      onEvent?.({ event: 'status', data: { stage: 'generating' } })
      onEvent?.({ event: 'sources', data: { sources, searchQuery } })
      for (const [i, sentence] of sentences.entries()) {
        if (i === 1) await gate.wait()
        onEvent?.({ event: 'delta', data: { text: `${sentence.text} [1]` } })
        onEvent?.({ event: 'sentence', data: sentence })
      }
      return written
    }
    await page.goto(opened.server.url)
    await ask(page, 'Wen informieren wir zuerst bei einem Cyberangriff?')
    await page.getByRole('article').getByText(firstContactQuote).waitFor()
    expect(await page.getByRole('article').getByText(firstContactQuote).count()).toBe(1)
    expect(await page.getByText('Noch ungeprüft').count()).toBe(0)
    gate.open()
    await page.getByText('1 Satz ohne Beleg zurückgehalten.').waitFor()
    await page.getByText('Formuliert mit modell-7b').waitFor({ state: 'attached' })
    expect(problems).toEqual([])
    await session.close()
  })
})
