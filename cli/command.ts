/** What a command is, and how its part of the command line becomes settings, options and words. */

import { parseArgs } from 'node:util'
import { AppError } from '../search/app-error.ts'
import { type Config, describeHalfModel, type Flags, parseConfig, toFlagName } from './config.ts'
import { SETTINGS, type SettingName } from './settings.ts'
import type { Terminal } from './terminal.ts'

export interface CommandOption {
  type: 'string' | 'boolean'
  multiple?: boolean
  /** Placeholder of the value in the help. */
  value?: string
  description: string
}

export interface CommandContext {
  config: Config
  options: Record<string, string | boolean | string[] | undefined>
  /** What stands on the command line besides options. */
  words: string[]
  terminal: Terminal
  env: Record<string, string | undefined>
}

export interface Command {
  /** One or two words: `search`, `corpus fetch`. */
  name: string
  /** What follows the name in the help. */
  usage: string
  summary: string
  options?: Record<string, CommandOption>
  /** Settings that its help shows; every setting is accepted as a flag. */
  settings?: SettingName[]
  /**
   * With half of the settings of a language model, a command that `needs` one does not start, one that `checks` them says
   * so itself, and any other prints a warning.
   */
  languageModel?: 'needs' | 'checks'
  /** Gives the exit code. Throws AppError for what the user has to know. */
  run(context: CommandContext): Promise<number>
}

export const JSON_OPTION: CommandOption = {
  type: 'boolean',
  description: 'Ergebnis als JSON auf der Standardausgabe',
}

export interface ParsedCommandLine {
  flags: Flags
  options: CommandContext['options']
  words: string[]
}

/** Throws AppError `invalid_config` for options that the command does not know. */
export function parseCommandLine(command: Command, args: string[]): ParsedCommandLine {
  const own = Object.entries(command.options ?? {}).map(([name, { type, multiple }]) => [
    name,
    { type, multiple: multiple ?? false },
  ])
  const settingNames = Object.keys(SETTINGS) as SettingName[]
  const settings = settingNames.map((name) => [toFlagName(name), { type: 'string', multiple: true }])
  const { values, positionals } = parseOrThrow(command, args, Object.fromEntries([...settings, ...own]))
  const flags: Flags = {}
  for (const name of settingNames) {
    const given = values[toFlagName(name)] as string[] | undefined
    if (given) flags[name] = name === 'SOURCES' ? given.join(',') : given.at(-1)!
  }
  return { flags, options: values as CommandContext['options'], words: positionals }
}

export async function runCommand(
  command: Command,
  { args, env, terminal }: { args: string[]; env: Record<string, string | undefined>; terminal: Terminal },
): Promise<number> {
  const { flags, options, words } = parseCommandLine(command, args)
  const config = parseConfig(env, flags)
  checkLanguageModel(command, config, terminal)
  return command.run({ config, options, words, terminal, env })
}

function checkLanguageModel({ languageModel }: Command, config: Config, terminal: Terminal): void {
  const problem = languageModel === 'checks' ? null : describeHalfModel(config)
  if (problem === null) return
  if (languageModel === 'needs') throw new AppError('invalid_config', problem)
  terminal.err(`Hinweis: ${problem}\n`)
}

function parseOrThrow(command: Command, args: string[], options: object) {
  try {
    return parseArgs({ args, allowPositionals: true, strict: true, options: options as never })
  } catch (error) {
    const name = /'(--?[^'\s]+)/.exec((error as Error).message)?.[1] ?? args.join(' ')
    const { code, message: reason } = error as NodeJS.ErrnoException
    const isUnknown = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    const wrongValue = /does not take/.test(reason) ? 'nimmt keinen Wert' : 'braucht einen Wert'
    const what = `Die Option „${name}“ ${isUnknown ? 'gibt es nicht' : wrongValue}`
    const message = `${what}. „npx fundstelle ${command.name} --help“ zeigt alle.`
    throw new AppError('invalid_config', message, { cause: error })
  }
}

/** The words as one question. Throws AppError `invalid_request` when there is none. */
export function requireQuestion({ words, config }: CommandContext, command: string): string {
  const question = words.join(' ').trim()
  if (question === '') {
    const message = `Die Frage fehlt. Beispiel: npx fundstelle ${command} "Wen informieren wir zuerst bei einem Cyberangriff?"`
    throw new AppError('invalid_request', message)
  }
  if (question.length > config.MAX_QUESTION_CHARS) {
    const message = `Die Frage hat ${question.length} Zeichen; erlaubt sind ${config.MAX_QUESTION_CHARS}. Bitte kürzen.`
    throw new AppError('invalid_request', message)
  }
  return question
}

export function toList(value: CommandContext['options'][string]): string[] | undefined {
  return Array.isArray(value) && value.length > 0 ? value : undefined
}
