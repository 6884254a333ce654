/** Keeps LangChain from sending what passes through it to a tracing service. */

const SWITCHES = ['LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2', 'LANGSMITH_TRACING', 'LANGSMITH_TRACING_V2']
const ACCESS = ['LANGCHAIN_API_KEY', 'LANGCHAIN_ENDPOINT', 'LANGSMITH_API_KEY', 'LANGSMITH_ENDPOINT']

/** Called once by the main file, before the first chain runs. Removes the variables whatever their value. */
export function disableTracing(env: Record<string, string | undefined>): void {
  for (const name of [...SWITCHES, ...ACCESS]) delete env[name]
}
