/** PDF with a text layer into blocks: columns, headings, paragraphs, lists and tables from where the text stands. */

import { AppError } from '../../search/app-error.ts'
import type { LoadedDocument } from '../../search/document.ts'
import { toLoadedDocument } from '../document-text.ts'
import type { BlockDraft, Loader } from '../loader.ts'
import type { PdfBlock } from './pdf/pdf-block.ts'
import { toBlocks } from './pdf/pdf-blocks.ts'
import { toPageFlows } from './pdf/pdf-columns.ts'
import { type StrippedPages, stripFurniture } from './pdf/pdf-furniture.ts'
import { type PdfFile, type PdfPage, readPdfPages } from './pdf/pdf-pages.ts'
import { joinAcrossBreaks, measureText, setHeadingLevels, setListLevels } from './pdf/pdf-structure.ts'

/** A page with fewer letters than this has no text layer worth the name. */
const MIN_LETTERS = 20

/** Title: the first large heading, else the metadata. Throws `no_text_layer` for a scan. */
export const loadPdf: Loader = async (bytes, name) => {
  const file = await readPdfPages(bytes, name)
  const empty = file.pages.filter((page) => countLetters(page) < MIN_LETTERS)
  if (empty.length === file.pages.length) throw noTextLayer(name, file.pages.length)
  const { blocks, printed } = toStructure(file.pages)
  const labels = toLabels(file.pages, printed)
  const drafts = blocks.map((block) => toDraft(block, labels))
  const facts = { title: toTitle(blocks, file), pageCount: file.pages.length, warnings: toWarnings(empty) }
  return withPageBreaks(toLoadedDocument(drafts, facts), blocks, labels)
}

function toStructure(pages: readonly PdfPage[]): { blocks: PdfBlock[]; printed: StrippedPages['printed'] } {
  const flows = toPageFlows(pages)
  const laidOut = pages.map(({ number, height }, index) => ({ page: number, height, flows: flows[index]! }))
  const { bodySize } = measureText(laidOut.flatMap(({ flows }) => flows.flat()))
  const { pages: stripped, printed } = stripFurniture(laidOut, bodySize)
  const measures = measureText(stripped.flatMap(({ flows }) => flows.flat()))
  const blocks = joinAcrossBreaks(
    stripped.flatMap(({ flows }) => flows.map((flow) => toBlocks(flow, measures))),
  )
  const worded = blocks.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  setHeadingLevels(worded)
  setListLevels(worded)
  return { blocks: worded, printed }
}

/** The PDF's own label, else the number it prints, where either differs from the page. */
function toLabels(pages: readonly PdfPage[], printed: ReadonlyMap<number, string>): Map<number, string> {
  const hasOwn = pages.some(({ label, number }) => label !== null && label !== String(number))
  const all = pages.map(
    ({ number, label }) => [number, hasOwn ? label : (printed.get(number) ?? null)] as const,
  )
  return new Map(
    all.flatMap(([number, label]) => (label !== null && label !== String(number) ? [[number, label]] : [])),
  )
}

function toDraft(block: PdfBlock, labels: ReadonlyMap<number, string>): BlockDraft {
  const { kind, level, text, ordered, marker, page } = block
  const label = labels.get(page)
  return {
    kind,
    level,
    text: kind === 'reference' ? text : tidyForm(text),
    page,
    ...(ordered && { ordered, marker }),
    ...(label !== undefined && { pageLabel: label }),
  }
}

/** Dots and lines to fill in become "…"; symbols that mean nothing without their font go. */
function tidyForm(text: string): string {
  return text.replace(/(?:[.…]\s?){4,}|…{2,}|_{3,}/gu, '… ').replace(/[\uE000-\uF8FF]/gu, ' ')
}

/** Where a block goes on on another page, counted from its end, because tidying only shortens what stands before. */
function withPageBreaks(
  document: LoadedDocument,
  blocks: readonly PdfBlock[],
  labels: ReadonlyMap<number, string>,
): LoadedDocument {
  const pageBreaks = blocks.flatMap((block, index) =>
    block.breaks.map(({ at, page }) => {
      const placed = document.blocks[index]!
      const offset = Math.max(placed.start + 1, placed.end - (block.text.length - at))
      const label = labels.get(page)
      return { offset, page, ...(label !== undefined && { pageLabel: label }) }
    }),
  )
  return pageBreaks.length > 0 ? { ...document, pageBreaks } : document
}

/** The first of the largest headings on the first page that has any, else the metadata where they name a title. */
function toTitle(blocks: readonly PdfBlock[], { title }: PdfFile): string | null {
  const headings = blocks.filter(({ kind }) => kind === 'heading')
  const onFirst = headings.filter(({ page }) => page === headings[0]!.page && page <= 3)
  const largest = onFirst.find(({ level }) => level === Math.min(...onFirst.map((heading) => heading.level)))
  const isUsable =
    title && /\p{L}{3}\S*\s+\S/u.test(title) && !/\.\w{3,4}$|^Microsoft|^Layout|^untitled/iu.test(title)
  return largest?.text ?? (isUsable ? title : null)
}

function toWarnings(empty: readonly PdfPage[]): string[] {
  if (empty.length === 0) return []
  const list = empty.map(({ number }) => number).join(', ')
  return [`Ohne Textebene und deshalb nicht durchsuchbar: Seite ${list}.`]
}

function countLetters({ texts }: PdfPage): number {
  return texts.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)
}

function noTextLayer(name: string, pages: number): AppError {
  const count = pages === 1 ? 'eine Seite' : `${pages} Seiten`
  const message = `„${name}“: Scan ohne Textebene (${count}). Erzeugen Sie mit einer Texterkennung (OCR, zum Beispiel ocrmypdf -l deu) eine Fassung mit Textebene und lesen Sie diese ein.`
  return new AppError('no_text_layer', message, { details: { pages } })
}
