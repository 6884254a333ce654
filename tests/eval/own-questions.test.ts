import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadCorpusQuestions } from '../../eval/corpus-questions.ts'

/** Text of each section of a guide by its heading; the title's own section is what stands before the first one. */
function toSections(documentId: string): Map<string, string> {
  const markdown = readFileSync(`corpus/documents/${documentId}.md`, 'utf8')
  const parts = markdown.split(/^#{1,3} /mu).slice(1)
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('\n')
      return [part.slice(0, end).trim(), part.slice(end)]
    }),
  )
}

describe.each(['corpus-questions', 'tuning-questions', 'hard-questions', 'english-questions'])(
  'eval/%s',
  (folder) => {
    it('expects sections that the corpus has, and strings that stand in one of them', async () => {
      const { questions } = await loadCorpusQuestions(`eval/${folder}`)
      const guides = new Map<string, Map<string, string>>()
      const wrong: string[] = []
      for (const { id, relevant, contains } of questions) {
        const texts = relevant.map(({ documentId, section }) => {
          if (!guides.has(documentId)) guides.set(documentId, toSections(documentId))
          return guides.get(documentId)!.get(section!)
        })
        if (texts.includes(undefined)) wrong.push(`${id}: no such section`)
        for (const string of contains)
          if (!texts.some((text) => text?.includes(string))) wrong.push(`${id}: ${string}`)
      }
      expect(wrong).toEqual([])
    })

    it('has both kinds of questions, no id and no conversation twice', async () => {
      const { questions } = await loadCorpusQuestions(`eval/${folder}`)
      expect(questions.some(({ relevant }) => relevant.length === 0)).toBe(true)
      expect(questions.some(({ relevant }) => relevant.length > 0)).toBe(true)
      expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
      const asked = questions.map(({ earlier, question, documentIds = [] }) =>
        [...documentIds, ...earlier, question].join('\n'),
      )
      expect(asked.filter((text, i) => asked.indexOf(text) !== i)).toEqual([])
    })
  },
)
