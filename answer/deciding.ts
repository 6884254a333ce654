/** "Müssen wir …?", "Gilt …?": whether a sentence is of the kind that says yes or no. German wording only, no documents. */

import { isToBeDone } from './statement.ts'

const word = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu')

/** Says no, or that nothing is owed, whatever was asked. */
const denies = word(
  'nicht|kein(?:e[nmrs]?)?|keinerlei|nie|niemals|weder|nichts|niemand|keinesfalls|keineswegs|ohne|entfäll(?:t|en)|ausgenommen|kostenlos|kostenfrei|freiwillig\\p{L}*|unabhängig',
)
const obliges =
  'muss|müssen|müssten?|verpflicht\\p{L}*|\\p{L}*pflicht(?:en|ig|ige|igen)?|vorgeschrieben\\p{L}*|erforderlich|notwendig|nötig|zwingend|verlang(?:t|en)|(?:ge)?forder(?:t|n)|brauch(?:t|en)'
const allows =
  'darf|dürfen|dürfte|kann|können|verbot\\p{L}*|verbiete[tn]|untersag\\p{L}*|unzulässig\\p{L}*|zulässig\\p{L}*|erlaubt|gestattet|unterstütz(?:t|en)|nur'
const advises =
  'soll|sollen|sollten?|empf[aio]hl\\p{L}*|empfehlen|empfiehlt|rät|raten|ratsam|grundsätzlich|abgeraten'
const applies = 'gilt|gelten|unterlieg(?:t|en)|betroffen|betrifft|erfass(?:t|en)|fällt|fallen|anwendbar|neben'
const suffices = 'genüg(?:t|en)|reich(?:t|en)|ersetz(?:t|en)|allein|garantier(?:t|en)'

/** What is asked, and what decides it. */
const FIELDS: { asked: RegExp; decided: RegExp; isDuty?: true }[] = [
  {
    asked: word(
      'muss|müssen|müssten?|\\p{L}*pflicht\\p{L}*|verpflichtet|brauch\\p{L}*|benötig\\p{L}*|vorgeschrieben|nötig',
    ),
    decided: word(obliges),
    isDuty: true,
  },
  { asked: word('darf|dürfen|erlaubt|zulässig|verboten|kann|können'), decided: word(allows) },
  { asked: word('soll|sollen|sollten?'), decided: word(advises) },
  { asked: word('gilt|gelten|fällt|fallen|betrifft|betroffen|erfasst'), decided: word(applies) },
  { asked: word('reicht|genügt|ersetzt|sicher|verhindert|garantiert'), decided: word(suffices) },
]
const anyField = word(`${obliges}|${allows}|${advises}|${applies}|${suffices}|zuständig|sowohl`)

/** True when the sentence denies, or speaks of duty, permission, advice, validity or sufficiency as the question does. */
export function decides(sentence: string, question: string): boolean {
  if (denies.test(sentence)) return true
  const field = FIELDS.find(({ asked }) => asked.test(question))
  return (
    field !== undefined && (field.decided.test(sentence) || (field.isDuty === true && isToBeDone(sentence)))
  )
}

/** True when the sentence could decide some question of this kind. */
export function mayDecide(sentence: string): boolean {
  return denies.test(sentence) || anyField.test(sentence) || isToBeDone(sentence)
}
