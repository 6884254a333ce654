/** A sample of answers with the verdict of someone who read them, as a Markdown page (docs/answers-sample.md). Pure. */

import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Answer } from '../answer/answer.ts'

/** One judged answer: what was read is told by its hash, so that a verdict never stands beside another text. */
export const judgementsSchema = z.record(
  z.string(),
  z.object({
    verdict: z.enum(['richtig', 'lückenhaft', 'falsch', 'abgelehnt']),
    remark: z.string().default(''),
    answer: z.string().regex(/^[0-9a-f]{12}$/),
  }),
)
export type Judgements = z.infer<typeof judgementsSchema>

export interface SampledAnswer {
  id: string
  earlier: readonly string[]
  question: string
  answer: Pick<Answer, 'answer' | 'sources' | 'status'>
}

export function answerHash({ answer }: Pick<Answer, 'answer'>): string {
  return createHash('sha256').update(answer).digest('hex').slice(0, 12)
}

const HEAD = `# Antworten, einzeln gelesen

Jede vierte beantwortbare [Frage zum Korpus](../eval/corpus-questions/README.md) (die ersten fünfzig), ohne Sprachmodell
beantwortet; erzeugt von \`npm run answers\`. Beurteilt von Hand: *richtig* heißt richtig, vollständig und lesbar; *lückenhaft*: Wichtiges fehlt
oder Beiläufiges steht vorn; *falsch*: beantwortet die Frage nicht; *abgelehnt*: zu Unrecht keine Antwort.
`

export function toAnswersPage(sample: readonly SampledAnswer[], judgements: Judgements): string {
  const verdicts = sample.map((entry) => verdictOf(entry, judgements))
  const count = (name: string) => verdicts.filter((verdict) => verdict.startsWith(name)).length
  const names = ['richtig', 'lückenhaft', 'falsch', 'abgelehnt', 'noch nicht beurteilt']
  const total = names
    .map((name) => [name, count(name)] as const)
    .filter(([, n]) => n > 0)
    .map(([name, n]) => `${n} ${name}`)
  return [
    HEAD,
    `**${sample.length} Antworten: ${total.join(', ')}.**\n`,
    ...sample.map((entry, i) => toEntry(entry, verdicts[i]!)),
  ].join('\n')
}

function verdictOf({ id, answer }: SampledAnswer, judgements: Judgements): string {
  const judged = judgements[id]
  if (!judged || judged.answer !== answerHash(answer)) return 'noch nicht beurteilt'
  return judged.remark === '' ? judged.verdict : `${judged.verdict}: ${judged.remark}`
}

function toEntry({ id, earlier, question, answer }: SampledAnswer, verdict: string): string {
  const asked = [...earlier, question].join(' → ')
  const sources = answer.sources.map(
    ({ n, title, headingPath }) => `[${n}] ${title}: ${headingPath.at(-1) ?? ''}`,
  )
  const quoted = answer.answer.split('\n').map((line) => `> ${line}`.trimEnd())
  const from = sources.length > 0 ? `\n\nQuellen: ${sources.join(' · ')}` : ''
  return `## ${id} · ${asked}\n\n${quoted.join('\n')}${from}\n\n*${verdict}*\n`
}
