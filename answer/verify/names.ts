/** Which words of a claim name somebody: short forms, houses and offices, Länder, names of several words. */

import type { Reading, Word } from './reading.ts'

const BODY =
  /(?:amt|ämter|amtes|amts|behörde|behörden|ministerium|ministeriums|rat|rates|rats|archiv|institut|verband|verbands|verbände|kommission|agentur|gericht|kammer|kasse|präsidium|kanzlei|polizei|stelle|stellen|zentrum|zentrale|ausschuss|vorstand|leitung|bürgermeister|bürgermeisterin|landrat|landrätin|minister|ministerin|beauftragte|beauftragter|beauftragten|direktor|konferenz|bund|land|kreis|landkreis|schutz|dienst|akademie|universität|hochschule|stiftung|gesellschaft|anstalt)$/iu
const LAND =
  /^(?:baden|württemberg|baden-württemberg|bayern|bayerisch\p{L}*|berlin|brandenburg|bremen|hamburg|hessen|hessisch\p{L}*|mecklenburg-vorpommern|niedersachsen|nordrhein-westfalen|nrw|rheinland-pfalz|saarland|sachsen|sachsen-anhalt|schleswig-holstein|thüringen|deutschland|österreich|schweiz|europa)$/iu

/** Stands for whoever is in charge: too general to be somebody else's name. */
const GENERIC =
  /^(?:verwaltung|behörden?|stellen?|dienststellen?|amt|ämter|ausschuss|leitung|kommunen?|gemeinden?)$/u

export function isName(word: Word, claim: Reading): boolean {
  if (GENERIC.test(word.lower)) return false
  if (!word.isNoun && !/\p{Lu}/u.test(word.surface)) return false
  if (
    /\p{Lu}.*\p{Lu}/u.test(
      word.surface.replace(/[-:*_]\p{Lu}\p{Ll}+/gu, '').replace(/(?<=\p{Ll})In(?=nen|$)/u, ''),
    )
  )
    return true
  return LAND.test(word.surface) || isBody(word) || isPartOfName(word, claim)
}

/** An office, a house or who holds an office. */
export function isBody({ surface }: Word): boolean {
  return BODY.test(surface)
}

/** Beside another capitalised word without an article between: Robert Koch-Institut, Deutscher Städtetag. */
function isPartOfName(word: Word, { words, text }: Reading): boolean {
  const at = words.indexOf(word)
  const isBeside = (other: Word | undefined, gap: string) => Boolean(other?.isNoun) && gap === ' '
  const before = words[at - 1]
  const after = words[at + 1]
  return (
    isBeside(before, before ? text.slice(before.end, word.start) : '') &&
    isBeside(after, after ? text.slice(word.end, after.start) : '')
  )
}
