/** The command line: finds the command, reads the configuration, and turns every error into a German message. */

import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { parseEnv } from 'node:util'
import { AppError } from '../search/app-error.ts'
import { disableTracing } from '../search/langchain-tracing.ts'
import { type Command, runCommand } from './command.ts'
import { toUserError } from './error-message.ts'
import { renderCommandHelp, renderHelp } from './help.ts'
import { programVersion } from './locations.ts'
import { openTerminal, type Terminal } from './terminal.ts'

/** Loaded when they are called: a search need not wait for the measuring or the server. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./commands/start.ts')).startCommand,
  ingest: async () => (await import('./commands/ingest.ts')).ingestCommand,
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  search: async () => (await import('./commands/search.ts')).searchCommand,
  ask: async () => (await import('./commands/ask.ts')).askCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  eval: async () => (await import('./commands/eval.ts')).evalCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
  'corpus fetch': async () => (await import('./commands/corpus-fetch.ts')).corpusFetchCommand,
  bench: async () => (await import('./commands/bench.ts')).benchCommand,
}

/** What a run sees of the world; tests give their own. */
export interface Surroundings {
  terminal: Terminal
  /** Default: the process's variables over those of `.env` in the working directory. */
  env?: Record<string, string | undefined>
}

/** `args` without node and script. Gives the exit code; never throws. */
export async function main(
  args: string[],
  surroundings: Surroundings = { terminal: openTerminal() },
): Promise<number> {
  const { terminal } = surroundings
  disableTracing(process.env)
  try {
    return await dispatch(args, surroundings)
  } catch (error) {
    report(error, { terminal, asJson: args.includes('--json') })
    return 1
  }
}

async function dispatch(args: string[], { terminal, env }: Surroundings): Promise<number> {
  const [first = 'help'] = args
  if (['version', '--version', '-v'].includes(first)) return print(terminal, `${programVersion()}\n`)
  const isHelp = ['help', '--help', '-h'].includes(first)
  const command = await findCommand(isHelp ? args.slice(1) : args)
  if (!command && isHelp) return print(terminal, renderHelp(await loadAll(), terminal.columns))
  if (!command) {
    const message = `Den Befehl „${first}“ gibt es nicht. „npx fundstelle help“ zeigt alle Befehle.`
    throw new AppError('invalid_config', message)
  }
  const rest = args.slice(command.name.split(' ').length)
  if (isHelp || rest.includes('--help') || rest.includes('-h'))
    return print(terminal, renderCommandHelp(command, terminal.columns))
  return runCommand(command, { args: rest, env: env ?? loadEnvironment(), terminal })
}

async function findCommand(args: string[]): Promise<Command | undefined> {
  const names = Object.keys(COMMANDS)
  const name = names.find((candidate) => candidate.split(' ').every((word, i) => args[i] === word))
  return name === undefined ? undefined : COMMANDS[name]!()
}

function loadAll(): Promise<Command[]> {
  return Promise.all(Object.values(COMMANDS).map((load) => load()))
}

function print(terminal: Terminal, text: string): number {
  terminal.out(text)
  return 0
}

/** The variables of the process win over those of `.env` in the working directory. */
function loadEnvironment(): Record<string, string | undefined> {
  if (!existsSync('.env')) return process.env
  try {
    return { ...parseEnv(readFileSync('.env', 'utf8')), ...process.env }
  } catch (cause) {
    const message =
      'Die Datei „.env“ im aktuellen Ordner ist nicht lesbar. Prüfen Sie ihre Rechte und ihren Inhalt.'
    throw new AppError('invalid_config', message, { cause })
  }
}

/** With `--json` the error is JSON as well, so that standard output never holds anything else. */
function report(error: unknown, { terminal, asJson }: { terminal: Terminal; asJson: boolean }): void {
  const { code, message } = toUserError(error)
  if (asJson) terminal.out(`${JSON.stringify({ error: { code, message } })}\n`)
  terminal.err(`Fehler: ${message}\n`)
  if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) terminal.err(`${error.stack}\n`)
}
