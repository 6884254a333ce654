/** Reads a PDF's pages as positioned pieces of text. The only file that knows pdf.js (by way of unpdf). */

import { getDocumentProxy } from 'unpdf'
import { AppError } from '../../../search/app-error.ts'

/** A piece of text on one base line. Points; the origin is the upper left corner of the upright page. */
export interface PdfText {
  text: string
  x: number
  /** Base line. */
  y: number
  width: number
  /** Font size. */
  size: number
  isBold: boolean
}

export interface PdfPage {
  /** From 1. */
  number: number
  /** As the PDF's own numbering names it; null where it has none. */
  label: string | null
  width: number
  height: number
  texts: PdfText[]
}

export interface PdfFile {
  pages: PdfPage[]
  /** From the metadata, as found. */
  title: string | null
}

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Proxy['getPage']>>
type Matrix = [number, number, number, number, number, number]

/** Throws `source_unreadable` for a password or a broken file. */
export async function readPdfPages(bytes: Uint8Array, name: string): Promise<PdfFile> {
  const pdf = await openPdf(bytes, name)
  try {
    const labels = await pdf.getPageLabels()
    const info = (await pdf.getMetadata()).info as { Title?: unknown }
    const fonts = new Map<string, boolean>()
    const pages: PdfPage[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      pages.push({ ...(await readPage(page, fonts)), number, label: labels?.[number - 1] || null })
      page.cleanup()
    }
    return { pages, title: typeof info.Title === 'string' ? info.Title : null }
  } finally {
    await pdf.destroy()
  }
}

/** Throws `source_unreadable` unless the bytes are a PDF that opens and has pages. */
export async function assertPdf(bytes: Uint8Array, name: string): Promise<void> {
  const pdf = await openPdf(bytes, name)
  await pdf.destroy()
}

/** pdf.js sends fonts by this method of Node 22; copying instead of moving makes no difference to it. */
function providePlatform(): void {
  const prototype = ArrayBuffer.prototype as { transferToFixedLength?: (length?: number) => ArrayBuffer }
  prototype.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
    return this.slice(0, length)
  }
}

async function openPdf(bytes: Uint8Array, name: string): Promise<Proxy> {
  providePlatform()
  try {
    // pdf.js takes the bytes over and refuses a Buffer; 0 silences its console.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  } catch (cause) {
    const isLocked = cause instanceof Error && cause.name === 'PasswordException'
    const message = isLocked
      ? `„${name}“ ist mit einem Kennwort geschützt. Legen Sie eine ungeschützte Fassung ab.`
      : `„${name}“ ist keine lesbare PDF-Datei (${cause instanceof Error ? cause.message : cause}). Laden Sie die Datei neu herunter.`
    throw new AppError('source_unreadable', message, { cause })
  }
}

async function readPage(
  page: Page,
  fonts: Map<string, boolean>,
): Promise<Pick<PdfPage, 'width' | 'height' | 'texts'>> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const content = await page.getTextContent()
  await learnFonts(page, Object.keys(content.styles), fonts)
  const texts = content.items.flatMap((item) => {
    // Glyphs without a meaning of their own come as control characters.
    if (!('str' in item) || item.str.replace(/[\s\u0000-\u001F]/gu, '') === '') return []
    const [a, b, c, d, x, y] = multiply(transform as Matrix, item.transform as Matrix)
    // Text that does not run from left to right is a water mark or stands in the margin.
    if (Math.abs(b) > 0.1 * Math.abs(a) || a <= 0 || x < -1 || x > width) return []
    const size = Math.hypot(c, d)
    return [{ text: item.str, x, y, width: item.width, size, isBold: fonts.get(item.fontName) ?? false }]
  })
  return { width, height, texts }
}

/** Font names come with the drawing operators only; those are asked for once per new font. */
async function learnFonts(page: Page, names: readonly string[], fonts: Map<string, boolean>): Promise<void> {
  if (names.every((name) => fonts.has(name))) return
  await page.getOperatorList().catch(() => null)
  for (const name of names) {
    const font = page.commonObjs.has(name) ? (page.commonObjs.get(name) as { name?: string }) : null
    fonts.set(name, /bold|black|heavy|demi|semib/iu.test(font?.name ?? ''))
  }
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}
