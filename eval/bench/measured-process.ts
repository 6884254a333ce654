/** Runs one measurement in a process of its own, so that start, memory and processor time are those of one stack alone. */

import { fork } from 'node:child_process'
import { AppError } from '../../search/app-error.ts'
import type { BuildFigures, BuildJob } from './measure-build.ts'
import type { ServeFigures, ServeJob } from './measure-serving.ts'

export type Job = BuildJob | ServeJob

export function measureBuild(job: Omit<BuildJob, 'kind'>): Promise<BuildFigures> {
  return run({ kind: 'build', ...job })
}

export function measureServing(job: Omit<ServeJob, 'kind'>): Promise<ServeFigures> {
  return run({ kind: 'serve', ...job })
}

function run<Figures>(job: Job): Promise<Figures> {
  const child = fork(new URL('./measured-process-child.js', import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
  return new Promise((resolve, reject) => {
    child.once('message', (figures) => resolve(figures as Figures))
    child.once('exit', (code, signal) => {
      const message = `Die Messung „${job.kind}“ von ${job.stack} ist abgebrochen (${signal ?? `Code ${code}`}).`
      reject(new AppError('internal', message))
    })
    child.send(job)
  })
}
