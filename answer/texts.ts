/** The texts of the answering part in the language asked for. */

import type { AskRequest } from './answer.ts'
import { TEXTS } from './texts.de.ts'
import { TEXTS_EN } from './texts.en.ts'

export type Texts = typeof TEXTS

export function textsFor(language: AskRequest['language']): Texts {
  return language === 'en' ? TEXTS_EN : TEXTS
}
