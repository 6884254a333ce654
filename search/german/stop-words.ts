/** Function words of German. Left out of it: negation, obligation and quantity (nicht, kein, ohne, muss, soll, darf, nur, alle …). */

import { foldWord, normaliseWord } from './fold.ts'
import { stem } from './stemmer.ts'

const WORDS = `
der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jener jene jenes jenen jenem
derjenige diejenige dasjenige derselbe dieselbe dasselbe welcher welche welches welchen welchem
ich du er sie es wir ihr mich mir dich dir ihn ihm ihnen uns euch sich man
mein meine meinen meinem meiner meines dein deine deinen deinem deiner deines sein seine seinen seinem seiner seines
ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres euer eure euren eurem eurer eures
und oder aber sondern denn doch als wie wenn weil dass daß ob damit da so sowie sowohl auch noch schon dann dort hier
in im an am auf aus bei beim bis durch für gegen mit nach seit um unter über von vom vor zu zum zur zwischen ab
ist sind war waren bin bist wird werden wurde wurden würde würden worden geworden sei seien gewesen wäre wären
hat haben habe hatte hatten hätte hätten gehabt kann können könnte könnten konnte konnten
was wer wen wem wessen wo wann warum wieso weshalb wohin woher womit wofür woran worauf wodurch worin wozu
dabei dafür dagegen daher dadurch darauf daraus darin darüber davon dazu danach daran darum
etwa etwas eben eigentlich ja mal nun wohl bitte gibt es gib sage sagt
`

/** Lower-case forms, with umlauts and with their substitutes; not the folded ones, so that `schön` is no `schon`. */
const STOP_WORDS = new Set(words(WORDS).flatMap((word) => [word, substituteUmlauts(word)]))

/**
 * Particles that begin words without being a part with a meaning of its own (Über·einkommen, Wider·spruch);
 * with the function words they are no parts of compounds.
 */
const PARTICLES = `
wieder wider zurück zusammen hinter her hin dar ent ver zer miss ur voran voraus vorbei entgegen entlang empor heraus
herein hinaus hinein hinzu fort weg los nieder gegenüber innen außen neben binnen inner äußer außer ober unten oben zuge
`

/** Endings that look like words (Hand·lung, Wissen·schaft). */
const DERIVATIONS = `
heit keit schaft ling lich isch haft ismus tion ation tät lung rung nis tum chen lein stattung fertig mals lings ende
`

const NO_FORMS = new Set(words(`${WORDS} ${PARTICLES} ${DERIVATIONS}`).map((word) => foldWord(word)))
const NO_STEMS = new Set(words(DERIVATIONS).map((word) => stem(foldWord(word))))

/** Takes a word as it stands in the text. */
export function isStopWord(word: string): boolean {
  return word.length <= 9 && STOP_WORDS.has(normaliseWord(word).normalize('NFC'))
}

/** Takes a folded word and its stem. */
export function isNoCompoundPart(folded: string, stemmed: string): boolean {
  return NO_FORMS.has(folded) || NO_STEMS.has(stemmed)
}

function words(list: string): string[] {
  return list.trim().split(/\s+/)
}

function substituteUmlauts(word: string): string {
  return word.replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? 'ss')
}
