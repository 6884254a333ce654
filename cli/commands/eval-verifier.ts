/** `fundstelle eval --verifier`: how often the verifier is right, per kind of error. Needs neither index nor model. */

import { evaluateVerifier } from '../../eval/verifier/evaluate-verifier.ts'
import { toVerifierText } from '../../eval/verifier/report-text.ts'
import type { CommandContext } from '../command.ts'
import { locate } from '../locations.ts'

export async function runVerifierEvaluation(
  { options, terminal }: CommandContext,
  half: 'held-back' | 'tuning' | 'all',
): Promise<number> {
  const report = await evaluateVerifier({
    pairs: locate('eval/verifier/pairs'),
    corpus: locate('corpus/documents'),
    laws: locate('../shared/data/gesetze'),
    half,
  })
  terminal.out(options.json ? `${JSON.stringify(report, null, 2)}\n` : toVerifierText(report))
  return 0
}
