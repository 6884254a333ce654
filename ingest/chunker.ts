/** Cuts a document into passages that follow its structure and fit the model. Pure but for the token count. */

import { createHash } from 'node:crypto'
import type { Block, LoadedDocument, Passage } from '../search/document.ts'
import { planCuts } from './plan-cuts.ts'
import { type Section, toSections } from './sections.ts'
import { type CountTokens, type SentenceUnit, toSentenceUnits } from './sentence-units.ts'

/** Raised whenever other passages may come out of the same document. */
export const CHUNKER_FINGERPRINT = 'chunker-2'

const TARGET_TOKENS = 280
/** Special tokens, the model's prefix and what joins title, headings and text. */
const RESERVED_TOKENS = 32
/** However long title and headings are, a passage may hold this much of its own. */
const MIN_BODY_TOKENS = 128

export interface ChunkInput extends Pick<LoadedDocument, 'text' | 'blocks' | 'pageBreaks'> {
  documentId: string
  title: string
}

export interface ChunkOptions {
  countTokens: CountTokens
  /** Longest input of the model; title and heading path count in. */
  maxTokens: number
}

/**
 * Passages in order of the text. Each holds whole sentences of one section (a sentence longer than the model's input
 * comes in pieces), every block but headings and references lies in exactly one passage or, when long, in several in a
 * row. A heading with nothing below it is a passage without sentences, so that it can be found.
 */
export async function chunkDocument(input: ChunkInput, options: ChunkOptions): Promise<Passage[]> {
  const sections = toSections(input.text, input.blocks)
  const limits = await bodyLimits(input.title, sections, options)
  const content = sections.map(({ blocks }) => blocks.filter((block) => block.kind !== 'reference'))
  const sectionOf = new Map(content.flatMap((blocks, index) => blocks.map((block) => [block, index])))
  const limitOf = new Map([...sectionOf].map(([block, index]) => [block, limits[index]!]))
  const units = await toSentenceUnits(input.text, limitOf, options.countTokens)
  const unitsOf = sections.map((): SentenceUnit[] => [])
  for (const unit of units) unitsOf[sectionOf.get(unit.block)!]!.push(unit)
  const drafts = sections.flatMap((section, index) => {
    const own = unitsOf[index]!
    return own.length > 0
      ? planPassages(input, { section, units: own, limitTokens: limits[index]! })
      : leaf(section)
  })
  return withIds(input, drafts)
}

type Draft = Omit<Passage, 'id' | 'documentId'>

/** Tokens that a passage of each section may have, so that title, headings and passage fit the model together. */
async function bodyLimits(
  title: string,
  sections: readonly Section[],
  options: ChunkOptions,
): Promise<number[]> {
  const prefixes = await options.countTokens(
    sections.map(({ headingPath }) => [title, ...headingPath].join('\n')),
  )
  return prefixes.map((tokens) => Math.max(MIN_BODY_TOKENS, options.maxTokens - RESERVED_TOKENS - tokens))
}

interface SectionUnits {
  section: Section
  units: SentenceUnit[]
  limitTokens: number
}

function planPassages(input: ChunkInput, { section, units, limitTokens }: SectionUnits): Draft[] {
  const sized = units.map((unit, index) => ({
    tokens: unit.tokens,
    cutCost: cutCost(units, index, input.text),
  }))
  const starts = planCuts(sized, { targetTokens: Math.min(TARGET_TOKENS, limitTokens), limitTokens })
  return starts.map((start, index) => toPassage(input, section, units.slice(start, starts[index + 1])))
}

/** What a cut before a unit costs: nothing between paragraphs, much between a lead-in and its list. */
function cutCost(units: readonly SentenceUnit[], index: number, text: string): number {
  const unit = units[index]!
  const before = units[index - 1]
  if (!before) return 0
  if (!unit.opensBlock) return 0.5
  const { kind, level } = unit.block
  if (kind === 'listItem') {
    if (before.block.kind !== 'listItem') return 1.5
    return level > before.block.level ? 0.8 : 0.2 + 0.1 * level
  }
  if (kind === 'tableRow') return before.block.kind === 'tableRow' ? 0.2 : 1
  const continues = /^\p{Ll}/u.test(text.slice(unit.block.start, unit.block.start + 2))
  const announced = text[before.block.end - 1] === ':'
  return continues || announced ? 1 : 0
}

function toPassage(input: ChunkInput, { headingPath }: Section, units: readonly SentenceUnit[]): Draft {
  const first = units[0]!
  const start = first.opensBlock ? markerStart(input, first.block) : first.sentence.start
  return {
    start,
    end: units.at(-1)!.sentence.end,
    headingPath,
    ...pageOf(input, first),
    sentences: units.map((unit) => ({ ...unit.sentence, page: pageOf(input, unit).page })),
  }
}

/** The number of an ordered item, which stands before it in the line, belongs to the passage that begins with it. */
function markerStart({ text }: ChunkInput, block: Block): number {
  return block.ordered ? text.lastIndexOf('\n', block.start - 1) + 1 : block.start
}

/** A block that runs over a page break lies on several pages. */
function pageOf(
  { pageBreaks = [] }: ChunkInput,
  { block, sentence }: SentenceUnit,
): Pick<Passage, 'page' | 'pageLabel'> {
  const turned = pageBreaks.findLast(({ offset }) => block.start < offset && offset <= sentence.start)
  const { page, pageLabel } = turned ?? block
  return { page, ...(pageLabel !== undefined && { pageLabel }) }
}

function leaf({ heading, headingPath, blocks, isLeaf }: Section): Draft[] {
  if (!heading || !isLeaf || blocks.length > 0) return []
  const { start, end, page, pageLabel } = heading
  return [{ start, end, headingPath, page, ...(pageLabel !== undefined && { pageLabel }), sentences: [] }]
}

/** SHA-256 over document, heading path, text, and a counter among passages that agree in all of these. */
function withIds({ documentId, text }: ChunkInput, drafts: readonly Draft[]): Passage[] {
  const seen = new Map<string, number>()
  return drafts.map((draft) => {
    const key = JSON.stringify([documentId, draft.headingPath, text.slice(draft.start, draft.end)])
    const ordinal = seen.get(key) ?? 0
    seen.set(key, ordinal + 1)
    const id = createHash('sha256').update(`${key}#${ordinal}`).digest('hex').slice(0, 24)
    return { id, documentId, ...draft }
  })
}
