/** Headings told by their words alone, for formats without markup. */

const PARAGRAPH_SIGN = /^(?:§{1,2}|Art(?:ikel|\.))\s*\d+[a-z]?\b/u
const DIVISION =
  /^(?:Teil|Abschnitt|Kapitel|Unterabschnitt|Titel|Anlage|Anhang|Buch)\s+(?:\d+|[IVX]+|[A-Z])\b/u
const NUMBERED = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+\p{Lu}/u
const DIVISION_LEVELS: Record<string, number> = {
  Buch: 1,
  Teil: 1,
  Anlage: 1,
  Anhang: 1,
  Kapitel: 2,
  Abschnitt: 2,
  Titel: 3,
  Unterabschnitt: 3,
}

/**
 * Level 1…6 of a line that looks like a heading, else null: short, no full stop at the end, and a § number, a division
 * ("Kapitel 3 …"), a decimal number ("2.1 …") or capitals.
 */
export function headingLevel(line: string): number | null {
  if (line.length > 120 || /[.;,:!]$/u.test(line) || !/\p{L}/u.test(line)) return null
  if (PARAGRAPH_SIGN.test(line)) return isCitation(line) ? null : 4
  const division = DIVISION.exec(line)
  if (division) return DIVISION_LEVELS[division[0].split(/\s/u)[0]!] ?? 2
  const numbered = NUMBERED.exec(line)
  if (numbered) return Math.min(6, numbered[1]!.split('.').length + 1)
  return line.length >= 4 && line === line.toUpperCase() && /\p{Lu}{3}/u.test(line)
    ? 2
    : isTitleLike(line)
      ? 2
      : null
}

/** "§ 5 Abs. 2 gilt entsprechend" begins like a heading and is a sentence. */
function isCitation(line: string): boolean {
  return /^(?:§{1,2}|Art(?:ikel|\.))\s*\d+[a-z]?\s+(?:Abs|Satz|S\.|Nr|\p{Ll})/u.test(line)
}

/** Few words, a capital first, nothing that ends or divides a sentence. */
function isTitleLike(line: string): boolean {
  return (
    /^\p{Lu}/u.test(line) &&
    line.length <= 70 &&
    line.split(/\s+/u).length <= 9 &&
    !/:\s|[?…"“»)\d]$/u.test(line)
  )
}
