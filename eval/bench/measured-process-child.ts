/** The process behind `measured-process.ts`: takes one job, sends its figures, ends. */

import process from 'node:process'
import { disableTracing } from '../../search/langchain-tracing.ts'
import { measureBuild } from './measure-build.ts'
import { measureServing } from './measure-serving.ts'
import type { Job } from './measured-process.ts'

// Without its parent nobody needs the figures.
process.on('disconnect', () => process.exit(0))
disableTracing(process.env)

process.once('message', async (job: Job) => {
  const figures = job.kind === 'build' ? await measureBuild(job) : await measureServing(job)
  process.send!(figures, () => process.exit(0))
})
