/**
 * Any OpenAI-compatible endpoint as a `LanguageModel`, through LangChain's chat models. Calls the model below LangChain's
 * callback manager, which would attach tracers that environment variables ask for and send questions to them.
 */

import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { AIMessage, HumanMessage, SystemMessage } from '@langchain/core/messages'
import type { ChatMessage, LanguageModel, StreamEnd } from './language-model.ts'

export interface EndpointOptions {
  /** Up to and with `/v1`. */
  baseUrl: string
  model: string
  apiKey: string | null
  contextTokens: number
}

/** Models of OpenAI that think first refuse a request that sets one. */
const FIXED_TEMPERATURE = /^(?:o\d|gpt-5)/

/** Loads the library and connects to nothing. */
export async function openEndpointModel(options: EndpointOptions): Promise<LanguageModel> {
  const { ChatOpenAICompletions } = await import('@langchain/openai')
  const createModel = (maxTokens: number) =>
    new ChatOpenAICompletions({
      model: options.model,
      // Never undefined: the library would take the key of another service from the environment.
      apiKey: options.apiKey ?? 'none',
      maxTokens,
      ...(!FIXED_TEMPERATURE.test(options.model) && { temperature: 0 }),
      streamUsage: false,
      maxRetries: 0,
      configuration: {
        baseURL: options.baseUrl,
        organization: null,
        project: null,
        logLevel: 'off',
        // A redirect would carry the question to an address that nobody configured.
        fetchOptions: { redirect: 'error' },
      },
    })
  return createLangChainModel(createModel, { name: options.model, contextTokens: options.contextTokens })
}

/** `createModel` gives a chat model that writes at most so many tokens. */
export function createLangChainModel(
  createModel: (maxTokens: number) => BaseChatModel,
  { name, contextTokens }: Pick<LanguageModel, 'name' | 'contextTokens'>,
): LanguageModel {
  return {
    name,
    contextTokens,
    async *stream(messages, { signal, maxTokens }): AsyncGenerator<string, StreamEnd> {
      const model = createModel(maxTokens)
      let end: unknown
      for await (const { text, generationInfo } of model._streamResponseChunks(messages.map(toMessage), {
        signal,
      })) {
        end = generationInfo?.finish_reason ?? end
        if (text) yield text
      }
      if (end === undefined) throw new Error('The stream ended without a finish reason.')
      return end === 'length' ? 'cut' : 'complete'
    },
  }
}

function toMessage({ role, content }: ChatMessage) {
  if (role === 'system') return new SystemMessage(content)
  return role === 'user' ? new HumanMessage(content) : new AIMessage(content)
}
