/** Writes small PDF files for tests: text at positions, in Helvetica or Helvetica-Bold. */

export interface PdfTextAt {
  text: string
  x: number
  /** From the top of the page. */
  y: number
  size?: number
  bold?: boolean
}

const HEIGHT = 842

/** One entry per page; `labels` starts the PDF's own page numbering at a number. */
export function buildPdf(
  pages: PdfTextAt[][],
  { labelStart, title }: { labelStart?: number; title?: string } = {},
): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const pageNumber = (index: number) => 5 + index * 2
  const kids = pages.map((_, index) => `${pageNumber(index)} 0 R`).join(' ')
  const labels = labelStart === undefined ? '' : `/PageLabels << /Nums [0 << /S /D /St ${labelStart} >>] >>`
  add(`<< /Type /Catalog /Pages 2 0 R ${labels} >>`)
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>')
  for (const [index, texts] of pages.entries()) {
    const content = texts.map(toOperators).join('\n')
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${HEIGHT}] /Contents ${pageNumber(index) + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
    )
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  }
  if (title) add(`<< /Title (${escapeText(title)}) >>`)
  return assemble(objects, title ? `/Info ${objects.length} 0 R` : '')
}

/** Lines below each other, `step` points apart. */
export function lines(
  texts: readonly string[],
  at: { x: number; y: number; step?: number; size?: number; bold?: boolean },
): PdfTextAt[] {
  const { step = 12, y, ...rest } = at
  return texts.map((text, index) => ({ ...rest, text, y: y + index * step }))
}

function toOperators({ text, x, y, size = 10, bold = false }: PdfTextAt): string {
  return `BT /${bold ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${x} ${HEIGHT - y} Tm (${escapeText(text)}) Tj ET`
}

const WIN_ANSI: Record<string, string> = { '–': '\x96', '„': '\x84', '“': '\x93', '•': '\x95', '…': '\x85' }

function escapeText(text: string): string {
  return text.replace(/[\\()]/g, '\\$&').replace(/[–„“•…]/g, (char) => WIN_ANSI[char]!)
}

function assemble(objects: readonly string[], info: string): Uint8Array {
  let file = '%PDF-1.4\n'
  const offsets = objects.map((body, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const xref = file.length
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer << /Size ${objects.length + 1} /Root 1 0 R ${info} >>\nstartxref\n${xref}\n%%EOF\n`
  return Uint8Array.from(file, (char) => char.charCodeAt(0))
}
