/** Questions that name a section by its number, derived from the headings of the indexed laws. Pure. */

import type { Passage } from '../search/document.ts'

export const IDENTIFIER_FORMS = ['§ N ABK', 'Paragraf N ABK', 'ABK § N', '§ N Abs. M ABK'] as const
export type IdentifierForm = (typeof IDENTIFIER_FORMS)[number]

export interface IdentifierQuestion {
  form: IdentifierForm
  question: string
  /** Ids of the passages that are right. */
  passageIds: ReadonlySet<string>
}

export interface LawPassage extends Pick<Passage, 'id' | 'documentId' | 'headingPath'> {
  title: string
  text: string
}

interface Section {
  sign: '§' | 'Art.'
  number: string
  law: string
  passageIds: Set<string>
  /** Passages in which a paragraph begins, by its number. */
  paragraphs: Map<string, Set<string>>
}

const SECTION_HEADING = /^(?:(§)|Art(?:ikel|\.)?)\s(\d+[a-z]?)(?![\p{L}\d])/u
const SHORT_NAME = /\(((?=[^()]*\p{Lu}[^()]*\p{Lu})[\p{L}\d][^()]{1,20})\)\s*$/u
const PARAGRAPH_START = /^\((\d+[a-z]?)\)\s/gmu

/** In the order of the passages, form after form for each section. Documents without a short name give none. */
export function toIdentifierQuestions(passages: Iterable<LawPassage>): IdentifierQuestion[] {
  const sections = new Map<string, Section>()
  for (const passage of passages) addPassage(sections, passage)
  return [...sections.values()].flatMap(questionsOf)
}

function addPassage(sections: Map<string, Section>, passage: LawPassage): void {
  const [, sign, number] = SECTION_HEADING.exec(passage.headingPath.at(-1) ?? '') ?? []
  const law = shortName([passage.title, ...passage.headingPath.slice(0, 1)])
  if (!number || !law) return
  const key = `${passage.documentId} ${sign ?? 'Art.'} ${number}`
  const section: Section = sections.get(key) ?? {
    sign: sign ? '§' : 'Art.',
    number,
    law,
    passageIds: new Set(),
    paragraphs: new Map(),
  }
  sections.set(key, section)
  section.passageIds.add(passage.id)
  for (const [, paragraph] of passage.text.matchAll(PARAGRAPH_START)) {
    const places = section.paragraphs.get(paragraph!) ?? new Set()
    section.paragraphs.set(paragraph!, places.add(passage.id))
  }
}

/** "Bundesmeldegesetz (BMG)" → BMG. */
function shortName(names: readonly string[]): string | undefined {
  return names.map((name) => SHORT_NAME.exec(name)?.[1]).find((name) => name !== undefined)
}

function questionsOf({ sign, number, law, passageIds, paragraphs }: Section): IdentifierQuestion[] {
  const word = sign === '§' ? 'Paragraf' : 'Artikel'
  return [
    { form: '§ N ABK', question: `${sign} ${number} ${law}`, passageIds },
    { form: 'Paragraf N ABK', question: `${word} ${number} ${law}`, passageIds },
    { form: 'ABK § N', question: `${law} ${sign} ${number}`, passageIds },
    ...[...paragraphs].map(
      ([paragraph, places]): IdentifierQuestion => ({
        form: '§ N Abs. M ABK',
        question: `${sign} ${number} Abs. ${paragraph} ${law}`,
        passageIds: places,
      }),
    ),
  ]
}
