/** Finds out whether this page may talk to the server, and tells refusal from absence. */

import type { DocumentList } from '../../server/wire.ts'
import { texts } from '../texts.de.ts'
import { ApiError, toApiError } from './api-error.ts'
import type { Client } from './client.ts'

/** The list of documents, or null while the server has none yet. Throws ApiError when the widget has to stay closed. */
export async function checkAccess(client: Client): Promise<DocumentList | null> {
  try {
    return await client.loadDocuments()
  } catch (thrown) {
    const error = toApiError(thrown)
    if (error.code === 'origin_not_allowed') throw notAllowed(error)
    if (error.code !== 'unreachable') {
      if (error.status === 503) return null
      throw error
    }
    throw (await isAlive(client)) ? notAllowed(error) : new ApiError('unreachable', texts.widget.unreachable)
  }
}

/** The browser hides why a request to another origin failed. The widget's own script is free to all: it tells. */
async function isAlive(client: Client): Promise<boolean> {
  try {
    const response = await fetch(client.urlOf('/widget.js'), { credentials: 'omit', cache: 'no-cache' })
    return response.ok
  } catch {
    return false
  }
}

function notAllowed(cause: ApiError): ApiError {
  return new ApiError('origin_not_allowed', texts.widget.notAllowed(location.origin), {
    cause,
    requestId: cause.requestId,
  })
}
