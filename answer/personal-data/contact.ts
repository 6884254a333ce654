/** Mail addresses and telephone numbers of persons; mailboxes and numbers that belong to an office or service are left out. */

import { digitsOf, type Place, placesOf } from './matches.ts'

const MAIL = /[\p{L}\d._%+-]*[\p{L}\d]@[\p{L}\d](?:[\p{L}\d.-]*[\p{L}\d])?\.\p{L}{2,}/gu
/** Names of mailboxes behind which no single person stands. */
const ROLE =
  /^(?:info|kontakt|contact|post|poststelle|poststelle-\w+|zentrale|service|servicestelle|support|hilfe|help|helpdesk|hotline|it|edv|it-?sicherheit|informationssicherheit|isb|cert|csirt|soc|abuse|security|datenschutz|dsb|datenschutzbeauftragter?|privacy|presse|pressestelle|meldestelle|meldung|meldungen|vergabe|personalamt|buergerbuero|bürgerbüro|buergeramt|bürgeramt|rathaus|stadt|stadtverwaltung|gemeinde|gemeindeverwaltung|kreis|kreisverwaltung|landratsamt|verwaltung|amt|office|mail|noreply|no-reply|postmaster|webmaster|admin)$/iu

export function findEmails(text: string): Place[] {
  return placesOf(text, MAIL).filter(({ start, end }) => !ROLE.test(text.slice(start, end).split('@')[0]!))
}

const BEFORE = '(?<![\\p{L}\\d.,/+§-]|\\d[ \\u00a0])'
const AFTER = '(?![\\p{L}\\d]|[.,/-]\\d)'
const GAP = '(?:[ \\u00a0]?[-/–][ \\u00a0]?|[ \\u00a0])'
/** Country code or area code first, groups of digits behind it. */
const PHONE = new RegExp(
  `${BEFORE}(?:(?:\\+|00)[1-9]\\d{0,2}${GAP}?(?:\\(0\\)${GAP}?)?|\\(0[1-9]\\d{1,4}\\)${GAP}?|0(?=[1-9]))\\d{1,12}(?:${GAP}\\d{1,8}){0,5}${AFTER}`,
  'gu',
)
/** A number without area code is one only where its name stands before it. */
const NAMED =
  /(?:(?:Tel|Mob)\.|(?:Telefon|Handy|Mobil|Mobilfunk|Ruf|Durchwahl)(?:nummer|nr\.?)?|Telefon-?Nr\.|Durchwahl)(?: ist| lautet)?:?[ \u00a0]{1,2}(\d[\d /–-]{3,}\d)(?![\p{L}\d]|[.,/-]\d)/giu
const DATE = /^\d{1,2}[-/ ]\d{1,2}[-/ ](?:\d{2}|\d{4})$/
/** Free, shared-cost, mass-call and emergency numbers; nobody's own. */
const SERVICE = /^(?:0|49|0049)(?:800|180|137|138|900|700|32)|^11\d{1,4}$/

export function findPhones(text: string): Place[] {
  return [...placesOf(text, PHONE), ...placesOf(text, NAMED)].filter(({ start, end }) => {
    const words = text.slice(start, end)
    const digits = digitsOf(words.replace('(0)', ''))
    const isLong = digits.length >= (/^(?:\+|00|\(?0)/.test(words) ? 8 : 5) && digits.length <= 15
    return isLong && !DATE.test(words) && !SERVICE.test(digits)
  })
}
