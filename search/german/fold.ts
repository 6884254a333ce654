/** One spelling for words that readers take for the same: case, umlauts and their substitutes, accents, hidden characters. */

const PLAIN = /^[a-z]+$/
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g
const LIGATURES: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
}
/**
 * `ae`, `oe`, `ue` that stand for an umlaut. After a vowel or `q` the `e` is a letter of its own (neue, Mauer, Quelle),
 * likewise before `i`/`u` (Autoeinsatz) and at the word's end (Statue, values).
 */
const UMLAUT_SUBSTITUTE = /(?<![aeiouyq])([aou])e(?![iu]|s?$)/g

/** Lower case, NFKC, without soft hyphens; umlauts and ß are kept. */
export function normaliseWord(word: string): string {
  return PLAIN.test(word) ? word : word.normalize('NFKC').replace(INVISIBLE, '').toLowerCase()
}

/** A word as it is written, composed and without hidden characters; case is kept. */
export function normaliseSpelling(word: string): string {
  return word.normalize('NFC').replace(INVISIBLE, '')
}

/** The folded form of one word: Gebühr, Gebuehr and Gebuhr become `gebuhr`, Straße and Strasse become `strasse`. */
export function foldWord(word: string): string {
  return foldSubstitutes(stripMarks(normaliseWord(word)))
}

function stripMarks(word: string): string {
  if (PLAIN.test(word)) return word
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđðþ]/g, (letter) => LIGATURES[letter]!)
}

function foldSubstitutes(word: string): string {
  return /[aou]e/.test(word) ? word.replace(UMLAUT_SUBSTITUTE, '$1') : word
}
