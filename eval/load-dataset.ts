/** Tells by its form what kind of dataset a path holds. */

import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { loadBeir } from './beir-dataset.ts'
import { type Half, loadCorpusQuestions } from './corpus-questions.ts'
import { type Dataset, datasetInvalid } from './dataset.ts'
import { loadSquad } from './squad-dataset.ts'

/** `half` applies to corpus questions, the other kinds know none. Throws `dataset_invalid` naming what is missing. */
export async function loadDataset(path: string, half: Half = 'all'): Promise<Dataset> {
  const kind = await stat(path).catch((error) => {
    throw datasetInvalid(path, 'Es gibt ihn nicht.', error)
  })
  if (!kind.isDirectory()) return loadSquad(path)
  const names = await readdir(path)
  if (names.some((name) => name.endsWith('.yaml'))) return loadCorpusQuestions(path, half)
  const parts = ['corpus.jsonl', 'queries.jsonl', 'qrels']
  const absent = parts.filter((name) => !names.includes(name))
  if (absent.length === parts.length) throw datasetInvalid(path, `In ${join(path, '')} liegt keiner.`)
  if (absent.length > 0) throw datasetInvalid(path, `${absent.join(', ')} fehlt.`)
  return loadBeir(path)
}
