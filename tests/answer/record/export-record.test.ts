import { describe, expect, it } from 'vitest'
import { exportRecord, RECORD_FORMS, type RecordForm } from '../../../answer/record/export-record.ts'
import { parseRecord } from '../../../answer/record/parse-record.ts'
import { ABSTAINED, ANSWER, QUESTION } from './record-builders.ts'

const urlOf = (path: string) => `http://localhost:8080${path}`
const toFile = (form: RecordForm, answer = ANSWER, question = QUESTION) =>
  exportRecord(question, answer, { form, urlOf })

describe('every form', () => {
  it.each(RECORD_FORMS)('%s holds all that is needed to check the answer later', (form) => {
    const { content } = toFile(form)
    for (const part of [
      'Wer wird zuerst informiert?',
      'Zuerst ist die Leitstelle zu informieren.',
      'Steht wörtlich in der Quelle.',
      'Fassung 2026',
      'ab'.repeat(32),
      ANSWER.answerId,
      'Ein Hinweis.',
      'fake-model',
    ])
      expect(content).toContain(part)
  })

  it.each(RECORD_FORMS)('%s is named after day and answer, not after the question', (form) => {
    expect(toFile(form).name).toBe(`beleg-2026-11-23-08a1896a.${form}`)
  })

  it.each(RECORD_FORMS)('%s also records a declined question with the nearest passages', (form) => {
    const { content } = toFile(form, ABSTAINED)
    expect(content).toContain('Die Dokumente beantworten diese Frage nicht.')
    expect(content).toContain('Fristen')
    expect(content).not.toContain('undefined')
  })

  it.each(RECORD_FORMS)('%s names the model that wrote the answer', (form) => {
    expect(toFile(form, { ...ANSWER, composer: 'modell-7b' }).content).toContain('modell-7b')
  })
})

describe('a typing error that was put right', () => {
  it.each(RECORD_FORMS)('stands in %s', (form) => {
    const { content } = toFile(form, { ...ANSWER, corrections: [{ from: 'Meldfrsit', to: 'Meldefrist' }] })
    expect(content).toMatch(/Meldefrist \(statt Meldfrsit\)|"from": "Meldfrsit"/)
  })
})

describe('JSON', () => {
  const record = JSON.parse(toFile('json').content)

  it('keeps the answer as the API gave it', () => {
    const { question, format, formatVersion, sentences, ...rest } = record
    expect([question, format, formatVersion]).toEqual([QUESTION, 'fundstelle-record', 1])
    const { sentences: own, alsoFound, tookMs, ...answer } = ANSWER
    expect(rest).toEqual(answer)
    expect(sentences[0]).toMatchObject({ text: own[0]!.text, verdict: 'supported', checks: own[0]!.checks })
  })

  it('gives each quote its offsets, document and hash', () => {
    const [citation] = ANSWER.sentences[0]!.citations
    const document = { documentId: 'leitfaden', sha256: 'ab'.repeat(32) }
    expect(record.sentences[0].citations).toEqual([{ ...citation, ...document }])
  })
})

describe('Markdown', () => {
  const { content } = toFile('md')

  it('shows texts of question and documents instead of obeying them', () => {
    expect(content).toContain('**Frage:** Wer wird \\<zuerst\\> informiert &amp; warum?')
    expect(content).toContain('### [1] Leitfaden \\*Krise\\*')
    const hostile = toFile('md', ANSWER, '# Titel\n\n<img src=x onerror=alert(1)>\n- a').content
    expect(hostile).toContain('**Frage:** \\# Titel \\<img src=x onerror=alert(1)\\> - a')
  })

  it('quotes word for word and links the place', () => {
    expect(content).toContain('> Zuerst ist die Leitstelle zu informieren.')
    expect(content).toContain('[1\\] leitfaden, Zeichen 11 bis 52'.replace('[', '\\['))
    expect(content).toContain(
      '- Stelle im Dokument: <http://localhost:8080/dokument/leitfaden?start=11&end=52>',
    )
    expect(content).toContain('- Beantwortet am: 23.11.2026, 10:05 Uhr (UTC)')
  })
})

describe('HTML', () => {
  const { content } = toFile('html')

  it('shows texts of question and documents instead of obeying them', () => {
    const script = '</script><script>alert(1)</script><img src=x>'
    const answer = { ...ANSWER, answer: script, warnings: [script] }
    const hostile = toFile('html', answer, script).content
    expect(hostile.match(/<script/g)).toHaveLength(1)
    expect(hostile.match(/<\/script/g)).toHaveLength(1)
    expect(hostile).not.toContain('<img')
    expect(parseRecord(hostile)).toMatchObject({ question: script })
  })

  it('loads nothing and allows no script', () => {
    expect(content).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
    expect(content).not.toMatch(/ src=|<link|@import|url\(/)
  })

  it('links original and place', () => {
    expect(content).toContain('<a href="https://example.org/leitfaden_2026">')
    expect(content).toContain('<a href="http://localhost:8080/dokument/leitfaden?start=11&amp;end=52">')
  })

  it('does not link what is no web address', () => {
    const sources = [{ ...ANSWER.sources[0]!, originalUrl: 'javascript:alert(1)' }]
    expect(toFile('html', { ...ANSWER, sources }).content).not.toContain('href="javascript')
    expect(toFile('md', { ...ANSWER, sources }).content).not.toContain('<javascript')
  })
})

describe('parseRecord', () => {
  it.each(['json', 'html'] as const)('reads the %s form back', (form) => {
    expect(parseRecord(toFile(form).content)).toEqual(JSON.parse(toFile('json').content))
  })

  it.each(['Ein Satz über eine Frist.', '', '{"a": 1}', '[1]', '{ kein JSON'])(
    'takes no other text for a record: %j',
    (text) => {
      expect(parseRecord(text)).toBeNull()
    },
  )

  const json = toFile('json').content
  it.each([
    ['in Markdown', toFile('md').content, /JSON oder HTML/],
    ['cut off', json.slice(0, 400), /beschädigt: Er ist kein vollständiges JSON.*Bitte/],
    ['without sentences', json.replace('"sentences"', '"saetze"'), /beschädigt:.*sentences.*Bitte/],
    ['with a wrong offset', json.replace('"start": 11', '"start": "11"'), /citations\.0\.start/],
    [
      'of a later version',
      json.replace('"formatVersion": 1', '"formatVersion": 2'),
      /Fassung 2.*aktualisieren/,
    ],
  ])('names the remedy for a record that is %s', (_name, text, message) => {
    expect(() => parseRecord(text)).toThrow(expect.objectContaining({ code: 'invalid_request' }))
    expect(() => parseRecord(text)).toThrow(message)
  })
})
