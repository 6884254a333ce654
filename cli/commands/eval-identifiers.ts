/** `fundstelle eval --identifiers`: how reliably sections of indexed laws are found by their number. */

import { evaluateIdentifiers, type IdentifierFigures } from '../../eval/evaluate-identifiers.ts'
import { AppError } from '../../search/app-error.ts'
import type { CommandContext } from '../command.ts'
import { withIndex } from '../open-parts.ts'

const MISSED_SHOWN = 10

export async function runIdentifierEvaluation({
  config,
  options,
  terminal,
}: CommandContext): Promise<number> {
  const every = toEvery(options.every)
  const figures = await withIndex(config, ({ snapshot, retriever }) =>
    evaluateIdentifiers({ snapshot, retriever, every }),
  )
  terminal.out(options.json ? `${JSON.stringify(figures, null, 2)}\n` : toText(figures))
  return 0
}

function toEvery(given: unknown): number {
  const every = given === undefined ? 1 : Number(given)
  if (Number.isInteger(every) && every >= 1) return every
  throw new AppError('invalid_request', `--every „${given}“ ist keine ganze Zahl ab 1.`)
}

function toText(figures: readonly IdentifierFigures[]): string {
  const lines = figures.flatMap(({ form, rightFirst, rightInTop3, missed }) => [
    `  ${form.padEnd(16)} auf Rang 1 ${share(rightFirst.mean)} · unter den ersten 3 ${share(rightInTop3.mean)} (n = ${rightFirst.count})`,
    ...(missed.length > 0 ? [`    nicht auf Rang 1: ${missed.slice(0, MISSED_SHOWN).join(' | ')}`] : []),
  ])
  return `${['Kennungen: Paragrafen der indexierten Gesetze nach ihrer Nummer', ...lines].join('\n')}\n`
}

function share(value: number): string {
  return value.toLocaleString('de-DE', { minimumFractionDigits: 4, maximumFractionDigits: 4 })
}
