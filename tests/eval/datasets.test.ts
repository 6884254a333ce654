import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadDataset } from '../../eval/load-dataset.ts'

const root = mkdtempSync(join(tmpdir(), 'fundstelle-eval-'))
afterAll(() => rmSync(root, { recursive: true }))

function write(name: string, content: unknown): string {
  const path = join(root, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

function writeBeir(
  folder: string,
  parts: Partial<Record<'corpus' | 'queries' | 'qrels', string>> = {},
): string {
  const content = {
    corpus: '{"_id": "d1", "title": "Gebühr", "text": "Fünf Euro."}\n{"_id": "d2", "text": "Sechs Euro."}\n',
    queries: '{"_id": "q1", "text": "Wie viel?"}\n{"_id": "q2", "text": "Ohne Urteil?"}\n',
    qrels: 'query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t0\nq1\tweg\t1\n',
    ...parts,
  }
  write(`${folder}/corpus.jsonl`, content.corpus)
  write(`${folder}/queries.jsonl`, content.queries)
  write(`${folder}/qrels/test.tsv`, content.qrels)
  return join(root, folder)
}

describe('SQuAD files', () => {
  it('makes a document of each paragraph and knows what cannot be answered', async () => {
    const answerable = { id: 'q1', question: 'Wie viel?', answers: [{ text: 'Fünf', answer_start: 0 }] }
    const impossible = { id: 'q2', question: 'Wann?', is_impossible: true, answers: [] }
    const paragraphs = [{ context: 'Fünf Euro.', qas: [answerable, impossible] }]
    const path = write('v2.json', { version: 'v2.0', data: [{ title: 'Gebühr', paragraphs }] })
    expect(await loadDataset(path)).toEqual({
      name: 'v2.json',
      documents: [{ id: 'Gebühr/1', title: '', text: 'Fünf Euro.' }],
      questions: [
        {
          id: 'q1',
          question: 'Wie viel?',
          relevant: [{ documentId: 'Gebühr/1', grade: 1 }],
          earlier: [],
          contains: ['Fünf'],
        },
        { id: 'q2', question: 'Wann?', relevant: [], earlier: [], contains: [] },
      ],
    })
  })

  it.each([
    ['what is missing', { data: [{ title: 'a', paragraphs: [{ qas: [] }] }] }, /paragraphs\.0\.context/],
    ['broken JSON', '{"data": [', /JSON/],
    ['a file without questions', { data: [] }, /keine Frage/],
  ])('names %s', async (_, content, message) => {
    const path = write('broken.json', content)
    await expect(loadDataset(path)).rejects.toMatchObject({ code: 'dataset_invalid', message })
  })
})

describe('BEIR folders', () => {
  it('asks the judged queries and keeps grades of known documents', async () => {
    const dataset = await loadDataset(writeBeir('beir'))
    expect(dataset.documents).toEqual([
      { id: 'd1', title: 'Gebühr', text: 'Fünf Euro.' },
      { id: 'd2', title: '', text: 'Sechs Euro.' },
    ])
    expect(dataset.questions).toEqual([
      {
        id: 'q1',
        question: 'Wie viel?',
        relevant: [{ documentId: 'd1', grade: 2 }],
        earlier: [],
        contains: [],
      },
    ])
  })

  it('names the file that is missing', async () => {
    const folder = writeBeir('lacking')
    rmSync(join(folder, 'queries.jsonl'))
    await expect(loadDataset(folder)).rejects.toMatchObject({
      code: 'dataset_invalid',
      message: /queries\.jsonl/,
    })
  })

  it.each([
    ['corpus', '{"_id": "d1", "text": "a"}\n{"_id": 7}\n', /corpus\.jsonl, Zeile 2/],
    ['qrels', 'query-id\tcorpus-id\tscore\nq1 d1 1\n', /test\.tsv, Zeile 2/],
    ['qrels', 'query-id\tcorpus-id\tscore\n', /Zu keiner Frage/],
  ])('names the line of %s that is broken', async (part, content, message) => {
    const folder = writeBeir(`broken-${part}-${content.length}`, { [part]: content })
    await expect(loadDataset(folder)).rejects.toMatchObject({ code: 'dataset_invalid', message })
  })
})

describe('corpus questions', () => {
  write(
    'fragen/eins.yaml',
    `document: eins
answerable:
  - {id: 01-a01, question: Was?, expected: [{section: A}, {section: B, document: zwei}], contains: [x, 72]}
  - {id: 01-a02, question: Und wann?, after: 01-a01, within: true, expected: [{section: A}]}
unanswerable:
  - {id: 01-n03, question: Wieso?}
`,
  )
  const folder = join(root, 'fragen')

  it('reads expected places, earlier questions and the document they are narrowed to', async () => {
    const { documents, questions } = await loadDataset(folder)
    expect(documents).toBeNull()
    expect(questions[0]).toMatchObject({
      id: '01-a01',
      relevant: [
        { documentId: 'eins', section: 'A' },
        { documentId: 'zwei', section: 'B' },
      ],
      contains: ['x', '72'],
    })
    expect(questions[1]).toMatchObject({ earlier: ['Was?'], documentIds: ['eins'] })
    expect(questions[2]).toMatchObject({ id: '01-n03', relevant: [] })
  })

  it('splits by odd and even numbers', async () => {
    const ids = async (half: 'tuning' | 'held-back') =>
      (await loadDataset(folder, half)).questions.map((q) => q.id)
    expect(await ids('tuning')).toEqual(['01-a01', '01-n03'])
    expect(await ids('held-back')).toEqual(['01-a02'])
  })
})

it('says what a dataset may be when it is none', async () => {
  mkdirSync(join(root, 'leer'))
  for (const path of [join(root, 'leer'), join(root, 'weg')])
    await expect(loadDataset(path)).rejects.toMatchObject({ code: 'dataset_invalid', message: /BEIR/ })
})
