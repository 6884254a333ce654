/** Phrases that make a statement hold only under a condition, besides clauses with wenn, falls, sofern. */

/** "auf Antrag", "mit Zustimmung", "in begründeten Fällen": the first group is the noun that has to be in the claim. */
export const CONDITION_PHRASES = [
  /(?<!\p{L})auf (?:\p{Ll}+ )?(antrag|verlangen|wunsch|anfrage|anforderung|ersuchen|anordnung)(?!\p{L})/giu,
  /(?<!\p{L})(?:mit|nach|ohne) (?:(?:vorheriger|schriftlicher|ausdrücklicher|der|einer|ihrer|seiner) )*(zustimmung|einwilligung|genehmigung|erlaubnis|anhörung|aufforderung|freigabe)(?!\p{L})/giu,
  /(?<!\p{L})(?:unter|vorbehaltlich) (?:\p{Ll}+ )*(voraussetzung|voraussetzungen|bedingung|bedingungen|vorbehalt|auflagen)(?!\p{L})/giu,
  /(?<!\p{L})in (?:\p{Ll}+ )?(ausnahmefällen|einzelfällen|härtefällen|fällen|notfällen)(?!\p{L})/giu,
  /(?<!\p{L})im (einzelfall|notfall|ernstfall|krisenfall|bedarfsfall|streitfall|zweifelsfall|zweifel|falle?)(?!\p{L})/giu,
  /(?<!\p{L})(ausnahmsweise|gegebenenfalls|erforderlichenfalls|nötigenfalls|hilfsweise)(?!\p{L})/giu,
]

/** "bei" before such a noun names the case in which something holds, not a place or an office. */
export const CASE_NOUN =
  /(?:fall|fälle|fällen|vorfall|verdacht|gefahr|gefahren|risiko|risiken|angriff|angriffe|angriffen|verletzung|verletzungen|verstoß|verstößen|verstöße|panne|pannen|ausfall|ausfällen|störung|störungen|bedarf|zweifel|zweifeln|mangel|mängeln|notfall|krise|krisen|versuch|änderung|änderungen|abweichung|abweichungen|überschreitung|verlust|verzug|verspätung|erkrankung|krankheit|schaden|schäden|tod|umzug|fehlen|unfall|unfällen|konflikt|konflikten|beschwerde|beschwerden|missbrauch|eilbedürftigkeit|vorliegen|eintritt|anhaltspunkten|ereignis|ereignissen|brand|hochwasser|gewitter|frost|schnee|glätte|kündigung|antragstellung|übermittlung|verarbeitung|einführung|beschaffung|ausschreibung|ausschreibungen)$/iu
