/** German words that oblige, advise, allow or forbid, and words that negate. Whole words in lower case. */

export const MODAL_FORMS = {
  forbid:
    /^(?:verboten(?:e[nmrs]?)?|verbietet|verbieten|untersag(?:t|en|te)(?:e[nmrs]?)?|unzulässig(?:e[nmrs]?)?|unstatthaft|verbot)$/u,
  free: /^(?:freiwillig(?:e[nmrs]?)?|entbehrlich|freigestellt|optional(?:e[nmrs]?)?|fakultativ)$/u,
  advisedAgainst: /^(?:abgeraten|abzuraten)$/u,
  must: /^(?:muss|müssen|musst|musste|mussten|müsste|müssten|verpflichtet|verpflichtend(?:e[nmrs]?)?|obligatorisch(?:e[nmrs]?)?|zwingend|vorgeschrieben(?:e[nmrs]?)?|erforderlich|notwendig|nötig|unerlässlich|unabdingbar|pflicht)$/u,
  should:
    /^(?:sollte|sollten|solltest|empfohlen(?:e[nmrs]?)?|empfiehlt|empfehlen|empfehlenswert|ratsam|rät|raten|angeraten)$/u,
  shall: /^(?:soll|sollen|sollst)$/u,
  may: /^(?:kann|können|konnte|konnten|könnte|könnten|darf|dürfen|durfte|durften|dürfte|dürften|möglich|erlaubt|zulässig(?:e[nmrs]?)?|gestattet|berechtigt|befugt|möglichkeit)$/u,
}

export const WEAK_FORMS = {
  forbid: /^\p{L}{3,}verbot(?:s|es|e)?$/u,
  must: /^(?:verpflicht\p{L}*|\p{L}*pflicht(?:en|ig|ige|igen)?|verlang(?:t|en|te|ten)|forder(?:t|n|te|ten)|gefordert|vorschreib(?:t|en)|schreibt|vorschrift|geboten|obliegt|zuständig|voraussetzung|bedarf|bedürfen|benötig(?:t|en)|genehmigungspflichtig)$/u,
  should: /^(?:\p{L}*empfehlung(?:en)?|ratschlag|vorschlag|rat)$/u,
  may: /^(?:lässt|lassen|erlaubnis|befugnis|berechtigung|anspruch|recht|ermöglich(?:t|en)|\p{L}{3,}(?<!nach|mittel|offen|dank)bar(?:e[nmrs]?)?|\p{L}+rufliche?[nmrs]?)$/u,
}

/** Verbs and adjectives that deny by themselves: entfällt for wird nicht erhoben, kostenlos for kostet nichts. */
export const LEXICAL_DENIALS =
  /^(?:entfäll(?:t|en)|entfallen|entfiel(?:en)?|unterbleib(?:t|en)|unterlassen|unterlässt|ausgeschlossen|ausgenommen|verzichte(?:t|n|te|ten)|kostenlos(?:e[nmrs]?)?|kostenfrei(?:e[nmrs]?)?|gebührenfrei(?:e[nmrs]?)?|unentgeltlich(?:e[nmrs]?)?|gratis)$/u

export const NEGATORS =
  /^(?:nicht|kein(?:e[nmrs]?)?|keinerlei|nie|niemals|weder|nichts|niemand(?:en|em)?|keinesfalls|keineswegs|nirgends|nirgendwo)$/u
