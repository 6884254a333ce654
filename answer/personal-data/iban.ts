/** Bank accounts: an IBAN counts when its length is its country's and its checksum is right (ISO 13616, ISO 7064 MOD 97-10). */

import type { Place } from './matches.ts'

/** Characters of an IBAN by country, from the SWIFT IBAN registry. */
const LENGTHS: Record<string, number> = Object.fromEntries(
  [
    'NO15 BE16 DK18 FI18 NL18 SI19 AT20 BA20 EE20 LT20 LU20 XK20 CH21 HR21 LI21 LV21 BG22 DE22 GB22 GE22 IE22',
    'ME22 RS22 AE23 GI23 IL23 AD24 CZ24 ES24 MD24 RO24 SE24 SK24 TN24 PT25 IS26 TR26 FR27 GR27 IT27 MC27 SM27',
    'AL28 CY28 HU28 PL28 LB28 AZ28 UA29 MT31',
  ]
    .join(' ')
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
)

export function findIbans(text: string): Place[] {
  const found: Place[] = []
  for (const { index: start } of text.matchAll(/(?<![\p{L}\d])\p{L}{2}\d{2}/gu)) {
    const end = findEnd(text, start)
    if (end !== null && isChecked(text.slice(start, end))) found.push({ start, end })
  }
  return found
}

/** Offset after the last character, blanks between groups skipped; null where the number is too short or goes on. */
function findEnd(text: string, start: number): number | null {
  let missing = LENGTHS[text.slice(start, start + 2).toUpperCase()] ?? 0
  let at = start
  for (; missing > 0 && at < text.length; at++) {
    if (/[A-Z\d]/i.test(text[at]!)) missing--
    else if (!/[ \u00a0\u202f-]/.test(text[at]!)) return null
  }
  return at > start && missing === 0 && !/^[\p{L}\d]/u.test(text.slice(at)) ? at : null
}

/** The number read with the country and check digits behind must leave the rest 1 of 97. */
function isChecked(iban: string): boolean {
  const plain = iban.replaceAll(/[^A-Z\d]/gi, '').toUpperCase()
  let rest = 0
  for (const character of plain.slice(4) + plain.slice(0, 4)) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value < 10 ? 10 : 100) + value) % 97
  }
  return rest === 1
}
